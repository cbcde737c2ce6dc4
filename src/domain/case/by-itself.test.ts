/** Moves without `by`. Each test is named by its sentence of language.md section 3. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, answer, ladder, raise, said, small } from './test-place.ts'

const moved = (t: ReturnType<typeof raise>) => t.of('escalated').map((e) => [e.what.move, said(e.happened), e.by])

const silence = small(
  ladder(`    duties:
      ack: { who: responding worker, must: reply, within: 2 working days }
    moves:
      silence: { to: line, when: ack late }`),
)

test('a move without `by` is written at the time of its event, however late the program wakes', () => {
  const t = raise(silence)
  assert.equal(t.wakes('2026-03-04 17:00').stands, 'talk')
  const late = t.wakes('2026-03-16 09:00')
  assert.deepEqual(moved(late), [['silence', '2026-03-04 17:00', 'concordat']])
  assert.deepEqual(
    late.c.visits.map((v) => [v.stage, said(v.from), said(v.to)]),
    [
      ['talk', '2026-03-02 10:00', '2026-03-04 17:00'],
      ['line', '2026-03-04 17:00', undefined],
    ],
  )
})

test('the silence that moved it stays on the record, before the move', () => {
  const t = raise(silence).wakes('2026-03-16 09:00')
  const kinds = t.entries
    .filter((e) => (e.what.kind === 'deadline passed' && e.what.what === 'ack') || e.what.kind === 'escalated')
    .map((e) => e.what.kind)
  assert.deepEqual(kinds, ['deadline passed', 'escalated'])
  assert.deepEqual(
    [t.last('ack', '2026-03-17 10:00')?.status, said(t.last('ack', '2026-03-17 10:00')?.lateAt)],
    ['overtaken', '2026-03-04 17:00'],
  )
})

test('it happens before what somebody does afterwards, even when nobody woke the program', () => {
  const t = raise(silence)
  assert.equal(
    t.refused(act('reply', { keys: ['ack·1·0·council'] }), 'council-worker', '2026-03-05 10:00').code,
    'already done',
  )
  assert.equal(t.then({ kind: 'note', words: 'Hello.' }, 'school-worker', '2026-03-05 10:00').stands, 'line')
})

test('a reply in time leaves it where it is', () => {
  assert.equal(
    raise(silence).then(act('reply'), 'council-worker', '2026-03-04 10:00').wakes('2026-03-30 10:00').stands,
    'talk',
  )
})

test('a stage’s own lateness moves it', () => {
  const t = raise(small(ladder('    moves:\n      on: { to: next, when: talk late }'))).wakes('2026-03-30 10:00')
  assert.deepEqual(moved(t), [['on', '2026-03-09 17:00', 'concordat']])
  assert.equal(said(t.last('talk', '2026-03-30 10:00')?.lateAt), '2026-03-09 17:00')
})

test('one move leads to the next at its own time', () => {
  const text = small(
    ladder(
      '    moves:\n      on: { to: next, when: talk late }',
      '',
      '    moves:\n      further: { to: next, when: line late }',
    ),
  )
  assert.deepEqual(moved(raise(text).wakes('2026-04-30 10:00')), [
    ['on', '2026-03-09 17:00', 'concordat'],
    // What begins after the working day's end begins the next working day.
    ['further', '2026-03-17 17:00', 'concordat'],
  ])
})

const both = small(
  ladder(`    duties:
      ack:  { who: responding worker, must: reply, within: [1 working day if urgency is red, 3 working days] }
      seen: { who: responding worker, must: do see, within: 2 working days }
    moves:
      by-ack:  { to: line, when: ack late }
      by-seen: { to: top, when: seen late }`),
)

test('of two, the one whose event came first, in both orders', () => {
  assert.deepEqual(moved(raise(both, { facts: { urgency: 'red' } }).wakes('2026-03-30 10:00')).slice(0, 1), [
    ['by-ack', '2026-03-03 17:00', 'concordat'],
  ])
  assert.deepEqual(moved(raise(both, { facts: { urgency: 'amber' } }).wakes('2026-03-30 10:00')).slice(0, 1), [
    ['by-seen', '2026-03-04 17:00', 'concordat'],
  ])
})

const ifOnPlan = silence.replace('when: ack late', 'when: ack late, if: on-plan')

test('with an `if`, it happens when that comes to hold, and not before it was answered', () => {
  const t = raise(ifOnPlan).wakes('2026-03-09 10:00')
  assert.equal(t.stands, 'talk')
  assert.deepEqual(moved(t.then(answer('on-plan', true), 'school-worker', '2026-03-10 10:00')), [
    ['silence', '2026-03-10 10:00', 'concordat'],
  ])
})

test('with a block, it happens when that is done', () => {
  const text = silence.replace(
    '    moves:',
    '      read: { who: raising worker, must: do read, before: silence }\n    moves:',
  )
  const t = raise(text).wakes('2026-03-09 10:00')
  assert.equal(t.stands, 'talk')
  assert.deepEqual(moved(t.then(act('do'), 'school-worker', '2026-03-10 10:00')), [
    ['silence', '2026-03-10 10:00', 'concordat'],
  ])
})

test('silence that is itself the block does not hold it up: nobody is held up by another’s silence', () => {
  const t = raise(silence.replace('within: 2 working days }', 'within: 2 working days, before: line }')).wakes(
    '2026-03-09 10:00',
  )
  assert.deepEqual(moved(t), [['silence', '2026-03-04 17:00', 'concordat']])
})

test('an end may come by itself', () => {
  const t = raise(small(ladder('    moves:\n      gone: { to: handed over, when: every 3 weeks }'))).wakes(
    '2026-04-30 10:00',
  )
  assert.deepEqual([t.stands, said(t.c.end?.at)], ['handed over', '2026-03-23 17:00'])
})

test('waking twice writes nothing twice', () => {
  const t = raise(silence).wakes('2026-03-16 09:00')
  assert.equal(t.wakes('2026-03-16 09:01').entries.length, t.entries.length)
})
