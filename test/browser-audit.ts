/// <reference lib="dom" />
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'

export type Auditor = {
  /** A new page of this context, watched: every document it opens is audited before the step that opened it returns. */
  watch(context: BrowserContext, settings: Settings): Promise<Page>
  /** A sentence per defect so far, each once, including documents that were opened and never audited. */
  findings(): readonly string[]
}

type Settings = { readonly width: number; readonly javaScript: boolean }

export type AuditOptions = {
  /**
   * The kind of a page by its address and title: then axe looks at one page of each kind and width, of all that the files of
   * one run of `npm test` open, and everything else is still checked on every page.
   */
  readonly kindOf?: (url: URL, title: string) => string
  /** The folder in which the files of one run tell each other what axe has looked at; none for a file run by itself. */
  readonly looked?: string
}

/** Checks every document a browser's pages open: axe, content security policy, script errors, broken assets, width. */
export function auditor(browser: Browser, { kindOf, looked: shared = lookedInThisRun }: AuditOptions): Auditor {
  const found = new Set<string>()
  const looked = new Set<string>()
  const isNewKind = (url: string, title: string, width: number) => {
    if (!kindOf) return true
    const kind = `${width} ${kindOf(new URL(url), title)}`
    const isNew = !looked.has(kind) && isNewIn(shared, kind)
    looked.add(kind)
    return isNew
  }
  const unaudited: (() => readonly string[])[] = []

  return {
    async watch(context, settings) {
      const report = (url: string, defect: string) =>
        void found.add(`${new URL(url).pathname} (${settings.width} px): ${defect}`)
      listen(context, report)
      const page = await context.newPage()
      const watched = await watchDocuments(page, (url) =>
        audit(browser, page, url, settings, report, (title) => isNewKind(url, title, settings.width)),
      )
      unaudited.push(watched.unaudited)
      // A window the page opens by itself has no step to hang its audit on, so it is a defect in itself.
      context.on('page', (other) => other !== page && report(other.url(), 'opened in a window of its own'))
      return auditingAfterEachStep(page, watched.settle)
    },
    findings: () => [...found, ...unaudited.flatMap((urls) => urls().map((url) => `${url}: opened and never audited`))],
  }
}

const lookedInThisRun = process.env['CONCORDAT_TESTS_LOOKED']

function isNewIn(folder: string | undefined, kind: string): boolean {
  if (folder === undefined) return true
  try {
    writeFileSync(join(folder, createHash('sha256').update(kind).digest('hex')), kind, { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

type Report = (url: string, defect: string) => void

function listen(context: BrowserContext, report: Report): void {
  context.on('console', (message) => {
    const text = message.text()
    if (/Content Security Policy/i.test(text)) report(message.page()?.url() ?? 'about:blank', text)
  })
  context.on('weberror', (error) =>
    report(error.page()?.url() ?? 'about:blank', `script error: ${error.error().message}`),
  )
  context.on('response', (response) => {
    const kind = response.request().resourceType()
    if (kind !== 'document' && response.status() >= 400) report(response.url(), `${kind} answered ${response.status()}`)
  })
}

/** Knows which documents a page opened and has not audited, and waits for the one that is on its way. */
async function watchDocuments(page: Page, audit: (url: string) => Promise<void>) {
  let waiting: string[] = []
  const missed: string[] = []
  let onItsWay = false
  let turn: Promise<void> = Promise.resolve()
  const isMain = (request: Request) => request.isNavigationRequest() && request.frame() === page.mainFrame()
  const arrived = (request: Request) => {
    // A redirect's own answer is not the document; the request that follows it is.
    if (isMain(request) && !request.redirectedTo()) onItsWay = false
  }
  page.on('requestfailed', arrived)
  page.on('requestfinished', arrived)
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) onItsWay = false
  })
  page.on('domcontentloaded', () => {
    if (/^https?:/.test(page.url())) waiting.push(page.url())
  })
  // Following a link or sending a form returns before its request is made. Chromium announces the intention at once,
  // and anything asked on the same session is answered after that announcement.
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  session.on('Page.frameRequestedNavigation', ({ disposition }) => {
    if (disposition === 'currentTab') onItsWay = true
  })

  const settle = async () => {
    await session.send('Runtime.evaluate', { expression: '0' }).catch(() => undefined)
    for (let waited = 0; onItsWay && waited < longestNavigation; waited += 5) await pause(5)
    onItsWay = false
    await page.waitForLoadState('load')
    const url = waiting.pop()
    // Two documents in one step: the first went by unseen.
    missed.push(...waiting)
    waiting = []
    if (url !== undefined) await audit(url)
  }
  return {
    unaudited: () => [...missed, ...waiting],
    // Steps run at the same time (`Promise.all`) audit one after another.
    settle: () => {
      turn = turn.then(settle)
      return turn
    },
  }
}

/** Milliseconds. */
const longestNavigation = 15_000

async function audit(
  browser: Browser,
  page: Page,
  url: string,
  settings: Settings,
  report: Report,
  withAxe: (title: string) => boolean,
): Promise<void> {
  const { type, title, wide } = await page.evaluate(() => ({
    type: document.contentType,
    title: document.title,
    wide: document.documentElement.scrollWidth - window.innerWidth,
  }))
  if (type !== 'text/html') return
  if (wide > 0) report(url, `is ${wide} px wider than the screen`)
  if (!withAxe(title)) return
  const violations = settings.javaScript ? await axe(page) : await onCopy(browser, page, url, settings, axe)
  for (const { id, help, nodes } of violations) {
    for (const node of nodes) report(url, `axe ${id}: ${help}: ${node.target.join(' ')}`)
  }
}

async function axe(page: Page) {
  // Every rule axe has switched on, and target size (WCAG 2.2), which it has not.
  const builder = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } })
  return (await builder.setLegacyMode(true).analyze()).violations
}

// axe needs timers, which never ring in a page whose scripts are off: it looks at the same document in a page of its own.
async function onCopy<T>(
  browser: Browser,
  page: Page,
  url: string,
  { width }: Settings,
  look: (copy: Page) => Promise<T>,
) {
  const html = await page.content()
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  try {
    await context.route('**/*', (route) => {
      if (route.request().isNavigationRequest())
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      return route.request().resourceType() === 'script' ? route.abort() : route.continue()
    })
    const copy = await context.newPage()
    await copy.goto(url)
    return await look(copy)
  } finally {
    await context.close()
  }
}

/** The same object, with `settle` awaited after each of its promises, and so for every locator and keyboard it hands out. */
function auditingAfterEachStep<T extends object>(target: T, settle: () => Promise<void>): T {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return isSteppable(value) ? auditingAfterEachStep(value, settle) : value
      return (...args: readonly unknown[]) => {
        const result: unknown = Reflect.apply(value, target, args)
        if (result instanceof Promise) return afterwards(result, settle, opensNoDocument.has(String(name)))
        return isSteppable(result) ? auditingAfterEachStep(result, settle) : result
      }
    },
  })
}

/** Names of steps that read what is there, or end it. */
const opensNoDocument = new Set([
  'allInnerTexts',
  'close',
  'count',
  'getAttribute',
  'innerText',
  'isChecked',
  'isVisible',
  'textContent',
  'title',
])

async function afterwards(
  step: Promise<unknown>,
  settle: () => Promise<void>,
  opensNothing: boolean,
): Promise<unknown> {
  const result = await step
  if (!opensNothing) await settle()
  if (Array.isArray(result)) return result.map((one) => (isSteppable(one) ? auditingAfterEachStep(one, settle) : one))
  return isSteppable(result) ? auditingAfterEachStep(result, settle) : result
}

function isSteppable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && ('press' in value || 'click' in value)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
