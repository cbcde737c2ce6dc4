import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Fixture, proofs } from './fixture-proofs.ts'
import { subNavigation } from './sub-navigation.ts'
import { ticketPanel } from './ticket-panel.ts'

/**
 * Each component against the official fixtures of govuk-frontend: for those fixtures whose options our function can
 * say (listed by path, `*` for any item), the markup must be the same but for white space and the order of attributes.
 */
for (const [component, { reads, compared, cannot, draw }] of Object.entries(proofs)) {
  const { fixtures } = JSON.parse(readFileSync(fixtureFile(component), 'utf8')) as {
    readonly fixtures: readonly Fixture[]
  }
  const sayable = fixtures.filter(
    ({ name, options }) => !cannot?.includes(name) && paths(options).every((path) => isRead(path, reads.split(' '))),
  )

  test(`${component}: ${sayable.length} of ${fixtures.length} official fixtures`, () => {
    const differing: string[] = []
    for (const { name, options, html } of sayable) {
      const ours = normalised(draw(options as never).toString())
      const theirs = normalised(html)
      if (ours !== theirs) differing.push(`${name}\n${firstDifference(ours, theirs)}`)
    }
    assert.deepEqual(differing, [], differing.join('\n'))
    assert.equal(sayable.length, compared, 'the number of fixtures compared')
  })
}

test('MoJ components, against the macros of @ministryofjustice/frontend', () => {
  const items = [
    { text: 'Read', href: '#read', active: true },
    { text: 'Findings (2) & more', href: '#findings' },
  ]
  const nav = macro('sub-navigation', 'mojSubNavigation', { label: 'Policy', items })
  assert.equal(normalised(subNavigation('Policy', items).toString()), normalised(nav))
  const ticket = macro('ticket-panel', 'mojTicketPanel', {
    items: [{ text: 'Checked', classes: 'moj-ticket-panel__content--blue' }],
  })
  assert.equal(normalised(ticketPanel({ body: 'Checked', colour: 'blue' }).toString()), normalised(ticket))
})

test('the comparison can fail', () => {
  assert.notEqual(normalised('<p class="a">x</p>'), normalised('<p class="b">x</p>'))
  assert.notEqual(normalised('<p>x</p>'), normalised('<p>x y</p>'))
  assert.notEqual(normalised('<a href="#" id="b">x</a>'), normalised('<a href="#">x</a>'))
  assert.equal(normalised('<a  id="b"\n href="#">\n x  y</a>'), normalised('<a href="#" id="b">x y</a>'))
})

function fixtureFile(component: string): string {
  return fileURLToPath(import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`))
}

/** nunjucks carries no types; this is all of it that is used. */
const nunjucks: {
  FileSystemLoader: new (path: string) => object
  Environment: new (loader: object, options: object) => { renderString(template: string, context: object): string }
} = createRequire(import.meta.url)('nunjucks')

function macro(component: string, name: string, options: unknown): string {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader(`${root}node_modules/@ministryofjustice/frontend`),
    { autoescape: true },
  )
  return environment.renderString(
    `{% from "moj/components/${component}/macro.njk" import ${name} %}{{ ${name}(options) }}`,
    { options },
  )
}

/** Every path to a value: `items.*.hint.text`. Empty lists and objects say nothing. */
function paths(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((v) => paths(v, `${at}.*`))
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([k, v]) => paths(v, `${at}.${k}`))
  return [at.slice(1)]
}

function isRead(path: string, reads: readonly string[]): boolean {
  return reads.some(
    (read) => read === path || path.endsWith('.*') || (read.endsWith('.*') && path.startsWith(read.slice(0, -1))),
  )
}

/** Tags with their attributes sorted, words with single spaces: two documents that mean the same become the same. */
function normalised(markup: string): string {
  return markup
    .split(/(<[^>]*>)/)
    .map((piece) => (piece.startsWith('<') ? sortedTag(piece) : unescaped(piece).replace(/\s+/g, ' ').trim()))
    .filter((piece) => piece !== '')
    .join('\n')
}

function firstDifference(ours: string, theirs: string): string {
  const [mine, official] = [ours.split('\n'), theirs.split('\n')]
  const at = mine.findIndex((line, i) => line !== official[i])
  return `   ours: ${mine[at]}\n theirs: ${official[at]}`
}

function sortedTag(tagText: string): string {
  const name = /^<\/?[^\s/>]+/.exec(tagText)?.[0] ?? ''
  const own = [...tagText.slice(name.length, -1).matchAll(/([^\s"'=/]+)(?:="([^"]*)")?/g)]
  return [
    name,
    ...own
      .map(([, key, value]) =>
        value === undefined ? `${key}` : `${key}=${unescaped(value).replace(/\s+/g, ' ').trim()}`,
      )
      .sort((a, b) => (a < b ? -1 : 1)),
  ].join(' ')
}

function unescaped(text: string): string {
  const names: { readonly [name: string]: string } = {
    lt: '<',
    gt: '>',
    quot: '"',
    amp: '&',
    ctdot: '⋯',
    '#39': "'",
    '#96': '`',
  }
  return text.replace(/&([a-z]+|#\d+);/g, (whole, name: string) => names[name] ?? whole)
}
