/** Ends. Each test is named by its sentence of language.md section 3 "Ends". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agree, ladder, move, raise, small, up } from './test-place.ts'

const plain = small(ladder())
const three = { to: [{ agency: 'council' }, { agency: 'clinic' }] }
const alone = move('agree', { end: 'agreed', alone: true })
const code = (t: ReturnType<typeof raise>, ...step: Parameters<ReturnType<typeof raise>['refused']>) =>
  t.refused(...step).code

const toTop = (t: ReturnType<typeof raise>, at = '2026-03-03 10:00') =>
  t.then(up, 'school-worker', at).then(up, 'school-manager', at)
test('`agreed`: by every responding agency still in the case', () => {
  const t = raise(plain, three)
  const two = t.then(agree, 'school-worker', '2026-03-02 11:00').then(agree, 'council-worker', '2026-03-02 11:00')
  assert.equal(two.stands, 'talk')
  assert.equal(two.then(agree, 'clinic-worker', '2026-03-02 12:00').stands, 'agreed')
})

test('an agency that joins is asked too', () => {
  const t = raise(plain)
    .then(agree, 'school-worker', '2026-03-02 11:00')
    .then(
      { kind: 'join', agency: 'clinic', person: 'clinic-worker', words: 'Theirs.' },
      'school-worker',
      '2026-03-02 11:30',
    )
  const two = t.then(agree, 'council-worker', '2026-03-02 12:00')
  assert.equal(two.stands, 'talk')
  assert.equal(two.then(agree, 'clinic-worker', '2026-03-02 12:30').stands, 'agreed')
})

test('one alone may be settled with, is then out of it, and the last makes the case agreed', () => {
  const t = raise(plain, three).then(alone, 'council-worker', '2026-03-02 11:00')
  assert.equal(t.of('settled with').length, 0, 'both have to say so')
  const settled = t.then(alone, 'school-worker', '2026-03-02 12:00')
  assert.deepEqual([settled.stands, settled.of('settled with').map((e) => e.what.agency)], ['talk', ['council']])
  assert.equal(
    settled.then(agree, 'clinic-worker', '2026-03-02 13:00').stands,
    'talk',
    'what was said to one alone says nothing to another',
  )
  const last = settled.then(agree, 'clinic-worker', '2026-03-02 13:00').then(agree, 'school-worker', '2026-03-02 14:00')
  assert.equal(last.stands, 'agreed')
})

test('what the raising side said to one alone settles nothing with the next', () => {
  const fourth = { to: [{ agency: 'council' }, { agency: 'clinic' }, { agency: 'police' }] }
  const t = raise(plain, fourth)
    .then(alone, 'school-worker', '2026-03-02 11:00')
    .then(alone, 'council-worker', '2026-03-02 11:10')
  assert.equal(t.then(alone, 'clinic-worker', '2026-03-02 11:20').of('settled with').length, 1)
  assert.equal(
    t
      .then(alone, 'clinic-worker', '2026-03-02 11:20')
      .then(alone, 'school-worker', '2026-03-02 11:30')
      .of('settled with').length,
    2,
  )
})

test('`decided`: the move’s id is the outcome', () => {
  const text = small(
    ladder('', '').replace(
      'by: chair\n',
      'by: chair\n    moves:\n      uphold: { by: chair, to: decided }\n      dismiss: { by: chair, to: decided }\n',
    ),
  )
  const t = toTop(raise(text)).then(move('dismiss', { end: 'decided' }), 'chair', '2026-03-04 10:00')
  assert.deepEqual([t.c.end?.end, t.c.end?.move], ['decided', 'dismiss'])
})

test('only the decider decides', () => {
  assert.equal(code(toTop(raise(plain)), move('decide'), 'school-worker', '2026-03-04 10:00'), 'not yours')
})

test('a party does not decide as well: the role’s `else` steps in', () => {
  const t = toTop(
    raise(plain, { from: 'school', to: [{ agency: 'council' }] }, 'school-worker', '2026-03-02 10:00', {
      posts: [
        { id: 'x', person: 'school-worker', agency: 'board', role: 'chair', title: 'Chair', speaksFor: [], away: [] },
      ],
      without: ['chair'],
    }),
  )
  assert.equal(code(t, move('decide'), 'school-worker', '2026-03-04 10:00'), 'not yours')
  assert.equal(t.then(move('decide'), 'coordinator', '2026-03-04 10:00').stands, 'decided')
})

test('`recorded`: the raiser disagrees and stops', () => {
  const t = raise(plain)
  assert.equal(code(t, move('no-further'), 'council-worker', '2026-03-02 11:00'), 'not yours')
  assert.deepEqual([t.then(move('no-further'), 'school-worker', '2026-03-02 11:00').stands], ['recorded'])
})

test('`withdrawn`: every raiser, or the rest go on', () => {
  const t = raise(plain).then({ kind: 'join as raiser', person: 'school-lead' }, 'school-worker', '2026-03-02 10:30')
  const one = t.then(move('withdraw'), 'school-worker', '2026-03-02 11:00')
  assert.deepEqual([one.stands, one.of('raiser withdrew').length], ['talk', 1])
  assert.equal(code(one, move('withdraw'), 'school-worker', '2026-03-02 12:00'), 'not yours')
  assert.equal(one.then(move('withdraw'), 'school-lead', '2026-03-02 12:00').stands, 'withdrawn')
})

test('all are `raiser`: any acts, all hear', () => {
  const text = small(ladder('    duties:\n      letter: { who: responding worker, must: write letter to raiser }'))
  const t = raise(text).then({ kind: 'join as raiser', person: 'school-lead' }, 'school-worker', '2026-03-02 10:30')
  assert.equal(t.then(move('no-further'), 'school-lead', '2026-03-02 11:00').stands, 'recorded')
  assert.deepEqual(
    t
      .offers('school-lead', '2026-03-02 11:00')
      .map((o) => o.move.id)
      .includes('withdraw'),
    true,
  )
})

test('`handed over`: elsewhere, only for its reason', () => {
  const text = small(
    ladder(
      '',
      'moves:\n  conduct: { by: raising party, to: handed over, if: on-plan, says: Use the conduct procedure. }',
    ),
  )
  assert.equal(code(raise(text), move('conduct'), 'school-worker', '2026-03-02 11:00'), 'condition')
  assert.equal(
    raise(text, { facts: { 'on-plan': true } }).then(move('conduct'), 'school-worker', '2026-03-02 11:00').stands,
    'handed over',
  )
})

test('who settles with one alone has not agreed with all', () => {
  const t = raise(plain, three).then(alone, 'school-worker', '2026-03-02 11:00')
  const all = t.then(agree, 'council-worker', '2026-03-02 12:00').then(agree, 'clinic-worker', '2026-03-02 12:10')
  assert.equal(all.stands, 'talk')
  assert.equal(all.then(agree, 'school-worker', '2026-03-02 13:00').stands, 'agreed')
})
