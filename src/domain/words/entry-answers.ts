/** Answers to a policy's questions in words: "Is the child on a plan? Yes". */
import { dateWords } from '../calendar/words.ts'
import { notKnown } from '../case/condition.ts'
import type { Action, Answer, Answers } from '../case/entry.ts'
import type { Fact, Policy } from '../policy/policy.ts'
import { andList } from './phrase-text.ts'

/** "Yes", an option's words, several joined, a date in full, or what was typed. */
export function answerWords(fact: Fact | undefined, answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No'
  const kind = fact?.kind
  const options = kind?.type === 'one-of' || kind?.type === 'any-of' ? kind.options : {}
  if (typeof answer === 'string') {
    if (answer === notKnown) return 'Not known'
    if (kind?.type === 'yes-no' && (answer === 'yes' || answer === 'no')) return answer === 'yes' ? 'Yes' : 'No'
    if (kind?.type === 'date' && /^\d{4}-\d{2}-\d{2}/.test(answer)) return dateWords(answer.slice(0, 10))
    return options[answer] ?? answer
  }
  if (answer.length === 0) return 'Nothing'
  return answer.every(isWord)
    ? andList(answer.map((a) => options[a] ?? a))
    : answer
        .filter((a): a is Action => !isWord(a))
        .map(actionWords)
        .join('\n')
}

const isWord = (a: string | Action): a is string => typeof a === 'string'

/** "Bring the review forward: Tom Reddy, by Friday 10 April 2026". */
export const actionWords = (a: Action): string => `${a.what}: ${a.who}, by ${dateWords(a.by)}`

/** Each question with its answer, in the policy's order of questions. */
export function answersLines(policy: Policy, answers: Answers): readonly string[] {
  const order = Object.keys(policy.facts)
  return Object.entries(answers)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .flatMap(([id, answer]) => {
      const fact = policy.facts[id]
      const words = answerWords(fact, answer)
      return fact === undefined || words === '' ? [] : [`${fact.ask} ${words}`]
    })
}
