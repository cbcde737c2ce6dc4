/** Times: K07 to K17, K20. Each kind as a small policy, on real dates. Raised on Monday 2 March 2026 at 10:00 unless said. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, answer, ladder, raise, refusedRaising, said, small, up } from '../../src/domain/case/test-place.ts'

const one = (within: string) =>
  small(ladder(`    duties:\n      ack: { who: responding worker, must: reply, within: ${within} }`))
const dueOf = (within: string, at = '2026-03-02 10:00', more = {}) =>
  raise(one(within), more, 'school-worker', at).live('ack', at).due
const due = (within: string, at?: string, more?: object) => said(dueOf(within, at, more)?.at)

test('K07 working days, and a working week', () => {
  assert.equal(due('5 working days'), '2026-03-09 17:00')
  assert.equal(due('1 working week'), '2026-03-09 17:00')
  assert.equal(due('5 working days', '2026-04-02 10:00'), '2026-04-13 17:00', 'the Thursday before Good Friday')
})

test('K08 hours on the clock, or as the policy equates them', () => {
  assert.equal(due('48 hours', '2026-04-02 10:00'), '2026-04-04 10:00')
  const text = `${one('48 hours')}settings: { 24-hours: 1 working day }\n`
  assert.equal(
    said(raise(text, {}, 'school-worker', '2026-04-02 10:00').live('ack', '2026-04-02 10:00').due?.at),
    '2026-04-08 17:00',
  )
})

test('K09 calendar days and weeks', () => {
  assert.equal(due('28 days'), '2026-03-30 17:00')
  assert.equal(due('1 month'), '2026-04-02 17:00')
  assert.equal(due('1 month', '2026-01-30 10:00'), '2026-02-28 17:00', 'where the month is too short, its last day')
  assert.equal(due('2 weeks', '2026-03-20 10:00'), '2026-04-03 17:00', 'stays on Good Friday')
  const text = `${one('2 weeks')}settings: { closed-dates: roll }\n`
  assert.equal(
    said(raise(text, {}, 'school-worker', '2026-03-20 10:00').live('ack', '2026-03-20 10:00').due?.at),
    '2026-04-07 17:00',
  )
})

test('K10 whichever is shortest: what protects the child', () => {
  const t = raise(one('1 working week or sooner')).then(
    { kind: 'protect', date: '2026-03-05', words: 'She goes home.' },
    'council-worker',
    '2026-03-02 11:00',
  )
  assert.deepEqual(
    [t.duty('ack', '2026-03-02 12:00'), t.duty('talk', '2026-03-02 12:00')],
    [['open 2026-03-05 17:00'], ['open 2026-03-05 17:00']],
  )
})

test('K11 immediately, same working day, without delay', () => {
  assert.equal(due('immediately'), '2026-03-02 11:00')
  assert.equal(due('same working day'), '2026-03-02 17:00')
  assert.equal(due('same working day', '2026-04-02 18:00'), '2026-04-07 17:00')
  assert.equal(due('without delay'), '2026-03-02 17:00')
  const set = `${one('without delay')}settings: { without-delay: 2 working days }\n`
  assert.equal(said(raise(set).live('ack', '2026-03-02 11:00').due?.at), '2026-03-04 17:00')
})

test('K12 agreed, or set, case by case, under a ceiling', () => {
  const t = raise(one('[as agreed, 10 working days]'))
  assert.deepEqual(t.duty('ack', '2026-03-02 11:00'), ['open 2026-03-16 17:00'])
  assert.deepEqual(
    t
      .then(
        { kind: 'set date', key: 'ack·1·0·council', date: '2026-03-04', words: 'Wednesday.' },
        'council-worker',
        '2026-03-02 11:00',
      )
      .duty('ack', '2026-03-02 12:00'),
    ['open 2026-03-04 17:00'],
  )
  const told = one('as set by iro').replace(
    '    duties:',
    '    duties:\n      told: { who: raising worker, must: tell iro }',
  )
  const set = raise(told).then(act('tell', { to: ['iro'] }), 'school-worker', '2026-03-02 10:30')
  assert.equal(
    set.refused(
      { kind: 'set date', key: 'ack·1·0·council', date: '2026-03-04', words: 'Us.' },
      'council-worker',
      '2026-03-02 11:00',
    ).code,
    'not yours',
  )
  assert.deepEqual(
    set
      .then({ kind: 'set date', key: 'ack·1·0·council', date: '2026-03-04', words: 'Soon.' }, 'iro', '2026-03-02 11:00')
      .duty('ack', '2026-03-02 12:00'),
    ['open 2026-03-04 17:00'],
  )
})

test('K13 several clocks inside one stage', () => {
  const t = raise(
    small(
      ladder(`    duties:
      ack:     { who: responding worker, must: reply, within: 1 working day }
      met:     { who: responding worker, must: meet, within: 3 working days }
      minutes: { who: responding worker, must: write minutes to everyone, when: met, within: 2 working days }`),
    ),
  )
  assert.deepEqual(
    [
      t.duty('ack', '2026-03-02 11:00'),
      t.duty('met', '2026-03-02 11:00'),
      t.duty('minutes', '2026-03-02 11:00'),
      t.duty('talk', '2026-03-02 11:00'),
    ],
    [['open 2026-03-03 17:00'], ['open 2026-03-05 17:00'], [], ['open 2026-03-09 17:00']],
  )
  assert.deepEqual(t.then(act('meet'), 'council-worker', '2026-03-04 10:00').duty('minutes', '2026-03-04 11:00'), [
    'open 2026-03-06 17:00',
  ])
})

test('K14 the clock starts elsewhere: when the decision was received', () => {
  assert.equal(
    due('5 working days of seen-on', '2026-03-02 10:00', { facts: { 'seen-on': '2026-02-27' } }),
    '2026-03-06 17:00',
  )
  const t = raise(one('5 working days of seen-on'))
  assert.deepEqual(t.duty('ack', '2026-03-02 11:00'), ['waiting'])
  assert.deepEqual(
    t.then(answer('seen-on', '2026-03-02'), 'school-worker', '2026-03-03 10:00').duty('ack', '2026-03-03 11:00'),
    ['open 2026-03-09 17:00'],
  )
})

const shared = (third: string) =>
  small(`
stages:
  talk: { is: Talk, between: worker, within: 5 working days of talk }
  line: { is: Line, between: manager, within: 5 working days of talk }
  next-one: { is: Seniors, between: senior, within: ${third} }
`)

test('K15 one deadline shared by two stages, and additional time after it', () => {
  const line = raise(shared('5 working days')).then(up, 'school-worker', '2026-03-05 10:00')
  assert.deepEqual(line.duty('line', '2026-03-05 11:00'), ['open 2026-03-09 17:00'])
  assert.deepEqual(
    line.then(up, 'school-manager', '2026-03-06 10:00').duty('next-one', '2026-03-06 11:00'),
    ['open 2026-03-13 17:00'],
    'from its entry',
  )
  const extra = raise(shared('5 working days of line due'))
    .then(up, 'school-worker', '2026-03-05 10:00')
    .then(up, 'school-manager', '2026-03-06 10:00')
  assert.deepEqual(extra.duty('next-one', '2026-03-06 11:00'), ['open 2026-03-16 17:00'], 'extra on the earlier limit')
})

test('K16 a soft deadline: same date, past the guide and not late', () => {
  const soft = dueOf('"3 working days, as a guide"')
  assert.deepEqual([said(soft?.at), soft?.guide], ['2026-03-05 17:00', true])
})

test('K17 a window to raise', () => {
  const text = small(
    ladder(
      '',
      'raise: { within: 48 hours of seen-on, late: refuse, cites: S-1 }\nclauses: { S-1: A challenge is made within two days. }',
    ),
  )
  const refusal = refusedRaising(text, { facts: { 'seen-on': '2026-02-27' } })
  assert.deepEqual([refusal.code, refusal.cites], ['out of time', ['S-1']])
  const inTime = raise(text, { facts: { 'seen-on': '2026-03-01' } })
  assert.deepEqual([inTime.stands, inTime.of('raised')[0]?.what.late], ['talk', false])
  const accepted = raise(text.replace('late: refuse', 'late: accept'), { facts: { 'seen-on': '2026-02-27' } })
  assert.deepEqual(
    [accepted.stands, accepted.of('raised')[0]?.what.late],
    ['talk', true],
    'taken, and recorded as late',
  )
})

test('K20 a deadline or a branch chosen by a flag', () => {
  const text = one('[1 hour if urgency is red, 2 working days]')
  assert.deepEqual(raise(text, { facts: { urgency: 'red' } }).duty('ack', '2026-03-02 10:30'), [
    'open 2026-03-02 11:00',
  ])
  assert.deepEqual(raise(text, { facts: { urgency: 'amber' } }).duty('ack', '2026-03-02 10:30'), [
    'open 2026-03-04 17:00',
  ])
  const branch = small(ladder('', '', '    if: not urgency is red'))
  assert.equal(raise(branch, { facts: { urgency: 'red' } }).then(up, 'school-worker', '2026-03-02 11:00').stands, 'top')
})
