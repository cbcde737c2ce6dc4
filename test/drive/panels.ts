import assert from 'node:assert/strict'
import { type Desk, hides, opens, reads } from './desk.ts'
import { type Answers, fill, press } from './fill.ts'
import { decision, does, doesEverything, follow, submit } from './steps.ts'

/** Who is chosen, under the headings of the page. */
type Chosen = Answers

/** A panel of two kinds of members, as its policy composes it. */
export interface PanelStory {
  /** A choice that breaks the policy's rule, and what the page says of it besides. */
  readonly forbidden: Chosen
  readonly because: readonly (RegExp | string)[]
  /** A choice that keeps it. The first of the other agencies writes the decision down. */
  readonly chosen: Chosen & Readonly<Record<(typeof memberGroups)[number], readonly string[]>>
  /** What people of the two sides send the panel, by name. */
  readonly said: Readonly<Record<string, string>>
}

const memberGroups = ['Agencies concerned', 'Other agencies'] as const

/** From the page on which the Chair chooses the panel to the decision, which the side that raised it reads: C-12, C-13. */
export async function panelDecides(desk: Desk, number: string, story: PanelStory): Promise<void> {
  await isForbidden(desk, story.forbidden, ...story.because)
  await submit(desk, story.chosen, 'Convene the panel')
  await reads(desk, 'Panel chosen')
  await doesEverything(desk, number, chair)
  for (const [person, words] of Object.entries(story.said)) await represents(desk, number, person, words)

  await desk.time('2026-04-01T11:00')
  const [writer = ''] = story.chosen['Other agencies']
  await opens(desk, writer, number)
  await reads(desk, ...Object.values(story.said))
  await does(desk, 'Decide it', { ...decision, ...allFor(memberGroups.flatMap((group) => story.chosen[group])) })
  await opens(desk, 'Amira Hussain', number)
  await reads(desk, 'It was decided on Wednesday 1 April 2026', decision['What happens next'])
}

const chair = 'Peter Lindqvist'

/** The Chair convenes a panel and goes on to choose it. */
export async function convene(desk: Desk, number: string): Promise<void> {
  await opens(desk, chair, number)
  await does(desk, 'Convene a panel', { 'What do you want to say': 'Both sides are reasoned, and far apart.' })
  await follow(desk, 'Choose the panel')
}

/** A choice that breaks the rule is answered on the same page, with the rule, its clause and the choices kept. */
async function isForbidden(desk: Desk, chosen: Chosen, ...because: readonly (RegExp | string)[]): Promise<void> {
  await fill(desk.page, chosen)
  await press(desk.page, 'Convene the panel')
  await reads(
    desk,
    'There is a problem',
    'This panel breaks the policy’s rule',
    'Not met yet',
    'clause C-12',
    ...because,
  )
  for (const name of Object.values(chosen).flat())
    assert.ok(await desk.page.getByRole('checkbox', { name }).isChecked(), `${name} is no longer ticked`)
}

/** Both sides say what the panel should know; neither can decide. */
async function represents(desk: Desk, number: string, person: string, said: string): Promise<void> {
  await opens(desk, person, number)
  await hides(desk, 'Decide it')
  await does(desk, 'Send a representation', { 'The text': said })
}

/** Every member is for it. */
const allFor = (names: readonly string[]): Answers =>
  Object.fromEntries(names.map((name) => [`How did ${name} vote`, 'For this outcome']))
