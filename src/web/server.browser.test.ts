import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { directory, partnership } from '../../seeds/place.ts'
import { at, samplePlace } from '../../seeds/plant.ts'
import { openBrowser, type TestBrowser } from '../../test/browser.ts'
import { type TestStore, testStore } from '../../test/database.ts'
import { standingAt } from '../app/clock.ts'
import { appOn } from '../app/open-app.ts'
import { keepPlace } from '../app/place.ts'
import { buildServer } from './server.ts'

/** The pages of the edge itself, in Chromium: each page opened is audited (axe, CSP, width) by the helper that opens it. */
let t: TestStore
let server: FastifyInstance
let browser: TestBrowser
let origin = ''

before(async () => {
  const clock = standingAt(at('2026-04-08T18:00'))
  t = await testStore({ clock: () => clock.now() })
  const cast = ['joanne-pike', 'ruth-calder'].map((person) => {
    const post = directory.posts.find((one) => one.person === person)
    const agency = directory.agencies[post?.agency ?? '']?.name ?? ''
    return { person, name: directory.people[person]?.name ?? '', post: post?.title ?? '', agency, comesFor: 'A look' }
  })
  const app = appOn(t.store, clock, { partnership, cast, setClock: async (to) => clock.set(to) })
  await keepPlace({ app, store: t.store }, await samplePlace(), at('2026-01-05T09:00'))
  server = buildServer(app, { https: false, log: false })
  origin = await server.listen({ host: '127.0.0.1', port: 0 })
  browser = await openBrowser()
})

after(async () => {
  // The browser complains of pages when it closes: the rest is closed all the same.
  try {
    await browser?.close()
  } finally {
    await server?.close()
    await t?.close()
  }
})

const open = ['/', '/danger', '/help', '/privacy', '/accessibility', '/sign-in', '/hidden', '/calculator']

for (const width of [1280, 390])
  describe(`at ${width} px`, () => {
    test('public pages open without a complaint', async () => {
      const page = await browser.page(origin, { width })
      for (const url of open) assert.equal((await page.goto(url))?.status(), 200, url)
      await page.goto('/calculator?from-day=31&from-month=2&from-year=2026&time=25pm&count=x&unit=days')
      await page.getByRole('alert').waitFor()
    })

    test('five working days over Easter, asked as people ask', async () => {
      const page = await browser.page(origin, { width, javaScript: false })
      await page.goto('/calculator')
      await page.getByLabel('Day', { exact: true }).first().fill('1')
      await page.getByLabel('Month', { exact: true }).first().fill('April')
      await page.getByLabel('Year', { exact: true }).first().fill('2026')
      await page.getByLabel('At what time?').fill('4:10pm')
      await page.getByLabel('How many').fill('5')
      await page.getByRole('button', { name: 'Work it out' }).click()
      await page.getByText('Friday 10 April 2026').waitFor()
      await page.getByText('Good Friday, a bank holiday: does not count').waitFor()
    })

    test('signing in without script, reading the policies, hiding the screen, signing out', async () => {
      const page = await browser.page(origin, { width, javaScript: false })
      await page.goto('/sign-in')
      await page.getByRole('button', { name: 'Sign in as Ruth Calder' }).click()
      await page.goto(`/${partnership}/policies`)
      const links = await page.locator('main').getByRole('rowheader').getByRole('link').all()
      const addresses = await Promise.all(links.map((one) => one.getAttribute('href')))
      assert.ok(addresses.length >= 6)
      for (const address of width === 1280 ? addresses : addresses.slice(0, 2)) {
        await page.goto(address ?? '')
        for (const name of ['Flowchart', 'The policy in plain words', 'Clause by clause'])
          assert.equal(await page.getByRole('heading', { name, exact: true }).count(), 1, `${address}: ${name}`)
      }
      assert.equal((await page.goto(`/${partnership}/cases/none`))?.status(), 404)
      await page.getByRole('link', { name: 'Hide this screen' }).click()
      await page.getByRole('heading', { name: 'Notes' }).waitFor()
      await page.goto(`/${partnership}/policies`)
      await page.getByRole('button', { name: 'Sign out' }).first().click()
      await page.waitForURL('**/sign-in')
    })
  })
