import { movesOfStage } from '../../case/targets.ts'
import type { Finding } from '../finding.ts'
import type { Id, Policy, Stage } from '../policy.ts'
import { found } from './found.ts'

/** Ladders at whose top nobody decides: there a case ends when both sides agree, or not at all. */
export function decidedAtTop(policy: Policy): readonly Finding[] {
  const tops = [...new Set(policy.tracks.map((track) => track.stages.at(-1)))]
  return tops.flatMap((id) => {
    const top = policy.stages.find((stage) => stage.id === id)
    if (!top || decides(policy, top, new Set())) return []
    const message = `Nobody decides in \`${top.id}\`, the last stage: a case ends there only when both sides agree or somebody gives up. Name who decides with \`by\`, or say that it is meant so.`
    return [found('note', 'nobody-decides-at-top', top.place, message)]
  })
}

/** Here, or in a stage that a move leads to from here. */
function decides(policy: Policy, stage: Stage, seen: Set<Id>): boolean {
  if (stage.by || seen.has(stage.id)) return stage.by !== undefined
  seen.add(stage.id)
  return movesOfStage(policy, stage).some((move) =>
    move.to.some((target) => {
      if (target.type === 'end') return target.end === 'handed over' && move.if === undefined
      const there = target.type === 'stage' ? policy.stages.find((one) => one.id === target.id) : undefined
      return there !== undefined && decides(policy, there, seen)
    }),
  )
}
