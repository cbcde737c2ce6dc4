import { readFileSync } from 'node:fs'
import { parsePolicy } from '../src/domain/policy/parse-policy.ts'
import type { Id, Policy } from '../src/domain/policy/policy.ts'

export const shippedIds = ['st-marychurch', 'ready-steady-grow', 'ladybirds', 'playgroup', 'havering'] as const
export type ShippedId = (typeof shippedIds)[number]

/** A shipped policy or addendum as the program reads it. Throws every problem, with its line and column, when it does not read. */
export function readShipped(id: ShippedId | 'addenda/ladybirds-covid'): Policy {
  const read = parsePolicy(textOf(id), textOf)
  if (read.ok) return read.policy
  throw new Error(
    read.problems.map(({ line, column, message }) => `${id}.yaml:${line}:${column} ${message}`).join('\n'),
  )
}

function textOf(id: Id): string {
  return readFileSync(new URL(`./${id}.yaml`, import.meta.url), 'utf8')
}
