// The browser helper itself: each planted defect must turn it red, and a sound page must not.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser, type PageOptions } from './browser.ts'
import type { AuditOptions } from './browser-audit.ts'

const policy = "default-src 'none'; style-src 'self'; form-action 'self'"
const sound = (more = '') =>
  `<!doctype html><html lang="en"><head><title>Sound</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
   <body><main><h1>Sound</h1>${more}</main></body></html>`
const pages: Readonly<Record<string, string>> = {
  '/': sound(
    '<form method="post" action="/sent"><button>Send this form</button></form><p>Or see the <a href="/next">next page</a>.</p>',
  ),
  '/next': sound('<p>Second page</p>'),
  '/to-mute': sound('<p>You may <a href="/mute">go on</a>.</p>'),
  '/mute': sound('<input type="text">'),
  '/also-mute': sound('<input type="text">'),
  '/nameless': sound('<button></button>'),
  '/script': sound('<script>document.title = "changed"</script>'),
  '/wide': sound('<div style="width: 3000px">Wide</div>'),
  '/asset': sound('<img alt="A map" src="/absent.png">'),
  '/posts-to-mute': sound('<form method="post" action="/mute"><button>Send</button></form>'),
}
let server: Server
let address: string

before(async () => {
  server = createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/sent')
      return void response.writeHead(303, { location: '/next' }).end()
    const page = pages[request.url ?? '']
    const csp = request.url === '/wide' ? {} : { 'content-security-policy': `${policy}; img-src 'self'` }
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...csp }).end(page ?? sound())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

after(() => server.close())

for (const javaScript of [true, false]) {
  test(`sound pages pass, followed by link and form, scripts ${javaScript ? 'on' : 'off'}`, async () => {
    const defects = await defectsOf({ javaScript }, async (page) => {
      await page.goto('/')
      await page.getByRole('button', { name: 'Send this form' }).click()
      assert.equal(new URL(page.url()).pathname, '/next')
      await page.goBack()
      await page.getByRole('link', { name: 'next page' }).press('Enter')
      assert.equal(await page.getByText('Second page').count(), 1)
    })
    assert.equal(defects, '')
  })

  test(`a field without a label is found behind a link, scripts ${javaScript ? 'on' : 'off'}`, async () => {
    const defects = await defectsOf({ javaScript }, async (page) => {
      await page.goto('/to-mute')
      await page.getByRole('link', { name: 'go on' }).click()
    })
    assert.match(defects, /^\/mute \(1280 px\): axe label:/m)
  })
}

test('a page that answers a form is audited as well', async () => {
  const defects = await defectsOf({ javaScript: false }, async (page) => {
    await page.goto('/posts-to-mute')
    await page.getByRole('button', { name: 'Send' }).click()
  })
  assert.match(defects, /^\/mute .*axe label/m)
})

test('a script its policy forbids is found', async () => {
  assert.match(await defectsOf({}, (page) => page.goto('/script')), /Content Security Policy/)
})

test('a page wider than a phone is found', async () => {
  assert.match(await defectsOf({ width: 390 }, (page) => page.goto('/wide')), /\(390 px\): is 26\d\d px wider/)
})

test('an asset that is not there is found', async () => {
  assert.match(await defectsOf({}, (page) => page.goto('/asset')), /image answered 404/)
})

test('a page that goes on by itself is not left out', async () => {
  const defects = await defectsOf({}, async (page) => {
    await page.goto('/')
    await page.evaluate(() => setTimeout(() => location.assign('/mute'), 50))
    await new Promise((done) => setTimeout(done, 1500))
  })
  assert.match(defects, /\/mute: opened and never audited/)
})

test('of all that the files of one run open, axe looks at one page of each kind and width; all else is checked everywhere', async () => {
  const run = mkdtempSync(join(tmpdir(), 'concordat-looked-'))
  const kindOf = ({ pathname }: URL) => (/mute/.test(pathname) ? 'mute' : pathname)
  const mute = /^\/mute .*axe label/m
  /** What a test file finds that opens these addresses in this order. */
  const file = (width: number, ...paths: readonly string[]) =>
    defectsOf(
      { width },
      async (page) => {
        for (const path of paths) await page.goto(path)
      },
      { kindOf, looked: run },
    )
  try {
    assert.match(await file(1280, '/', '/mute'), mute)
    // Its kind has been looked at, by a file that went red.
    assert.equal(await file(1280, '/mute', '/also-mute'), '')
    assert.match(await file(390, '/mute'), mute)
    // What axe has not seen is still to be found by whoever comes first, and the rest by everybody.
    assert.match(await file(1280, '/', '/nameless'), /^\/nameless .*axe button-name/m)
    for (const _ of ['first', 'second']) assert.match(await file(390, '/wide'), /is 26\d\d px wider/)
    assert.match(
      await defectsOf({}, (page) => page.goto('/mute'), { kindOf, looked: mkdtempSync(join(run, 'another-run-')) }),
      mute,
    )
  } finally {
    rmSync(run, { recursive: true, force: true })
  }
})

async function defectsOf(
  options: PageOptions,
  steps: (page: Page) => Promise<unknown>,
  audit: AuditOptions = {},
): Promise<string> {
  const browser = await openBrowser(audit)
  await steps(await browser.page(address, options))
  return browser.close().then(
    () => '',
    (problem: Error) => problem.message,
  )
}
