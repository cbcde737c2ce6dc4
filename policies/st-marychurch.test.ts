import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectClauses } from './expect-clauses.ts'
import { readShipped } from './read-shipped.ts'

expectClauses('st-marychurch', {
  'C-1': ['facts.reason'],
  'C-3': ['duties.our-risk-now', 'duties.our-safe-meanwhile'],
  'C-4': ['stages.talk', 'stages.line', 'stages.committee', 'stages.top'],
  'C-5': ['stages.talk'],
  'C-6': ['moves.urgent'],
  'C-7': ['raise', 'stages.consult', 'facts.exact', 'facts.actions-to-date', 'facts.aim', 'facts.evidence'],
  'C-8': ['stages.talk.duties.supported'],
  'C-9': ['duties.our-file'],
  'C-11': ['stages.top.moves.decide', 'stages.top.moves.convene'],
  'C-12': ['roles.panel', 'stages.panel-stage'],
  'C-13': ['stages.panel-stage.duties.heard', 'stages.panel-stage.moves.decide', 'gaps'],
  'C-14': ['raise'],
  'C-15': ['duties.respectful', 'duties.our-same-words'],
  'C-16': ['duties.learning'],
  'C-17': ['roles.board-manager', 'gaps'],
  'SM-1': ['stages.consult', 'stages.consult.duties.consulted'],
  'SM-2': ['stages.talk', 'stages.talk.duties.talked'],
  'SM-3': ['stages.line', 'stages.line.duties.passed-on', 'stages.line.duties.managers-talk'],
  'SM-4': ['stages.committee', 'stages.committee.duties.reported', 'stages.committee.duties.told-board'],
  'SM-5': ['stages.top', 'stages.top.duties.referral'],
  'SM-6': ['stages.talk', 'stages.line', 'stages.committee', 'stages.top', 'stages.panel-stage', 'gaps'],
  'SM-7': ['duties.third-party'],
  'SM-11': ['gaps'],
})

const policy = readShipped('st-marychurch')
const limitOf = (id: string) => policy.stages.find((stage) => stage.id === id)?.within.map((limit) => limit.text)

test('st-marychurch SM-6 stages one and two share five working days, then five more, then ten more', () => {
  assert.deepEqual(limitOf('talk'), ['5 working days of raised or sooner'])
  assert.deepEqual(limitOf('line'), limitOf('talk'))
  assert.deepEqual(limitOf('committee'), ['5 working days or sooner'])
  assert.deepEqual(limitOf('top'), ['10 working days or sooner'])
})

test('st-marychurch SM-1 the first step is inside the agency and nothing can be agreed there', () => {
  const [consult] = policy.stages
  assert.deepEqual([consult?.inside, consult?.removes], [true, ['agree']])
})

test('st-marychurch SM-4 the Board manager keeps the register from stage three on', () => {
  assert.deepEqual([policy.register?.keptBy, policy.register?.from], ['board-manager', 'committee'])
})

test('st-marychurch SM-12 the policy stands beside four others', () => {
  assert.equal(policy.readWith.length, 4)
})

test('st-marychurch C-12 those concerned sit on the panel where possible', () => {
  assert.equal(policy.roles['panel']?.seats?.parties, 'where possible')
})

test('st-marychurch C-14 nobody needs a manager to raise a concern, nor to go on', () => {
  assert.deepEqual(policy.raise.by, [])
  assert.ok(policy.stages.every((stage) => stage.duties.every((duty) => duty.before.length === 0)))
})
