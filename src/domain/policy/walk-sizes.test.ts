/** Policies far larger than any real one: the walk ends, and says clearly that it did not get through. Source: issue 3 "never a hang". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedBankHolidays } from '../../../calendars/shipped.ts'
import { parsePolicy } from './parse-policy.ts'
import { staticFindings } from './static-findings.ts'
import { mostWork } from './walk.ts'
import { walkFindings } from './walk-findings.ts'

const holidays = shippedBankHolidays('england-and-wales')
const many = (n: number, line: (k: number) => string) => Array.from({ length: n }, (_, k) => line(k)).join('\n')
const head = (facts: number) => `id: large
title: Large
roles:
  worker: { is: Worker, tier: 1 }
  chair: { is: Chair, at: board, contact: { phone: 01632 960123 } }
facts:
  grave: { ask: Is it grave? }
${many(facts, (k) => `  f${k}: { ask: Is it so ${k}? }`)}
raise: { asks: [${['grave', ...Array.from({ length: facts }, (_, k) => `f${k}`)].join(', ')}] }
stages:
`
const stage = (k: number) => `s${k}: { is: Stage ${k}, between: worker, within: 1 working day`
const top = '  top: { is: Top, by: chair, within: 1 working day }\n'
const owed = (k: number) =>
  `      d${k}: { who: raising worker, must: do thing ${k}, within: 1 working day, before: top }`

const sizes: Readonly<Record<string, string>> = {
  '99 stages': `${head(0)}${many(99, (k) => `  ${stage(k)} }`)}\n${top}`,
  '450 duties': `${head(0)}  talk:\n    is: Talk\n    between: worker\n    within: 1 working day\n    duties:\n${many(450, owed)}\n${top}`,
  '100 facts': `${head(100)}${many(99, (k) => `  ${stage(k)}, if: f${k} }`)}\n${top}`,
  '100 facts and what lapses by itself': `${head(100)}${many(
    60,
    (k) => `  s${k}:
    is: Stage ${k}
    between: worker
    within: 1 working day
    if: f${k}
    duties: { d${k}: { who: responding worker, must: reply, within: 1 working day, before: up } }
    moves: { lapse: { to: top, when: d${k} late, if: f${k + 1} } }`,
  )}\n${top}`,
}

for (const [name, text] of Object.entries(sizes))
  test(`${name}: cut, with a clear answer`, () => {
    const read = parsePolicy(text)
    assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.problems[0]))
    staticFindings(read.policy)
    const { findings, states } = walkFindings(read.policy, { holidays, mostWork: mostWork / 25 })
    assert.deepEqual(
      findings.map((one) => [one.level, one.rule]),
      [['warning', 'too-many-states']],
    )
    assert.match(findings[0]?.message ?? '', /multiplies them most|too large to walk/)
    assert.ok((findings[0]?.line ?? 0) > 1 && states > 1)
  })

test('where it is cut does not depend on how fast the machine is', () => {
  const read = parsePolicy(sizes['450 duties'] ?? '')
  assert.ok(read.ok)
  const cut = () => walkFindings(read.policy, { holidays, mostWork: mostWork / 100 })
  assert.deepEqual(cut(), cut())
})
