import { factsIn } from '../case/condition.ts'
import { isAskedByMove } from '../case/moves.ts'
import { movesOfStage } from '../case/targets.ts'
import type { Finding } from './finding.ts'
import { found } from './findings/found.ts'
import type { Walk } from './walk.ts'
import { isUp } from './walk-steering.ts'
import { questionWords } from './walk-story.ts'

/** Rungs that a case leaves upward only on a yes of whoever takes it up: a no keeps it there. */
export function formNotes(walk: Walk): readonly Finding[] {
  return walk.policy.stages.flatMap((stage) => {
    const ups = movesOfStage(walk.policy, stage).filter(isUp)
    const open = ups.some((move) => !factsIn(move.if).some((fact) => isAskedByMove(walk.world, fact)))
    const [first] = ups
    const [fact] = factsIn(first?.if).filter((one) => isAskedByMove(walk.world, one))
    if (open || !first || fact === undefined || walk.policy.tracks.every((track) => track.stages.at(-1) === stage.id))
      return []
    const message = `From \`${stage.id}\` a case goes no further as long as the answer to ${questionWords(walk.policy, fact)} is no.`
    return [found('note', 'goes-no-further', first.place, message)]
  })
}
