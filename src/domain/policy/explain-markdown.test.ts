import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readShipped, shippedIds } from '../../../policies/read-shipped.ts'
import { explain } from './explain.ts'
import { explainMarkdown } from './explain-markdown.ts'
import { flowchart } from './flowchart/layout.ts'
import { flowchartSvg } from './flowchart/svg.ts'

for (const id of shippedIds) {
  test(`docs/policies/${id}.svg is the flowchart of the policy file now`, () => {
    const written = readFileSync(new URL(`../../../docs/policies/${id}.svg`, import.meta.url), 'utf8')
    const now = flowchartSvg(flowchart(readShipped(id)), { page: `${id}.md` })
    assert.equal(written, `${now}\n`, 'Write it again: node bin/policy-docs.ts')
  })

  test(`docs/policies/${id}.md is what the policy file says now`, () => {
    const written = readFileSync(new URL(`../../../docs/policies/${id}.md`, import.meta.url), 'utf8')
    assert.equal(
      written,
      explainMarkdown(explain(readShipped(id)), `${id}.svg`),
      'Write it again: concordat policy explain',
    )
  })
}

test('a changed limit changes the page', () => {
  const policy = readShipped('havering')
  const [first, ...rest] = policy.stages
  assert.ok(first)
  const changed = { ...policy, stages: [{ ...first, within: [] }, ...rest] }
  assert.notEqual(explainMarkdown(explain(changed)), explainMarkdown(explain(policy)))
})
