import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShipped } from '../../../policies/read-shipped.ts'
import type { Finding } from '../../domain/policy/check.ts'
import { findingsPanel } from './policy-findings.ts'

const policy = readShipped('ready-steady-grow')
const told = (level: Finding['level'], message: string, story: readonly string[] = []): Finding => ({
  rule: 'review-past',
  level,
  line: 7,
  column: 1,
  message,
  story,
})
const panel = (findings: readonly Finding[], open?: readonly Finding['level'][]) =>
  String(findingsPanel(policy, { ok: !findings.some((one) => one.level === 'error'), states: 54, findings }, open))

test('a committee reads the names of stages, posts and duties, and dates in words, not what the file calls them', () => {
  const page = panel(
    [told('warning', '`told-lead` may fall to `manager` in `talk`, by 2020-10-30.')],
    ['error', 'warning'],
  )
  assert.match(
    page,
    /“Tell your own designated safeguarding lead” may fall to “Manager” in “Talk with the other worker”, by 30 October 2020\./,
  )
  assert.match(page, /One warning/)
  assert.doesNotMatch(page, /<details[\s\S]*One warning|line 7/)
})

test('errors stand open everywhere; what has a story is folded to be known; the rest is for the writer, with its line', () => {
  const page = panel([
    told('error', 'Nobody may reply.'),
    told('note', 'A case ends.', ['Raised on Monday.']),
    told('note', 'A default.'),
  ])
  assert.match(page, /may not be adopted as it is[\s\S]*Nobody may reply\.[\s\S]*<details/)
  assert.match(page, /One thing to know<[\s\S]*A case ends\.[\s\S]*Raised on Monday\./)
  assert.match(page, /1 more for whoever writes the policy[\s\S]*A default\. \(line 7\)/)
})
