/** Ways through and out: K18, K19, K21, K22, K37 to K39, K41, K42, K44, K47, K48, K58, K59, K62, K63. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partOf } from '../../src/domain/case/parts.ts'
import { project } from '../../src/domain/case/project.ts'
import {
  act,
  agreedBy,
  answer,
  ladder,
  move,
  policyOf,
  raise,
  refusedRaising,
  said,
  small,
  told,
  up,
  when,
} from '../../src/domain/case/test-place.ts'
import { noticed } from './reached.ts'

const toTop = (t: ReturnType<typeof raise>) =>
  t.then(up, 'school-worker', '2026-03-03 10:00').then(up, 'school-manager', '2026-03-03 11:00')

test('K18 jump to a later stage on seriousness, by whom the policy allows, with its reason and clause', () => {
  const text = small(
    ladder(
      '    moves:\n      straight: { by: raising lead, to: [line, top], if: serious, asks: [exact], cites: S-1 }',
      'clauses: { S-1: A lead may go straight up. }',
    ),
    { facts: '  serious: { ask: Is it serious? }\n' },
  )
  const t = raise(text)
  const go = (facts: Record<string, string | boolean>, words = 'Because.') =>
    move('straight', { stage: 'top', facts, words })
  const no = t.refused(go({ exact: 'This.' }), 'school-lead', '2026-03-02 11:00')
  assert.deepEqual([no.code, no.cites], ['condition', ['S-1']])
  assert.equal(t.refused(go({ serious: true, exact: 'This.' }), 'school-worker', '2026-03-02 11:00').code, 'not yours')
  assert.equal(t.refused(go({ serious: true }, ' '), 'school-lead', '2026-03-02 11:00').code, 'missing')
  assert.deepEqual(
    t
      .then(go({ serious: true, exact: 'This.' }), 'school-lead', '2026-03-02 11:00')
      .c.visits.map((v) => [v.stage, v.passed]),
    [
      ['talk', false],
      ['line', true],
      ['top', false],
    ],
  )
})

test('K19 immediate harm: its duty at once, its way open from any stage, unblocked', () => {
  const text = small(
    ladder(
      '    duties:\n      plan: { who: raising worker, must: write plan, before: [up, top] }',
      'duties:\n  harm: { who: raising worker, must: refer to front-door, if: immediate-harm, within: immediately }',
    ),
  )
  const t = raise(text).then(
    { kind: 'review risk', level: 'immediate', words: 'He is back.' },
    'council-worker',
    '2026-03-02 22:00',
  )
  assert.deepEqual(t.duty('harm', '2026-03-02 22:00'), ['open 2026-03-02 23:00'])
  assert.equal(t.refused(up, 'school-worker', '2026-03-02 22:00').code, 'blocked')
  assert.equal(t.then(move('urgent', { stage: 'top' }), 'school-worker', '2026-03-02 22:00').stands, 'top')
})

test('K21 silence past the deadline: chased, and a way up for the raising side or by itself', () => {
  const silent = (by: string) =>
    small(
      ladder(`    duties:
      ack:   { who: responding worker, must: reply, within: 2 working days }
      chase: { who: coordinator, should: tell responding manager, when: ack late }
    moves:
      silence: { ${by}to: top, when: ack late }`),
    )
  const t = raise(silent('by: raising worker, '))
  assert.equal(t.refused(move('silence'), 'school-worker', '2026-03-04 16:00').code, 'no such move')
  assert.deepEqual(t.duty('chase', '2026-03-05 09:00'), ['open 2026-03-05 17:00'])
  assert.equal(
    t
      .then(act('tell', { to: ['council-manager'] }), 'coordinator', '2026-03-05 09:00')
      .last('chase', '2026-03-05 10:00')?.status,
    'done',
  )
  assert.equal(t.then(move('silence'), 'school-worker', '2026-03-05 09:00').stands, 'top')
  assert.deepEqual(
    raise(silent(''))
      .wakes('2026-03-09 10:00')
      .of('escalated')
      .map((e) => [e.by, said(e.happened)]),
    [['concordat', '2026-03-04 17:00']],
  )
})

test('K22 a gate, and an optional stage', () => {
  const gated = raise(small(ladder('    moves:\n      up: { by: raising manager, if: justified }'))).then(
    { kind: 'ask gate', move: 'up', words: 'Please.' },
    'school-worker',
    '2026-03-02 11:00',
  )
  assert.equal(gated.refused(up, 'school-worker', '2026-03-02 12:00').code, 'not yours')
  const no = gated.then(answer('justified', false, 'Talk again.'), 'school-manager', '2026-03-02 12:00')
  assert.equal(no.refused(up, 'school-manager', '2026-03-02 12:10').code, 'condition', 'a no keeps it shut')
  assert.deepEqual(gated.duty('justified', '2026-03-02 12:00'), ['open 2026-03-03 17:00'])
  assert.equal(gated.refused(up, 'school-worker', '2026-03-03 16:00').code, 'not yours')
  assert.equal(gated.then(up, 'school-worker', '2026-03-04 09:00').stands, 'line', 'not answered in time: it opens')
  assert.equal(
    gated
      .then(answer('justified', true), 'school-manager', '2026-03-02 12:00')
      .then(up, 'school-manager', '2026-03-02 12:10').stands,
    'line',
  )
  const optional = small(ladder('', '', '    if: wanted'), {
    facts: '  wanted: { ask: Is a meeting wanted?, by: raising manager }\n',
  })
  const t = raise(optional)
  assert.equal(t.then(up, 'school-worker', '2026-03-02 11:00').stands, 'top')
  assert.equal(
    t.then(answer('wanted', true), 'school-manager', '2026-03-02 11:00').then(up, 'school-worker', '2026-03-02 12:00')
      .stands,
    'line',
  )
})

test('K37 a separate route by subject', () => {
  const text = small(
    ladder('', 'tracks:\n  plan: { if: reason is plan, stages: [line, top] }\n  usual: { stages: [talk, line, top] }'),
    { facts: '  reason: { ask: What?, one-of: { plan: A plan, need: Need } }\n' },
  )
  assert.deepEqual(
    [raise(text, { facts: { reason: 'plan' } }).stands, raise(text, { facts: { reason: 'need' } }).stands],
    ['line', 'talk'],
  )
})

test('K38 out of scope, handed over with what to use instead', () => {
  const text = small(
    ladder(
      '',
      'moves:\n  conduct: { by: raising party, to: handed over, if: about-conduct, says: Use the conduct procedure. }',
    ),
    { facts: '  about-conduct: { ask: Is it about conduct? }\n' },
  )
  const t = raise(text, { facts: { 'about-conduct': true } })
  assert.equal(
    t.offers('school-worker', '2026-03-02 11:00').find((o) => o.move.id === 'conduct')?.move.says,
    'Use the conduct procedure.',
  )
  assert.equal(t.then(move('conduct'), 'school-worker', '2026-03-02 11:00').stands, 'handed over')
  assert.equal(raise(text).refused(move('conduct'), 'school-worker', '2026-03-02 11:00').code, 'condition')
})

test('K39 a theme, with no single child', () => {
  const text = small(
    ladder(
      '',
      'for: [child, theme]\ntracks:\n  themes: { if: subject is theme, stages: [top] }\n  usual: { stages: [talk, line, top] }',
    ),
  )
  assert.equal(raise(text, { subject: { kind: 'theme', name: '' } }).stands, 'top')
  assert.equal(refusedRaising(small(ladder()), { subject: { kind: 'theme', name: '' } }).code, 'not raised here')
})

test('K41 a disagreement inside one agency has its own route', () => {
  const text = small(
    ladder('', 'tracks:\n  own: { if: same-agency, stages: [line] }\n  usual: { stages: [talk, line, top] }'),
  )
  const t = raise(text, { to: [{ agency: 'school', person: 'school-manager' }] })
  assert.deepEqual([t.c.track, t.stands], ['own', 'line'])
  assert.equal(agreedBy(t, '2026-03-02 11:00', 'school-worker', 'school-manager').stands, 'agreed')
  assert.equal(raise(text).c.track, 'usual')
})

test('K42 across areas, the other Board is told', () => {
  const text = small(
    ladder('', 'duties:\n  both: { who: raising worker, must: tell each coordinator, if: cross-area }'),
  )
  const t = raise(text, { facts: { 'cross-area': true } })
  assert.deepEqual(t.duty('both', '2026-03-02 11:00'), ['open 2026-03-02 17:00'])
  assert.deepEqual(raise(text, { facts: { 'cross-area': false } }).duty('both', '2026-03-02 11:00'), [])
  const both = t.then(act('tell', { to: ['coordinator'] }), 'school-worker', '2026-03-02 11:00')
  assert.deepEqual([both.last('both', '2026-03-02 12:00')?.status, noticed(both)], ['done', ['coordinator']])
})

test('K44 dissent recorded while the decision stands; a disagreement recorded and taken no further', () => {
  const decided = toTop(raise(small(ladder()))).then(move('decide'), 'chair', '2026-03-04 10:00')
  assert.equal(
    decided.then({ kind: 'dissent', words: 'It leaves her at risk.' }, 'council-manager', '2026-03-05 10:00').stands,
    'decided',
  )
  assert.equal(
    raise(small(ladder())).then(move('no-further'), 'school-worker', '2026-03-02 11:00').of('went no further').length,
    1,
  )
  assert.equal(raise(small(ladder())).then(move('no-further'), 'school-worker', '2026-03-02 11:00').stands, 'recorded')
})

test('K47 a named role keeps the register, and knows of a case from its stage on', () => {
  const t = raise(small(ladder('', 'register: { kept-by: coordinator, from: line }')))
  const level = (told: typeof t, at: string) => partOf(told.world, told.c, 'coordinator', when(at))?.level
  assert.equal(level(t, '2026-03-02 11:00'), undefined)
  assert.equal(level(t.then(up, 'school-worker', '2026-03-02 11:00'), '2026-03-02 12:00'), 'board')
})

test('K48 cases are counted without names: by reason, stage, agency and outcome', () => {
  const text = small(
    ladder(
      '',
      'raise: { asks: [reason] }\nregister: { kept-by: coordinator, from: talk, report: every 1 year, counts: [reason, stage, agency, outcome] }',
    ),
    { facts: '  reason: { ask: About what?, any-of: { need: Level of need, plan: A plan } }\n' },
  )
  const t = agreedBy(
    raise(text, { facts: { reason: ['plan'] } }),
    '2026-03-02 11:00',
    'school-worker',
    'council-worker',
  )
  const row = project(t.world, t.c, t.entries, when('2026-03-02 12:00'), false).register
  assert.deepEqual(
    [row.raisingAgency, row.respondingAgencies, row.reasons, row.end, row.stage],
    ['school', ['council'], ['plan'], 'agreed', 'talk'],
  )
  assert.equal(JSON.stringify(row).includes('Leila'), false)
})

const local = `id: local
title: Local
version: 1
changes: { policy: small, version: 1 }
stages:
  talk: { within: 2 working days }
  extra: { is: Extra, between: senior, after: line }
duties:
  our-debrief: null
`

test('K58 a local policy is its parent with differences', () => {
  const parent = small(ladder())
  const t = raise(policyOf(local, { small: parent }))
  assert.deepEqual(t.duty('talk', '2026-03-02 11:00'), ['open 2026-03-04 17:00'])
  const extra = t.then(up, 'school-worker', '2026-03-02 11:00').then(up, 'school-manager', '2026-03-02 12:00')
  assert.equal(extra.stands, 'extra')
  assert.equal(
    agreedBy(extra, '2026-03-02 13:00', 'school-senior', 'council-senior').duty('our-debrief', '2026-03-02 14:00')
      .length,
    0,
  )
})

test('K59 a case keeps the version it was raised under', () => {
  const first = policyOf(small(ladder()))
  const second = policyOf(
    small(ladder(), { facts: '' })
      .replace('title: Small', 'title: Small\nversion: 2')
      .replace('within: 5 working days', 'within: 1 working day'),
  )
  assert.notEqual(first.hash, second.hash)
  const t = raise(first).then(up, 'school-worker', '2026-03-02 11:00')
  // Whatever is in force by now, each entry is written under the version that the case was raised under.
  const later = told({ ...t.world, policy: second }, t.entries).then(
    act('reply'),
    'council-manager',
    '2026-03-02 12:00',
  )
  assert.deepEqual([...new Set(later.entries.map((e) => `${e.policy.version} ${e.policy.hash}`))], [`1 ${first.hash}`])
  assert.deepEqual(raise(second).duty('talk', '2026-03-02 11:00'), ['open 2026-03-03 17:00'])
  assert.deepEqual(t.duty('talk', '2026-03-02 10:30'), ['open 2026-03-09 17:00'])
})

test('K62 told again when the decision is later changed', () => {
  const text = small(ladder('', 'duties:\n  again: { who: chair, must: tell everyone, when: decision changed }'))
  const decided = toTop(raise(text)).then(move('decide'), 'chair', '2026-03-04 10:00')
  assert.deepEqual(decided.duty('again', '2026-03-04 11:00'), [])
  const once = decided.then({ kind: 'change decision', words: 'The plan changes.' }, 'chair', '2026-03-05 10:00')
  assert.deepEqual(once.duty('again', '2026-03-05 11:00'), ['open 2026-03-05 17:00'])
  const people = ['school-worker', 'school-manager', 'council-worker', 'council-manager', 'chair']
  const heard = once.then(act('tell', { to: people }), 'chair', '2026-03-05 11:00')
  assert.deepEqual([heard.last('again', '2026-03-05 12:00')?.status, noticed(heard).length], ['done', 5])
  const twice = once.then({ kind: 'change decision', words: 'And again.' }, 'chair', '2026-03-06 10:00')
  assert.deepEqual(twice.duty('again', '2026-03-06 11:00').length, 2)
})

test('K63 the same form family for good practice', () => {
  const text = small(
    `
stages:
  talk:   { is: Talk, between: worker }
  thanks: { is: Thanks, between: manager }
tracks:
  praise: { if: sort is praise, stages: [thanks] }
  usual:  { stages: [talk] }
`,
    { facts: '  sort: { ask: What sort?, one-of: { challenge: A challenge, praise: Good practice } }\n' },
  )
  const praise = raise(text, { facts: { sort: 'praise', exact: 'They rang at once.' } })
  assert.deepEqual([praise.c.track, praise.c.answers['exact']?.[0]?.answer], ['praise', 'They rang at once.'])
  assert.deepEqual(
    [raise(text, { facts: { sort: 'praise' } }).stands, raise(text, { facts: { sort: 'challenge' } }).stands],
    ['thanks', 'talk'],
  )
})
