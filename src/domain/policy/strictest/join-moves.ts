import { moveOrder } from '../../words/phrase-move.ts'
import { movesAlike } from '../compare/alike.ts'
import { isSameMove } from '../compare/compare-moves.ts'
import { type Pair, pairUp } from '../compare/pair-up.ts'
import type { Condition, Id, Move, Policy, Stage } from '../policy.ts'
import { conditionText, eventText, targetText, whoText } from '../write/phrases.ts'
import { bothHold, either } from './join-duties.ts'
import { type Both, bothCite, type Ledger, union } from './ledger.ts'

/** The moves of the whole policy: those of both, and what either adds. What one takes away of ours stays, for it is people's way out. */
export function joinPolicyMoves(pairs: readonly Pair<Move>[], policy: Policy, ledger: Ledger): readonly Move[] {
  return pairs.map((pair) => joined(pair, policy, ledger, undefined))
}

/** The moves of a stage of both ladders, and the ids of the policy's that either of them removes there. */
export function joinStageMoves(a: Stage, b: Stage, policies: Both, ledger: Ledger): Pick<Stage, 'moves' | 'removes'> {
  const removes = union(a.removes, b.removes)
  const left = a.moves.filter((move) => !removes.includes(move.id))
  const right = b.moves.filter((move) => !removes.includes(move.id))
  const ids = new Set<Id>()
  const moves = pairUp(left, right, movesAlike, 6).map((pair): Move => {
    const move = joined(pair, policies.a, ledger, a.id)
    const id = ids.has(move.id) ? `${move.id}-too` : move.id
    ids.add(id)
    return { ...move, id }
  })
  for (const id of removes)
    if (a.removes.includes(id) !== b.removes.includes(id))
      ledger.chose(
        a.is,
        `“${orderOf(id, policies)}” is not possible here: ${a.removes.includes(id) ? ledger.names.a : ledger.names.b} rules it out.`,
      )
  return { moves, removes }
}

const orderOf = (id: Id, { a, b }: Both): string => {
  const move = [...a.moves, ...b.moves].find((one) => one.id === id)
  return move ? moveOrder(move, a) : id
}

function joined({ a, b }: Pair<Move>, words: Policy, ledger: Ledger, stage: Id | undefined): Move {
  const one = a ?? b
  if (!one) throw new Error('A pair has at least one side.')
  const from = a && b ? 'both' : a ? 'a' : 'b'
  const move = a && b ? joinTwo(a, b, words, ledger) : one
  if (move.origin !== 'ours')
    ledger.from({
      what: 'move',
      id: move.id,
      words: moveOrder(move, words),
      ...(stage === undefined ? {} : { stage }),
      from,
      cites: move.cites,
    })
  return move
}

const textOf = (condition: Condition | undefined): string | undefined => condition && conditionText(condition)

function joinTwo(a: Move, b: Move, words: Policy, ledger: Ledger): Move {
  const cites = bothCite(a.cites, b.cites)
  const origin = a.origin === 'ours' ? b.origin : a.origin
  if (isSameMove(a, b)) return { ...a, cites, origin }
  const about = moveOrder(a, words)
  // What one leaves as Concordat has it, the other's words refine.
  const [first, second] = a.origin === 'ours' ? [b, a] : [a, b]
  if ((a.by && whoText(a.by)) !== (b.by && whoText(b.by)) && a.origin !== 'ours' && b.origin !== 'ours')
    ledger.conflict(
      about,
      `The policies name different people for it, and neither is stricter.`,
      `${ledger.names.a} is followed.`,
    )
  const onward = a.to.some((target) => target.type === 'next')
  const condition = onward ? bothHold(a.if, b.if) : either(a.if, b.if)
  if (textOf(a.if) !== textOf(b.if))
    ledger.chose(
      about,
      onward
        ? 'The way up is open only when the conditions of both policies hold.'
        : 'It is possible whenever either policy allows it.',
    )
  const { if: _if, ...rest } = first
  const targets = first.to.map(targetText)
  const events = first.when.map(eventText)
  return {
    ...rest,
    ...(condition ? { if: condition } : {}),
    to:
      first.by === undefined
        ? first.to
        : [...first.to, ...second.to.filter((target) => !targets.includes(targetText(target)))],
    when:
      first.when.length === 0 || second.when.length === 0
        ? []
        : [...first.when, ...second.when.filter((event) => !events.includes(eventText(event)))],
    asks: union(first.asks, second.asks),
    cites,
    origin,
  }
}
