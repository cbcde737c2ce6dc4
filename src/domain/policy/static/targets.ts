import type { Move, Place, Policy, Stage } from '../policy.ts'
import type { StaticError } from '../static-errors.ts'
import type { MapTree } from '../tree.ts'
import { writtenAt } from './of-policy.ts'

/**
 * Moves written in a stage whose target is never there. A policy's own move may vanish where it does not fit;
 * one written for this very stage is a slip.
 */
export function targets(policy: Policy, root: MapTree): readonly StaticError[] {
  return policy.stages.flatMap((stage) =>
    stage.moves.flatMap((move) => {
      const written = (key: string): Place => writtenAt(root, 'stages', stage.id, 'moves', move.id, key) ?? move.place
      return [...offTrack(policy, stage, move, written('to')), ...nobodyDecides(stage, move, written('by'))]
    }),
  )
}

function offTrack(policy: Policy, stage: Stage, move: Move, place: Place): readonly StaticError[] {
  return move.to.flatMap((target): readonly StaticError[] => {
    if (target.type === 'same' && !stage.repeats) {
      const message = `\`${stage.id}\` does not repeat, so \`same\` leads nowhere. Add \`repeats: tiers\` or leave the move out.`
      return [{ rule: 'same-without-repeats', place, message }]
    }
    if (target.type !== 'next' && target.type !== 'any stage') return []
    if (policy.tracks.some((track) => hasNext(track.stages, stage.id))) return []
    const why = stage.aside ? 'is `aside`, off every track' : 'is the last stage of its track'
    const message = `\`${stage.id}\` ${why}, so \`${move.id}\` has no ${target.type} to go to. Name a stage, or leave the move out.`
    return [{ rule: 'next-off-track', place, message }]
  })
}

function hasNext(stages: readonly string[], stage: string): boolean {
  const index = stages.indexOf(stage)
  return index >= 0 && index < stages.length - 1
}

function nobodyDecides(stage: Stage, move: Move, place: Place): readonly StaticError[] {
  if (move.by?.role !== 'decider' || stage.by) return []
  const message = `Nobody decides in \`${stage.id}\`: add \`by\` to the stage, or name who makes this move.`
  return [{ rule: 'no-decider', place, message }]
}
