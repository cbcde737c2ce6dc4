/** The questions of a form: a named form is a list of questions, and wherever it is asked, its questions are. Source: language.md section 2 "fact". */
import type { Fact, Id, Policy } from '../policy/policy.ts'
import type { AnswerAt } from './condition.ts'
import type { Answer } from './entry.ts'

export function openedOut(policy: Policy, asks: readonly Id[]): readonly Id[] {
  return [
    ...new Set(
      asks.flatMap((id) => {
        const kind = policy.facts[id]?.kind
        return kind?.type === 'form' ? openedOut(policy, kind.asks) : [id]
      }),
    ),
  ]
}

/** Blank words and no box ticked are no answer; an empty list of things to do is one: there are none. */
export const isAnswered = (fact: Fact, given: Answer | undefined): boolean =>
  given !== undefined &&
  !(typeof given === 'string' && given.trim() === '') &&
  !(Array.isArray(given) && given.length === 0 && fact.kind.type !== 'actions')

/** Questions of these, forms opened out, that have no answer. What the engine works out itself is asked of nobody. */
export const unansweredOf = (policy: Policy, asks: readonly Id[], answer: AnswerAt): readonly Fact[] =>
  openedOut(policy, asks).flatMap((id) => {
    const fact = policy.facts[id]
    return fact && !fact.derived && !isAnswered(fact, answer(id)) ? [fact] : []
  })
