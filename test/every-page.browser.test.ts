import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { directory } from '../seeds/place.ts'
import { stories } from '../seeds/stories.ts'
import { type Desk, signIn } from './drive/desk.ts'
import { type House, kindOf, openHouse } from './drive/house.ts'

/**
 * Every page that can be reached by links, as each kind of reader, over the planted sample: two of each address pattern,
 * at a desk and on the narrowest screen (320 px, WCAG 1.4.10). `openBrowser` adds axe, the content security policy,
 * sideways scroll, script errors and broken assets.
 */
let house: House

before(async () => {
  house = await openHouse({ stories: true })
})
after(() => house?.close())

const readers = [
  'Amira Hussain',
  'Tom Reddy',
  'Joanne Pike',
  'Ruth Calder',
  'Peter Lindqvist',
  'Alan Whitcombe',
  'Helen Baptiste',
]
const children = stories.map((story) => ('name' in story.raise.command.subject ? story.raise.command.subject.name : ''))

for (const name of readers)
  test(`every page ${name} can reach says what it is, fits, and shows no raw data`, { timeout: 300_000 }, async () => {
    const wide = await house.desk({ width: 1280 })
    const phone = await house.desk({ width: 320 })
    for (const desk of [wide, phone]) await signIn(desk, name)
    const wrong: string[] = []
    const pages = await crawl(wide, wrong)
    for (const address of pages) {
      await phone.page.goto(address)
      wrong.push(...(await faults(phone.page, address)))
    }
    assert.ok(pages.length > 5, `${name} reached only ${pages.join(', ')}`)
    assert.deepEqual(wrong, [])
  })

/** Two of each pattern, found by following links from home. */
async function crawl({ page }: Desk, wrong: string[]): Promise<readonly string[]> {
  const waiting = [new URL(page.url()).pathname, '/danger', '/help', '/calculator']
  const seen = new Map<string, number>()
  const known = new Set(waiting)
  const opened: string[] = []
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const pattern = kindOf(new URL(address, page.url()), '').replace(
      /\/(policies|outcome|facts|moves|acts)\/[^/ ]+/,
      '/$1/:x',
    )
    const times = seen.get(pattern) ?? 0
    if (times >= 2) continue
    seen.set(pattern, times + 1)
    const answer = await page.goto(address)
    if ((answer?.status() ?? 500) >= 400) wrong.push(`${address} answered ${answer?.status()}`)
    if (!(answer?.headers()['content-type'] ?? '').startsWith('text/html')) continue
    opened.push(address)
    wrong.push(...(await faults(page, address)))
    for (const href of await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))) {
      const next = href.split('#')[0] ?? ''
      if (next === '' || known.has(next) || /\.(csv|json|txt|ics|docx|svg)(\?|$)|^\/hidden|^\/assets/.test(next))
        continue
      known.add(next)
      waiting.push(next)
    }
  }
  return opened
}

/** What is wrong with a page by itself. */
async function faults(page: Page, address: string): Promise<readonly string[]> {
  const found: string[] = []
  const text = await page.locator('body').innerText()
  const title = await page.title()
  const headings = await page.locator('h1').count()
  if (headings !== 1) found.push(`${address} has ${headings} headings of the first level`)
  for (const raw of ['undefined', '[object', 'NaN', ' null '])
    if (text.includes(raw)) found.push(`${address} says ${raw}: ${around(text, raw)}`)
  for (const id of ids)
    if (new RegExp(`(?<![\\w/.@-])${id}(?![\\w.@-])`).test(text))
      found.push(`${address} shows the id ${id}: ${around(text, id)}`)
  for (const child of children)
    if (child !== '' && title.includes(child)) found.push(`${address} names a child in its title: ${title}`)
  return found
}

/** Ids that are two words joined: nobody should ever read one. */
const ids = [
  ...Object.keys(directory.people),
  ...Object.keys(directory.agencies),
  'our-same-words',
  'our-risk',
  'our-outstanding',
  'panel-stage',
  'immediate-harm',
  'on-plan',
  'in-care',
].filter((id) => id.includes('-'))

const around = (text: string, what: string): string => {
  const at = text.indexOf(what)
  return text.slice(Math.max(0, at - 60), at + 60).replace(/\s+/g, ' ')
}
