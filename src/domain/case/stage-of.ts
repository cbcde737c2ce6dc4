/** The stage of an id, as the world's policy has it. */
import type { Id, Stage } from '../policy/policy.ts'
import type { World } from './world.ts'

export const stageOf = (world: Pick<World, 'policy'>, id: Id): Stage | undefined =>
  world.policy.stages.find((s) => s.id === id)
