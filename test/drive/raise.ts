import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { type Desk, heading, words } from './desk.ts'
import { type Answers, fill, press, startsLike } from './fill.ts'

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
  const own = standard(concern).filter(([start], n, all) => all.findIndex(([other]) => other === start) === n)
  for (const [start, given] of own) {
    const [first] = Object.keys(given)
    if (
      title.startsWith(start) ||
      (await heads(page, start)) ||
      (first !== undefined && (await asks(page, first)) && first !== 'Agencies')
    )
      await fill(page, given)
  }
  for (const [asked, given] of Object.entries(concern.answers))
    if (await asks(page, asked)) await fill(page, { [asked]: given })
  for (const box of await page.locator('main textarea').all())
    if ((await box.inputValue()) === '' && !(await isOptional(box)))
      await box.fill('What we saw is in our notes of the day, and the family told us the same.')
  for (const group of await page.locator('main').getByRole('group').all()) {
    const no = group.getByRole('radio', { name: 'No', exact: true })
    if ((await no.count()) > 0 && (await group.locator('input:checked').count()) === 0) await no.first().check()
  }
}

const heads = async (page: Page, start: string): Promise<boolean> =>
  (await page
    .locator('main')
    .getByRole('heading', { level: 2, name: startsLike(start) })
    .count()) > 0

async function asks(page: Page, question: string): Promise<boolean> {
  const name = startsLike(question)
  const main = page.locator('main')
  return (await main.getByRole('group', { name }).count()) + (await main.getByLabel(name).count()) > 0
}

/** "Why that day?" and the like: asked after an "If yes". */
const isOptional = (box: Locator): Promise<boolean> =>
  box.evaluate((node) => /^(safe|date|manager|start)-words$/.test(node.getAttribute('name') ?? ''))

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
