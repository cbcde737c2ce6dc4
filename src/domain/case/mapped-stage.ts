import type { Id } from '../policy/policy.ts'

/** What another version calls a stage: by the mapping, else the same. Ids may be any word: `constructor` maps to nothing. */
export const mappedStage = (stages: Readonly<Record<Id, Id>>, stage: Id): Id =>
  Object.hasOwn(stages, stage) ? (stages[stage] ?? stage) : stage
