import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseView } from '../../app/app.ts'
import {
  fresh,
  type History,
  history,
  inside,
  lateReply,
  panelStage,
  several,
  silentEnough,
  viewOf,
} from '../../domain/words/case-example.ts'
import { at } from '../../domain/words/case-example-place.ts'
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

const on = (of: History, ...steps: Parameters<typeof history>[0]): History => history(steps, of.world, of.entries)
const joinedAlone = (): History =>
  on(fresh(), {
    by: 'amira',
    on: at('2026-03-30', '15:00'),
    gives: { kind: 'join', agency: 'health', words: 'They see her weekly.' },
  })
const filed = (n: number, day: string) =>
  ({
    by: 'joanne',
    on: at(day, '16:00'),
    gives: { kind: 'act', verb: 'record', act: { words: `Stage ${n} is on her file.` } },
  }) as const
const hour = at('2026-03-30', '15:20')
const later = at('2026-04-08', '10:00')

test('both clocks, with both dates of the sooner one in the working', () => {
  const html = drawn(view(lateReply(), 'joanne', silentEnough))
  const clocks = [...html.matchAll(/<h3 class="c-clock__what">(.*?)<\/h3>/g)].map((m) => textOf(m[1] ?? ''))
  assert.deepEqual(clocks, ['Tell the reviewing officer, Helen Baptiste', 'Reply to you'])
  const lines = [...html.matchAll(/<ul class="c-clock__others">(.*?)<\/ul>/gs)].map((m) => textOf(m[1] ?? ''))
  assert.equal(lines.length, 2)
  for (const line of lines)
    assert.match(line, /Settle this, or take it to the independent chair: was due by 5pm on Tuesday 7 April/)
  assert.match(html, /Two dates apply\. <strong>The sooner one counts\.<\/strong>/)
})

test('the ladder: people on both sides, those to come by the directory, one rung now', () => {
  const html = drawn(view(fresh(), 'amira', hour))
  assert.equal([...html.matchAll(/aria-current="step"/g)].length, 1)
  for (const name of ['Amira Hussain', 'Tom Reddy', 'Joanne Pike', 'Grace Adeyemi', 'Peter Lindqvist'])
    assert.match(html, new RegExp(`c-ladder.*${name}`, 's'))
})

test('several agencies that were asked: a head and a clock for each', () => {
  const html = drawn(view(several(), 'amira', hour))
  assert.deepEqual(
    [...html.matchAll(/<h3 class="c-sides__name">(.*?)<\/h3>/g)].map((m) => textOf(m[1] ?? '')),
    ['Bramble Lane Nursery', 'Exampleshire Children’s Services', 'Exampleshire Community Health'],
  )
  assert.equal([...html.matchAll(/c-clock--answering/g)].length, 2)
})

test('an inside stage shows the other side as not told, and offers no view of theirs', () => {
  const html = drawn(view(inside(), 'amira', hour))
  assert.match(html, /It has not been told yet/)
  assert.doesNotMatch(html, /as-they-see-it/)
  assert.match(html, /can read it once this reaches them/)
})

test('immediate danger turns the band into who to call', () => {
  const v = view(fresh(), 'amira', hour)
  const html = drawn({
    ...v,
    c: { ...v.c, answers: { ...v.c.answers, 'immediate-harm': [{ at: hour, answer: true, seq: 1, by: 'amira' }] } },
  })
  assert.match(html, /c-safety--immediate.*href="tel:999"/s)
})

test('somebody only told of the case reads a short page without its narrative', () => {
  const v = view(panelStage(), 'ruth', later)
  assert.equal(v.part.level, 'board')
  const html = drawn(v)
  assert.deepEqual(headings(html, 2), ['What you were told'])
  assert.doesNotMatch(html, /review conference|covers contact|grandmother|not changed after/)
  const json = caseJson('ex', v)
  assert.deepEqual(json.duties, [])
  assert.deepEqual(json.moves, [])
})

test('the policy’s version, and that there is a newer one', () => {
  const v = view(fresh(), 'amira', hour)
  assert.doesNotMatch(drawn(v), /adopted since/)
  assert.match(
    drawn(v, 'all', 4),
    /version 3<\/a>\. Version 4 has been adopted since\. This case keeps the version it was raised under/,
  )
})

test('a stage that the policy does not number is called by its title alone', () => {
  const html = drawn(view(panelStage(), 'joanne', later))
  assert.doesNotMatch(html, /Stage <\/span>(•|undefined)/)
  assert.match(html, /aria-hidden="true">•<\/span>.*Panel/s)
  assert.match(html, /Stage <\/span>2/)
})

test('the same thing done at several stages is one line that says where and when', () => {
  const html = drawn(view(on(panelStage(), filed(1, '2026-04-07')), 'joanne', later))
  const done = html.slice(html.indexOf('What has been done'), html.indexOf('id="told"'))
  assert.equal([...done.matchAll(/Record the stage on Leila’s file/g)].length, 1)
  assert.match(done, /Done by you at stage 1, stage 2 and stage 3 on Tuesday 7 April/)
})

test('of a long record the newest stand open and the rest is one fold, none of them lost', () => {
  const short = drawn(view(fresh(), 'amira', hour))
  assert.doesNotMatch(short, /entries before these/)
  const v = view(panelStage(), 'joanne', later)
  const note = v.entries.at(-1)
  assert.ok(note)
  const long = { ...v, entries: [...v.entries, ...Array.from({ length: 12 }, () => note)] }
  const html = drawn(long)
  const fold = html.indexOf(`Show the ${long.entries.length - 8} entries before these`)
  assert.ok(fold > 0, html.slice(html.indexOf('id="record"')).slice(0, 400))
  assert.equal([...html.slice(0, fold).matchAll(/class="c-entry"/g)].length, 8)
  assert.equal([...html.matchAll(/class="c-entry"/g)].length, long.entries.length)
  assert.doesNotMatch(drawn(long, 'both'), /entries before these/)
})

test('an agency that came in without a person shows whom to turn to until one is named', () => {
  const v = view(joinedAlone(), 'amira', hour)
  const html = drawn(v)
  assert.match(html, /Sunita Rao.*health visitor, the contact until somebody is named/s)
  assert.doesNotMatch(html, /c-rung__name">Nobody/)
})
