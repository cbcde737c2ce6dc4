import type { Finding } from '../finding.ts'
import type { FindingRule } from '../finding-rules.ts'
import type { Place } from '../policy.ts'

/** A finding at a place; about what another file wrote, at the top of this one. */
export function found(level: Finding['level'], rule: FindingRule, place: Place | undefined, message: string): Finding {
  const isHere = place !== undefined && place.policy === undefined
  const where = isHere ? { line: place.line, column: place.column } : { line: 1, column: 1 }
  return { level, rule, message, ...where }
}

export function code(names: readonly string[]): string {
  const all = names.map((name) => `\`${name}\``)
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
