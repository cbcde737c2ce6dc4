import { conditionPhrase } from '../words/phrase-condition.ts'
import { endName, moveOrder } from '../words/phrase-move.ts'
import { nextStages } from '../words/phrase-stage.ts'
import { small } from '../words/phrase-text.ts'
import type { Duty, End, Id, Move, Policy, Stage, Target } from './policy.ts'

/** A branch of the flowchart out of a stage. */
export interface Exit {
  /** "yes", "no", "no, or no reply", "decided", "convene a panel". */
  readonly label: string
  /** The id of a stage, or an end. */
  readonly to: Id | End
  /** Words for where it leads: a stage's title, "Both confirm in writing". */
  readonly words: string
}

/** Where a stage leads: settled, not settled, decided, and the policy's own ways. Giving up and immediate harm hold everywhere and are not drawn. */
export function exits(stage: Stage, policy: Policy): readonly Exit[] {
  const moves = movesOf(stage, policy)
  return [
    ...moves
      .filter((move) => leadsTo(move, 'agreed'))
      .map(() => ({ label: 'yes', to: 'agreed' as const, words: settledWords(policy) })),
    ...moves
      .filter((move) => leadsTo(move, 'decided') && stage.by !== undefined)
      .map(() => ({ label: 'decided', to: 'decided' as const, words: 'Decided' })),
    ...moves.flatMap((move) => onward(move, stage, moves, policy)),
    ...stage.moves.flatMap((move) => special(move, policy)),
  ]
}

/** The moves of a stage: its own, and the policy's that it neither refines nor removes. */
function movesOf(stage: Stage, policy: Policy): readonly Move[] {
  const own = new Set([...stage.moves.map((move) => move.id), ...stage.removes])
  return [...policy.moves.filter((move) => !own.has(move.id)), ...stage.moves]
}

function leadsTo(move: Move, end: End): boolean {
  return move.to.some((target) => target.type === 'end' && target.end === end)
}

// Following the ladder: to the next rung of each track the stage stands on.
function onward(move: Move, stage: Stage, moves: readonly Move[], policy: Policy): readonly Exit[] {
  if (!move.to.some((target) => target.type === 'next')) return []
  const canSettle = moves.some((one) => leadsTo(one, 'agreed'))
  const silence = stage.duties.some((duty) => isAnswerThatBlocks(duty)) ? ', or no reply' : ''
  const condition = move.if ? `, if ${conditionPhrase(move.if, policy)}` : ''
  return nextStages(policy, stage.id).map((id) => ({
    label: `${canSettle ? 'no' : 'then'}${silence}${condition}`,
    to: id,
    words: title(policy, id),
  }))
}

function isAnswerThatBlocks(duty: Duty): boolean {
  return (
    duty.who.side === 'responding' && duty.before.some((blocks) => blocks.type === 'move' || blocks.type === 'stage')
  )
}

// Ways that the policy itself writes at this stage: convening a panel, sending back, handing over.
function special(move: Move, policy: Policy): readonly Exit[] {
  return move.to.flatMap((target) => {
    const to = destination(target)
    if (to === undefined) return []
    const label = moveOrder(move, policy, target)
    return [
      {
        label: small(label),
        to,
        words:
          target.type === 'stage' ? title(policy, target.id) : endName(target.type === 'end' ? target.end : 'agreed'),
      },
    ]
  })
}

function destination(target: Target): Id | End | undefined {
  switch (target.type) {
    case 'stage':
      return target.id
    case 'end':
      return target.end === 'agreed' || target.end === 'decided' ? undefined : target.end
    case 'next':
    case 'same':
    case 'any stage':
      return undefined
  }
}

function title(policy: Policy, id: Id): string {
  return policy.stages.find((stage) => stage.id === id)?.is ?? ''
}

// Only a policy (or ours) in which both sides sign the same words may say so.
function settledWords(policy: Policy): string {
  const signed = policy.duties.some(
    (duty) => duty.act.verb === 'agree' && duty.when.some((event) => event.on === 'end' && event.end === 'agreed'),
  )
  return signed ? 'Both sides confirm in writing' : 'Settled'
}
