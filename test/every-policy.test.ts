/** Every shipped policy reads, can be walked through without an error, and says of its source what has to be said. Source: issue 2. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { shippedBankHolidays } from '../calendars/shipped.ts'
import { readShipped, shippedIds } from '../policies/read-shipped.ts'
import { type Checked, check } from '../src/domain/policy/check.ts'
import type { Policy } from '../src/domain/policy/policy.ts'

const holidays = shippedBankHolidays('england-and-wales')
const checked = new Map<string, Checked>(shippedIds.map((id) => [id, check(readShipped(id), { holidays })]))

function findings(id: string, rule: string) {
  return (checked.get(id)?.findings ?? []).filter((one) => one.rule === rule)
}

test('every policy file is checked here', () => {
  const files = readdirSync(new URL('../policies', import.meta.url)).filter((name) => name.endsWith('.yaml'))
  assert.deepEqual(files.map((name) => name.replace('.yaml', '')).toSorted(), [...shippedIds].toSorted())
})

for (const id of shippedIds) {
  test(`${id} has no errors, and its stories begin with its raising`, () => {
    const { ok, states, findings: all } = checked.get(id) ?? { ok: false, states: 0, findings: [] }
    assert.deepEqual(
      all.filter((one) => one.level === 'error'),
      [],
    )
    assert.ok(ok && states >= 10)
    for (const one of all) {
      assert.match(one.rule, /^[a-z]+(-[a-z]+)*$/)
      assert.match(one.message, /^.+[.!?]$/s)
      assert.ok(one.line >= 1 && one.column >= 1)
      if (one.story.length > 0) assert.match(one.story[0] ?? '', /^Raised on Monday 21 December 2026/)
    }
  })
}

test('st-marychurch: the contact clause that breaks off, and the limit that two stages share and neither owns', () => {
  assert.ok(findings('st-marychurch', 'gap-in-source').some((one) => /breaks off/.test(one.message)))
  const [shared, ...others] = findings('st-marychurch', 'shared-limit')
  assert.deepEqual([shared?.level, others.length], ['warning', 0])
  assert.match(shared?.message ?? '', /`talk` and `line`/)
})

test('ready-steady-grow: the duty to tell somebody who may be the one acting', () => {
  const [finding, ...others] = findings('ready-steady-grow', 'tells-itself')
  assert.deepEqual([finding?.level, others.length], ['warning', 0])
  assert.match(finding?.message ?? '', /`told-lead`/)
})

for (const id of ['ladybirds', 'playgroup'] as const) {
  test(`${id}: no stage has a limit but “without delay”`, () => {
    const stages = readShipped(id).stages.map((stage) => stage.id)
    const found = findings(id, 'stage-only-without-delay').map((one) => /`([^`]+)`/.exec(one.message)?.[1])
    assert.deepEqual(new Set(found), new Set(stages))
  })
}

test('a planted defect in a shipped policy is found', () => {
  const havering = readShipped('havering')
  const onlyThem: Policy = {
    ...havering,
    duties: havering.duties.map((duty) =>
      duty.id === 'engaged' ? { ...duty, who: { ...duty.who, side: 'responding' }, within: [] } : duty,
    ),
  }
  const { ok, findings: all } = check(onlyThem, { holidays })
  assert.equal(ok, false)
  assert.ok(all.some((one) => one.level === 'error' && one.rule === 'silence-holds-up'))
})
