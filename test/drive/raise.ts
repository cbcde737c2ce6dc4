import assert from 'node:assert/strict'
import { type Desk, heading, words } from './desk.ts'
import { type Answers, fill, press } from './fill.ts'

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
  assert.ok(number !== undefined && /\/cases\//.test(desk.page.url()), `No case yet: ${await words(desk)}`)
  return number
}

async function answer({ page }: Desk, concern: Concern, title: string): Promise<void> {
  const own = standard(concern).find(([start]) => title.startsWith(start))
  if (own) return fill(page, own[1])
  const [asked, given] = Object.entries(concern.answers).find(([start]) => title.startsWith(start)) ?? []
  if (asked !== undefined && given !== undefined) return fill(page, { [asked]: given })
  const box = page.locator('main').getByLabel(title)
  const isWords = (await box.count()) > 0 && (await box.first().evaluate((node) => node.tagName)) === 'TEXTAREA'
  if (isWords) return box.first().fill('What we saw is in our notes of the day, and the family told us the same.')
  const no = page.locator('main').getByRole('radio', { name: 'No', exact: true })
  if ((await no.count()) > 0) await no.first().check()
}

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
