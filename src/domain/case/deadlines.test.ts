/** Deadlines. Each test is named by its sentence of language.md section 3 "Deadline". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, answer, ladder, move, raise, said, small, up } from './test-place.ts'

const inTalk = (duties: string, rest = '') => small(ladder(`    duties:\n${duties}`, rest))
const one = (within: string, more = '') =>
  inTalk(`      ack: { who: responding worker, must: reply, within: ${within}${more} }`)

test('each limit whose `if` holds counts, and the earliest is the deadline', () => {
  const text = one('[1 hour if urgency is red, 48 hours]')
  assert.deepEqual(raise(text, { facts: { urgency: 'red' } }).duty('ack', '2026-03-02 10:30'), [
    'open 2026-03-02 11:00',
  ])
  assert.deepEqual(raise(text, { facts: { urgency: 'amber' } }).duty('ack', '2026-03-02 10:30'), [
    'open 2026-03-04 10:00',
  ])
})

test('a limit whose start is not known does not count yet', () => {
  const t = raise(one('[2 days of seen-on, 5 working days]'))
  assert.deepEqual(t.duty('ack', '2026-03-02 11:00'), ['open 2026-03-09 17:00'])
  const known = t.then(answer('seen-on', '2026-03-02'), 'school-worker', '2026-03-02 12:00')
  assert.deepEqual(known.duty('ack', '2026-03-02 13:00'), ['open 2026-03-04 17:00'])
})

test('it counts from the latest occurrence of its `of`', () => {
  const text = inTalk(`
      rang: { who: raising worker, must: do ring, when: every 1 week }
      ack:  { who: responding worker, must: reply, within: 2 working days of rang }`)
  let t = raise(text).wakes('2026-03-10 10:00')
  t = t.then(act('do', { keys: [t.live('rang', '2026-03-10 10:00').key] }), 'school-worker', '2026-03-10 10:00')
  assert.deepEqual(t.duty('ack', '2026-03-10 11:00'), ['open 2026-03-12 17:00'])
  t = t.then(act('do', { keys: [t.live('rang', '2026-03-17 10:00').key] }), 'school-worker', '2026-03-17 10:00')
  assert.deepEqual(t.duty('ack', '2026-03-17 11:00'), ['open 2026-03-19 17:00'])
})

test('a shared limit already past when its second stage is entered is due at once, and says so', () => {
  const text = small(`
stages:
  talk: { is: Talk, between: worker, within: 5 working days of talk }
  line: { is: Line, between: manager, within: 5 working days of talk }
  top:  { is: Chair, by: chair, within: 10 working days of line due }
`)
  const t = raise(text).then(up, 'school-worker', '2026-03-11 10:00')
  const line = t.live('line', '2026-03-11 10:00')
  assert.equal(said(line.due?.at), '2026-03-11 10:00')
  assert.equal(line.due?.atOnce, true)
  assert.equal(said(line.due?.candidates[0]?.at), '2026-03-09 17:00')
  const quick = raise(text).then(up, 'school-worker', '2026-03-04 10:00')
  assert.equal(quick.live('line', '2026-03-04 10:00').due?.atOnce, false)
})

test('`STAGE due` is the moment of its deadline whether met or not: extra time on an earlier limit', () => {
  const text = small(`
stages:
  talk: { is: Talk, between: worker, within: 5 working days }
  line: { is: Line, between: manager, within: 5 working days of talk due }
`)
  assert.deepEqual(raise(text).then(up, 'school-worker', '2026-03-03 10:00').duty('line', '2026-03-03 11:00'), [
    'open 2026-03-16 17:00',
  ])
  assert.deepEqual(raise(text).then(up, 'school-worker', '2026-03-11 10:00').duty('line', '2026-03-11 11:00'), [
    'open 2026-03-16 17:00',
  ])
})

test('going back to the stage a shared limit counts from does not move the date of the visit that ended', () => {
  const text = small(`
stages:
  talk: { is: Talk, between: worker, within: 5 working days of talk }
  line: { is: Line, between: manager, within: 5 working days of talk, moves: { back: { by: raising manager, to: talk } } }
`)
  const t = raise(text)
    .then(up, 'school-worker', '2026-03-04 10:00')
    .then(move('back', { stage: 'talk' }), 'school-manager', '2026-03-12 10:00')
  const [line] = t.due('2026-03-13 10:00').filter((i) => i.id === 'line')
  assert.equal(said(line?.due?.at), '2026-03-09 17:00')
  assert.equal(said(line?.lateAt), '2026-03-09 17:00', 'it was late, and stays remembered')
})

test('a `tell` without `within` has the setting; any other act without `within` has no deadline', () => {
  const t = raise(
    inTalk(`
      told: { who: raising worker, must: tell iro }
      wrote: { who: raising worker, must: write note }`),
  )
  assert.deepEqual(t.duty('told', '2026-03-02 11:00'), ['open 2026-03-02 17:00'])
  assert.deepEqual(t.duty('wrote', '2026-03-02 11:00'), ['open'])
})

test('`as agreed` counts once that date is an entry; until then the ceiling counts', () => {
  const t = raise(one('[as agreed, 10 working days]'))
  const { key } = t.live('ack', '2026-03-02 11:00')
  assert.deepEqual(t.duty('ack', '2026-03-02 11:00'), ['open 2026-03-16 17:00'])
  const set = t.then(
    { kind: 'set date', key, date: '2026-03-06', words: 'Friday.' },
    'school-worker',
    '2026-03-02 12:00',
  )
  assert.deepEqual(set.duty('ack', '2026-03-02 13:00'), ['open 2026-03-06 17:00'])
  const later = t.then(
    { kind: 'set date', key, date: '2026-03-27', words: 'In April.' },
    'school-worker',
    '2026-03-02 12:00',
  )
  assert.deepEqual(later.duty('ack', '2026-03-02 13:00'), ['open 2026-03-16 17:00'], 'the second is the ceiling')
  assert.equal(
    set.refused({ kind: 'set date', key, date: '2026-03-09', words: 'Later.' }, 'school-worker', '2026-03-03 10:00')
      .code,
    'never later',
  )
  set.then({ kind: 'set date', key, date: '2026-03-05', words: 'Sooner.' }, 'school-worker', '2026-03-03 10:00')
})

test('with no ceiling the program asks for the date within the setting `gate`', () => {
  const t = raise(one('as agreed'))
  const asked = t.live('ack', '2026-03-02 11:00')
  assert.equal(said(asked.due?.at), '2026-03-03 17:00')
  assert.equal(asked.due?.asksDate, true)
  const set = t.then(
    { kind: 'set date', key: asked.key, date: '2026-03-20', words: 'After the review.' },
    'council-worker',
    '2026-03-03 10:00',
  )
  assert.deepEqual(set.duty('ack', '2026-03-03 11:00'), ['open 2026-03-20 17:00'])
  assert.equal(set.live('ack', '2026-03-03 11:00').due?.asksDate, undefined)
})

test('`as set by WHO`: that person sets it and nobody else', () => {
  const t = raise(one('[as set by responding manager, 10 working days]')).then(up, 'school-worker', '2026-03-02 11:00')
  const text = small(
    ladder(
      '',
      '',
      '    duties:\n      ack: { who: responding manager, must: reply, within: as set by raising manager }',
    ),
  )
  const set = raise(text).then(up, 'school-worker', '2026-03-02 11:00')
  const { key } = set.live('ack', '2026-03-02 12:00')
  assert.equal(
    set.refused({ kind: 'set date', key, date: '2026-03-06', words: 'Ours.' }, 'council-manager', '2026-03-02 12:00')
      .code,
    'not yours',
  )
  assert.deepEqual(
    set
      .then({ kind: 'set date', key, date: '2026-03-06', words: 'Friday.' }, 'school-manager', '2026-03-02 12:00')
      .duty('ack', '2026-03-02 13:00'),
    ['open 2026-03-06 17:00'],
  )
  assert.equal(t.stands, 'line')
})

test('a stage’s own limit may be as agreed; whoever only watches may not agree it', () => {
  const text = small(
    '\nstages:\n  talk: { is: Talk, between: worker, within: [as agreed, 10 working days], duties: { told: { who: raising worker, must: tell coordinator } } }\n',
  )
  const t = raise(text).then(act('tell', { to: ['coordinator'] }), 'school-worker', '2026-03-02 11:00')
  const set = { kind: 'set date', key: 'talk·1·0·both', date: '2026-03-05', words: 'Agreed.' } as const
  assert.equal(t.refused(set, 'coordinator', '2026-03-02 12:00').code, 'not yours')
  assert.deepEqual(t.then(set, 'council-worker', '2026-03-02 12:00').duty('talk', '2026-03-02 13:00'), [
    'open 2026-03-05 17:00',
  ])
})

test('hours from a date without a time count from the end of that day; with a time, from it', () => {
  const text = one('48 hours of seen-on')
  assert.deepEqual(raise(text, { facts: { 'seen-on': '2026-03-02' } }).duty('ack', '2026-03-02 11:00'), [
    'open 2026-03-05 00:00',
  ])
  assert.deepEqual(raise(text, { facts: { 'seen-on': '2026-03-02T08:30' } }).duty('ack', '2026-03-02 11:00'), [
    'open 2026-03-04 08:30',
  ])
  const ahead = raise(one('2 working days of seen-on'), { facts: { 'seen-on': '2026-04-02' } })
  assert.deepEqual(ahead.duty('ack', '2026-03-02 11:00'), ['waiting'])
  assert.deepEqual(ahead.duty('ack', '2026-04-03 11:00'), ['open 2026-04-08 17:00'], 'the Thursday before Good Friday')
})

test('working days step over the bank holidays, hours do not', () => {
  const early = (text: string) => raise(text, {}, 'school-worker', '2026-04-02 10:00').duty('ack', '2026-04-02 11:00')
  assert.deepEqual(early(one('2 working days')), ['open 2026-04-08 17:00'])
  assert.deepEqual(early(one('48 hours')), ['open 2026-04-04 10:00'])
  assert.deepEqual(early(one('1 week')), ['open 2026-04-09 17:00'])
})
