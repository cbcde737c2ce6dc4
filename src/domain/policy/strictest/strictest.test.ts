import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShipped, shippedIds } from '../../../../policies/read-shipped.ts'
import { bankHolidays } from '../../../app/bank-holidays.ts'
import { check } from '../check.ts'
import { exampleshire } from '../exampleshire.ts'
import { parsePolicy } from '../parse-policy.ts'
import type { Limit, Policy } from '../policy.ts'
import { rehearse } from '../rehearse.ts'
import { policyWith, rows } from '../rule-kinds.testing.ts'
import { writePolicy } from '../write-policy.ts'
import { compareLengths, joinLimits } from './join-limits.ts'
import type { Strictest } from './strict.ts'
import { strictest } from './strictest.ts'

function read(text: string): Policy {
  const result = parsePolicy(text)
  assert.ok(result.ok, JSON.stringify(result.ok || result.problems))
  return result.policy
}

function joined(a: Policy, b: Policy): Strictest {
  const made = strictest(a, b)
  assert.ok(made.ok, `${a.id} and ${b.id}: ${JSON.stringify(made.ok || made.problems)}`)
  return made
}

const shipped = shippedIds.map((id) => readShipped(id))
const every = [...shipped, read(exampleshire)]
const holidays = bankHolidays('england-and-wales')
const raisedAt = Date.UTC(2026, 3, 8, 9)

for (const a of every)
  for (const b of every)
    test(`${a.id} and ${b.id}: the join reads, written again it is the same, and a case in it climbs to the top`, () => {
      const { policy, text } = joined(a, b)
      assert.equal(writePolicy(policy), text)
      const rehearsed = rehearse(policy, { raisedAt, facts: {}, holidays })
      assert.ok(rehearsed.ok, rehearsed.ok ? '' : rehearsed.why)
    })

// Walking is the slow part: each policy is walked once, with its neighbour.
for (const [i, a] of every.entries()) {
  const b = every[i + 1]
  if (b && i % 2 === 0)
    test(`K42 ${a.id} and ${b.id}: walked through, nobody is stuck and nothing is out of reach`, () => {
      const checked = check(joined(a, b).policy, { holidays })
      assert.deepEqual(
        checked.findings.filter(({ level }) => level === 'error'),
        [],
      )
    })
}

test('every rule kind joined with a shipped policy reads', () => {
  for (const [, row] of rows) joined(read(policyWith(row)), readShipped('st-marychurch'))
})

test('every duty of both is there, named with its policy, and its clause behind the name of its own', () => {
  const { policy, origins } = joined(readShipped('havering'), readShipped('ready-steady-grow'))
  const duties = [...policy.duties, ...policy.stages.flatMap((stage) => stage.duties)]
  const iro = duties.find(({ id }) => id === 'told-iro')
  const lead = duties.find(({ id }) => id === 'told-lead')
  assert.deepEqual([iro?.says, iro?.cites], ['From Havering.', ['havering/HV-2.5']])
  assert.deepEqual([lead?.says, lead?.cites], ['From Ready Steady Grow.', ['ready-steady-grow/RSG-4']])
  for (const duty of duties.filter(({ id }) => !id.startsWith('our-'))) {
    assert.match(duty.says ?? '', /From .*\.$/, duty.id)
    assert.equal(origins.filter(({ what, id }) => what === 'duty' && id === duty.id).length, 1, duty.id)
  }
  for (const clause of [...duties, ...policy.stages].flatMap(({ cites }) => cites))
    assert.ok(policy.clauses[clause], clause)
  assert.notEqual(policy.clauses['havering/C-7'], policy.clauses['ready-steady-grow/C-7'])
})

test('the stricter of each: a rule over a guide, must over should, the panel of both, every duty of every stage', () => {
  const { policy, choices } = joined(readShipped('havering'), readShipped('playgroup'))
  const stage = (id: string) => policy.stages.find((one) => one.id === id)
  assert.equal(stage('line')?.duties.find(({ id }) => id === 'told-board')?.force, 'should')
  assert.equal(stage('talk')?.duties.find(({ id }) => id === 'talked')?.force, 'must')
  assert.deepEqual(
    [policy.roles['panel']?.seats?.parties, policy.roles['panel']?.seats?.decides, policy.roles['panel']?.seats?.rank],
    ['must', 'together', 'senior officer'],
  )
  assert.equal(policy.stages[0]?.id, 'consult')
  assert.ok(
    choices.some(
      ({ says }) => says === 'Only Playgroup has this stage. It is kept, so that nobody it brings in is left out.',
    ),
  )
})

test('both Boards are told where both areas have the post', () => {
  const { policy } = joined(readShipped('playgroup'), readShipped('st-marychurch'))
  const told = policy.stages.flatMap(({ duties }) => duties).find(({ id }) => id === 'told-board')
  assert.deepEqual(told?.act.verb === 'tell' && told.act.to.map(({ side, role }) => `${side} ${role}`), [
    'each board-manager',
  ])
})

test('two versions of one policy join as well', () => {
  const { policy } = joined(
    read(exampleshire),
    read(exampleshire.replace('version: 3', 'version: 4').replace('3 working days or', '2 working days or')),
  )
  assert.equal(policy.stages[0]?.within[0]?.text, '2 working days or sooner')
  assert.ok(policy.clauses['exampleshire-3/EX-1'] && policy.clauses['exampleshire-4/EX-1'])
})

test('where neither is stricter it is told, and stands in the policy as a gap with what was chosen', () => {
  const { policy, conflicts } = joined(readShipped('havering'), readShipped('ready-steady-grow'))
  const [conflict] = conflicts
  assert.ok(conflict)
  assert.match(conflict.says, /Ready Steady Grow has the manager of the side that raised it here instead/)
  assert.ok(policy.gaps.some(({ ours }) => ours === conflict.chosen))
})

const limits = (...texts: readonly string[]): readonly Limit[] =>
  read(
    policyWith({
      inStage: `a: { who: each worker, must: discuss, within: [${texts.map((text) => `"${text}"`).join(', ')}] }`,
    }),
  )
    .stages.flatMap(({ duties }) => duties)
    .find(({ id }) => id === 'a')?.within ?? []

const cases: readonly (readonly [string, string, readonly string[], string])[] = [
  ['5 working days', '3 working days', ['3 working days'], 'b'],
  ['1 working week', '5 working days or sooner', ['1 working week or sooner'], 'b'],
  ['1 working week, as a guide', '5 working days', ['1 working week'], 'b'],
  ['2 working days, as a guide', '5 working days', ['2 working days'], 'both'],
  ['5 days', '5 working days', ['5 days'], 'a'],
  ['14 days', '5 working days', ['14 days', '5 working days'], 'both'],
  ['without delay', '5 working days', ['without delay', '5 working days'], 'both'],
  ['5 working days of talk', '2 working days', ['5 working days of talk', '2 working days'], 'both'],
  ['as agreed', '2 weeks', ['as agreed', '2 weeks'], 'both'],
  ['immediately', '1 hour', ['immediately'], 'a'],
]
for (const [a, b, within, from] of cases)
  test(`the stricter of “${a}” and “${b}” is ${within.join(' and ')}`, () => {
    const made = joinLimits(limits(a), limits(b))
    assert.deepEqual([made.within.map(({ text }) => text), made.from], [within, from])
  })

test('lengths: days on the calendar are never taken for working days where that would lengthen', () => {
  assert.equal(compareLengths({ unit: 'days', n: 7 }, { unit: 'working-days', n: 5 }), undefined)
  assert.ok((compareLengths({ unit: 'hours', n: 24 }, { unit: 'working-days', n: 1 }) ?? 0) < 0)
})

test('planted: a join that keeps the longer limit is seen', () => {
  const a = read(exampleshire)
  const { policy } = joined(
    a,
    read(exampleshire.replace('id: exampleshire', 'id: sooner').replaceAll('10 working days', '2 working days')),
  )
  assert.deepEqual(
    policy.stages.filter(({ by }) => by).map(({ within }) => within.map(({ text }) => text)),
    [['2 working days'], ['2 working days']],
  )
})
