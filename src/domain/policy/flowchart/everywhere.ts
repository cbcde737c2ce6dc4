import { factsIn } from '../../case/condition.ts'
import { conditionPhrase } from '../../words/phrase-condition.ts'
import { dutySentence } from '../../words/phrase-duty.ts'
import { endName } from '../../words/phrase-move.ts'
import { curly, small } from '../../words/phrase-text.ts'
import { whoPhrase } from '../../words/phrase-who.ts'
import { homeStage } from '../explain-stage.ts'
import type { Duty, Move, Policy } from '../policy.ts'
import type { Block, BlockWay } from './parts.ts'
import { clauseHref } from './titles.ts'

/** What may be done at any stage, and whom the policy wants told at any: drawn once, below all stages. */
export function everywhere(policy: Policy): Block | undefined {
  const ways = policy.moves.flatMap((move) => waysOf(move, policy))
  const urgent = new Set(urgentDuties(policy))
  const told = policy.duties.filter((duty) => isToldAnywhere(duty) && !urgent.has(duty))
  if (ways.length === 0 && told.length === 0) return undefined
  return {
    box: {
      id: 'always',
      kind: 'always',
      title: 'At any stage',
      lines: told.map((duty) => curly(dutySentence(duty, policy))),
    },
    notes: [],
    ways,
  }
}

const isToldAnywhere = (duty: Duty): boolean =>
  duty.act.verb === 'tell' &&
  homeStage(duty) === undefined &&
  (duty.when.length === 0 || duty.when.some((event) => event.on === 'any entered' || event.on === 'entered'))

/** What is told or referred where the same is so that opens the straight way up: it stands at that question. */
export function urgentDuties(policy: Policy): readonly Duty[] {
  const opens = policy.moves.flatMap((move) =>
    move.if && move.to.some(({ type }) => type === 'any stage') ? factsIn(move.if) : [],
  )
  return policy.duties.filter(
    (duty) =>
      (duty.act.verb === 'tell' || duty.act.verb === 'refer') &&
      duty.if &&
      factsIn(duty.if).some((id) => opens.includes(id)),
  )
}

function waysOf(move: Move, policy: Policy): readonly BlockWay[] {
  return move.to.flatMap((target, i): readonly BlockWay[] => {
    if (target.type !== 'end' || target.end === 'agreed' || target.end === 'decided') return []
    const id = `always-${move.id}-${i}`
    const who = move.by ? whoPhrase(move.by, policy) : 'by itself'
    const label = curly(`${who}${move.if ? `, if ${conditionPhrase(move.if, policy)}` : ''}`)
    const first = move.cites[0]
    const box = {
      id: `${id}-box`,
      kind: 'end' as const,
      lines: [curly(endWords(move, endName(target.end)))],
      ...(first === undefined ? {} : { href: clauseHref(first) }),
    }
    return [{ arrow: { id, from: 'always', to: box.id, label, byItself: move.by === undefined }, box }]
  })
}

// The policy's button may speak in the first person; a picture for everybody cannot.
function endWords(move: Move, name: string): string {
  if (move.is === undefined || /\b(my|me|I|your|you|we|our)\b/.test(move.is)) return name
  return `${name}: ${small(move.is)}`
}
