/** Answers that the invented people give. */

import { dateAt } from '../calendar/london.ts'
import type { Answer, Answers } from '../case/entry.ts'
import { isAnswered, openedOut } from '../case/forms.ts'
import type { World } from '../case/world.ts'
import type { At } from '../people/directory.ts'
import type { Condition, Fact, Id, Move, Policy } from './policy.ts'
import { dutiesOf, movesOf } from './static/of-policy.ts'

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

/** What raising asks and nobody has said, answered so that nothing of the policy hangs on it: no, another option, the day itself. */
export function completed(policy: Policy, facts: Answers, at: At): Answers {
  const open = openedOut(policy, policy.raise.asks).flatMap((id) => {
    const fact = policy.facts[id]
    return fact && !fact.derived && !isAnswered(fact, facts[id]) ? [fact] : []
  })
  return { ...Object.fromEntries(open.map((fact) => [fact.id, neutral(policy, fact, at)])), ...facts }
}

function neutral(policy: Policy, fact: Fact, at: At): Answer {
  switch (fact.kind.type) {
    case 'yes-no':
      return false
    case 'one-of':
      return idle(policy, fact.id, Object.keys(fact.kind.options))
    case 'any-of':
      return [idle(policy, fact.id, Object.keys(fact.kind.options))]
    case 'date':
      return dateAt(at)
    case 'words':
    case 'form':
      return said
    case 'actions':
      return []
  }
}

/** An option that no condition names; where all are named, the last. */
function idle(policy: Policy, fact: Id, options: readonly Id[]): Id {
  const named = new Set(conditionsOf(policy).flatMap((condition) => optionsIn(condition, fact)))
  return options.find((option) => !named.has(option)) ?? options.at(-1) ?? ''
}

const conditionsOf = (policy: Policy): readonly (Condition | undefined)[] => {
  const duties = dutiesOf(policy).map(({ duty }) => duty)
  const limits = [...policy.stages, ...duties].flatMap(({ within }) => within)
  return [...policy.tracks, ...policy.stages, ...movesOf(policy).map(({ move }) => move), ...duties, ...limits].map(
    (one) => one.if,
  )
}

function optionsIn(condition: Condition | undefined, fact: Id): readonly Id[] {
  switch (condition?.op) {
    case undefined:
    case 'yes':
      return []
    case 'is':
      return condition.fact === fact ? [condition.answer] : []
    case 'not':
      return optionsIn(condition.of, fact)
    case 'and':
    case 'or':
      return condition.of.flatMap((part) => optionsIn(part, fact))
  }
}
