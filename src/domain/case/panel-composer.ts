import type { Id } from '../policy/policy.ts'
import type { Case } from './case.ts'
import { stageOf } from './stage-of.ts'
import type { World } from './world.ts'

/** The role that chooses the panel of a visit: the policy's `composed-by`, else whoever decided at the stage before. */
export function composerOf(world: World, c: Case, visit: number): Id {
  const stage = stageOf(world, c.visits.find((v) => v.n === visit)?.stage ?? '')
  const seats = stage?.by ? world.policy.roles[stage.by.role]?.seats : undefined
  if (seats?.composedBy) return seats.composedBy
  const deciders = c.visits.filter((v) => v.n < visit).map((v) => stageOf(world, v.stage)?.by?.role)
  return deciders.findLast((role) => role !== undefined && !world.policy.roles[role]?.seats) ?? 'decider'
}
