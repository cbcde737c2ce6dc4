import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePolicy } from './parse-policy.ts'

/** A small policy for tests, to be broken at one place. */
export const start = `id: small
title: Small
roles:
  worker: { is: Worker }
  manager: { is: Manager, or: [supervisor] }
  chair: { is: Chair, at: board }
  expert: { is: Expert, at: outside }
facts:
  on-plan: { ask: On a plan? }
  risk: { ask: How bad?, one-of: { red: Red, amber: Amber } }
  seen-on: { ask: Seen when?, kind: date }
  ok-here: { ask: Fine?, by: raising manager }
  ok-there: { ask: Fine?, by: responding manager }
`
export const talk = 'stages:\n  talk: { is: Talk, between: worker }\n'
export const inTalk = (rest: string) =>
  `${start}stages:\n  talk:\n    is: Talk\n    between: worker\n    ${rest}\n  top: { is: Top, by: chair }\n`
export const duty = (rest: string) =>
  inTalk(`duties:\n      asked: { who: responding manager, must: reply, within: 1 day }\n      told: ${rest}`)
export const act = (words: string) => duty(`{ who: raising worker, must: ${words} }`)
export const move = (rest: string) => inTalk(`moves: { go: ${rest} }`)

/** A file with a mark at the place where it is wrong, and the rule that must be told there. */
export type Broken = readonly (readonly [rule: string, marked: string])[]

/** One test for each broken file: it gives exactly the rule named, at the mark. */
export function testBroken(broken: Broken): void {
  for (const [rule, marked] of broken) {
    const name = marked.slice(Math.max(0, marked.indexOf('▸') - 30), marked.indexOf('▸') + 24).replaceAll('\n', '⏎')
    test(`${rule} at …${name}…`, () => {
      const before = marked.slice(0, marked.indexOf('▸')).split('\n')
      const result = parsePolicy(marked.replace('▸', ''))
      assert.ok(!result.ok, 'the file was accepted')
      const told = result.problems.map((problem) => [problem.rule, problem.line, problem.column])
      assert.deepEqual(told, [[rule, before.length, (before.at(-1)?.length ?? 0) + 1]], JSON.stringify(result.problems))
      for (const { message } of result.problems) assert.match(message, /^\S.*[.?]$/s)
    })
  }
}
