import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../../test/browser.ts'
import { gallery } from './gallery.ts'
import { hiddenPage } from './hidden-page.ts'

/** Set to a folder to keep pictures of every page, to be looked at beside the mock-ups. */
const pictures = process.env['GALLERY_PICTURES']
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'none'; form-action 'self'; base-uri 'none'"

let browser: Browser
let close: (() => Promise<void>) | undefined
let server: Server
let origin = ''

before(async () => {
  server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1)
    const asset = /^assets\/([a-z]+\.(css|js|svg))$/.exec(name)
    const types: { readonly [end: string]: string } = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }
    response.setHeader('content-security-policy', policy)
    response.setHeader('content-type', asset ? (types[asset[2] as string] as string) : 'text/html; charset=utf-8')
    response.end(asset ? readFileSync(new URL(`../assets/${asset[1]}`, import.meta.url)) : pageAt(name))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const launched = await launchChromium()
  browser = launched.browser
  close = launched.close
})

after(async () => {
  await close?.()
  server?.close()
})

for (const { name } of gallery()) {
  test(`${name}: nothing for axe, no sideways scroll, nothing blocked`, async () => {
    const complaints: string[] = []
    for (const width of [1280, 390]) {
      const page = await open(name, width, complaints)
      if (pictures !== undefined) {
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
      }
      complaints.push(...(await axe(page)).map((one) => `${width}: ${one}`))
      await page.context().close()
    }
    const narrow = await open(name, 320, complaints)
    complaints.push(...(await sideways(narrow)))
    await narrow.context().close()
    assert.deepEqual(complaints, [])
  })
}

test('the checks can fail', async () => {
  const complaints: string[] = []
  const page = await open('planted', 320, complaints)
  assert.notDeepEqual(await axe(page), [])
  assert.notDeepEqual(await sideways(page), [])
  assert.notDeepEqual(complaints, [])
})

function pageAt(name: string): string {
  if (name === 'hide') return hiddenPage()
  return gallery().find((one) => one.name === name)?.html ?? planted
}

test('Esc three times hides the screen and leaves no step back', async () => {
  const complaints: string[] = []
  const page = await open('02-case', 1280, complaints)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  assert.match(await page.title(), /Case 2026-014/)
  await page.keyboard.press('Escape')
  await page.waitForURL('**/hide')
  assert.ok(!(await page.content()).includes('Concordat</'))
  assert.equal(await page.evaluate('history.length'), 2)
  await page.context().close()
  assert.deepEqual(complaints, [])
})

test('the menu folds on a phone, and is open where no script runs', async () => {
  const page = await open('01-home', 390, [])
  const cases = page.getByRole('link', { name: 'Cases', exact: true })
  assert.equal(await cases.isVisible(), false)
  await page.getByRole('button', { name: 'Menu' }).click()
  assert.equal(await cases.isVisible(), true)
  await page.context().close()
  const context = await browser.newContext({ viewport: { width: 390, height: 900 }, javaScriptEnabled: false })
  const bare = await context.newPage()
  await bare.goto(`${origin}/01-home`)
  assert.equal(await bare.getByRole('link', { name: 'Cases', exact: true }).isVisible(), true)
  assert.equal(await bare.getByRole('link', { name: 'Hide this screen' }).getAttribute('href'), '/hide')
  await context.close()
})

test('on paper folded workings are there and the menu is not', async () => {
  const page = await open('02b-case-closed', 1280, [])
  const working = page.getByText('Weekend: does not count').first()
  assert.equal(await working.isVisible(), false)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await working.isVisible(), true)
  assert.equal(await page.getByRole('link', { name: 'Cases', exact: true }).isVisible(), false)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/print-1280.png`, fullPage: true })
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' })
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/forced-1280.png`, fullPage: true })
  await page.context().close()
})

const planted = `<!doctype html><html><body><style>p{color:red}</style><img src="x"><p>${'x'.repeat(300)}</p></body></html>`

async function open(name: string, width: number, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${origin}/${name}`)
  return page
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

async function sideways(page: Page): Promise<string[]> {
  const wide = (await page.evaluate(
    '[document.documentElement.scrollWidth, ...[...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > 320.5).map((e) => e.className)]',
  )) as [number, ...string[]]
  return wide[0] > 320 ? [`scrolls sideways at 320 px: ${wide.slice(1, 6).join(', ')}`] : []
}
