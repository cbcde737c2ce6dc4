/** What blocks a move, and its three releases. Each test is named by its sentence of language.md section 3 "Moves". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agree, ladder, move, raise, small, up } from './test-place.ts'

const code = (t: ReturnType<typeof raise>, ...step: Parameters<ReturnType<typeof raise>['refused']>) =>
  t.refused(...step).code

const blocked = (force: string, before = 'up') =>
  small(
    ladder(`    duties:
      ours:   { who: raising worker, ${force}: do ours, within: 1 working day, before: ${before} }
      theirs: { who: responding worker, ${force}: reply, within: 1 working day, before: ${before} }`),
  )

test('blocked while a `must` or `should` that is before its id or target is live; a `may` blocks nothing', () => {
  for (const force of ['must', 'should'])
    assert.deepEqual(
      raise(blocked(force)).refused(up, 'school-worker', '2026-03-02 11:00').first,
      ['ours·1·0·school', 'theirs·1·0·council'],
      force,
    )
  assert.equal(raise(blocked('may')).then(up, 'school-worker', '2026-03-02 11:00').stands, 'line')
  assert.equal(code(raise(blocked('must', 'line')), up, 'school-worker', '2026-03-02 11:00'), 'blocked')
  assert.equal(code(raise(blocked('must', 'agreed')), agree, 'school-worker', '2026-03-02 11:00'), 'blocked')
})

test('released: owed by another side, late, and the move goes to a stage', () => {
  const t = raise(blocked('must')).then(act('do'), 'school-worker', '2026-03-02 12:00')
  assert.equal(code(t, up, 'school-worker', '2026-03-03 16:00'), 'blocked')
  assert.equal(t.then(up, 'school-worker', '2026-03-04 10:00').stands, 'line')
  assert.deepEqual(
    raise(blocked('must')).refused(up, 'school-worker', '2026-03-04 10:00').first,
    ['ours·1·0·school'],
    'one’s own lateness releases nothing',
  )
})

test('nobody gets an agreement unsigned: an end is not released by silence', () => {
  const t = raise(blocked('must', 'agreed')).then(act('do'), 'school-worker', '2026-03-02 12:00')
  assert.deepEqual(t.refused(agree, 'school-worker', '2026-03-20 10:00').first, ['theirs·1·0·council'])
})

test('`urgent` is never blocked, and only while there is immediate harm', () => {
  const t = raise(blocked('must', '[up, line, top, urgent]'))
  assert.equal(code(t, move('urgent', { stage: 'top' }), 'school-worker', '2026-03-02 11:00'), 'condition')
  const harm = t.then(
    { kind: 'review risk', level: 'immediate', words: 'He is back.' },
    'council-worker',
    '2026-03-02 11:00',
  )
  assert.equal(harm.then(move('urgent', { stage: 'top' }), 'school-worker', '2026-03-02 11:00').stands, 'top')
})

test('a condition that only mentions immediate harm is not urgent by that', () => {
  const text = (condition: string) =>
    small(
      ladder(`    duties:
      ours: { who: raising worker, must: do ours, before: top }
    moves:
      straight: { by: raising worker, to: top, if: ${condition} }`),
    )
  assert.equal(
    code(
      raise(text('immediate-harm or on-plan'), { facts: { 'on-plan': true } }),
      move('straight'),
      'school-worker',
      '2026-03-02 11:00',
    ),
    'blocked',
  )
  assert.equal(
    code(raise(text('not immediate-harm')), move('straight'), 'school-worker', '2026-03-02 11:00'),
    'blocked',
  )
})

test('`before` waits for all still in', () => {
  const text = small(ladder('    duties:\n      read: { who: responding worker, must: do read, before: up }'))
  const t = raise(text, { to: [{ agency: 'council' }, { agency: 'clinic' }] }).then(
    act('do'),
    'council-worker',
    '2026-03-02 11:00',
  )
  assert.deepEqual(t.refused(up, 'school-worker', '2026-03-02 12:00').first, ['read·1·0·clinic'])
})
