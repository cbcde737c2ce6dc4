/** The protective date, guides and closures. Each test is named by its sentence of language.md section 3 "Deadline". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, answer, ladder, raise, said, small, up, when } from './test-place.ts'

const inTalk = (duties: string, rest = '') => small(ladder(`    duties:\n${duties}`, rest))
const one = (within: string, more = '') =>
  inTalk(`      ack: { who: responding worker, must: reply, within: ${within}${more} }`)

const protect = (date: string) => ({ kind: 'protect', date, words: 'She goes home then.' }) as const

test('the protective date caps every stage limit, gives one to a stage without, and goes from stage to stage', () => {
  const text = small(
    '\nstages:\n  talk: { is: Talk, between: worker, within: 5 working days }\n  line: { is: Line, between: manager }\n',
  )
  const t = raise(text).then(protect('2026-03-05'), 'school-worker', '2026-03-02 11:00')
  assert.deepEqual(t.duty('talk', '2026-03-02 12:00'), ['open 2026-03-05 17:00'])
  assert.equal(t.live('talk', '2026-03-02 12:00').due?.candidates.find((x) => x.used)?.kind, 'protective')
  assert.deepEqual(t.then(up, 'school-worker', '2026-03-03 10:00').duty('line', '2026-03-03 11:00'), [
    'open 2026-03-05 17:00',
  ])
  assert.deepEqual(raise(text).then(up, 'school-worker', '2026-03-03 10:00').duty('line', '2026-03-03 11:00'), ['open'])
})

test('it caps a duty’s limit with `or sooner`, and no other', () => {
  const t = raise(
    inTalk(`
      soon:  { who: raising worker, must: do soon, within: 5 working days or sooner }
      plain: { who: raising worker, must: do plain, within: 5 working days }`),
  ).then(protect('2026-03-04'), 'school-worker', '2026-03-02 11:00')
  assert.deepEqual(t.duty('soon', '2026-03-02 12:00'), ['open 2026-03-04 17:00'])
  assert.deepEqual(t.duty('plain', '2026-03-02 12:00'), ['open 2026-03-09 17:00'])
})

test('it moves only earlier, and a later one than the limit changes nothing', () => {
  const t = raise(small(ladder())).then(protect('2026-03-20'), 'school-worker', '2026-03-02 11:00')
  assert.deepEqual(t.duty('talk', '2026-03-02 12:00'), ['open 2026-03-09 17:00'])
  assert.equal(t.refused(protect('2026-03-23'), 'council-worker', '2026-03-02 12:00').code, 'never later')
  assert.equal(t.refused(protect('2026-03-20'), 'council-worker', '2026-03-02 12:00').code, 'never later')
  assert.deepEqual(
    t.then(protect('2026-03-06'), 'council-worker', '2026-03-02 12:00').duty('talk', '2026-03-02 13:00'),
    ['open 2026-03-06 17:00'],
  )
})

test('it does not reach back into a visit that was left before it was given', () => {
  const t = raise(small(ladder()))
    .then(up, 'school-worker', '2026-03-04 17:30')
    .then(protect('2026-03-04'), 'school-manager', '2026-03-04 17:40')
  assert.equal(t.last('talk', '2026-03-05 10:00')?.lateAt, undefined)
})

test('`as a guide`: same date and same events, but past the guide and not late', () => {
  const t = raise(
    inTalk(`
      ack:   { who: responding worker, must: reply, within: "2 working days, as a guide" }
      chase: { who: coordinator, should: tell everyone, when: ack late }`),
  )
  const ack = t.live('ack', '2026-03-05 10:00')
  assert.deepEqual([said(ack.due?.at), ack.due?.guide], ['2026-03-04 17:00', true])
  assert.equal(t.duty('chase', '2026-03-05 10:00').length, 1)
  assert.equal(raise(one('2 working days')).live('ack', '2026-03-05 10:00').due?.guide, false)
})

test('a duty counts the working days less its ower’s closures; a stage limit the nation’s alone', () => {
  const setting = { closures: { council: [{ from: '2026-03-03', to: '2026-03-04', why: 'Moving office' }] } }
  const t = raise(
    inTalk('      all: { who: each worker, must: discuss, within: 2 working days }'),
    {},
    'school-worker',
    '2026-03-02 10:00',
    setting,
  )
  assert.deepEqual(t.duty('all', '2026-03-02 11:00', 'council'), ['open 2026-03-06 17:00'])
  assert.deepEqual(t.duty('all', '2026-03-02 11:00', 'school'), ['open 2026-03-04 17:00'])
  assert.deepEqual(t.duty('talk', '2026-03-02 11:00'), ['open 2026-03-09 17:00'])
})

test('what the Board owes counts less the Board’s own closures', () => {
  const setting = { closures: { board: [{ from: '2026-03-03', to: '2026-03-03', why: 'Away day' }] } }
  const t = raise(
    inTalk('      listed: { who: coordinator, must: record it, within: 2 working days }'),
    {},
    'school-worker',
    '2026-03-02 10:00',
    setting,
  )
  assert.deepEqual(t.duty('listed', '2026-03-02 11:00'), ['open 2026-03-05 17:00'])
})

test('what was done keeps its date, whatever is answered afterwards', () => {
  const t = raise(one('[1 hour if urgency is red, 2 working days]'), { facts: { urgency: 'amber' } })
    .then(act('reply'), 'council-worker', '2026-03-03 10:00')
    .then(answer('urgency', 'red'), 'school-worker', '2026-03-03 11:00')
  const ack = t.last('ack', '2026-03-04 10:00')
  assert.deepEqual([said(ack?.due?.at), ack?.lateAt], ['2026-03-04 17:00', undefined])
})

test('a stop of the clock does not exist: nothing done in a case makes a date later', () => {
  const t = raise(one('2 working days'))
  const before = when('2026-03-04 17:00')
  const after = t
    .then({ kind: 'join', agency: 'clinic', words: 'Needed.' }, 'school-worker', '2026-03-03 10:00')
    .then({ kind: 'need no date', words: 'None.' }, 'school-worker', '2026-03-03 10:01')
    .then({ kind: 'note', words: 'Waiting.' }, 'school-worker', '2026-03-03 10:02')
  assert.equal(after.live('ack', '2026-03-03 11:00', 'council').due?.at, before)
})
