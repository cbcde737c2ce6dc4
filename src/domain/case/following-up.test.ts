/** After the end: following up, changing a decision, opening again. Source: language.md section 3 "Ends". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agreedBy, ladder, move, raise, said, small, up } from './test-place.ts'

const code = (t: ReturnType<typeof raise>, ...step: Parameters<ReturnType<typeof raise>['refused']>) =>
  t.refused(...step).code

const plain = small(ladder())
const toTop = (t: ReturnType<typeof raise>, at = '2026-03-03 10:00') =>
  t.then(up, 'school-worker', at).then(up, 'school-manager', at)
const decided = (text = plain, more = {}) =>
  toTop(raise(text, more)).then(move('decide', { words: 'The plan stands.' }), 'chair', '2026-03-04 10:00')

test('after its end no stage is open', () => {
  const t = agreedBy(raise(plain), '2026-03-02 11:00', 'school-worker', 'council-worker')
  assert.equal(code(t, up, 'school-worker', '2026-03-02 12:00'), 'ended')
  assert.deepEqual(t.may('school-worker', '2026-03-02 12:00'), [])
  assert.deepEqual(
    t.duty('talk', '2026-03-30 12:00').map((d) => d.split(' ')[0]),
    ['done'],
  )
})

const outcome = (t: ReturnType<typeof raise>) =>
  ({ kind: 'confirm', proposal: t.c.proposals.at(-1)?.seq ?? 0, facts: { 'our-listened': true } }) as const
const proposed = (t: ReturnType<typeof raise>, at: string) =>
  t.then(
    {
      kind: 'propose',
      of: 'our-same-words',
      lines: ['Weekly visits.'],
      outstanding: [{ what: 'Visit', who: 'Tom', by: '2026-03-10' }],
    },
    'school-worker',
    at,
  )

test('followed up: duties that arose by the end, and outstanding actions with owner and date', () => {
  const t = proposed(agreedBy(raise(plain), '2026-03-02 11:00', 'school-worker', 'council-worker'), '2026-03-02 12:00')
  assert.deepEqual(t.duty('our-same-words', '2026-03-02 13:00'), ['open 2026-03-04 17:00', 'open 2026-03-04 17:00'])
  const signed = t
    .then(outcome(t), 'school-worker', '2026-03-02 13:00')
    .then(outcome(t), 'council-worker', '2026-03-02 14:00')
  assert.deepEqual(
    signed.duty('our-same-words', '2026-03-02 15:00').map((d) => d.split(' ')[0]),
    ['done', 'done'],
  )
  assert.deepEqual(
    signed.c.outstanding.map((o) => [o.action.who, o.action.by, o.done]),
    [['Tom', '2026-03-10', undefined]],
  )
})

test('both sides are asked whether they were listened to', () => {
  const t = proposed(agreedBy(raise(plain), '2026-03-02 11:00', 'school-worker', 'council-worker'), '2026-03-02 12:00')
  assert.equal(code(t, { ...outcome(t), facts: {} }, 'council-worker', '2026-03-02 13:00'), 'missing')
})

test('refusing to sign what was agreed reopens the stage that was left, in a new visit', () => {
  const t = agreedBy(raise(plain), '2026-03-02 11:00', 'school-worker', 'council-worker')
  const not = t.then(
    { kind: 'not confirm', of: 'our-same-words', words: 'That was not it.' },
    'council-worker',
    '2026-03-03 10:00',
  )
  assert.deepEqual(
    [not.stands, not.c.visits.length, not.duty('talk', '2026-03-03 11:00').at(-1)],
    ['talk', 2, 'open 2026-03-10 17:00'],
  )
  assert.deepEqual(
    not.duty('our-same-words', '2026-03-03 11:00').map((d) => d.split(' ')[0]),
    ['overtaken', 'overtaken'],
  )
})

test('and agreed again, it is signed again', () => {
  const t = agreedBy(raise(plain), '2026-03-02 11:00', 'school-worker', 'council-worker').then(
    { kind: 'not confirm', of: 'our-same-words', words: 'No.' },
    'council-worker',
    '2026-03-03 10:00',
  )
  const again = agreedBy(t, '2026-03-03 11:00', 'school-worker', 'council-worker')
  assert.deepEqual(
    again.duty('our-same-words', '2026-03-03 12:00', 'council').map((d) => d.split(' ')[0]),
    ['overtaken', 'open'],
  )
})

test('refusing to sign what was decided is a dissent, and the decision stands', () => {
  const t = decided().then(
    { kind: 'not confirm', of: 'our-same-words', words: 'We disagree.' },
    'council-manager',
    '2026-03-05 10:00',
  )
  assert.deepEqual(
    [t.stands, t.of('dissented').length, t.last('our-same-words', '2026-03-05 11:00', 'council')?.status],
    ['decided', 1, 'done'],
  )
})

test('dissent is an entry, and does its duty', () => {
  const t = decided()
  assert.equal(
    code(toTop(raise(plain)), { kind: 'dissent', words: 'No.' }, 'school-worker', '2026-03-04 10:00'),
    'no such move',
  )
  const said1 = t.then({ kind: 'dissent', words: 'It leaves her at risk.' }, 'school-worker', '2026-03-05 10:00')
  assert.deepEqual([said1.stands, said1.last('our-dissent', '2026-03-05 11:00', 'school')?.status], ['decided', 'done'])
})

test('a decision is changed only by its decider, and everyone is told again', () => {
  const text = small(
    ladder('', 'duties:\n  again: { who: chair, must: tell everyone, when: decision changed, within: 1 working day }'),
  )
  const t = decided(text)
  assert.equal(code(t, { kind: 'change decision', words: 'No.' }, 'school-worker', '2026-03-05 10:00'), 'not yours')
  assert.equal(code(t, { kind: 'change decision', words: ' ' }, 'chair', '2026-03-05 10:00'), 'missing')
  const changed = t.then({ kind: 'change decision', words: 'The plan changes.' }, 'chair', '2026-03-05 10:00')
  assert.deepEqual(
    [changed.c.end?.words, changed.duty('again', '2026-03-05 11:00')],
    ['The plan changes.', ['open 2026-03-06 17:00']],
  )
  assert.equal(changed.duty('our-outcome-told', '2026-03-05 11:00').length, 2)
})

test('a decision changed after closing opens its following up again', () => {
  const closed = decided().then({ kind: 'close', words: 'All done.' }, 'school-worker', '2026-03-06 10:00')
  const changed = closed.then({ kind: 'change decision', words: 'New facts.' }, 'chair', '2026-03-09 10:00')
  assert.equal(changed.c.closed, undefined)
  assert.equal(changed.last('our-outcome-told', '2026-03-09 11:00')?.status, 'open')
})

const reopen = { kind: 'reopen', words: 'It was not done.' } as const
const agreed = agreedBy(raise(plain), '2026-03-02 11:00', 'school-worker', 'council-worker')

test('an agreement is reopened by any party within `reopen`, with a reason', () => {
  assert.equal(code(agreed, { ...reopen, words: '' }, 'council-worker', '2026-03-20 10:00'), 'missing')
  assert.equal(agreed.then(reopen, 'council-worker', '2026-03-30 16:00').stands, 'talk')
  assert.equal(code(agreed, reopen, 'council-worker', '2026-03-31 10:00'), 'out of time')
  assert.equal(code(raise(plain), reopen, 'council-worker', '2026-03-03 10:00'), 'already done')
})

test('or when an action is late, however much later', () => {
  const t = proposed(agreed, '2026-03-02 12:00')
  const signed = t
    .then(outcome(t), 'school-worker', '2026-03-02 13:00')
    .then(outcome(t), 'council-worker', '2026-03-02 14:00')
  assert.equal(signed.then(reopen, 'school-worker', '2026-06-01 10:00').stands, 'talk')
})

test('a withdrawal by its raiser alone', () => {
  const t = raise(plain).then(move('withdraw'), 'school-worker', '2026-03-02 11:00')
  assert.equal(code(t, reopen, 'council-worker', '2026-03-03 10:00'), 'not yours')
  assert.equal(t.then(reopen, 'school-worker', '2026-06-03 10:00').stands, 'talk')
})

test('a decision stands', () => {
  assert.equal(code(decided(), reopen, 'school-worker', '2026-03-05 10:00'), 'ended')
})

test('reopened, it has a new visit with new instances and its old ones as they ended', () => {
  const text = small(ladder('    duties:\n      talked: { who: each worker, must: discuss, within: 1 working day }'))
  const t = agreedBy(
    raise(text).then(act('discuss', { tookPart: ['council-worker'] }), 'school-worker', '2026-03-02 10:30'),
    '2026-03-02 11:00',
    'school-worker',
    'council-worker',
  ).then(reopen, 'school-worker', '2026-03-05 10:00')
  assert.deepEqual(t.duty('talked', '2026-03-05 11:00', 'council'), ['done 2026-03-03 17:00', 'open 2026-03-06 17:00'])
  assert.equal(said(t.c.visits[1]?.from), '2026-03-05 10:00')
})
