import { conditionPhrase } from '../../words/phrase-condition.ts'
import { whenPhrase } from '../../words/phrase-event.ts'
import { moveOrder } from '../../words/phrase-move.ts'
import { curly, small } from '../../words/phrase-text.ts'
import { whoPhrase } from '../../words/phrase-who.ts'
import type { Duty, End, Id, Move, Policy, Stage, Target, Track } from '../policy.ts'

/** The moves of a stage: its own, and the policy's that it neither refines nor removes. */
export function movesOf(stage: Stage, policy: Policy): readonly Move[] {
  const own = new Set([...stage.moves.map((move) => move.id), ...stage.removes])
  return [...policy.moves.filter((move) => !own.has(move.id)), ...stage.moves]
}

export const leadsTo = (move: Move, end: End): boolean =>
  move.to.some((target) => target.type === 'end' && target.end === end)

/** The stage after this one on its track; none for one that stands aside. */
export function nextOn(track: Track, stage: Stage): Id | undefined {
  const index = track.stages.indexOf(stage.id)
  return index < 0 ? undefined : track.stages[index + 1]
}

/** Whether a move leads straight down to the block below: the next rung, or a stage aside that stands right under it. */
export function downTo(move: Move, stage: Stage, track: Track, below: Id): boolean {
  return move.to.some(
    (target) =>
      (target.type === 'next' && nextOn(track, stage) === below) || (target.type === 'stage' && target.id === below),
  )
}

/** What stands at the arrow down: "not settled, or no reply", or the policy's own words for going there. */
export function downLabel(move: Move, stage: Stage, below: Stage, policy: Policy): string {
  const target = move.to.find((one) => one.type === 'stage' && one.id === below.id)
  if (target) return withWhen(small(moveOrder(move, policy, target)), move, policy)
  const moves = movesOf(stage, policy)
  const silence = stage.duties.some(isAnswerThatBlocks) ? ', or no reply' : ''
  const settles = moves.some((one) => leadsTo(one, 'agreed'))
  return withWhen(`${settles ? 'not settled' : 'then'}${silence}`, move, policy)
}

/** The same for a way to the side: the policy's own words, or who does it; then when and if. */
export function sideLabel(move: Move, stage: Stage, target: Target, policy: Policy): string {
  const condition = move.if ? `, if ${conditionPhrase(move.if, policy)}` : ''
  return curly(withWhen(`${own(move, stage, target, policy)}${condition}`, move, policy))
}

function own(move: Move, stage: Stage, target: Target, policy: Policy): string {
  if (target.type === 'end' && target.end === 'agreed' && move.is === undefined) return 'settled'
  if (target.type === 'end' && target.end === 'decided' && move.is === undefined)
    return stage.by ? `${whoPhrase(stage.by, policy)} decides` : 'decided'
  if (target.type === 'same' && move.is === undefined) return 'not settled, and there is a higher tier'
  return small(moveOrder(move, policy, target))
}

function withWhen(words: string, move: Move, policy: Policy): string {
  const when = whenPhrase(move.when, policy)
  const by = move.by === undefined ? 'by itself' : ''
  return curly([when === '' ? words : `${when}: ${words}`, by].filter((part) => part !== '').join(', '))
}

function isAnswerThatBlocks(duty: Duty): boolean {
  return (
    duty.who.side === 'responding' && duty.before.some((blocks) => blocks.type === 'move' || blocks.type === 'stage')
  )
}
