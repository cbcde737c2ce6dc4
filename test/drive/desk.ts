import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { directory, partnership } from '../../seeds/place.ts'
import { at } from '../../seeds/plant.ts'
import type { App } from '../../src/app/app.ts'
import type { SetClock } from '../../src/app/clock.ts'
import { cookiesFor } from '../../src/web/cookies.ts'

/** One screen in an office: people sit down at it one after another, and time goes on between. */
export interface Desk {
  readonly page: Page
  /** It becomes this time in London ("2026-04-01T16:00"), and what time brings is written. */
  readonly time: (moment: string) => Promise<void>
  /** Somebody else sits here, signed in already; the screen still shows what it showed. */
  readonly takeOver: (name: string) => Promise<void>
  /** Addresses of the cases raised here, by number. */
  readonly cases: Map<string, string>
}

export const deskAt = (page: Page, { app, clock }: { readonly app: App; readonly clock: SetClock }): Desk => ({
  page,
  cases: new Map(),
  async time(moment) {
    clock.set(at(moment))
    await app.run.tick(partnership)
  },
  async takeOver(name) {
    const person = Object.keys(directory.people).find((id) => directory.people[id]?.name === name)
    assert.ok(person !== undefined, `Nobody is called ${name}`)
    const { origin } = new URL(page.url())
    const value = await app.sessions.begin(partnership, person)
    await page.context().addCookies([{ name: cookiesFor(false).session, value, url: origin, httpOnly: true }])
  },
})

/**
 * At home. The first to sit down here signs in by pressing their name. Whoever takes over has the session that this gives:
 * two pages fewer, dozens of times in a drive.
 */
export async function signIn(desk: Desk, name: string): Promise<void> {
  const { page } = desk
  if (page.url().startsWith('http')) {
    await desk.takeOver(name)
    await page.goto(`/${partnership}`)
  } else {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: `Sign in as ${name}`, exact: true }).click()
  }
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Somebody takes over and opens a case by its address, as from a bookmark. */
export async function opens(desk: Desk, name: string, number: string): Promise<void> {
  await desk.takeOver(name)
  await openCase(desk, number)
}

/** A case that was raised here. That lists lead to cases is for `test/newcomer` and `test/every-page`. */
export async function openCase({ page, cases }: Desk, number: string): Promise<void> {
  const address = cases.get(number)
  assert.ok(address !== undefined, `${number} was not raised at this desk`)
  await page.goto(address)
}

/** What the page says, in one line of text. */
export async function words({ page }: Desk): Promise<string> {
  return flat(await page.locator('main').innerText())
}

/** The page's own heading. */
export const heading = async ({ page }: Desk): Promise<string> =>
  flat(await page.getByRole('heading', { level: 1 }).innerText())

/** What must stand on the page, in its order or not. */
export async function reads(desk: Desk, ...expected: readonly (RegExp | string)[]): Promise<void> {
  const said = await words(desk)
  for (const one of expected)
    assert.ok(
      typeof one === 'string' ? said.includes(one) : one.test(said),
      `${desk.page.url()} does not say ${String(one)}. It says:\n${said}`,
    )
}

/** What must not stand on the page. */
export async function hides(desk: Desk, ...never: readonly (RegExp | string)[]): Promise<void> {
  const said = await words(desk)
  for (const one of never)
    assert.ok(
      typeof one === 'string' ? !said.includes(one) : !one.test(said),
      `${desk.page.url()} says ${String(one)}:\n${said}`,
    )
}

/** Opens every fold of the page, as somebody who wants to read it all. */
export async function unfold({ page }: Desk): Promise<void> {
  // One that was opened is not among the closed ones any more: the first is taken until none is left, those inside others too.
  const closed = page.locator('main details:not([open]) > summary').filter({ visible: true })
  while ((await closed.count()) > 0) await closed.first().click()
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
