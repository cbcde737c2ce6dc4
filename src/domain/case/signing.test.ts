/** Signing the same words, and what comes before a duty. Source: language.md section 3; the table of acts in section 2. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers } from './entry.ts'
import { act, agree, answer, ladder, post, raise, said, small, up, when } from './test-place.ts'

const inTalk = (duties: string, rest = '', more: Parameters<typeof small>[1] = {}) =>
  small(ladder(`    duties:\n${duties}`, rest), more)

const signing = inTalk(
  '      plan: { who: each worker, must: agree action plan, within: 2 working days, before: agreed }',
)
const proposal = (t: ReturnType<typeof raise>) => t.c.proposals.at(-1)?.seq ?? 0
const propose = {
  kind: 'propose',
  of: 'plan',
  lines: ['We visit on Friday.'],
  outstanding: [{ what: 'Visit', who: 'Tom', by: '2026-03-06' }],
} as const

test('`agree`: every agency signs the same words; the last signature does it for all', () => {
  const t = raise(signing).then(propose, 'school-worker', '2026-03-02 11:00')
  const one = t.then({ kind: 'confirm', proposal: proposal(t), facts: {} }, 'school-worker', '2026-03-02 12:00')
  assert.equal(one.last('plan', '2026-03-02 13:00', 'school')?.status, 'open')
  assert.equal(one.refused(agree, 'school-worker', '2026-03-02 13:00').code, 'blocked')
  const both = one.then({ kind: 'confirm', proposal: proposal(t), facts: {} }, 'council-worker', '2026-03-03 12:00')
  assert.deepEqual(both.duty('plan', '2026-03-03 13:00'), ['done 2026-03-04 17:00', 'done 2026-03-04 17:00'])
  both.then(agree, 'school-worker', '2026-03-03 13:00')
})

test('whoever signed in time is not late because another signs late', () => {
  const t = raise(signing).then(propose, 'school-worker', '2026-03-02 11:00')
  const one = t
    .then({ kind: 'confirm', proposal: proposal(t), facts: {} }, 'school-worker', '2026-03-02 12:00')
    .wakes('2026-03-05 10:00')
  assert.deepEqual(
    [
      one.last('plan', '2026-03-05 10:00', 'school')?.lateAt,
      said(one.last('plan', '2026-03-05 10:00', 'council')?.lateAt),
    ],
    [undefined, '2026-03-04 17:00'],
  )
})

test('one that will not sign says why, and the duty stays', () => {
  const t = raise(signing).then(propose, 'school-worker', '2026-03-02 11:00')
  const no = { kind: 'not confirm', of: 'plan', proposal: proposal(t), words: '' } as const
  assert.equal(t.refused(no, 'council-worker', '2026-03-02 12:00').code, 'missing')
  const not = t.then({ ...no, words: 'Friday is too late.' }, 'council-worker', '2026-03-02 12:00')
  assert.equal(not.last('plan', '2026-03-02 13:00', 'council')?.status, 'open')
  const other = not.then({ ...propose, lines: ['We visit tomorrow.'] }, 'council-worker', '2026-03-02 13:00')
  const signed = other
    .then({ kind: 'confirm', proposal: proposal(other), facts: {} }, 'council-worker', '2026-03-02 13:10')
    .then({ kind: 'confirm', proposal: proposal(other), facts: {} }, 'school-worker', '2026-03-02 13:20')
  assert.equal(signed.last('plan', '2026-03-02 14:00', 'council')?.status, 'done')
})

test('what a signed plan holds is outstanding from its signing', () => {
  const t = raise(signing).then(propose, 'school-worker', '2026-03-02 11:00')
  const confirm = { kind: 'confirm', proposal: proposal(t), facts: {} } as const
  const signed = t
    .then(confirm, 'school-worker', '2026-03-02 12:00')
    .then(confirm, 'council-worker', '2026-03-02 12:10')
  assert.deepEqual(
    signed.c.outstanding.map((o) => o.action.what),
    ['Visit'],
  )
})

test('`before: DUTY` refuses that duty’s entry; another side’s silence does not', () => {
  const text = inTalk(`
      read:  { who: raising worker, must: do read, before: spoke }
      file:  { who: responding worker, must: do file, within: 1 working day, before: spoke }
      spoke: { who: raising worker, must: discuss }`)
  const t = raise(text)
  assert.deepEqual(t.refused(act('discuss'), 'school-worker', '2026-03-02 11:00').first, [
    'read·1·0·school',
    'file·1·0·council',
  ])
  const read = t.then(act('do', { keys: ['read·1·0·school'] }), 'school-worker', '2026-03-02 12:00')
  assert.deepEqual(read.refused(act('discuss'), 'school-worker', '2026-03-02 13:00').first, ['file·1·0·council'])
  read.then(act('discuss'), 'school-worker', '2026-03-04 10:00')
  assert.equal(when('2026-03-04 10:00') > when('2026-03-03 17:00'), true)
})

test('`before: DUTY` holds back an answer and a signature too', () => {
  const text = inTalk(`
      read:  { who: raising worker, must: do read, before: [says, plan] }
      says:  { who: raising worker, must: answer exact }
      plan:  { who: each worker, must: agree plan }`)
  const t = raise(text)
  assert.equal(t.refused(answer('exact', 'This.'), 'school-worker', '2026-03-02 11:00').code, 'blocked')
  assert.equal(t.refused(propose, 'school-worker', '2026-03-02 11:00').code, 'blocked')
})

test('an arrangement in place is asked again by the day it ends; a newer one makes nothing late that was not', () => {
  const arrange = (until: string) =>
    ({ kind: 'arrange', words: 'Gran has her.', answersFor: 'council-worker', until }) as const
  const t = raise(small(ladder()))
    .then(arrange('2026-03-06'), 'council-worker', '2026-03-02 11:00')
    .then(up, 'school-worker', '2026-03-03 10:00')
  assert.deepEqual(t.duty('our-safe-meanwhile', '2026-03-03 11:00').at(-1), 'open 2026-03-06 17:00')
  const again = t
    .then(arrange('2026-03-13'), 'council-manager', '2026-03-05 10:00')
    .last('our-safe-meanwhile', '2026-03-05 11:00')
  assert.deepEqual([again?.status, said(again?.due?.at), again?.lateAt], ['done', '2026-03-06 17:00', undefined])
})

test('inside one agency both sides sign: one signature is not enough', () => {
  const text = inTalk('      plan: { who: each worker, must: agree plan }')
  const setting = { posts: [post('school-other', 'school', 'worker', { tier: 1 })] }
  const t = raise(
    text,
    { to: [{ agency: 'school', person: 'school-other' }] },
    'school-worker',
    '2026-03-02 10:00',
    setting,
  )
  assert.deepEqual(t.duty('plan', '2026-03-02 11:00'), ['open', 'open'])
  const proposed = t.then(propose, 'school-worker', '2026-03-02 11:00')
  const confirm = { kind: 'confirm', proposal: proposed.c.proposals[0]?.seq ?? 0, facts: {} } as const
  const one = proposed.then(confirm, 'school-worker', '2026-03-02 11:10')
  assert.deepEqual(one.duty('plan', '2026-03-02 12:00'), ['open', 'open'])
  assert.equal(one.refused(confirm, 'school-worker', '2026-03-02 12:00').code, 'already done')
  assert.deepEqual(one.then(confirm, 'school-other', '2026-03-02 12:00').duty('plan', '2026-03-02 13:00'), [
    'done',
    'done',
  ])
})

test('what both sides are asked on signing is answered: yes or no, an option, and the questions of a nested form', () => {
  const text = small(ladder('    duties: { plan: { who: each worker, must: agree plan, asks: [form] } }'), {
    facts: '  form: { ask: A form, asks: [inner] }\n  inner: { ask: Another, asks: [on-plan, urgency] }\n',
  })
  const t = raise(text).then(propose, 'school-worker', '2026-03-02 11:00')
  const confirm = (facts: Answers) => ({ kind: 'confirm', proposal: t.c.proposals[0]?.seq ?? 0, facts }) as const
  assert.match(t.refused(confirm({}), 'school-worker', '2026-03-02 12:00').title, /On a plan/)
  assert.match(t.refused(confirm({ 'on-plan': true }), 'school-worker', '2026-03-02 12:00').title, /How urgent/)
  t.then(confirm({ 'on-plan': true, urgency: 'red' }), 'school-worker', '2026-03-02 12:00')
})
