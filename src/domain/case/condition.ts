/** Conditions (`if`) against the answers given. An unanswered fact is not yes and is no option. Source: language.md sections 2 and 3. */
import type { At } from '../people/directory.ts'
import type { Condition, Id } from '../policy/policy.ts'
import type { Case } from './case.ts'
import type { Answer, Answers } from './entry.ts'

/** Said where a question of yes or no cannot be answered: an answer, and neither yes nor no. No id has a space in it. */
export const notKnown = 'not known'

/** Answers as they stood at a moment; `extra` are those being given now, on a form. */
export type AnswerAt = (fact: Id) => Answer | undefined

export const answersAt =
  (c: Case, at: At, extra: Answers = {}): AnswerAt =>
  (fact) => {
    if (extra[fact] !== undefined) return extra[fact]
    if (fact === 'subject') return c.subject.kind
    if (fact === 'same-agency') return c.agencies.every((a) => a.agency === c.agencies[0]?.agency)
    const given = c.answers[fact]
    if (!given) return undefined
    for (let i = given.length - 1; i >= 0; i--) {
      const g = given[i]
      if (g && g.at <= at) return g.answer
    }
    return undefined
  }

export function holds(condition: Condition | undefined, answer: AnswerAt): boolean {
  if (!condition) return true
  switch (condition.op) {
    case 'yes': {
      const a = answer(condition.fact)
      return (
        a === true ||
        a === 'yes' ||
        (Array.isArray(a) && a.length > 0) ||
        (typeof a === 'string' && a !== '' && a !== 'no' && a !== notKnown)
      )
    }
    case 'is': {
      const a = answer(condition.fact)
      if (a === true) return condition.answer === 'yes'
      if (a === false) return condition.answer === 'no'
      return Array.isArray(a) ? a.some((x) => x === condition.answer) : a === condition.answer
    }
    case 'not':
      return !holds(condition.of, answer)
    case 'and':
      return condition.of.every((c) => holds(c, answer))
    case 'or':
      return condition.of.some((c) => holds(c, answer))
  }
}

/** Facts a condition asks about, each once. */
export function factsIn(condition: Condition | undefined): readonly Id[] {
  if (!condition) return []
  switch (condition.op) {
    case 'yes':
    case 'is':
      return [condition.fact]
    case 'not':
      return factsIn(condition.of)
    case 'and':
    case 'or':
      return [...new Set(condition.of.flatMap(factsIn))]
  }
}

/** Moments at which an answer that the condition asks about was given, between two moments. */
export const turns = (c: Case, condition: Condition | undefined, from: At, to: At): readonly At[] =>
  [
    ...new Set(
      factsIn(condition).flatMap((f) => (c.answers[f] ?? []).map((a) => a.at).filter((t) => t > from && t <= to)),
    ),
  ].sort((a, b) => a - b)
