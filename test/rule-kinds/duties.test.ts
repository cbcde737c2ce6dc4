/** What is told, written, answered and met: K23 to K30, K54, K60, K61. Each kind as a small policy, driven through the engine. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  act,
  agree,
  agreedBy,
  answer,
  ladder,
  move,
  raise,
  refusedRaising,
  said,
  small,
  up,
} from '../../src/domain/case/test-place.ts'
import { noticed, readsIt } from './reached.ts'

const inTalk = (duties: string, rest = '', more: Parameters<typeof small>[1] = {}) =>
  small(ladder(`    duties:\n${duties}`, rest), more)
const status = (t: ReturnType<typeof raise>, id: string, at: string, agency?: string) => t.last(id, at, agency)?.status

test('K23 a role is told when a flag is set', () => {
  const text = small(ladder('', '', '    duties:\n      told: { who: raising manager, must: tell iro, if: on-plan }'))
  const off = raise(text).then(up, 'school-worker', '2026-03-02 11:00')
  assert.deepEqual(off.duty('told', '2026-03-02 12:00'), [])
  const on = off.then(answer('on-plan', true), 'school-worker', '2026-03-03 10:00')
  assert.deepEqual(on.duty('told', '2026-03-03 11:00'), ['open 2026-03-03 17:00'])
  const told = on.then(act('tell', { to: ['iro'] }), 'school-manager', '2026-03-03 12:00')
  assert.deepEqual([status(told, 'told', '2026-03-03 13:00'), noticed(told)], ['done', ['iro']])
  assert.deepEqual(readsIt(told, 'told', ['iro'], '2026-03-03 13:00'), [true])
})

test('K24 the Board told when a stage is entered, or at every stage', () => {
  const one = raise(small(ladder('', '', '    duties:\n      board: { who: raising manager, must: tell coordinator }')))
  assert.deepEqual(one.duty('board', '2026-03-02 11:00'), [])
  assert.deepEqual(one.then(up, 'school-worker', '2026-03-02 11:00').duty('board', '2026-03-02 12:00'), [
    'open 2026-03-02 17:00',
  ])
  const every = raise(
    small(ladder('', 'duties:\n  board: { who: raising party, must: tell coordinator, when: any stage }')),
  ).then(up, 'school-worker', '2026-03-03 10:00')
  assert.equal(every.duty('board', '2026-03-03 11:00').length, 2)
  const told = every.then(act('tell', { to: ['coordinator'] }), 'school-manager', '2026-03-03 11:00')
  assert.deepEqual(noticed(told), ['coordinator'])
  assert.equal(told.last('board', '2026-03-03 12:00')?.status, 'done')
})

test('K25 the Board told of what was settled lower down', () => {
  const t = raise(
    inTalk(
      '      report: { who: raising worker, must: write report of resolution to coordinator, when: agreed, within: 2 working days }',
    ),
  )
  assert.deepEqual(t.then(up, 'school-worker', '2026-03-02 11:00').duty('report', '2026-03-02 12:00'), [])
  const settled = agreedBy(t, '2026-03-02 11:00', 'school-worker', 'council-worker')
  assert.deepEqual(settled.duty('report', '2026-03-02 12:00'), ['open 2026-03-04 17:00'])
  assert.equal(
    status(
      settled.then(act('write', { to: ['coordinator'], title: 'Report' }), 'school-worker', '2026-03-03 10:00'),
      'report',
      '2026-03-03 11:00',
    ),
    'done',
  )
})

test('K26 a copy list that differs per stage, every name on it reached', () => {
  const t = raise(inTalk('      copies: { who: raising worker, must: tell responding manager and responding senior }'))
  assert.equal(
    status(
      t.then(act('tell', { to: ['council-manager'] }), 'school-worker', '2026-03-02 11:00'),
      'copies',
      '2026-03-02 12:00',
    ),
    'open',
  )
  const both = t.then(act('tell', { to: ['council-manager', 'council-senior'] }), 'school-worker', '2026-03-02 11:00')
  assert.equal(status(both, 'copies', '2026-03-02 12:00'), 'done')
  assert.deepEqual(noticed(both), ['council-manager', 'council-senior'])
})

test('K27 a named form per event, its questions asked', () => {
  const text = small(ladder('    moves:\n      up: { by: raising worker, asks: [escalation-form] }'), {
    facts: '  escalation-form: { ask: Escalation form, asks: [exact, on-plan] }\n',
  })
  const t = raise(text)
  assert.deepEqual(
    t
      .offers('school-worker', '2026-03-02 11:00')
      .find((o) => o.move.id === 'up')
      ?.asks.map((f) => f.id),
    ['exact', 'on-plan'],
  )
  assert.equal(t.refused(up, 'school-worker', '2026-03-02 11:00').code, 'missing')
  t.then(move('up', { facts: { exact: 'This.', 'on-plan': false } }), 'school-worker', '2026-03-02 11:00')
})

test('K28 a record at every stage, on every agency’s own file', () => {
  const t = raise(small(ladder())).then(up, 'school-worker', '2026-03-02 11:00')
  assert.deepEqual(
    t
      .due('2026-03-02 12:00')
      .filter((i) => i.id === 'our-file')
      .map((i) => [i.agency, i.status]),
    [
      ['school', 'open'],
      ['council', 'open'],
    ],
  )
  const filed = t.then(act('record'), 'council-worker', '2026-03-02 12:00')
  assert.deepEqual(
    [status(filed, 'our-file', '2026-03-02 13:00', 'council'), status(filed, 'our-file', '2026-03-02 13:00', 'school')],
    ['done', 'open'],
  )
  assert.deepEqual(filed.of('recorded')[0]?.audience, { to: 'agency', agency: 'council' })
  assert.deepEqual(
    readsIt(filed, 'recorded', ['council-worker', 'school-worker'], '2026-03-02 13:00'),
    [true, false],
    'on its own file, for its own eyes',
  )
})

test('K29 a written step: owed when its stage is left, late while it is not there', () => {
  const t = raise(
    inTalk('      summary: { who: raising worker, must: write summary to responding worker, within: 1 working day }'),
  ).then(up, 'school-worker', '2026-03-02 11:00')
  assert.deepEqual(t.duty('summary', '2026-03-02 12:00'), ['open 2026-03-03 17:00'])
  assert.equal(status(t, 'summary', '2026-03-04 09:00'), 'late')
  const sent = t.then(act('write', { to: ['council-worker'], title: 'Summary' }), 'school-worker', '2026-03-04 10:00')
  assert.deepEqual([status(sent, 'summary', '2026-03-04 11:00'), noticed(sent)], ['done', ['council-worker']])
})

test('K29 a written outcome', () => {
  const t = agreedBy(
    raise(
      inTalk(
        '      letter: { who: responding worker, must: write outcome letter to raiser, when: agreed, within: 2 working days }',
      ),
    ),
    '2026-03-02 11:00',
    'school-worker',
    'council-worker',
  )
  assert.deepEqual(t.duty('letter', '2026-03-02 12:00'), ['open 2026-03-04 17:00'])
  assert.equal(
    status(
      t.then(act('write', { to: ['school-worker'], title: 'Outcome' }), 'council-worker', '2026-03-03 10:00'),
      'letter',
      '2026-03-03 11:00',
    ),
    'done',
  )
})

test('K30 the required output is an agreed action plan: no agreement without it, and its actions are followed', () => {
  const t = raise(inTalk('      plan: { who: each worker, must: agree action plan, asks: [todo], before: agreed }'))
  assert.equal(t.refused(agree, 'school-worker', '2026-03-02 11:00').code, 'blocked')
  const put = t.then(
    { kind: 'propose', of: 'plan', lines: ['Visit.'], outstanding: [{ what: 'Visit', who: 'Tom', by: '2026-03-09' }] },
    'council-worker',
    '2026-03-02 11:00',
  )
  const confirm = { kind: 'confirm', proposal: put.c.proposals[0]?.seq ?? 0, facts: {} } as const
  const signed = put
    .then(confirm, 'school-worker', '2026-03-02 12:00')
    .then(confirm, 'council-worker', '2026-03-02 12:00')
  assert.deepEqual(
    [
      agreedBy(signed, '2026-03-02 13:00', 'school-worker', 'council-worker').stands,
      signed.c.outstanding.map((o) => o.action.by),
    ],
    ['agreed', ['2026-03-09']],
  )
})

test('K54 required content of a challenge is on the record of raising', () => {
  const text = small(ladder('', 'raise: { asks: [exact, on-plan] }'))
  const t = raise(text, { facts: { exact: 'The threshold.', 'on-plan': true } })
  assert.deepEqual([t.c.answers['exact']?.[0]?.answer, t.c.answers['on-plan']?.[0]?.answer], ['The threshold.', true])
  const without = refusedRaising(text, { facts: { exact: ' ', 'on-plan': true } })
  assert.deepEqual([without.code, /What exactly\?/.test(without.title)], ['missing', true])
  const danger = raise(text, { facts: { exact: ' ', 'immediate-harm': true } })
  assert.equal(danger.stands, 'talk', 'no form keeps a child in danger waiting')
})

test('K60 a duty on the receiving side, timed, and its silence on the record', () => {
  const t = raise(inTalk('      ack: { who: responding worker, must: reply, within: 2 working days }')).wakes(
    '2026-03-05 10:00',
  )
  assert.deepEqual(
    [
      status(t, 'ack', '2026-03-05 10:00'),
      t
        .of('deadline passed')
        .filter((e) => e.what.what === 'ack')
        .map((e) => said(e.what.due)),
    ],
    ['late', ['2026-03-04 17:00']],
  )
  const replied = t.then(act('reply'), 'council-worker', '2026-03-05 11:00')
  const weighed = replied.then(
    { kind: 'weigh reply', reply: replied.of('replied')[0]?.seq ?? 0, satisfied: false, words: 'Not yet.' },
    'school-worker',
    '2026-03-05 12:00',
  )
  assert.equal(weighed.of('reply weighed')[0]?.what.satisfied, false)
})

test('K61 a meeting: who convenes, who chairs, minutes within days', () => {
  const t = raise(
    inTalk(`
      met:     { who: responding worker, must: meet, if: on-plan, within: 5 working days }
      minutes: { who: responding worker, must: write minutes to everyone, when: met, within: 2 working days }`),
    { facts: { 'on-plan': true } },
  )
  const met = t.then(
    act('meet', { convenor: 'council-worker', chair: 'council-worker', tookPart: ['school-worker'] }),
    'council-worker',
    '2026-03-04 10:00',
  )
  assert.deepEqual(
    [met.of('met')[0]?.what.chair, met.duty('minutes', '2026-03-04 11:00')],
    ['council-worker', ['open 2026-03-06 17:00']],
  )
  assert.deepEqual(t.duty('met', '2026-03-02 11:00'), ['open 2026-03-09 17:00'])
  assert.equal(status(t, 'met', '2026-03-10 09:00'), 'late')
  assert.equal(status(met, 'minutes', '2026-03-09 09:00'), 'late')
  const some = met.then(act('write', { to: ['school-worker'], title: 'Minutes' }), 'council-worker', '2026-03-05 10:00')
  assert.equal(status(some, 'minutes', '2026-03-05 11:00'), 'done')
})
