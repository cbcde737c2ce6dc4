import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readShipped, shippedIds } from '../../../policies/read-shipped.ts'
import { explain } from './explain.ts'
import { explainMarkdown } from './explain-markdown.ts'

for (const id of shippedIds) {
  test(`docs/policies/${id}.md is what the policy file says now`, () => {
    const written = readFileSync(new URL(`../../../docs/policies/${id}.md`, import.meta.url), 'utf8')
    assert.equal(written, explainMarkdown(explain(readShipped(id))), 'Write it again: concordat policy explain')
  })
}

test('a changed limit changes the page', () => {
  const policy = readShipped('havering')
  const [first, ...rest] = policy.stages
  assert.ok(first)
  const changed = { ...policy, stages: [{ ...first, within: [] }, ...rest] }
  assert.notEqual(explainMarkdown(explain(changed)), explainMarkdown(explain(policy)))
})
