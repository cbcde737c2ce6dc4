import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleshire } from './exampleshire.ts'
import { parsePolicy } from './parse-policy.ts'
import type { Duty, Move, Policy, Stage } from './policy.ts'

/** The policy without places, so that meaning can be compared. */
export function bare(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === 'place' ? undefined : inner)))
}

function read(text: string, library?: Parameters<typeof parsePolicy>[1]): Policy {
  const result = parsePolicy(text, library)
  assert.ok(result.ok, JSON.stringify(result.ok || result.problems, null, 1))
  return result.policy
}

const policy = read(exampleshire)

function stage(id: string, of = policy): Stage {
  const found = of.stages.find((one) => one.id === id)
  assert.ok(found, id)
  return found
}

function duty(id: string, of = policy): Duty {
  const found = [...of.duties, ...of.stages.flatMap((one) => one.duties)].find((one) => one.id === id)
  assert.ok(found, id)
  return found
}

function move(stageId: string, id: string, of = policy): Move {
  const found = stage(stageId, of).moves.find((one) => one.id === id)
  assert.ok(found, id)
  return found
}

test('the whole policy of the language document is read as it is meant', () => {
  assert.equal(policy.id, 'exampleshire')
  assert.equal(policy.version, 3)
  assert.deepEqual(policy.for, ['child'])
  assert.deepEqual(
    policy.stages.map((one) => one.id),
    ['talk', 'line', 'top', 'panel-stage'],
  )
  assert.deepEqual(bare(policy.tracks), [{ id: 'usual', stages: ['talk', 'line', 'top'] }])
  assert.deepEqual(policy.raise.by, ['worker', 'lead'])
  assert.deepEqual(policy.raise.asks, ['reason', 'exact', 'on-plan', 'conduct'])
  assert.deepEqual(bare(policy.register), { keptBy: 'coordinator', from: 'line', counts: [] })
  assert.deepEqual(bare(stage('talk').between), [
    { side: 'raising', role: 'worker' },
    { side: 'responding', role: 'worker' },
  ])
  assert.equal(stage('panel-stage').aside, true)
  assert.deepEqual(bare(stage('top').by), { side: 'none', role: 'chair' })
  assert.deepEqual(policy.roles['panel']?.seats, { agencies: 3, of: 'head', parties: 'must', decides: 'together' })
  assert.match(policy.hash, /^[0-9a-f]{64}$/)
})

test('limits, events, acts and what a duty blocks are parsed with their places', () => {
  const answer = duty('answer')
  assert.deepEqual(
    answer.within.map(({ text, length }) => [text, length]),
    [
      ['4 hours if urgent', { unit: 'hours', n: 4 }],
      ['2 working days', { unit: 'working-days', n: 2 }],
    ],
  )
  assert.deepEqual(bare(answer.within[0]?.if), { op: 'yes', fact: 'urgent' })
  assert.deepEqual(bare(answer.before), [{ type: 'move', id: 'up' }])
  const line = exampleshire.split('\n').findIndex((one) => one.includes('4 hours if urgent')) + 1
  const column = (exampleshire.split('\n')[line - 1] ?? '').indexOf('urgent') + 1
  assert.deepEqual(answer.within[0]?.if && 'place' in answer.within[0].if && answer.within[0].if.place, {
    line,
    column,
  })
  assert.deepEqual(bare(duty('chase').when), [{ on: 'late', duty: 'answer' }])
  assert.deepEqual(bare(duty('letter').act), {
    verb: 'write',
    words: 'outcome letter',
    to: [{ side: 'none', role: 'raiser' }],
  })
  assert.deepEqual(bare(duty('lead-now').act), { verb: 'tell', to: [{ side: 'own', role: 'lead' }] })
})

test('a move of a stage is laid over the policy’s move of the same id', () => {
  assert.deepEqual(bare(move('talk', 'up')), {
    id: 'up',
    cites: ['EX-2'],
    origin: 'refined',
    by: { side: 'raising', role: 'manager' },
    to: [{ type: 'next' }],
    if: { op: 'yes', fact: 'justified' },
    when: [],
    asks: ['our-why'],
  })
  assert.equal(move('top', 'back').origin, 'policy')
})

test('what is ours is marked so, and what the policy cites is marked as refined', () => {
  assert.equal(duty('our-file').origin, 'ours')
  assert.equal(duty('our-file').place.policy, 'concordat')
  const signed = duty('our-same-words')
  assert.equal(signed.origin, 'refined')
  assert.deepEqual(signed.cites, ['EX-7'])
  assert.deepEqual(
    signed.within.map(({ text }) => text),
    ['3 working days'],
  )
  assert.deepEqual(signed.asks, ['our-outstanding', 'our-listened', 'our-difference'])
  assert.equal(duty('answer').origin, 'policy')
  assert.deepEqual(
    Object.values(policy.facts)
      .filter((fact) => fact.derived)
      .map((fact) => fact.id),
    ['same-agency', 'cross-area', 'subject'],
  )
  assert.deepEqual(policy.settings.gate, { unit: 'working-days', n: 1 })
  assert.deepEqual(policy.settings.setByPolicy, [])
})

test('settings of the policy stand before ours and are named', () => {
  const set = read(
    `${exampleshire}settings: { 24-hours: 1 working day, tell-within: 2 hours, working-day: 08:30-16:00 }\n`,
  )
  assert.deepEqual(set.settings.setByPolicy, ['working-day', 'tell-within', '24-hours'])
  assert.deepEqual(set.settings.twentyFourHours, { unit: 'working-days', n: 1 })
  assert.deepEqual(set.settings.workingDay, { from: '08:30', to: '16:00' })
  assert.deepEqual(set.settings.reopen, { unit: 'days', n: 28 })
})

test('empty values take ours away', () => {
  const without = read(
    exampleshire
      .replace('duties:\n  lead-now', 'duties:\n  our-dissent: null\n  lead-now')
      .replace('      back:    {', '      urgent: null\n      back:    {'),
  )
  assert.ok(!without.duties.some(({ id }) => id === 'our-dissent'))
  assert.deepEqual(stage('top', without).removes, ['urgent'])
  assert.ok(without.moves.some(({ id }) => id === 'urgent'))
})

test('an inherited key of a move is taken away by an empty value', () => {
  const plain = read(exampleshire.replace('if: justified, cites: EX-2', 'asks: null'))
  assert.deepEqual(move('talk', 'up', plain).asks, [])
})

test('the hash is of the meaning: layout and order of keys do not count, words and order of stages do', () => {
  const moved = exampleshire.replace(
    'id: exampleshire\ntitle: Settling professional disagreement',
    '# a note\ntitle:   "Settling professional disagreement"\nid: exampleshire',
  )
  assert.equal(read(moved).hash, policy.hash)
  assert.notEqual(read(exampleshire.replace('5 working days', '6 working days')).hash, policy.hash)
  const [before = '', talk = '', line = ''] = exampleshire.split(/^(?= {2}(?:talk|line|top):$)/m)
  const swapped = exampleshire.replace(before + talk + line, before + line + talk)
  assert.notEqual(swapped, exampleshire)
  assert.notEqual(read(swapped).hash, policy.hash)
})

test('a policy is read in milliseconds', () => {
  for (let round = 0; round < 5; round += 1) read(exampleshire)
  const start = performance.now()
  for (let round = 0; round < 10; round += 1) read(exampleshire)
  assert.ok((performance.now() - start) / 10 < 60)
})
