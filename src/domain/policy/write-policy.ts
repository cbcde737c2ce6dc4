import { gatherNames } from './gather-names.ts'
import { oursTree } from './layers.ts'
import type { Policy } from './policy.ts'
import { buildPolicy } from './read/build-policy.ts'
import { differences } from './write/differences.ts'
import { policyValue } from './write/policy-value.ts'
import { mapAt, stagesOver } from './write/stages-over.ts'
import { isMap, mapOf, type Value, type ValueMap } from './write/value.ts'
import { yamlText } from './write/yaml-text.ts'

/**
 * A policy as the text of its file: what it says over Concordat's own, in the layout of the shipped files. Read again it is
 * the same policy, but for places, hash, and the comments and quotes of a file it came from; forms asked on raising stand
 * opened out. With its `parent`, a variation is written as its differences; without, it becomes a whole policy of its own.
 * Source: language.md sections 2 and 3 "Merge".
 */
export function writePolicy(policy: Policy, parent?: Policy): string {
  const whole = policyValue(policy)
  const below = parent && keysOf(parent, (key) => !ownAlone.includes(key))
  const over = differences(whole, below ?? keysOf(oursPolicy(), isPocket))
  const stages = stagesOver(whole, below)
  const keys = new Set([...whole.keys(), ...over.keys()])
  return yamlText(new Map([...keys].flatMap((key) => pairs(key))))

  function pairs(key: string): readonly (readonly [string, Value])[] {
    const value = key === 'stages' ? stages : touched(key, over, policy, parent)
    const written = value === undefined || (isMap(value) && value.size === 0) ? [] : [[key, value] as const]
    return key === 'version' ? [...written, ...changesOf(policy, parent)] : written
  }
}

// Who a policy is and how it came to be does not pass to its variations.
const ownAlone = ['id', 'version', 'history', 'review']

let oursBuilt: Policy | undefined

/** Our own policy as it reads by itself; its lack of a title and of stages is no problem here. */
function oursPolicy(): Policy {
  oursBuilt ??= buildPolicy(oursTree(), { names: gatherNames(oursTree(), oursTree(), () => {}), report: () => {} })
  return oursBuilt
}

function keysOf(policy: Policy, keeps: (key: string) => boolean): ValueMap {
  return new Map([...policyValue(policy)].filter(([key]) => keeps(key)))
}

const isPocket = (key: string): key is 'facts' | 'duties' | 'moves' =>
  key === 'facts' || key === 'duties' || key === 'moves'

/** What a policy made its own without changing a word of it is written empty, so that it stays the policy's own. */
function touched(key: string, over: ValueMap, policy: Policy, parent: Policy | undefined): Value | undefined {
  if (parent || !isPocket(key)) return over.get(key)
  const own = Object.values(policy[key]).filter((one) => one.origin === 'refined')
  const written = mapAt(over, key)
  return new Map([...own.map((one) => [one.id, written.get(one.id) ?? new Map()] as const), ...written])
}

function changesOf({ changes }: Policy, parent: Policy | undefined): readonly (readonly [string, Value])[] {
  if (!changes || !parent) return []
  return [['changes', mapOf(Object.entries({ ...changes, version: String(changes.version) }))]]
}
