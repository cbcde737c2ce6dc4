import assert from 'node:assert/strict'
import { type Desk, words } from './desk.ts'
import { type Answers, fill, press, startsLike } from './fill.ts'

/** From anywhere: by the menu to one's cases, or to the Board's register, and there to this one. */
export async function openCase({ page }: Desk, number: string): Promise<void> {
  const menu = page.getByRole('link', { name: /^(Cases|Register)$/ })
  await menu.first().click()
  await page.locator('main').getByRole('row').filter({ hasText: number }).getByRole('link').first().click()
}

/** Follows a link of the page by how its text begins. */
export async function follow({ page }: Desk, link: string): Promise<void> {
  const found = page.locator('main').getByRole('link', { name: startsLike(link) })
  if ((await found.count()) === 0) {
    const others = await page.locator('main').getByRole('link').allInnerTexts()
    assert.fail(`No link “${link}” on ${page.url()}, but: ${others.join(' | ')}`)
  }
  // One inside a closed fold is opened first.
  await found.first().evaluate((node) => {
    for (let up = node.parentElement; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.setAttribute('open', '')
  })
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

/** Record a discussion that two people had. */
export const talk = (desk: Desk, link: string, settled: boolean, said: string): Promise<void> =>
  does(desk, link, {
    'How did you talk': 'By phone',
    'What was said': said,
    'Did it settle the matter': settled ? 'Yes' : 'No',
  })
