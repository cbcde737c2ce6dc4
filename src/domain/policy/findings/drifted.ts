import type { Finding } from '../finding.ts'
import type { Library } from '../layers.ts'
import { parsePolicy } from '../parse-policy.ts'
import type { Policy } from '../policy.ts'
import { dutiesOf, movesOf } from '../static/of-policy.ts'
import { code, found } from './found.ts'

/** A parent whose current version is not the one this policy varies, with the names of what differs. */
export function drifted(policy: Policy, library: Library | undefined): readonly Finding[] {
  const { changes } = policy
  if (!changes || !library) return []
  const was = read(library(changes.policy, changes.version), library)
  const is = read(library(changes.policy), library)
  if (!was || !is || is.version === changes.version) return []
  const names = differing(was, is)
  const what = names.length === 0 ? 'Nothing in its rules differs.' : `What differs: ${code(names)}.`
  const message = `\`${changes.policy}\` is in version ${is.version} now; this varies version ${changes.version}. ${what}`
  return [found('warning', 'parent-moved-on', undefined, `${message} Look at each, then name the new version.`)]
}

function read(text: string | undefined, library: Library): Policy | undefined {
  const result = text === undefined ? undefined : parsePolicy(text, library)
  return result?.ok ? result.policy : undefined
}

function differing(was: Policy, is: Policy): readonly string[] {
  const before = elementsOf(was)
  const after = elementsOf(is)
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name))
}

/** Each element by a name people know it by, with its meaning as text. */
function elementsOf(policy: Policy): ReadonlyMap<string, string> {
  const parts: [string, unknown][] = [
    ...Object.values(policy.roles).map((role): [string, unknown] => [role.id, role]),
    ...Object.values(policy.facts).map((fact): [string, unknown] => [fact.id, fact]),
    ...policy.stages.map(({ duties: _duties, moves: _moves, ...stage }): [string, unknown] => [stage.id, stage]),
    ...dutiesOf(policy).map(({ duty }): [string, unknown] => [duty.id, duty]),
    ...movesOf(policy).map(({ move, stage }): [string, unknown] => [stage ? `${stage.id} ${move.id}` : move.id, move]),
    ['order of stages', policy.stages.map(({ id }) => id)],
    ['tracks', policy.tracks],
    ['raise', policy.raise],
    ['register', policy.register],
    ['settings', policy.settings],
  ]
  return new Map(
    parts.map(([name, part]) => [name, JSON.stringify(part, (key, value) => (key === 'place' ? undefined : value))]),
  )
}
