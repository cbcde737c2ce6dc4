/// <reference lib="dom" />
import assert from 'node:assert/strict'
import type { PageOptions } from '../browser.ts'
import { type Desk, heading, signIn, words } from './desk.ts'
import { type Answers, fill, press, startsLike } from './fill.ts'
import type { House } from './house.ts'

/** A concern as somebody has it in mind: answers by the questions of the pages. */
export interface Concern {
  readonly policy: string
  readonly child: string
  /** A few words for lists, without the child's name. */
  readonly title: string
  /** The agency, and whose decision it was. */
  readonly at: string
  readonly whom: string
  /** The policy's own questions, by how they begin. Whatever asks for words and is not here gets a sentence. */
  readonly answers: Answers
  readonly danger?: 'Yes' | 'I am not sure' | 'No'
  readonly talkedWith?: string
  /** A day by which it has to be settled, ISO. */
  readonly by?: string
  /** The stage to start at, where the answers open a later one. */
  readonly start?: string
}

/** From the home page to "Check your answers", question by question. Says what the questions were. */
export async function prepare(desk: Desk, concern: Concern): Promise<readonly string[]> {
  const { page } = desk
  await page.locator('main').getByRole('button', { name: 'Raise a concern' }).click()
  const asked: string[] = []
  for (;;) {
    const title = await heading(desk)
    if (title === 'Check your answers before you send') return asked
    assert.ok(!asked.includes(title), `“${title}” was asked twice: ${await words(desk)}`)
    asked.push(title)
    await answer(desk, concern, title)
    const next = page.locator('main form').getByRole('button')
    assert.ok((await next.count()) > 0, `“${title}” leads nowhere: ${await words(desk)}`)
    await next.first().click()
  }
}

/** Amira Hussain raises it at a desk of her own; on Monday 30 March at ten unless told. */
export async function raised(
  house: House,
  concern: Concern,
  { now = '2026-03-30T10:00', ...screen }: PageOptions & { readonly now?: string } = {},
): Promise<{ readonly desk: Desk; readonly number: string }> {
  const desk = await house.desk(screen)
  await desk.time(now)
  await signIn(desk, 'Amira Hussain')
  return { desk, number: await raise(desk, concern) }
}

/** Raises it and says the case's number. */
export async function raise(desk: Desk, concern: Concern): Promise<string> {
  await prepare(desk, concern)
  return send(desk)
}

/** "Send the concern", on the page of the answers; then one stands before the case. */
export async function send(desk: Desk): Promise<string> {
  await press(desk.page, 'Send the concern')
  const number = /Case (\d{4}-\w+)/.exec(await words(desk))?.[1]
  const { pathname } = new URL(desk.page.url())
  assert.ok(number !== undefined && pathname.includes('/cases/'), `No case yet: ${await words(desk)}`)
  desk.cases.set(number, pathname)
  return number
}

/** A page may ask a few things that belong together: each is answered by its own words. */
async function answer({ page }: Desk, concern: Concern, title: string): Promise<void> {
  const main = page.locator('main')
  // Read at one go: a drive raises a dozen concerns, and asking the browser about each question takes longer than answering.
  const said = await main.locator('legend, label, h2').allTextContents()
  const asks = (question: string) => said.some((words) => startsLike(question).test(words))
  const own = standard(concern).filter(([start], n, all) => all.findIndex(([other]) => other === start) === n)
  for (const [start, given] of own) {
    const [first] = Object.keys(given)
    if (title.startsWith(start) || asks(start) || (first !== undefined && first !== 'Agencies' && asks(first)))
      await fill(page, given)
  }
  for (const [asked, given] of Object.entries(concern.answers)) if (asks(asked)) await fill(page, { [asked]: given })
  for (const n of await main.locator('textarea').evaluateAll(unwritten))
    await main
      .locator('textarea')
      .nth(n)
      .fill('What we saw is in our notes of the day, and the family told us the same.')
  for (const id of await main.getByRole('group').evaluateAll(undecided)) await main.locator(`[id="${id}"]`).check()
}

/** Which boxes are empty; but for "Why that day?" and the like, asked after an "If yes". Runs in the page. */
const unwritten = (boxes: readonly Element[]): readonly number[] =>
  (boxes as readonly HTMLTextAreaElement[]).flatMap(({ value, name }, n) =>
    value !== '' || /^(safe|date|manager|start)-words$/.test(name) ? [] : [n],
  )

/** The "No" of each question to which it is an answer and that has none yet, by id. Runs in the page. */
const undecided = (groups: readonly Element[]): readonly string[] =>
  groups.flatMap((group) => {
    if (group.querySelector('input:checked')) return []
    const choices = [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')]
    const no = choices.find(({ labels }) => labels?.[0]?.textContent.trim() === 'No')
    return no ? [no.id] : []
  })

function standard(concern: Concern): readonly (readonly [string, Answers])[] {
  const { by, talkedWith, start } = concern
  return [
    ['Is the child in immediate danger', { 'Is the child in immediate danger': concern.danger ?? 'No' }],
    ['Which policy does this go under', { 'Which policy does this go under': concern.policy }],
    ['Whom is this about', { 'What is the child’s name': concern.child, Age: '3', 'In a few words': concern.title }],
    [
      'What is the risk to the child now',
      { 'What is the risk': 'Some', 'Why do you say so': 'Nobody has looked at it since Monday.' },
    ],
    ['What keeps the child safe', { 'Is something in place': 'Nothing that I know of' }],
    [
      'Is there a day by which',
      by === undefined
        ? { 'Is there such a day': 'No' }
        : {
            'Is there such a day': 'Yes',
            'If yes, which day': by,
            'Why that day': 'The stay with her grandmother ends.',
          },
    ],
    ['Which agency is this with', { Agencies: [concern.at] }],
    ['Whose decision is it', { 'Whose decision is it': concern.whom }],
    [
      'Have you talked it over',
      talkedWith === undefined
        ? { 'Have you talked it over': 'No' }
        : { 'Have you talked it over?': 'Yes', 'If yes, with whom': talkedWith, 'What did they say': 'Go ahead.' },
    ],
    ['Do you want somebody to support', { 'Do you want support': 'No' }],
    [
      'At which stage does it start',
      start === undefined ? {} : { 'Start at': start, 'Why does it start there': 'It cannot wait.' },
    ],
  ]
}
