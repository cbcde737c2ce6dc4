import { factsIn } from '../../case/condition.ts'
import { conditionPhrase } from '../../words/phrase-condition.ts'
import { lengthPhrase } from '../../words/phrase-limit.ts'
import { capital, curly } from '../../words/phrase-text.ts'
import { whoPhrase } from '../../words/phrase-who.ts'
import type { Fact, Id, Move, Policy, Stage, Track } from '../policy.ts'
import type { ChartBox } from './parts.ts'
import { boxId, clauseHref, clausesLine } from './titles.ts'

/** The question a move hangs on, as a box: the fact's own words where it is one yes, else "If ...". */
export function question(id: Id, move: Move, policy: Policy, lines: readonly string[]): ChartBox {
  const first = move.cites[0]
  const small = clausesLine(move.cites)
  return {
    id,
    kind: 'question',
    title: curly(asked(move, policy)),
    lines,
    ...(small === '' ? {} : { small }),
    ...(first === undefined ? {} : { href: clauseHref(first) }),
  }
}

/** A gate: what is asked, who answers; `open` is what opens the way on. */
export function questionOf(
  stage: Stage,
  track: Track,
  move: Move,
  policy: Policy,
): ChartBox & { readonly open: string } {
  const gates = factsIn(move.if).flatMap((id) => policy.facts[id] ?? [])
  const by = gates.flatMap((fact: Fact) => fact.by ?? [])[0]
  const lines = by ? [capital(curly(`${whoPhrase(by, policy)} answers`))] : []
  const open = by ? `yes, or no answer ${lengthPhrase(policy.settings.gate, policy)}` : 'yes'
  return { ...question(boxId(track, `${stage.id}-if`), move, policy, lines), open }
}

function asked(move: Move, policy: Policy): string {
  if (move.if === undefined) return move.is ?? 'Straight to a later stage?'
  if (move.if.op === 'yes') return policy.facts[move.if.fact]?.ask ?? ''
  return capital(`Is it so that ${conditionPhrase(move.if, policy)}?`)
}
