import assert from 'node:assert/strict'
import { type Desk, hides, reads, signIn } from './desk.ts'
import { type Answers, fill, press } from './fill.ts'
import { does, follow, openCase, submit } from './steps.ts'

/** Who is chosen, under the headings of the page. */
export type Chosen = Answers

/** The Chair convenes a panel and goes on to choose it. */
export async function convene(desk: Desk, number: string): Promise<void> {
  await signIn(desk, 'Peter Lindqvist')
  await openCase(desk, number)
  await does(desk, 'Convene a panel', { 'What do you want to say': 'Both sides are reasoned, and far apart.' })
  await follow(desk, 'Choose the panel')
}

/** A choice that breaks the rule is answered on the same page, with the rule, its clause and the choices kept. */
export async function isForbidden(desk: Desk, chosen: Chosen, ...because: readonly (RegExp | string)[]): Promise<void> {
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

/** A panel that keeps the rule. */
export async function compose(desk: Desk, chosen: Chosen): Promise<void> {
  await submit(desk, chosen, 'Convene the panel')
  await reads(desk, 'Panel chosen')
}

/** Both sides say what the panel should know; neither can decide. */
export async function represents(desk: Desk, number: string, person: string, said: string): Promise<void> {
  await signIn(desk, person)
  await openCase(desk, number)
  await hides(desk, 'Decide it')
  await does(desk, 'Send a representation', { 'The text': said })
}

/** Every member is for it. */
export const allFor = (...names: readonly string[]): Answers =>
  Object.fromEntries(names.map((name) => [`How did ${name} vote`, 'For this outcome']))
