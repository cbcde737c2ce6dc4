import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** By question as it reads on the page: words to type, an option to choose, several, or a date as ISO ("2026-04-09"). */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** Whoever is named first. */
export const anybody = '*'

/** Answers questions by their labels, as somebody reads and types. Questions not named are left as they are. */
export async function fill(page: Page, answers: Answers): Promise<void> {
  for (const [question, answer] of Object.entries(answers)) await answerOne(page, question, answer)
}

async function answerOne(page: Page, question: string, answer: string | readonly string[]): Promise<void> {
  const name = startsLike(question)
  const group = page.locator('main').getByRole('group', { name })
  if ((await group.count()) > 0) return inGroup(group.first(), answer)
  const box = page.locator('main').getByLabel(name)
  assert.ok((await box.count()) > 0, `${page.url()} does not ask “${question}”`)
  const text = typeof answer === 'string' ? answer : answer.join('\n')
  const first = box.first()
  if ((await first.evaluate((node) => node.tagName)) !== 'SELECT') return first.fill(text)
  const options = await first.locator('option').allInnerTexts()
  const option = options.find((one) => one.startsWith(text))
  assert.ok(option !== undefined, `“${question}” does not offer “${text}” but ${options.join(', ')}`)
  await first.selectOption({ label: option })
}

async function inGroup(group: Locator, answer: string | readonly string[]): Promise<void> {
  const date = typeof answer === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(answer) : null
  if (date) {
    const [, year = '', month = '', day = ''] = date
    await group.getByLabel('Day', { exact: true }).fill(String(Number(day)))
    await group.getByLabel('Month', { exact: true }).fill(String(Number(month)))
    await group.getByLabel('Year', { exact: true }).fill(year)
    return
  }
  if (typeof answer === 'string') return choose(group, answer)
  // A list says exactly what is ticked.
  const ticked = group.getByRole('checkbox', { checked: true })
  while ((await ticked.count()) > 0) await ticked.first().uncheck()
  for (const one of answer) await choose(group, one)
}

async function choose(group: Locator, option: string): Promise<void> {
  if (option === anybody) return group.getByRole('radio').first().check()
  const found = group.getByLabel(startsLike(option))
  assert.ok(
    (await found.count()) > 0,
    `“${option}” is not offered among: ${(await group.innerText()).replace(/\s+/g, ' ')}`,
  )
  await found.first().check()
}

/** A label that begins so: "(if you like)" and the like may follow. */
export const startsLike = (text: string): RegExp =>
  new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'i')

/** Presses the button that sends this page's form. */
export const press = (page: Page, button: string): Promise<void> =>
  page
    .locator('main')
    .getByRole('button', { name: startsLike(button) })
    .first()
    .click()
