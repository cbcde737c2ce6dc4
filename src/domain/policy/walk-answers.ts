/** Answers that the invented people give. */
import type { Answer, Answers } from '../case/entry.ts'
import { openedOut } from '../case/forms.ts'
import type { World } from '../case/world.ts'
import type { Fact, Id, Move } from './policy.ts'

export const said = 'Invented.'

/** Answers to all of these questions. */
export const given = (world: World, facts: readonly Id[]): Answers =>
  Object.fromEntries(
    openedOut(world.policy, facts).flatMap((id) =>
      world.policy.facts[id] ? [[id, yesTo(world.policy.facts[id])]] : [],
    ),
  )

/** An answer that says yes, or anything at all. */
export function yesTo(fact: Fact | undefined): Answer {
  switch (fact?.kind.type) {
    case undefined:
    case 'yes-no':
      return true
    case 'one-of':
      return Object.keys(fact.kind.options)[0] ?? ''
    case 'any-of':
      return Object.keys(fact.kind.options).slice(0, 1)
    case 'words':
    case 'form':
      return said
    case 'date':
      return '2027-03-01'
    case 'actions':
      return []
  }
}

/** The answer that opens a move: the option its `if` names, else yes. */
export function yesFor(move: Pick<Move, 'if'>, fact: Fact | undefined): Answer {
  const option = optionIn(move.if, fact?.id)
  if (option === undefined) return yesTo(fact)
  return fact?.kind.type === 'any-of' ? [option] : option
}

function optionIn(condition: Move['if'], fact: Id | undefined): string | undefined {
  if (!condition) return undefined
  switch (condition.op) {
    case 'is':
      return condition.fact === fact ? condition.answer : undefined
    case 'and':
    case 'or':
      return condition.of.map((part) => optionIn(part, fact)).find((option) => option !== undefined)
    case 'yes':
    case 'not':
      return undefined
  }
}
