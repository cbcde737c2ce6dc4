/** The properties that hold for every policy, over every situation that a case can get into. Source: domain.md section 5. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShipped, shippedIds } from '../policies/read-shipped.ts'
import { exampleshire } from '../src/domain/policy/exampleshire.ts'
import { parsePolicy } from '../src/domain/policy/parse-policy.ts'
import { walkFindings } from '../src/domain/policy/walk-findings.ts'
import { engine, holidays, type Situation, situationsOf } from './every-path.ts'
import { properties } from './every-path-properties.ts'

const invented = parsePolicy(exampleshire)
assert.ok(invented.ok)
const policies = [...shippedIds.map((id) => readShipped(id)), invented.policy]
const situations = new Map<string, readonly Situation[]>(policies.map((policy) => [policy.id, situationsOf(policy)]))

for (const policy of policies) {
  test(`${policy.id}: never stuck, held up by silence or out of reach`, () => {
    assert.deepEqual(
      walkFindings(policy, { holidays }).findings.filter((one) => one.level === 'error'),
      [],
    )
  })
  for (const [name, property] of Object.entries(properties)) {
    test(`${policy.id}: ${name}`, () => {
      const found = situations.get(policy.id) ?? []
      assert.ok(found.length > 10)
      assert.deepEqual(found.flatMap((situation) => property(engine, situation)).slice(0, 10), [])
    })
  }
}
