import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
export const out = '/tmp/reviewer/shots'
mkdirSync(out, { recursive: true })
mkdirSync('/tmp/reviewer/tmp', { recursive: true })
process.env['TMPDIR'] = '/tmp/reviewer/tmp'
export async function launch() {
  const { default: packed } = await import('@sparticuz/chromium')
  const path = await packed.executablePath()
  const inc = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
  writeFileSync('/tmp/reviewer/tmp/fonts.conf', `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${inc}<match target="pattern"><test name="family"><string>Arial</string></test><edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit></match><dir>/tmp/reviewer/tmp/fonts</dir><cachedir>/tmp/reviewer/tmp/font-cache</cachedir></fontconfig>`)
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'], env: { ...process.env, HOME: '/tmp/reviewer/tmp', FONTCONFIG_FILE: '/tmp/reviewer/tmp/fonts.conf' } })
}
export const base = process.env['BASE'] ?? 'http://127.0.0.1:3210'
export async function as(browser: Awaited<ReturnType<typeof launch>>, name: string | undefined, width = 1280, js = true): Promise<Page> {
  const c = await browser.newContext({ baseURL: base, viewport: { width, height: 900 }, javaScriptEnabled: js, locale: 'en-GB', timezoneId: 'Europe/London' })
  const p = await c.newPage()
  p.setDefaultTimeout(8000)
  if (name) { await p.goto('/sign-in'); await p.getByRole('button', { name: `Sign in as ${name}` }).click() }
  return p
}
export async function shot(p: Page, name: string, text = true) {
  await p.screenshot({ path: `${out}/${name}.png`, fullPage: true })
  const t = await p.evaluate(() => (document.querySelector('main') as HTMLElement | null)?.innerText ?? document.body.innerText)
  const wide = await p.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  if (text) console.log(`\n===== ${name} ${p.url()} "${await p.title()}"${wide ? ' !!! SIDEWAYS' : ''}\n${t.replace(/\n{2,}/g, '\n')}`)
}
