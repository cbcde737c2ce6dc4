import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type AuditOptions, auditor } from './browser-audit.ts'
import { browserFiles } from './browser-files.ts'

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

/**
 * One Chromium, meant to be opened once per test file: `const browser = await openBrowser(); after(() => browser.close())`.
 * Long drives open the same pages hundreds of times: they say by `kindOf` which are of one kind.
 */
export async function openBrowser(options: AuditOptions = {}): Promise<TestBrowser> {
  const { browser, close } = await launchChromium()
  const contexts: BrowserContext[] = []
  const audit = auditor(browser, options)

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
      await close()
      const findings = audit.findings()
      assert.equal(findings.length, 0, `Pages opened in this file have defects:\n${findings.join('\n')}`)
    },
  }
}

/** Chromium alone, without the checks: for tests of single components. Close it by `close`, which clears its files away. */
export async function launchChromium(): Promise<{ readonly browser: Browser; readonly close: () => Promise<void> }> {
  const { executable, fonts } = await browserFiles()
  const folder = mkdtempSync(join(tmpdir(), 'concordat-browser-'))
  const browser = await chromium.launch({
    executablePath: executable,
    // Root, as in a container, cannot use Chromium's sandbox; the pages tested are our own.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...process.env, TMPDIR: folder, HOME: folder, FONTCONFIG_FILE: fonts },
  })
  return {
    browser,
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    },
  }
}
