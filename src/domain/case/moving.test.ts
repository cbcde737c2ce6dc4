/** Moves. Each test is named by its sentence of language.md section 3 "Moves". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agree, ladder, move, raise, small, up } from './test-place.ts'

const code = (t: ReturnType<typeof raise>, ...step: Parameters<ReturnType<typeof raise>['refused']>) =>
  t.refused(...step).code

test('for the current stage: its own moves, and the policy’s not refined or removed there', () => {
  const text = small(
    ladder(`    moves:
      up: { by: raising manager }
      agree: null
      other: { by: raising worker, to: top }`),
  )
  const t = raise(text)
  assert.equal(code(t, up, 'school-worker', '2026-03-02 11:00'), 'not yours')
  assert.equal(code(t, agree, 'school-worker', '2026-03-02 11:00'), 'no such move')
  assert.equal(t.then(move('other', { stage: 'top' }), 'school-worker', '2026-03-02 11:00').stands, 'top')
  const line = t.then(up, 'school-manager', '2026-03-02 11:00')
  line.then(agree, 'school-manager', '2026-03-02 12:00')
  assert.equal(code(line, move('other'), 'school-worker', '2026-03-02 12:00'), 'no such move')
})

test('a move whose target does not exist is not there: no `next` on the last rung, no decider without `by`, no `same` without repeats', () => {
  const t = raise(small('\nstages:\n  talk: { is: Talk, between: worker }\n'))
  assert.deepEqual([...t.may('school-worker', '2026-03-02 11:00')].sort(), [
    'agree>agreed',
    'no-further>recorded',
    'withdraw>withdrawn',
  ])
  assert.equal(code(t, up, 'school-worker', '2026-03-02 11:00'), 'no such move')
})

test('a target passed over by its own `if` is not there, and gets nothing', () => {
  const text = small(
    ladder('', '', '    if: on-plan\n    duties:\n      told: { who: raising manager, must: tell iro }'),
  )
  const over = raise(text).then(up, 'school-worker', '2026-03-02 11:00')
  assert.equal(over.stands, 'top')
  assert.deepEqual(over.duty('told', '2026-03-02 12:00'), [])
  assert.equal(raise(text, { facts: { 'on-plan': true } }).then(up, 'school-worker', '2026-03-02 11:00').stands, 'line')
})

test('`if` must hold, and its form’s answers count', () => {
  const text = small(ladder('    moves:\n      straight: { by: raising worker, to: top, if: urgency is red }'))
  const t = raise(text)
  assert.equal(code(t, move('straight'), 'school-worker', '2026-03-02 11:00'), 'condition')
  assert.equal(
    t.then(move('straight', { facts: { urgency: 'red' } }), 'school-worker', '2026-03-02 11:00').stands,
    'top',
  )
})

test('`when`: it exists once that has happened in this visit', () => {
  const text = small(
    ladder(
      `    duties:
      ack: { who: responding worker, must: reply, within: 1 working day }
    moves:
      silence: { by: raising worker, to: top, when: ack late }
      back-again: { by: raising worker, to: line, when: ack }`,
      '',
      '    moves: { back: { by: raising manager, to: talk } }',
    ),
  )
  const t = raise(text)
  assert.equal(code(t, move('silence'), 'school-worker', '2026-03-03 16:00'), 'no such move')
  assert.equal(t.then(move('silence'), 'school-worker', '2026-03-03 17:01').stands, 'top')
  const again = t
    .then(up, 'school-worker', '2026-03-04 10:00')
    .then(move('back', { stage: 'talk' }), 'school-manager', '2026-03-04 11:00')
  assert.equal(
    code(again, move('silence'), 'school-worker', '2026-03-04 12:00'),
    'no such move',
    'the other visit’s silence does not count',
  )
})

test('a move’s own questions are asked', () => {
  const text = small(ladder('    moves:\n      straight: { by: raising worker, to: top, asks: [exact, on-plan] }'))
  const t = raise(text)
  assert.equal(
    code(t, move('straight', { facts: { 'on-plan': true } }), 'school-worker', '2026-03-02 11:00'),
    'missing',
  )
  assert.equal(code(raise(small(ladder())), move('up', { words: ' ' }), 'school-worker', '2026-03-02 11:00'), 'missing')
  assert.equal(
    t.then(move('straight', { facts: { 'on-plan': true, exact: 'This.' } }), 'school-worker', '2026-03-02 11:00')
      .stands,
    'top',
  )
})

test('a move with several targets offers each', () => {
  const text = small(ladder('    moves:\n      straight: { by: raising worker, to: [line, top] }'))
  const t = raise(text)
  assert.deepEqual(
    t.may('school-worker', '2026-03-02 11:00').filter((m) => m.startsWith('straight')),
    ['straight>line', 'straight>top'],
  )
  assert.equal(t.then(move('straight', { stage: 'top' }), 'school-worker', '2026-03-02 11:00').stands, 'top')
})
