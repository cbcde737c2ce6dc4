/** What happens by itself: moves without `by`, lateness on the record, addenda, closing. Source: language.md section 3. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agreedBy, answer, ladder, move, policyOf, raise, said, small, up, when } from './test-place.ts'

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

// Closing.

const settle = (t: ReturnType<typeof raise>, at: string) => {
  let so = agreedBy(t, at, 'school-worker', 'council-worker')
  so = so.then(
    { kind: 'propose', of: 'our-same-words', lines: ['We visit weekly.'], outstanding: [] },
    'school-worker',
    at,
  )
  const confirm = {
    kind: 'confirm',
    proposal: so.c.proposals.at(-1)?.seq ?? 0,
    facts: { 'our-listened': true },
  } as const
  so = so.then(confirm, 'school-worker', at).then(confirm, 'council-worker', at)
  so = so.then(act('record'), 'school-worker', at).then(act('record'), 'council-worker', at)
  for (const i of so.due(at))
    if (i.id === 'our-risk-now' && (i.status === 'open' || i.status === 'late'))
      so = so.then({ kind: 'review risk', level: 'some', words: 'Less.' }, 'school-worker', at)
  return so
}

test('it closes by itself when no `must` is open and no action is', () => {
  const t = raise(small(ladder()))
  const ended = agreedBy(t, '2026-03-02 11:00', 'school-worker', 'council-worker')
  assert.equal(ended.c.closed, undefined)
  const closed = settle(t, '2026-03-02 11:00')
  assert.deepEqual(
    closed
      .due('2026-03-02 12:00')
      .filter((i) => i.force === 'must' && (i.status === 'open' || i.status === 'late'))
      .map((i) => i.id),
    [],
  )
  assert.equal(said(closed.c.closed?.at), '2026-03-02 11:00')
  assert.deepEqual(
    closed.of('closed').map((e) => e.by),
    ['concordat'],
  )
})

test('an open action keeps it open, and its doing closes it', () => {
  const t = settle(
    raise(small(ladder())).then(
      { kind: 'open action', action: { what: 'Visit', who: 'Tom', by: '2026-03-06' } },
      'school-worker',
      '2026-03-02 10:30',
    ),
    '2026-03-02 11:00',
  )
  assert.equal(t.c.closed, undefined)
  const [action] = t.c.outstanding
  assert.ok(action)
  const done = t.then(
    { kind: 'finish action', opened: { seq: action.seq, index: action.index }, words: 'Visited.' },
    'council-worker',
    '2026-03-05 10:00',
  )
  assert.equal(said(done.c.closed?.at), '2026-03-05 10:00')
})

test('what never began does not keep it open', () => {
  const text = small(
    ladder('', 'duties:\n  engaged: { who: raising worker, must: write pack, within: 2 working days of top }'),
  )
  assert.ok(settle(raise(text), '2026-03-02 11:00').c.closed)
})

test('what is `before: closed` keeps it open though it only should be done', () => {
  const text = small(
    ladder('', 'duties:\n  learn: { who: coordinator, should: record learning, when: ended, before: closed }'),
  )
  const t = settle(raise(text), '2026-03-02 11:00')
  assert.equal(t.c.closed, undefined)
  assert.equal(t.refused({ kind: 'close', words: 'Enough.' }, 'school-worker', '2026-03-02 12:00').code, 'blocked')
  assert.ok(t.then({ kind: 'learn', words: 'Ring first.' }, 'coordinator', '2026-03-02 12:00').c.closed)
})

test('closing sooner needs a reason and lists what is undone', () => {
  const t = agreedBy(raise(small(ladder())), '2026-03-02 11:00', 'school-worker', 'council-worker')
  assert.equal(t.refused({ kind: 'close', words: '' }, 'school-worker', '2026-03-02 12:00').code, 'missing')
  const closed = t.then({ kind: 'close', words: 'They moved away.' }, 'school-worker', '2026-03-02 12:00')
  assert.ok((closed.of('closed')[0]?.what.undone.length ?? 0) > 0)
  assert.equal(
    raise(small(ladder())).refused({ kind: 'close', words: 'Now.' }, 'school-worker', '2026-03-02 12:00').code,
    'no such move',
  )
})

// Addenda.

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
