import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citedAt } from './cited-at.ts'
import { readShipped, type ShippedId } from './read-shipped.ts'

/** One test for each clause: it has words of ours, and every place named for it cites it. */
export function expectClauses(id: ShippedId, table: Readonly<Record<string, readonly string[]>>): void {
  const policy = readShipped(id)
  const found = citedAt(policy)
  for (const [clause, places] of Object.entries(table)) {
    test(`${id} ${clause} is said in the policy`, () => {
      assert.ok((policy.clauses[clause] ?? '').length > 10, `${clause} has no words under clauses`)
      for (const place of places) {
        assert.ok(
          found.get(clause)?.includes(place),
          `${clause} at ${place}; it is cited at ${found.get(clause)?.join(', ')}`,
        )
      }
    })
  }
  test(`${id} cites no clause without words`, () => {
    assert.deepEqual(
      [...found.keys()].filter((clause) => policy.clauses[clause] === undefined),
      [],
    )
  })
}
