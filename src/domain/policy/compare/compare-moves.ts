import { moveOrder, moveSentence } from '../../words/phrase-move.ts'
import { capital, quoted, small } from '../../words/phrase-text.ts'
import type { Id, Move, Policy, Stage } from '../policy.ts'
import { moveValue } from '../write/policy-value.ts'
import { isSame } from '../write/value.ts'
import { movesAlike } from './alike.ts'
import type { Difference, Topic } from './compared.ts'
import { line, type Two } from './line.ts'
import { type Pair, pairUp } from './pair-up.ts'

/** A way on, out or back of each policy, or of one. */
export function moveLine({ a, b }: Pair<Move>, two: Two, stages: Pair<Stage> | undefined): Difference {
  const [move, policy] = a ? [a, two.a] : [b, two.b]
  if (!move) throw new Error('A pair has at least one side.')
  return line(two, {
    topic: topicOf(move, policy),
    about: capital(moveOrder(move, policy)),
    a: a && { text: moveSentence(a, two.a, stages?.a), cites: a.cites, origin: a.origin },
    b: b && { text: moveSentence(b, two.b, stages?.b), cites: b.cites, origin: b.origin },
    same: a !== undefined && b !== undefined && isSameMove(a, b),
    missing: notThere(move, policy),
  })
}

/** Alike in everything but the clauses they rest on. */
export function isSameMove(left: Move, right: Move): boolean {
  return isSame(moveValue({ ...left, id: '', cites: [] }), moveValue({ ...right, id: '', cites: [] }))
}

/** What stages say of moves themselves; where only one does, the other's general move stands beside it. */
export function stageMoveLines(stages: Pair<Stage>, two: Two): readonly Difference[] {
  const { a, b } = stages
  const pairs = pairUp(a?.moves ?? [], b?.moves ?? [], movesAlike, 4).map((pair): Pair<Move> => {
    if (pair.a && !pair.b) return { ...pair, ...withGeneral('b', pair.a.id, two.b, b) }
    if (pair.b && !pair.a) return { ...pair, ...withGeneral('a', pair.b.id, two.a, a) }
    return pair
  })
  return [
    ...pairs.map((pair) => moveLine(pair, two, stages)),
    ...removed(a, b, two.b, 'b').map((pair) => moveLine(pair, two, stages)),
    ...removed(b, a, two.a, 'a').map((pair) => moveLine(pair, two, stages)),
  ]
}

function withGeneral(key: 'a' | 'b', id: Id, policy: Policy, stage: Stage | undefined): object {
  const move = stage && general(id, policy, stage)
  return move ? { [key]: move } : {}
}

const general = (id: Id, policy: Policy, stage: Stage): Move | undefined =>
  stage.removes.includes(id) ? undefined : policy.moves.find((move) => move.id === id)

/** The other stage's move where this one takes the policy's away. */
function removed(
  here: Stage | undefined,
  there: Stage | undefined,
  policy: Policy,
  key: 'a' | 'b',
): readonly Pair<Move>[] {
  if (!here || !there) return []
  return here.removes.flatMap((id): readonly Pair<Move>[] => {
    if (there.moves.some((move) => move.id === id)) return []
    const move = general(id, policy, there)
    if (!move) return []
    return [key === 'a' ? { a: move } : { b: move }]
  })
}

function topicOf(move: Move, policy: Policy): Topic {
  const [target] = move.to
  if (target?.type === 'end') return 'outcomes'
  if (target?.type === 'next' || target?.type === 'same') return 'gates'
  const stage = policy.stages.find((one) => target?.type === 'stage' && one.id === target.id)
  return stage?.by && policy.roles[stage.by.role]?.seats ? 'panel' : 'jumps'
}

function notThere(move: Move, policy: Policy): string {
  if (move.by === undefined) return 'Here it does not go on by itself.'
  const order = moveOrder(move, policy)
  return /\b(my|me|I|your|you|we|our)\b/.test(order)
    ? `Here there is no ${quoted(order)}.`
    : `Here nobody may ${small(order)}.`
}
