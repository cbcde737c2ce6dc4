import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser, type TestBrowser } from '../../../test/browser.ts'
import { type Site, site } from './form-site.testing.ts'

let it: Site
let browser: TestBrowser
let base = ''

before(async () => {
  it = await site({ stories: true })
  base = await it.server.listen({ host: '127.0.0.1', port: 0 })
  browser = await openBrowser()
})
after(async () => {
  try {
    await browser.close()
  } finally {
    await it.close()
  }
})

async function pageOf(person: string, width: number) {
  const page = await browser.page(base, { width, javaScript: false })
  await page
    .context()
    .addCookies([{ name: 'concordat', value: await it.app.sessions.begin('exampleshire', person), url: base }])
  return page
}

/** Everything a page asks: no where that can be said, else the last answer; words in every box. */
async function answerAll(page: Page): Promise<void> {
  const main = page.locator('main')
  for (const group of await main.getByRole('group').all()) {
    const no = group.getByRole('radio', { name: 'No', exact: true })
    if ((await no.count()) > 0) await no.check()
    else if ((await group.getByRole('radio').count()) > 0) await group.getByRole('radio').last().check()
    else if ((await group.getByRole('checkbox').count()) > 0) await group.getByRole('checkbox').first().check()
  }
  for (const box of await main.locator('textarea').all()) await box.fill('Something exact.')
  const name = main.getByLabel('What is the child’s name?')
  if ((await name.count()) > 0) await name.fill('Leila R')
}

test('a concern is raised on a phone without script', async () => {
  const page = await pageOf('amira-hussain', 390)
  await page.goto('/exampleshire/raise')
  await page.getByLabel('No', { exact: true }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Exampleshire: resolving professional disagreements').check()
  for (let n = 0; n < 30; n++) {
    if (page.url().endsWith('/check')) break
    const heading = (await page.getByRole('heading', { level: 1 }).innerText()).trim()
    if (heading.startsWith('Which policy')) await page.getByLabel('Exampleshire: resolving').check()
    else if (heading.startsWith('Which agency')) await page.getByLabel('Exampleshire Children’s Services').check()
    else await answerAll(page)
    await page.getByRole('button', { name: 'Save and continue' }).click()
  }
  assert.match(page.url(), /\/check$/, `Still asking: ${await page.locator('main').innerText()}`)
  await page.getByRole('button', { name: 'Send the concern' }).click()
  assert.match(page.url(), /\/cases\//)
})

test('the pages of a case are accessible at both widths', async () => {
  const viewer = await it.app.sessions.find(await it.app.sessions.begin('exampleshire', 'joanne-pike'))
  assert.ok(viewer)
  const home = await it.app.access.home({ viewer, route: 'test', request: 'test' })
  const of = (child: string) =>
    `/exampleshire/cases/${home.cases.find((one) => one.childName.startsWith(child))?.caseId}`
  const nouns = [
    'discussions',
    'notices',
    'risk',
    'arrangement',
    'protective-date',
    'moves/up',
    'moves/agree?end=agreed',
    'moves/nowhere',
  ]
  for (const [n, url] of [...nouns.map((noun) => `${of('Leila')}/${noun}`), `${of('Theo')}/outcome`].entries()) {
    const page = await pageOf('joanne-pike', n % 2 === 0 ? 390 : 1280)
    await page.goto(url)
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, url)
  }
})
