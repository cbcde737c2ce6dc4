/** Closing. Each test is named by its sentence of language.md section 3 "Ends". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agreedBy, ladder, raise, said, small } from './test-place.ts'

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
