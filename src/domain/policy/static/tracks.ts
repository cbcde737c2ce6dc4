import type { Id, Policy } from '../policy.ts'
import type { StaticError } from '../static-errors.ts'
import type { MapTree } from '../tree.ts'
import { movesOf, writtenAt } from './of-policy.ts'

/** Tracks that cannot be chosen or climbed, and stages that no track and no move leads to. */
export function tracks(policy: Policy, root: MapTree): readonly StaticError[] {
  return [...choice(policy), ...order(policy, root), ...stranded(policy)]
}

function choice(policy: Policy): readonly StaticError[] {
  return policy.tracks.flatMap((track, index): readonly StaticError[] => {
    const isLast = index === policy.tracks.length - 1
    if (isLast && track.if) {
      const message = `\`${track.id}\` is the last track and takes every other case: leave out its \`if\`, or add a track below it.`
      return [{ rule: 'last-track', place: track.place, message }]
    }
    if (isLast || track.if) return []
    const message = `\`${track.id}\` has no \`if\`, so the tracks below it are never taken. Only the last track has none.`
    return [{ rule: 'track-without-if', place: track.place, message }]
  })
}

function order(policy: Policy, root: MapTree): readonly StaticError[] {
  const aside = new Set(policy.stages.filter((stage) => stage.aside).map((stage) => stage.id))
  return policy.tracks.flatMap((track): readonly StaticError[] => {
    const written = writtenAt(root, 'tracks', track.id, 'stages')
    const place = written ?? policy.stages[0]?.place ?? track.place
    if (track.stages.length === 0) {
      const message = 'There is no stage to climb: every stage is `aside`. Leave `aside` out of the first one.'
      return [{ rule: 'empty-track', place, message }]
    }
    const twice = track.stages.find((stage, index) => track.stages.indexOf(stage) !== index)
    const off = track.stages.find((stage) => aside.has(stage))
    const twiceMessage = `\`${twice}\` stands twice in \`${track.id}\`. Keep one.`
    const errors: StaticError[] = []
    if (twice !== undefined) errors.push({ rule: 'stage-twice', place, message: twiceMessage })
    if (off !== undefined) errors.push({ rule: 'aside-on-track', place, message: asideMessage(off, track.id) })
    return errors
  })
}

function asideMessage(stage: Id, track: Id): string {
  return `\`${stage}\` is \`aside\`, so it is no rung of a track. Leave it out of \`${track}\`, or leave out \`aside\`.`
}

function stranded(policy: Policy): readonly StaticError[] {
  // Told once, by the track that has no stage.
  if (policy.stages.every((stage) => stage.aside)) return []
  const climbed = new Set(policy.tracks.flatMap((track) => track.stages))
  const named = new Set(
    movesOf(policy).flatMap(({ move }) => move.to.flatMap((target) => (target.type === 'stage' ? [target.id] : []))),
  )
  return policy.stages.flatMap((stage): readonly StaticError[] => {
    if (stage.aside && !named.has(stage.id)) {
      const message = `Nothing leads to \`${stage.id}\`: it is \`aside\`, and no move goes \`to: ${stage.id}\`.`
      return [{ rule: 'unreachable-stage', place: stage.place, message }]
    }
    if (stage.aside || climbed.has(stage.id)) return []
    const message = `\`${stage.id}\` is in no track: add it to one, or write \`aside: true\` if only a move leads there.`
    return [{ rule: 'unreachable-stage', place: stage.place, message }]
  })
}
