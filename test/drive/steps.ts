import assert from 'node:assert/strict'
import { type Desk, openCase, opens, reads, unfold, words } from './desk.ts'
import { type Answers, anybody, fill, press, startsLike } from './fill.ts'

/** Follows a link of the page by how its text begins; looks into the folds where none stands open. */
export async function follow(desk: Desk, link: string): Promise<void> {
  const links = desk.page.locator('main').getByRole('link')
  const found = desk.page.locator('main').getByRole('link', { name: startsLike(link) })
  if ((await found.count()) === 0) await unfold(desk)
  if ((await found.count()) === 0)
    assert.fail(`No link “${link}” on ${desk.page.url()}, but: ${(await links.allInnerTexts()).join(' | ')}`)
  await found.first().click()
}

/** Does one thing on the case's page: follows its link, answers, sends. It has to be accepted. */
export async function does(desk: Desk, link: string, answers: Answers = {}, button?: string): Promise<void> {
  await follow(desk, link)
  await submit(desk, answers, button)
}

/** Answers the form that is open and sends it. It has to be accepted. */
export async function submit(desk: Desk, answers: Answers, button?: string): Promise<void> {
  const { page } = desk
  const was = page.url()
  await fill(page, answers)
  if (button === undefined) await page.locator('main form').getByRole('button').first().click()
  else await press(page, button)
  const alert = page.locator('main').getByRole('alert')
  const trouble = (await alert.count()) > 0 ? await alert.first().innerText() : ''
  assert.equal(trouble, '', `${was} was not accepted: ${trouble}`)
  const said = await words(desk)
  assert.ok(!said.includes('What you can do now'), `${was} was refused: ${said}`)
}

/** Past all that lies between, by its address: refused, and nothing is sent. Then back at the case. */
export async function cannotSkipTo(
  desk: Desk,
  number: string,
  stage: string,
  ...because: readonly string[]
): Promise<void> {
  await desk.page.goto(`${desk.cases.get(number)}/moves/up?stage=${stage}`)
  await reads(desk, /You cannot take this to/, 'Nothing has been sent', ...because)
  await openCase(desk, number)
}

/** What goes with a move up: why, and how the risk is seen now. */
export const up: Answers = { 'Why?': 'We could not settle it between us.', 'What is the risk': 'Serious' }

/** What a decision says. */
export const decision = {
  'Why?': 'Both sides are reasoned; the child cannot wait.',
  'What happens next': 'The review is held on Thursday 9 April.',
} as const satisfies Answers

/** Record a discussion that two people had. */
export const talk = (desk: Desk, link: string, settled: boolean, said: string): Promise<void> =>
  does(desk, link, {
    'How did you talk': 'By phone',
    'What was said': said,
    'Did it settle the matter': settled ? 'Yes' : 'No',
  })

/** What somebody types when they work down the list of what must happen; links by how they begin. */
export const usual: Readonly<Record<string, Answers>> = {
  'Say what the risk': { 'What is the risk': 'Serious', 'Why do you say so': 'Nobody has looked at it.' },
  'Say what keeps': { 'What is in place': 'The grandmother is there every day.', 'Who answers': anybody },
  Tell: { 'What do you want to say': 'Please read this today.' },
  'Talk it over': {
    'How did you talk': 'By phone',
    'What was said': 'Neither of us moves.',
    'Did it settle the matter': 'No',
  },
  'Record the stage on': { 'What do you record': 'Printed and put on the child’s file.' },
  'Record the parents': { 'What do you record': 'The parents were asked and agree.' },
  'Record learning': { 'What do you record': 'Ask for the date of the review first.' },
  Send: { 'The text': 'What we disagree about, what each side has done, and what we ask for.' },
}

/**
 * Somebody opens the case and does everything on the list that is theirs, from the top down, each through its
 * own page. Settling, deciding and signing are left for them to choose. Says what they did, in order.
 */
export async function doesEverything(
  desk: Desk,
  number: string,
  person: string,
  answers: Readonly<Record<string, Answers>> = usual,
): Promise<readonly string[]> {
  const { page } = desk
  await opens(desk, person, number)
  const done: string[] = []
  for (;;) {
    const mine = page
      .locator('main')
      .getByRole('listitem')
      .filter({ hasText: /Yours to do|Late by/ })
    const links = await mine.getByRole('link').allInnerTexts()
    const [link, given] = matching(links, answers)
    if (link === undefined || given === undefined) return done
    assert.ok(done.filter((one) => one === link).length < 3, `${person} did “${link}” and it is still theirs to do`)
    await does(desk, link, given)
    done.push(link)
  }
}

function matching(
  links: readonly string[],
  answers: Readonly<Record<string, Answers>>,
): readonly [string, Answers] | readonly [undefined, undefined] {
  for (const link of links)
    for (const [start, given] of Object.entries(answers)) if (startsLike(start).test(link)) return [link, given]
  return [undefined, undefined]
}
