import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { auditor } from './browser-audit.ts'

export type TestBrowser = {
  /**
   * A page in a context of its own (its own cookies). `width` in CSS pixels, 1280 unless given.
   * It is Playwright's `Page`, except that every document it opens is checked before the step that opened it returns.
   */
  page(baseUrl: string, options?: PageOptions): Promise<Page>
  /** Closes Chromium, then fails when any page opened was not accessible, broke its CSP, threw, or escaped the check. */
  close(): Promise<void>
}

export type PageOptions = { readonly width?: number; readonly javaScript?: boolean }

export type BrowserOptions = {
  /** Long drives open the same pages hundreds of times: with this, axe looks at one page of each kind. See `auditor`. */
  readonly kindOf?: (url: URL, title: string) => string
}

/** One Chromium, meant to be opened once per test file: `const browser = await openBrowser(); after(() => browser.close())`. */
export async function openBrowser({ kindOf }: BrowserOptions = {}): Promise<TestBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-chromium-'))
  const browser = await chromium.launch({
    executablePath: await unpackChromium(folder),
    // Root, as in a container, cannot use Chromium's sandbox; the pages tested are our own.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...process.env, TMPDIR: folder, HOME: folder, FONTCONFIG_FILE: fontsFor(folder) },
  })
  const contexts: BrowserContext[] = []
  const audit = auditor(browser, kindOf)

  return {
    async page(baseUrl, { width = 1280, javaScript = true } = {}) {
      const context = await browser.newContext({
        baseURL: baseUrl,
        viewport: { width, height: 900 },
        javaScriptEnabled: javaScript,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      })
      contexts.push(context)
      return audit.watch(context, { width, javaScript })
    },
    async close() {
      for (const context of contexts) await context.close()
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
      const findings = audit.findings()
      assert.equal(findings.length, 0, `Pages opened in this file have defects:\n${findings.join('\n')}`)
    },
  }
}

// The package unpacks into the temporary folder and silently reuses what an older version left there: give it a fresh one.
async function unpackChromium(folder: string): Promise<string> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

// Chromium draws no letter at all on a machine without fonts, as a container may be. The ones that came with it also stand in
// for Arial everywhere, so that a page is as wide on every machine.
function fontsFor(folder: string): string {
  const file = join(folder, 'fonts.conf')
  const include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
  const arial = `<match target="pattern"><test name="family"><string>Arial</string></test>
<edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit></match>`
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${include}${arial}<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  )
  return file
}
