import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectClauses } from './expect-clauses.ts'
import { readShipped } from './read-shipped.ts'

expectClauses('ready-steady-grow', {
  'C-1': ['facts.reason'],
  'C-3': ['duties.our-risk-now'],
  'C-4': ['stages.talk', 'stages.advice-stage', 'stages.line'],
  'C-5': ['stages.talk'],
  'C-6': ['duties.refer-now', 'roles.front-door'],
  'C-7': ['raise', 'stages.talk.duties.clarified', 'facts.evidence'],
  'C-9': ['duties.our-file'],
  'C-10': ['duties.shared', 'duties.our-outcome-told'],
  'C-11': ['stages.top.moves.decide', 'stages.top.moves.convene'],
  'C-12': ['roles.panel', 'stages.panel-stage'],
  'C-13': ['stages.panel-stage.duties.heard', 'stages.panel-stage.moves.decide'],
  'C-14': ['raise'],
  'C-17': ['roles.board-manager'],
  'RSG-1': ['stages.talk', 'stages.advice-stage', 'stages.line', 'gaps'],
  'RSG-2': ['stages.talk', 'stages.talk.duties.talked'],
  'RSG-3': ['stages.advice-stage', 'stages.advice-stage.duties.advised', 'facts.adviser', 'facts.advice'],
  'RSG-4': ['stages.advice-stage.duties.told-lead', 'facts.on-plan', 'facts.looked-after', 'gaps'],
  'RSG-5': ['stages.line', 'stages.line.duties.managers-talk', 'duties.members-help'],
  'RSG-6': ['stages.top', 'stages.top.duties.details', 'roles.chair'],
  'RSG-7': ['facts.conduct', 'moves.other-way'],
})

const policy = readShipped('ready-steady-grow')

test('ready-steady-grow RSG-1 one working week or sooner at every stage, and no guide', () => {
  for (const stage of policy.stages)
    assert.deepEqual(
      stage.within.map((limit) => limit.text),
      ['1 working week or sooner'],
      stage.id,
    )
})

test('ready-steady-grow RSG-2 by phone or face to face', () => {
  assert.deepEqual(policy.stages[0]?.contact, ['phone', 'face to face'])
})

test('ready-steady-grow RSG-3 stage two is inside, with the safeguarding team', () => {
  const advice = policy.stages[1]
  assert.deepEqual([advice?.inside, advice?.with.map((who) => who.role)], [true, ['safeguarding-team']])
})

test('ready-steady-grow RSG-5 up the tiers, and the Chair waits for the Board members', () => {
  assert.equal(policy.stages.find((stage) => stage.id === 'line')?.repeats, true)
  assert.deepEqual(
    policy.duties
      .find((duty) => duty.id === 'members-help')
      ?.before.map((blocks) => blocks.type !== 'closed' && blocks.id),
    ['top'],
  )
})

test('ready-steady-grow RSG-7 wrongdoing is handed over', () => {
  const move = policy.moves.find((one) => one.id === 'other-way')
  assert.deepEqual(move?.to, [{ type: 'end', end: 'handed over' }])
})

test('ready-steady-grow RSG-8 adopted on a date and reviewed every year', () => {
  assert.ok(policy.history.length > 0)
  assert.deepEqual(policy.review?.every, { unit: 'years', n: 1 })
})
