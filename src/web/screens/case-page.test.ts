import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseView } from '../../app/app.ts'
import type { Entry } from '../../domain/case/entry.ts'
import {
  closed,
  fresh,
  type History,
  inside,
  lateReply,
  panelStage,
  several,
  silentEnough,
  viewOf,
  waiting,
} from '../../domain/words/case-example.ts'
import { at } from '../../domain/words/case-example-place.ts'
import { page } from '../html/page.ts'
import { frameOf } from './as-they-see-it.ts'
import { caseJson } from './case-json.ts'
import { casePage } from './case-page.ts'
import type { Filter } from './case-record.ts'

const view = (history: History, reader: string, now: number): CaseView => viewOf(history, reader, now)
const drawn = (v: CaseView, show: Filter = 'all', newest = 3): string =>
  casePage(v, { partnership: 'ex', known: { newest, titles: {} }, show }).toString()
const headings = (html: string, level: number): readonly string[] =>
  [...html.matchAll(new RegExp(`<h${level}[^>]*>(.*?)</h${level}>`, 'gs'))].map((m) => textOf(m[1] ?? ''))
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', '’')
    .trim()

const hour = at('2026-03-30', '15:20')
const later = at('2026-04-08', '10:00')
const cases: readonly (readonly [string, () => History, string, number])[] = [
  ['fresh, raising', fresh, 'amira', hour],
  ['fresh, asked', fresh, 'tom', hour],
  ['late reply, raising', lateReply, 'joanne', silentEnough],
  ['late reply, asked', lateReply, 'grace', silentEnough],
  ['panel stage, whoever chooses it', panelStage, 'peter', later],
  ['panel stage, raising', panelStage, 'joanne', later],
  ['waiting for a signature', waiting, 'grace', later],
  ['waiting for the others', waiting, 'joanne', later],
  ['several agencies', several, 'sunita', hour],
  ['closed', closed, 'amira', later],
  ['inside the first stage', inside, 'joanne', hour],
]

for (const [name, make, reader, now] of cases) {
  test(`${name}: in the order of the questions people ask, in words, with nothing of the machine`, () => {
    const v = view(make(), reader, now)
    const html = drawn(v)
    assert.deepEqual(
      headings(html, 1).map((h) => h.replace(/\s+/g, ' ')),
      ['Leila R, aged 3: plan not changed after new information'],
    )
    const order = headings(html, 2)
    assert.match(order[0] ?? '', /safety meanwhile|may be harmed/)
    assert.deepEqual(order.slice(1), [
      'Both sides, and where this stands',
      'What you may do now',
      'What must happen',
      'Who has been told, and who has read it',
      'The record',
    ])
    const text = textOf(html.replaceAll('><', '> <'))
    assert.doesNotMatch(text, /undefined|\[object|NaN|·/)
    for (const id of idsOf(v))
      assert.ok(!new RegExp(`(^|[\\s“(])${id}([\\s”),.:]|$)`).test(text), `${id} is on the page`)
    assert.doesNotMatch(text.replaceAll('her grandmother', ''), /\b(he|she|his|her|him)\b/i)
  })
}

/** Every id of the policy that nobody could take for English. */
const idsOf = (v: CaseView): readonly string[] =>
  [
    ...v.world.policy.stages.map((s) => s.id),
    ...v.world.policy.duties.map((d) => d.id),
    ...v.world.policy.stages.flatMap((s) => s.duties.map((d) => d.id)),
    ...Object.keys(v.world.policy.facts),
    ...Object.keys(v.world.policy.roles),
  ].filter((id) => id.includes('-'))

test('the child’s name stands in the body and never in the title', () => {
  const v = view(lateReply(), 'joanne', silentEnough)
  const whole = page({
    title: `Case ${v.c.number}`,
    body: casePage(v, { partnership: 'ex', known: { titles: {} }, show: 'all' }),
    path: '/ex/cases/1',
    menu: [],
    wide: true,
  })
  assert.match(whole, /<title>Case 2026-014 – Concordat<\/title>/)
  assert.doesNotMatch(whole.replace(/<body.*/s, ''), /Leila/)
})

test('one green button, and everything it leads to is an address of this case', () => {
  const html = drawn(view(lateReply(), 'joanne', silentEnough))
  const buttons = [...html.matchAll(/<a[^>]*class="govuk-button(?![^"]*secondary)[^>]*>/g)]
  assert.equal(buttons.length, 1)
  assert.match(buttons[0]?.[0] ?? '', /href="\/ex\/cases\/case-1\/moves\/up"/)
  for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) assert.match(href, /^(#|\/ex\/|\/danger|tel:)/)
})

/** What the filters say, by their words. */
const counts = (html: string): Readonly<Record<string, number>> =>
  Object.fromEntries([...html.matchAll(/>([A-Z][A-Za-z ]+) \((\d+)\)<\/a>/g)].map((m) => [m[1] ?? '', Number(m[2])]))

test('what is private to one side is absent and uncounted on the other side’s page and in its JSON', () => {
  const ours = view(lateReply(), 'joanne', silentEnough)
  const theirs = view(lateReply(), 'grace', silentEnough)
  assert.match(drawn(ours), /Ring Dilys on Thursday/)
  assert.doesNotMatch(drawn(theirs), /Ring Dilys|Note to ourselves|Only our agency/)
  const [we, they] = [counts(drawn(ours)), counts(drawn(theirs))]
  assert.equal(we['Only our agency'], 1)
  assert.equal(we['Everything you can read'], ours.entries.length)
  assert.equal(they['Everything you can read'], (we['Everything you can read'] ?? 0) - 1)
  assert.equal(they['Both sides'], we['Both sides'])
  const json = caseJson('ex', theirs)
  assert.doesNotMatch(JSON.stringify(json), /Ring Dilys|Note to ourselves/)
  assert.equal(json.entries.length, they['Everything you can read'])
})

test('filters are links that leave the counts as they are', () => {
  const v = view(lateReply(), 'joanne', silentEnough)
  const html = drawn(v, 'agency')
  assert.match(html, /Ring Dilys/)
  assert.doesNotMatch(headings(html, 3).join('\n'), /Concern raised/)
  assert.deepEqual(counts(html), counts(drawn(v)))
  assert.match(html, /aria-current="true">Only our agency \(1\)/)
})

test('a correction stands inside what it corrects, and the first wording stays', () => {
  const v = view(lateReply(), 'amira', silentEnough)
  const first = v.entries.find((e) => e.what.kind === 'discussed')
  assert.ok(first)
  const correction: Entry = {
    ...first,
    seq: 90,
    recorded: at('2026-03-31', '16:15'),
    corrects: first.seq,
    answers: [],
    what: { kind: 'corrected', words: 'the call lasted 20 minutes, not 10.', why: '' },
  }
  const html = drawn({ ...v, entries: [...v.entries, correction] })
  const entry = html.slice(html.indexOf(`id="entry-e${first.seq}"`))
  assert.match(
    entry.slice(0, entry.indexOf('</article>')),
    /the plan already covers contact.*Corrected on Tuesday 31 March at 4:15pm by Amira Hussain:.*20 minutes/s,
  )
  assert.doesNotMatch(headings(html, 3).join('\n'), /^Correction$/m)
})

test('as they see it: what is left out is ours and linked, what is theirs is not counted', () => {
  const own = view(lateReply(), 'joanne', silentEnough)
  const theirs = view(lateReply(), 'grace', silentEnough)
  const seen = new Set(theirs.entries.map((e) => e.seq))
  const frame = frameOf(
    'ex',
    own,
    theirs,
    own.entries.filter((e) => !seen.has(e.seq)),
  )
  assert.equal(frame.title, 'Case 2026-014 as Grace Adeyemi sees it')
  assert.deepEqual(
    frame.yours.map((x) => x.text),
    ['Note to ourselves'],
  )
  const whole = page({
    title: frame.title,
    body: casePage(theirs, { partnership: 'ex', known: { titles: {} }, show: 'all', asThem: true }),
    path: '/',
    menu: [],
    wide: true,
    frame,
  })
  const inner = whole.slice(whole.indexOf('c-seen__page'), whole.indexOf('</main>'))
  assert.doesNotMatch(inner, /<a |<button|<form/)
  assert.match(inner, /What they may do now/)
})

test('headings go down one step at a time', () => {
  for (const [, make, reader, now] of cases) {
    const levels = [...drawn(view(make(), reader, now)).matchAll(/<h([1-6])/g)].map((m) => Number(m[1]))
    for (const [n, level] of levels.entries()) assert.ok(n === 0 || level - (levels[n - 1] ?? 0) <= 1, levels.join(''))
  }
})

test('ids on the page are each there once', () => {
  const ids = [...drawn(view(lateReply(), 'joanne', silentEnough)).matchAll(/ id="([^"]+)"/g)].map((m) => m[1])
  assert.equal(new Set(ids).size, ids.length)
})

test('JSON: number, stage, sides, duties with their working, moves, entries', () => {
  const json = caseJson('ex', view(lateReply(), 'joanne', silentEnough))
  assert.equal(json.number, '2026-014')
  assert.equal(json.stage.title, 'Line managers')
  assert.deepEqual(
    json.sides.map((s) => s.name),
    ['Bramble Lane Nursery', 'Exampleshire Children’s Services'],
  )
  const reply = json.duties.find((d) => d.key.startsWith('answer·'))
  assert.equal(reply?.due, '2026-04-07T16:00:00.000Z')
  assert.equal(reply?.says, 'Late by 1 working day')
  assert.equal(reply?.working?.rows.length, 7)
  assert.equal(json.moves[0]?.text, 'Take this to the independent chair')
  assert.doesNotThrow(() => JSON.stringify(json))
})
