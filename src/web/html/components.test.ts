import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { drawnOnly } from './as-they-see-it.ts'
import { barTable } from './bar-table.ts'
import { dutyList } from './duty-list.ts'
import { html } from './html.ts'
import { page } from './page.ts'
import { prose } from './prose.ts'
import { textarea } from './textarea.ts'
import { twoSides } from './two-sides.ts'
import { working } from './working.ts'

const its = { owner: 'raising', initials: 'BL' } as const

test('raw markup is made in this folder only', () => {
  const web = fileURLToPath(new URL('../', import.meta.url))
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('html'),
  )
  const importsRaw = /import\s*\{[^}]*\braw\b[^}]*\}\s*from\s*'[^']*html\/html\.ts'/
  assert.deepEqual(
    files.filter((file) => importsRaw.test(readFileSync(join(web, file), 'utf8'))),
    [],
  )
  assert.match("import { html, raw } from './html/html.ts'", importsRaw)
})

const frame = {
  title: 'Case 2026-014',
  body: html`<h1>x</h1>`,
  path: '/cases/2026-014',
  menu: [
    { text: 'Home', href: '/' },
    { text: 'Cases', href: '/cases' },
    { text: 'New', href: '/cases/new' },
  ],
}

test('page: the title, the present part of the menu, and what only some pages carry', () => {
  const out = page({ ...frame, error: true, sample: true })
  assert.match(out, /<title>Error: Case 2026-014 – Concordat<\/title>/)
  assert.match(out, /href="\/cases" aria-current="true"/)
  assert.equal(out.match(/aria-current/g)?.length, 1)
  assert.match(page({ ...frame, path: '/cases/new?x=1' }), /href="\/cases\/new" aria-current="page"/)
  assert.match(out, /This is a sample place\. Everyone in it is invented\./)
  assert.doesNotMatch(page(frame), /sample place|Rehearsal/)
  assert.match(page(frame), /href="\/sign-in"/)
})

test('page: an address over other menu items is marked on its own page only', () => {
  const menu = [
    { text: 'What needs you', href: '/place' },
    { text: 'Cases', href: '/place/cases' },
  ]
  assert.match(page({ ...frame, menu, path: '/place' }), /href="\/place" aria-current="page"/)
  assert.doesNotMatch(page({ ...frame, menu, path: '/place/advice' }), /aria-current/)
  assert.match(page({ ...frame, menu, path: '/place/cases/1' }), /href="\/place\/cases" aria-current="true"/)
})

test('page: signing out posts with the token where there is one', () => {
  const viewer = { name: 'Joanne Pike', place: 'Bramble Lane Nursery' }
  assert.match(
    page({ ...frame, viewer, token: 'abc' }),
    /<form[^>]*method="post" action="\/sign-out"><input type="hidden" name="_csrf" value="abc">/,
  )
  assert.match(page({ ...frame, viewer }), /<a class="c-header__link" href="\/sign-out">/)
})

test('drawn only: links become words, buttons outlines, questions go', () => {
  const out = drawnOnly(
    html`<form method="post"><a class="govuk-link" href="/x">see <b>it</b></a><button class="govuk-button">Send</button><input name="q">${textarea({ name: 't', label: 'T' })}</form>`,
  )
  assert.equal(
    out.toString(),
    '<div><span class="c-drawn-link">see <b>it</b></span><span class="c-drawn-button">Send</span><div class="govuk-form-group"><label class="govuk-label" for="t">T</label></div></div>',
  )
})

test('two sides: more than six rungs fold, never the present one', () => {
  const rungs = (present: number) =>
    Array.from({ length: 9 }, (_, i) => ({
      number: `n${i}`,
      title: 't',
      state: 's',
      phase: i === present ? ('now' as const) : ('later' as const),
    }))
  for (let present = 0; present < 9; present++) {
    const out = twoSides({ raising: { mark: its, name: 'a' }, answering: [], rungs: rungs(present) }).toString()
    const unfolded = out.replace(/<details.*?<\/details>/gs, '')
    assert.equal(unfolded.match(/class="c-rung /g)?.length, 6)
    assert.match(unfolded, /aria-current="step"/)
    assert.equal(out.match(/class="c-rung /g)?.length, 9)
  }
})

test('two sides: each person is said with the agency, each number with "Stage"', () => {
  const one = {
    mark: its,
    agency: 'Bramble Lane Nursery',
    name: 'Nobody',
    post: 'Owner',
    instead: 'Dilys Owen acts instead',
  }
  const out = twoSides({
    raising: { mark: its, name: 'a' },
    answering: [],
    rungs: [{ number: '3a', title: 't', state: 's', phase: 'done', raising: one }],
  }).toString()
  assert.match(out, /Stage <\/span>3a/)
  assert.match(out, /Bramble Lane Nursery: <\/span><span class="c-rung__name">Nobody/)
  assert.match(out, /Dilys Owen acts instead/)
})

test('working: the number is repeated in words, so the disc is silent, and a closed day says its reason', () => {
  const out = working({
    caption: 'c',
    rows: [
      { is: 'closed', dates: ['Fri 3 April'], words: 'Good Friday' },
      { is: 'due', dates: ['Tue 7 April'], number: 2, words: 'Working day 2' },
    ],
  }).toString()
  assert.match(out, /<caption class="govuk-visually-hidden">c/)
  assert.match(out, /aria-hidden="true">2<\/span>/)
  assert.match(out, /c-working__row--closed"><th scope="row">/)
})

test('bar table: the late part is a share of the longest row', () => {
  const out = barTable({
    caption: 'c',
    of: 'Stage',
    rows: [
      { label: 'a', open: 6, late: 2 },
      { label: 'b', open: 0, late: 0 },
    ],
  }).toString()
  assert.match(out, /c-bar c-w-60"><\/span><span class="c-bar c-bar--late c-w-30">/)
  assert.equal(out.match(/class="c-bar c-w/g)?.length, 1)
})

test('prose keeps clause numbers whole and escapes the rest', () => {
  assert.equal(
    html`${prose('Sooner <now> (clause EX-2.4). So')}`.toString(),
    'Sooner &lt;now&gt; (clause <span class="c-nowrap">EX-2.4).</span> So',
  )
  assert.equal(prose('vice-chair, 9:30am'), 'vice-chair, 9:30am')
})

test('textarea gives back a first empty line', () => {
  assert.match(textarea({ name: 't', label: 'T', value: '\nx' }).toString(), /><\/textarea>|>\n\nx<\/textarea>/)
})

test('a thousand rows take little time', () => {
  const rows = Array.from({ length: 1000 }, () => ({
    when: 'Tomorrow',
    date: 'Thursday',
    duty: 'Reply',
    href: '/x',
    about: 'Case 2026-014. Clause EX-2.4',
  }))
  dutyList(rows)
  const start = performance.now()
  dutyList(rows)
  assert.ok(performance.now() - start < 250)
})
