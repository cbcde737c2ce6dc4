import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedBankHolidays } from '../../../calendars/shipped.ts'
import { readShipped, shippedIds } from '../../../policies/read-shipped.ts'
import { londonInstant } from '../calendar/london.ts'
import type { Answers } from '../case/entry.ts'
import { exampleshire } from './exampleshire.ts'
import { parsePolicy } from './parse-policy.ts'
import type { Policy } from './policy.ts'
import { type Rehearsal, rehearse } from './rehearse.ts'

const holidays = shippedBankHolidays('england-and-wales')

function rehearsed(policy: Policy, facts: Answers = {}): Rehearsal {
  const answer = rehearse(policy, { raisedAt: londonInstant('2026-12-21', '10:00').epochMilliseconds, facts, holidays })
  assert.ok(answer.ok, answer.ok ? '' : answer.why)
  return answer.value
}

function read(text: string): Policy {
  const found = parsePolicy(text)
  assert.ok(found.ok, found.ok ? '' : JSON.stringify(found.problems))
  return found.policy
}

const small = (talk: string) =>
  read(`id: small
title: Small
roles: { worker: { is: Worker, tier: 1 }, manager: { is: Line manager, tier: 2 }, chair: { is: Chair, at: board } }
facts: { grave: { ask: Is it grave? }, fair: { ask: Is it fair?, by: raising manager }, held-on: { ask: When was it?, kind: date } }
raise: { asks: [grave, held-on], within: 2 days of held-on, late: refuse }
stages:
  talk: { is: Talk, between: worker${talk} }
  top: { is: The Chair, by: chair, within: 5 working days }
`)

test('havering HV-2.5 HV-1.4: the reviewing officer at stage two, and a week over Christmas', () => {
  const { stages, raised, end } = rehearsed(readShipped('havering'), { 'on-plan': true })
  assert.deepEqual([raised, end], ['2026-12-21T10:00:00+00:00', 'decided'])
  assert.deepEqual(
    stages.map((stage) => [stage.id, stage.entered]),
    [
      ['talk', '2026-12-21T10:00:00+00:00'],
      ['line', '2026-12-30T17:00:00+00:00'],
      ['seniors', '2027-01-07T17:00:00+00:00'],
      ['top', '2027-01-14T17:00:00+00:00'],
    ],
  )
  const [told] = stages.flatMap((stage) => stage.duties.filter((duty) => duty.cites.includes('HV-2.5')))
  assert.deepEqual(
    [told?.act, told?.verb, told?.side, told?.force, told?.due],
    ['tell the independent reviewing officer', 'tell', 'raising', 'must', '2026-12-30T17:00:00+00:00'],
  )
  assert.equal(told?.who, 'the line manager of the side that raised it')
  const christmas = stages[0]?.limit?.working.find((row) => row.date === '2026-12-25')
  assert.deepEqual([christmas?.counts, /Christmas Day/.test(christmas?.why ?? '')], [false, true])
})

for (const id of shippedIds) {
  test(`${id}: stage by stage to the top, each entered as the last is left`, () => {
    const policy = readShipped(id)
    const { stages, end } = rehearsed(policy)
    assert.equal(end, 'decided')
    assert.deepEqual(
      stages.map((stage) => stage.id),
      policy.tracks.at(-1)?.stages,
    )
    for (const [n, stage] of stages.entries()) {
      assert.equal(stage.left, stages[n + 1]?.entered ?? stage.left)
      if (stage.limit) assert.equal(stage.left, stage.limit.due)
      for (const duty of stage.duties) assert.equal(duty.due === null, duty.working.length === 0)
    }
  })
}

test('what blocks the way up is done at its last moment, and the stage is used to its end', () => {
  const [talk, top] = rehearsed(
    small(
      ', within: 4 working days, duties: { asked: { who: responding worker, must: reply, within: 2 working days, before: top } }',
    ),
  ).stages
  assert.deepEqual([talk?.left, top?.entered], ['2026-12-29T17:00:00+00:00', '2026-12-29T17:00:00+00:00'])
})

test('a stage without a limit lasts until its blocking duties are done, or ten working days that are only assumed', () => {
  const done = rehearsed(
    small(', duties: { asked: { who: raising worker, must: discuss, within: 2 working days, before: top } }'),
  ).stages[0]
  assert.deepEqual([done?.left, done?.assumed, done?.limit], ['2026-12-23T17:00:00+00:00', undefined, undefined])
  const assumed = rehearsed(small('')).stages[0]
  assert.deepEqual([assumed?.left, assumed?.assumed], ['2027-01-07T17:00:00+00:00', true])
})

test('a gate is asked and answered, and a fact decides which duties there are', () => {
  const text =
    ', within: 2 working days, duties: { told: { who: raising worker, must: tell chair, if: grave } }, moves: { up: { if: fair } }'
  const ids = (facts: Answers) =>
    rehearsed(small(text), facts).stages.map((stage) => [stage.id, stage.duties.some((duty) => duty.id === 'told')])
  assert.deepEqual(ids({ grave: true }), [
    ['talk', true],
    ['top', false],
  ])
  assert.deepEqual(ids({}), [
    ['talk', false],
    ['top', false],
  ])
})

test('the policy of the language guide climbs to its chair', () => {
  assert.deepEqual(
    rehearsed(read(exampleshire)).stages.map((stage) => stage.id),
    ['talk', 'line', 'top'],
  )
})

test('too late to be raised: why, in a sentence', () => {
  const answer = rehearse(small(''), {
    raisedAt: londonInstant('2026-12-21', '10:00').epochMilliseconds,
    facts: { 'held-on': '2026-11-02' },
    holidays,
  })
  assert.ok(!answer.ok)
  assert.match(answer.why, /^It is too late to raise this under the policy\. /)
})
