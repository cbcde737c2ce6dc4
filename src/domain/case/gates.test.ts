/** Gates. Each test is named by its sentence of language.md section 3 "Moves". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answer, ladder, move, raise, said, small, up } from './test-place.ts'

const code = (t: ReturnType<typeof raise>, ...step: Parameters<ReturnType<typeof raise>['refused']>) =>
  t.refused(...step).code

const gated = small(
  ladder(
    '    moves:\n      up: { by: raising manager, if: justified }\n      straight: { by: raising worker, to: top, if: justified }',
    '',
    '    moves: { back: { by: raising manager, to: talk } }',
  ),
)
const ask = (id: string) => ({ kind: 'ask gate', move: id, words: 'Please look.' }) as const

test('a gate: anyone of that side asks, and the answer falls on whose it is within `gate`', () => {
  const t = raise(gated)
  assert.equal(code(t, up, 'school-worker', '2026-03-02 11:00'), 'not yours')
  assert.equal(code(t, ask('up'), 'council-worker', '2026-03-02 11:00'), 'not yours')
  const asked = t.then(ask('up'), 'school-worker', '2026-03-02 11:00')
  const gate = asked.due('2026-03-02 12:00').find((i) => i.gate)
  assert.deepEqual([gate?.gate?.fact, gate?.agency, said(gate?.due?.at)], ['justified', 'school', '2026-03-03 17:00'])
  assert.equal(code(asked, answer('justified', true), 'school-worker', '2026-03-02 12:00'), 'not yours')
  assert.equal(code(asked, answer('justified', true), 'council-manager', '2026-03-02 12:00'), 'no part')
  assert.equal(code(asked, ask('up'), 'school-worker', '2026-03-02 12:00'), 'already done')
  const yes = asked.then(answer('justified', true), 'school-manager', '2026-03-02 13:00')
  assert.equal(yes.then(up, 'school-manager', '2026-03-02 14:00').stands, 'line')
})

test('facts the mover may answer are asked on the move’s own form', () => {
  const t = raise(gated).then(ask('up'), 'school-worker', '2026-03-02 11:00')
  const offer = t.offers('school-manager', '2026-03-02 12:00').find((o) => o.move.id === 'up')
  assert.deepEqual(offer?.asks.map((f) => f.id).slice(0, 1), ['justified'])
  assert.equal(t.then(move('up', { facts: { justified: true } }), 'school-manager', '2026-03-02 12:00').stands, 'line')
})

test('a no with its reason keeps it closed, and may become a yes', () => {
  const asked = raise(gated).then(ask('up'), 'school-worker', '2026-03-02 11:00')
  assert.equal(code(asked, answer('justified', false, ' '), 'school-manager', '2026-03-02 12:00'), 'missing')
  const no = asked.then(answer('justified', false, 'We have not rung them.'), 'school-manager', '2026-03-02 12:00')
  assert.equal(code(no, up, 'school-manager', '2026-03-20 12:00'), 'condition')
  assert.equal(code(no, up, 'school-worker', '2026-03-20 12:00'), 'not yours')
  assert.equal(
    no
      .then(answer('justified', true), 'school-manager', '2026-03-21 12:00')
      .then(up, 'school-manager', '2026-03-21 13:00').stands,
    'line',
  )
})

test('unanswered past that, `up` opens to anyone of that side only, and the record says so', () => {
  const asked = raise(gated).then(ask('up'), 'school-worker', '2026-03-02 11:00')
  assert.equal(asked.refused(up, 'school-worker', '2026-03-03 16:00').code, 'not yours')
  assert.equal(asked.refused(up, 'council-worker', '2026-03-04 10:00').code, 'not yours')
  const opened = asked.then(up, 'school-worker', '2026-03-04 10:00')
  assert.equal(opened.stands, 'line')
  assert.deepEqual(
    opened
      .of('deadline passed')
      .filter((e) => e.what.what === 'justified')
      .map((e) => said(e.happened)),
    ['2026-03-03 17:00'],
  )
})

test('never a jump: silence on it leaves any other move shut', () => {
  const asked = raise(gated).then(ask('straight'), 'school-worker', '2026-03-02 11:00')
  assert.equal(code(asked, move('straight'), 'school-worker', '2026-03-20 10:00'), 'gate')
})

test('other facts with `by` are offered to that person from the first stage where something hangs on them', () => {
  const wanted = { facts: '  wanted: { ask: Is a meeting wanted?, by: raising manager }\n' }
  const stage = raise(small(ladder('', '', '    if: wanted'), wanted))
  assert.equal(
    stage
      .then(answer('wanted', true), 'school-manager', '2026-03-02 11:00')
      .then(up, 'school-worker', '2026-03-02 12:00').stands,
    'line',
  )
  assert.equal(code(stage, answer('wanted', true), 'school-worker', '2026-03-02 11:00'), 'not yours')
  const duty = raise(
    small(
      ladder('    duties:\n      met: { who: responding worker, must: meet, if: wanted, within: 2 working days }'),
      wanted,
    ),
  )
  assert.deepEqual(
    duty.then(answer('wanted', true), 'school-manager', '2026-03-02 11:00').duty('met', '2026-03-02 12:00'),
    ['open 2026-03-04 17:00'],
  )
  const line = raise(
    small(ladder('', '', '    duties:\n      met: { who: responding manager, must: meet, if: wanted }'), {
      facts: '  wanted: { ask: Wanted?, by: raising director }\n',
    }),
  )
  assert.equal(code(line, answer('wanted', true), 'school-director', '2026-03-02 11:00'), 'no part')
  line.then(up, 'school-worker', '2026-03-02 11:00').then(answer('wanted', true), 'school-director', '2026-03-02 12:00')
})

test('a new visit asks again', () => {
  const t = raise(gated)
    .then(ask('up'), 'school-worker', '2026-03-02 11:00')
    .then(up, 'school-worker', '2026-03-04 10:00')
    .then(move('back', { stage: 'talk' }), 'school-manager', '2026-03-04 11:00')
  assert.equal(code(t, up, 'school-worker', '2026-03-04 12:00'), 'not yours')
  t.then(ask('up'), 'school-worker', '2026-03-04 12:00')
})
