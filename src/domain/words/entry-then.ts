import type { Entry } from '../case/entry.ts'
import type { World } from '../case/world.ts'
import type { Telling } from './case-telling.ts'

/** What was written under an earlier version of the policy is told with that version's names of stages, moves and duties. */
export function asThen<T extends Telling>(entry: Pick<Entry, 'policy'>, view: T): T {
  const { world } = view
  if (entry.policy.version === world.policy.version) return view
  const policy = world.before?.find((one) => one.version === entry.policy.version)
  if (!policy) return view
  const known = worlds.get(world) ?? new Map<number, World>()
  worlds.set(world, known)
  const then = known.get(policy.version) ?? { ...world, policy }
  known.set(policy.version, then)
  return { ...view, world: then }
}

const worlds = new WeakMap<World, Map<number, World>>()
