import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectClauses } from './expect-clauses.ts'
import { readShipped } from './read-shipped.ts'

expectClauses('playgroup', {
  'C-1': ['facts.reason'],
  'C-3': ['duties.our-risk-now'],
  'C-4': ['stages.talk', 'stages.line', 'stages.reps', 'gaps'],
  'C-5': ['stages.talk'],
  'C-6': ['moves.urgent'],
  'C-7': ['raise', 'stages.consult', 'facts.exact', 'facts.aim', 'facts.evidence', 'facts.evidence-source'],
  'C-8': ['stages.talk.duties.supported'],
  'C-9': ['duties.our-file'],
  'C-10': ['duties.shared', 'duties.our-outcome-told'],
  'C-11': ['stages.top.moves.decide', 'stages.top.moves.convene'],
  'C-12': ['roles.panel', 'stages.panel-stage'],
  'C-13': ['stages.panel-stage.duties.heard', 'stages.panel-stage.moves.decide', 'gaps'],
  'C-14': ['raise'],
  'C-16': ['duties.learning'],
  'PG-1': ['stages.consult', 'stages.talk', 'stages.line', 'stages.reps', 'stages.top'],
  'PG-2': ['stages.line.duties.told-board', 'stages.reps.duties.outcome-to-board', 'gaps'],
  'PG-3': ['stages.talk', 'duties.our-safe-meanwhile', 'gaps'],
  'PG-4': ['duties.our-same-words', 'facts.our-outstanding', 'gaps'],
  'PG-5': ['duties.our-debrief'],
})

const policy = readShipped('playgroup')

test('playgroup PG-1 five stages, the first with one’s own manager and inside', () => {
  assert.deepEqual(policy.tracks[0]?.stages, ['consult', 'talk', 'line', 'reps', 'top'])
  assert.equal(policy.stages[0]?.inside, true)
})

test('playgroup PG-2 the Board manager hears of stage three on entering and of stage four on leaving', () => {
  const line = policy.stages.find((stage) => stage.id === 'line')?.duties.find((duty) => duty.id === 'told-board')
  const reps = policy.stages.find((stage) => stage.id === 'reps')?.duties.find((duty) => duty.id === 'outcome-to-board')
  assert.deepEqual(line?.when, [])
  assert.deepEqual(
    reps?.when.map((event) => event.on),
    ['left'],
  )
  assert.deepEqual([policy.register?.keptBy, policy.register?.from], ['board-manager', 'line'])
})

test('playgroup PG-3 every stage is without delay, whose meaning stays ours', () => {
  for (const stage of policy.stages)
    assert.deepEqual(
      stage.within.map((limit) => limit.text),
      ['without delay'],
      stage.id,
    )
  assert.ok(!policy.settings.setByPolicy.includes('without-delay'))
})

test('playgroup PG-1 the other side hears nothing of stage one', () => {
  const shared = policy.duties.find((duty) => duty.id === 'shared')
  assert.ok(shared?.when.every((event) => event.on === 'entered' && event.stage !== 'consult'))
})
