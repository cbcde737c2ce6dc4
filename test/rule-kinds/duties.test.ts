/** What must be done, told, written and answered: K23 to K30, K40, K43, K45, K46, K49 to K52, K54, K56, K60, K61, K66. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agree, agreedBy, answer, ladder, move, raise, said, small, up } from '../../src/domain/case/test-place.ts'

const inTalk = (duties: string, rest = '', more: Parameters<typeof small>[1] = {}) =>
  small(ladder(`    duties:\n${duties}`, rest), more)
const status = (t: ReturnType<typeof raise>, id: string, at: string, agency?: string) => t.last(id, at, agency)?.status

test('K23 a role is told when a flag is set', () => {
  const text = small(ladder('', '', '    duties:\n      told: { who: raising manager, must: tell iro, if: on-plan }'))
  const off = raise(text).then(up, 'school-worker', '2026-03-02 11:00')
  assert.deepEqual(off.duty('told', '2026-03-02 12:00'), [])
  const on = off.then(answer('on-plan', true), 'school-worker', '2026-03-03 10:00')
  assert.deepEqual(on.duty('told', '2026-03-03 11:00'), ['open 2026-03-03 17:00'])
  assert.equal(
    status(on.then(act('tell', { to: ['iro'] }), 'school-manager', '2026-03-03 12:00'), 'told', '2026-03-03 13:00'),
    'done',
  )
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
  assert.equal(
    status(
      t.then(act('tell', { to: ['council-manager', 'council-senior'] }), 'school-worker', '2026-03-02 11:00'),
      'copies',
      '2026-03-02 12:00',
    ),
    'done',
  )
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

test('K40 a dispute about resources is a reason like another; K66 the list of reasons', () => {
  const text = small(
    ladder(
      '',
      'raise: { asks: [reason] }\ntracks:\n  money: { if: reason is resources, stages: [line, top] }\n  usual: { stages: [talk, line, top] }',
    ),
    { facts: '  reason: { ask: About what?, any-of: { resources: Money or places, need: Level of need } }\n' },
  )
  const t = raise(text, { facts: { reason: ['need', 'resources'] } })
  assert.deepEqual([t.c.track, t.stands], ['money', 'line'])
  assert.equal(raise(text, { facts: { reason: ['need'] } }).c.track, 'usual')
})

test('K43 an outside body or a complaint in parallel, at any point', () => {
  const t = raise(
    small(ladder('', 'duties:\n  outside: { who: raising worker, may: refer to front-door, when: raised }')),
  ).then(up, 'school-worker', '2026-03-02 11:00')
  assert.equal(status(t, 'outside', '2026-03-10 10:00'), 'open')
  const sent = t.then(
    act('refer', { keys: [t.live('outside', '2026-03-10 10:00').key], toWords: 'The ombudsman' }),
    'school-worker',
    '2026-03-10 10:00',
  )
  assert.deepEqual([sent.stands, status(sent, 'outside', '2026-03-10 11:00')], ['line', 'done'])
})

test('K45 a debrief after, offered and kept apart', () => {
  const t = agreedBy(raise(small(ladder())), '2026-03-02 11:00', 'school-worker', 'council-worker')
  const done = t.then({ kind: 'debrief', words: 'We should ring first.' }, 'council-worker', '2026-03-03 10:00')
  assert.deepEqual(
    [status(done, 'our-debrief', '2026-03-03 11:00', 'council'), done.of('debriefed')[0]?.audience],
    ['done', { to: 'agency', agency: 'council' }],
  )
})

test('K46 what is learnt is recorded by whom the policy names', () => {
  const t = agreedBy(
    raise(
      small(
        ladder(
          '',
          'duties:\n  learning: { who: coordinator, should: record learning, when: ended, within: 5 working days }',
        ),
      ),
    ),
    '2026-03-02 11:00',
    'school-worker',
    'council-worker',
  )
  assert.deepEqual(t.duty('learning', '2026-03-02 12:00'), ['open 2026-03-09 17:00'])
  assert.equal(
    status(
      t.then({ kind: 'learn', words: 'Ring first.' }, 'coordinator', '2026-03-03 10:00'),
      'learning',
      '2026-03-03 11:00',
    ),
    'done',
  )
})

test('K49 the raiser is told the outcome', () => {
  const byOther = raise(small(ladder('', 'moves:\n  close-it: { by: raising manager, to: recorded }')))
    .then(up, 'school-worker', '2026-03-02 11:00')
    .then(move('close-it'), 'school-manager', '2026-03-02 12:00')
  assert.deepEqual(byOther.duty('our-outcome-told', '2026-03-02 13:00'), ['open 2026-03-02 17:00'])
  const told = byOther.then(act('tell', { to: ['school-worker'] }), 'school-manager', '2026-03-02 14:00')
  assert.equal(status(told, 'our-outcome-told', '2026-03-02 15:00'), 'done')
  const self = raise(small(ladder())).then(move('withdraw'), 'school-worker', '2026-03-02 11:00')
  assert.equal(status(self, 'our-outcome-told', '2026-03-02 12:00'), 'waived', 'nobody tells themselves')
})

test('K50 manner: kept while it lasts, done when it is to be done', () => {
  const t = raise(
    inTalk(`
      marked: { who: each worker, must: keep challenges marked as such in the subject line }
      met:    { who: responding worker, must: meet }
      read:   { who: raising worker, must: do read the statement out, when: met }`),
  )
  assert.deepEqual(
    [status(t, 'marked', '2026-03-02 11:00', 'council'), status(t, 'read', '2026-03-02 11:00')],
    ['open', undefined],
  )
  assert.equal(status(t.then(act('meet'), 'council-worker', '2026-03-02 12:00'), 'read', '2026-03-02 13:00'), 'open')
})

test('K51 standstill: the arrangement stays as it is until resolved; a breach is on the record', () => {
  const t = raise(
    small(ladder('', 'duties:\n  as-is: { who: each party, must: keep the arrangement as it is, when: raised }')),
  ).then(up, 'school-worker', '2026-03-02 11:00')
  const { key } = t.live('as-is', '2026-03-02 12:00', 'council')
  assert.equal(
    t.then({ kind: 'breach', key, words: 'She was moved.' }, 'school-worker', '2026-03-03 10:00').of('breached').length,
    1,
  )
  assert.equal(
    status(
      agreedBy(t, '2026-03-03 10:00', 'school-manager', 'council-manager'),
      'as-is',
      '2026-03-03 11:00',
      'council',
    ),
    'overtaken',
  )
})

test('K52 support for a raiser of lower status', () => {
  const t = raise(inTalk('      ask: { who: raising worker, may: consult supporter }')).then(
    { kind: 'support', person: 'school-lead' },
    'school-worker',
    '2026-03-02 11:00',
  )
  assert.equal(
    status(
      t.then(
        act('consult', { keys: [t.live('ask', '2026-03-02 12:00').key], to: ['school-lead'] }),
        'school-worker',
        '2026-03-02 12:00',
      ),
      'ask',
      '2026-03-02 13:00',
    ),
    'done',
  )
  assert.equal(
    t.refused({ kind: 'support', person: 'council-lead' }, 'school-worker', '2026-03-02 11:30').code,
    'both sides',
  )
})

test('K54 required content of a challenge is on the record of raising', () => {
  const text = small(ladder('', 'raise: { asks: [exact, on-plan] }'))
  const t = raise(text, { facts: { exact: 'The threshold.', 'on-plan': true } })
  assert.deepEqual([t.c.answers['exact']?.[0]?.answer, t.c.answers['on-plan']?.[0]?.answer], ['The threshold.', true])
  assert.deepEqual(t.world.policy.raise.asks, ['exact', 'on-plan'])
})

test('K56 the family is told, and kept out of the dispute', () => {
  const text = small(
    ladder(
      '',
      `duties:
  family-told: { who: raising party, should: tell family, when: [any stage, ended] }
  apart: { who: each party, must: keep the child out of the dispute, when: raised }`,
    ),
    { roles: '  family: { is: The family, at: outside }\n' },
  )
  const t = raise(text)
  assert.equal(status(t, 'apart', '2026-03-02 11:00', 'school'), 'open')
  const told = t.then(
    act('tell', { keys: [t.live('family-told', '2026-03-02 11:00').key], toWords: 'Her mother, by phone' }),
    'school-worker',
    '2026-03-02 11:00',
  )
  const ended = agreedBy(told, '2026-03-02 12:00', 'school-worker', 'council-worker')
  assert.deepEqual(
    ended.duty('family-told', '2026-03-02 13:00').map((d) => d.split(' ')[0]),
    ['done', 'open'],
  )
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
})
