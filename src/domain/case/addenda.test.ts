/** Dated addenda. Each test is named by its sentence of language.md section 3, last paragraph. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settingsAsOf } from './addenda.ts'
import { act, agreedBy, ladder, move, policyOf, raise, said, small, up, when } from './test-place.ts'

const base = small(
  ladder(`    contact: [phone, face to face]
    duties:
      ack:    { who: responding worker, must: reply, within: 2 working days }
      talked: { who: each worker, must: discuss }`),
)
const addendumText = `id: small-2026
title: For a time
version: 1
changes: { policy: small, version: 1, from: 2026-03-09, until: 2026-03-20 }
stages:
  talk:
    contact: [phone, video]
    duties:
      ack:   { within: 5 working days }
      extra: { who: raising worker, must: do extra }
duties:
  apart: { who: each party, must: keep apart, when: any stage }
settings: { gate: 3 working days }
`
const adopted = {
  addenda: [
    { id: 'small-2026', from: '2026-03-09', until: '2026-03-20', policy: policyOf(addendumText, { small: base }) },
  ],
}
const raisedOn = (at: string) => raise(base, {}, 'school-worker', at, adopted)
const talkBy = (way: 'face to face' | 'video') => act('discuss', { way })

test('an addendum turns ways of contact off and on, by the day', () => {
  const t = raisedOn('2026-03-06 10:00')
  assert.equal(t.refused(talkBy('video'), 'school-worker', '2026-03-08 10:00').code, 'way of contact')
  assert.equal(t.refused(talkBy('face to face'), 'school-worker', '2026-03-09 00:00').code, 'way of contact')
  t.then(talkBy('video'), 'school-worker', '2026-03-20 23:00')
  t.then(talkBy('face to face'), 'school-worker', '2026-03-21 00:00')
})

test('which limit an instance has that arises that day, and no other’s', () => {
  assert.deepEqual(raisedOn('2026-03-06 10:00').duty('ack', '2026-03-09 10:00'), ['open 2026-03-10 17:00'])
  assert.deepEqual(raisedOn('2026-03-09 10:00').duty('ack', '2026-03-09 11:00'), ['open 2026-03-16 17:00'])
  assert.deepEqual(raisedOn('2026-03-20 10:00').duty('ack', '2026-03-23 11:00'), ['open 2026-03-27 17:00'])
  assert.deepEqual(raisedOn('2026-03-23 10:00').duty('ack', '2026-03-23 11:00'), ['open 2026-03-25 17:00'])
})

test('a duty it adds arises on its days only, in a stage and in the policy', () => {
  for (const [at, extra, apart] of [
    ['2026-03-06 10:00', [], []],
    ['2026-03-09 10:00', ['open'], ['open', 'open']],
    ['2026-03-23 10:00', [], []],
  ] as const) {
    const t = raisedOn(at)
    assert.deepEqual([t.duty('extra', at), t.duty('apart', at)], [extra, apart], at)
  }
})

test('what it has kept is kept to its last day', () => {
  const t = raisedOn('2026-03-09 10:00')
  assert.deepEqual(t.duty('apart', '2026-03-20 23:59', 'council'), ['open'])
  assert.deepEqual(t.duty('apart', '2026-03-21 00:00', 'council'), ['overtaken'])
})

test('its settings hold on its days', () => {
  const gated = base.replace('    contact', '    moves: { up: { by: raising manager, if: justified } }\n    contact')
  const setting = {
    addenda: [
      { id: 'small-2026', from: '2026-03-09', until: '2026-03-20', policy: policyOf(addendumText, { small: gated }) },
    ],
  }
  const due = (at: string) =>
    said(
      raise(gated, {}, 'school-worker', at, setting)
        .then({ kind: 'ask gate', move: 'up', words: 'Please.' }, 'school-worker', at)
        .due(at)
        .find((i) => i.gate)?.due?.at,
    )
  assert.deepEqual([due('2026-03-06 10:00'), due('2026-03-10 10:00')], ['2026-03-09 17:00', '2026-03-13 17:00'])
})

const steps = (t: ReturnType<typeof raise>) => t.of('addendum').map((e) => [e.what.step, said(e.happened), e.by])

test('each running case gets an entry when it begins and ends, at its own time and once', () => {
  const t = raisedOn('2026-03-06 10:00').wakes('2026-03-16 10:00')
  assert.deepEqual(steps(t), [['began', '2026-03-09 00:00', 'concordat']])
  const ended = t.wakes('2026-03-30 10:00').wakes('2026-03-31 10:00')
  assert.deepEqual(steps(ended), [
    ['began', '2026-03-09 00:00', 'concordat'],
    ['ended', '2026-03-21 00:00', 'concordat'],
  ])
})

test('a case raised on its days gets its end only; one raised later, nothing; one that closed, nothing', () => {
  assert.deepEqual(
    steps(raisedOn('2026-03-10 10:00').wakes('2026-03-30 10:00')).map(([step]) => step),
    ['ended'],
  )
  assert.deepEqual(steps(raisedOn('2026-03-23 10:00').wakes('2026-03-30 10:00')), [])
  const closed = agreedBy(raisedOn('2026-03-04 10:00'), '2026-03-04 11:00', 'school-worker', 'council-worker').then(
    { kind: 'close', words: 'Moved away.' },
    'school-worker',
    '2026-03-05 10:00',
  )
  assert.deepEqual(steps(closed.wakes('2026-03-30 10:00')), [])
  assert.ok(when('2026-03-30 10:00') > when('2026-03-21 00:00'))
})

test('a running case keeps the policy it was raised under', () => {
  const t = raise(base)
    .then(up, 'school-worker', '2026-03-03 10:00')
    .then(move('urgent', { stage: 'top', facts: { 'immediate-harm': true } }), 'school-manager', '2026-03-03 11:00')
  const pins = new Set(t.entries.map((e) => `${e.policy.id} ${e.policy.version} ${e.policy.hash}`))
  assert.deepEqual([...pins], [`small 1 ${policyOf(base).hash}`])
  assert.notEqual(policyOf(base.replace('2 working days', '3 working days')).hash, policyOf(base).hash)
})

const overlapping = (order: 'as begun' | 'the other way') => {
  const first = `id: first\ntitle: One\nchanges: { policy: small, version: 1, from: 2026-03-02 }
stages: { talk: { contact: [video], duties: { ack: { within: 5 working days }, talked: { within: 1 day } } } }
settings: { gate: 3 working days, tell-within: 5 days }\n`
  const second = `id: second\ntitle: Two\nchanges: { policy: small, version: 1, from: 2026-03-09, until: 2026-03-13 }
stages: { talk: { contact: [e-mail], duties: { ack: { within: 7 working days } } } }
settings: { gate: 2 working days }\n`
  const all = [
    { id: 'first', from: '2026-03-02', policy: policyOf(first, { small: base }) },
    { id: 'second', from: '2026-03-09', until: '2026-03-13', policy: policyOf(second, { small: base }) },
  ]
  return { addenda: order === 'as begun' ? all : all.toReversed() }
}

for (const order of ['as begun', 'the other way'] as const)
  test(`where two overlap, what both change is as the one has it that began later, ${order}`, () => {
    const raisedOn = (at: string) => raise(base, {}, 'school-worker', at, overlapping(order))
    assert.deepEqual(raisedOn('2026-03-06 10:00').duty('ack', '2026-03-06 11:00'), ['open 2026-03-13 17:00'])
    const both = raisedOn('2026-03-09 10:00')
    assert.deepEqual(both.duty('ack', '2026-03-09 11:00'), ['open 2026-03-18 17:00'])
    assert.equal(both.refused(talkBy('video'), 'school-worker', '2026-03-09 11:00').code, 'way of contact')
    // What only the earlier changes still holds beside it.
    assert.deepEqual(both.duty('talked', '2026-03-09 11:00', 'council'), ['open 2026-03-10 17:00'])
    const settings = settingsAsOf(both.world, when('2026-03-09 11:00'))
    assert.deepEqual(
      [settings.gate, settings.tellWithin],
      [
        { unit: 'working-days', n: 2 },
        { unit: 'days', n: 5 },
      ],
    )
    both.then(talkBy('video'), 'school-worker', '2026-03-16 10:00')
    assert.deepEqual(settingsAsOf(both.world, when('2026-03-16 10:00')).gate, { unit: 'working-days', n: 3 })
  })
