/** What somebody writes on the form of a move when they want it to happen. Said here from the policy alone, not by asking `moves`. */
import type { Answer } from '../src/domain/case/entry.ts'
import { holdersInCase } from '../src/domain/case/holders-in-case.ts'
import type { Condition, Id, Move, Policy } from '../src/domain/policy/policy.ts'
import type { Situation } from './every-path.ts'

export const hopefulAnswer = {
  /** A question that this person answers by the policy, or that nobody in particular answers and raising does not ask. */
  isTheirs({ world, c }: Situation, fact: Id, person: string, at: number): boolean {
    const known = world.policy.facts[fact]
    if (!known || known.derived || fact === 'immediate-harm') return false
    if (!known.by) return !world.policy.raise.asks.includes(fact)
    const agencies =
      known.by.side === 'none'
        ? [undefined]
        : known.by.side === 'raising' || known.by.side === 'responding'
          ? [known.by.side]
          : ['raising', 'responding']
    const { role } = known.by
    return agencies.some((agency) =>
      holdersInCase(world, c, role, agency, at).some((holder) => holder.person === person),
    )
  },

  to(policy: Policy, move: Move, fact: Id): Answer {
    const kind = policy.facts[fact]?.kind
    switch (kind?.type) {
      case undefined:
      case 'yes-no':
        return true
      case 'one-of':
        return optionIn(move.if, fact) ?? Object.keys(kind.options)[0] ?? ''
      case 'any-of':
        return Object.keys(kind.options)
      case 'words':
      case 'form':
        return 'Because.'
      case 'date':
        return '2027-03-01'
      case 'actions':
        return []
    }
  },
}

function optionIn(condition: Condition | undefined, fact: Id): string | undefined {
  if (!condition || condition.op === 'yes' || condition.op === 'not') return undefined
  if (condition.op === 'is') return condition.fact === fact ? condition.answer : undefined
  return condition.of.map((part) => optionIn(part, fact)).find((option) => option !== undefined)
}
