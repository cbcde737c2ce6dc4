/** What stands around a case: K40, K43, K45, K46, K49 to K52, K56, K66. Each kind as a small policy, driven through the engine. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agreedBy, ladder, move, raise, refusedRaising, small, up } from '../../src/domain/case/test-place.ts'
import { noticed, readsIt } from './reached.ts'

const inTalk = (duties: string, rest = '', more: Parameters<typeof small>[1] = {}) =>
  small(ladder(`    duties:\n${duties}`, rest), more)
const status = (t: ReturnType<typeof raise>, id: string, at: string, agency?: string) => t.last(id, at, agency)?.status

test('K66 the list of reasons: chosen from, and nothing else', () => {
  const text = small(ladder('', 'raise: { asks: [reason] }'), {
    facts: '  reason: { ask: About what?, any-of: { plan: A plan, need: Level of need } }\n',
  })
  assert.deepEqual(raise(text, { facts: { reason: ['plan', 'need'] } }).c.answers['reason']?.[0]?.answer, [
    'plan',
    'need',
  ])
  assert.equal(refusedRaising(text, { facts: { reason: ['weather'] } }).code, 'missing')
  assert.equal(refusedRaising(text, { facts: { reason: [] } }).code, 'missing')
})

test('K40 a dispute about resources is a reason like another', () => {
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
  assert.deepEqual(
    readsIt(done, 'debriefed', ['council-worker', 'school-worker'], '2026-03-03 11:00'),
    [true, false],
    'each side for itself',
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
  assert.deepEqual([status(told, 'our-outcome-told', '2026-03-02 15:00'), noticed(told)], ['done', ['school-worker']])
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
  const met = t.then(act('meet'), 'council-worker', '2026-03-02 12:00')
  assert.equal(status(met, 'read', '2026-03-02 13:00'), 'open')
  const read = met.then(act('do'), 'school-worker', '2026-03-02 13:00')
  assert.deepEqual([status(read, 'read', '2026-03-02 14:00'), read.of('done').length], ['done', 1])
  const left = read.then(up, 'school-worker', '2026-03-02 14:00')
  assert.equal(status(left, 'marked', '2026-03-02 15:00', 'council'), 'overtaken', 'kept until the stage is left')
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
