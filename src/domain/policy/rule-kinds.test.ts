import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePolicy } from './parse-policy.ts'
import { policyWith, rows } from './rule-kinds.testing.ts'

for (const [kind, row] of rows) {
  test(`${kind} can be said`, () => {
    const result = parsePolicy(policyWith(row))
    assert.deepEqual(result.ok ? [] : result.problems, [])
  })
}

test('K58: a variation is said in its differences', () => {
  const parent = policyWith({})
  const text = 'id: local\nchanges: { policy: kinds, version: 1 }\nstages: { talk: { within: 2 days } }\n'
  const result = parsePolicy(text, (id, version) => (id === 'kinds' && version === 1 ? parent : undefined))
  assert.ok(result.ok)
  assert.equal(result.policy.stages.find(({ id }) => id === 'talk')?.within[0]?.text, '2 days')
})
