import { isDate } from '../domain/calendar/day-number.ts'
import type { Answer, Answers } from '../domain/case/entry.ts'
import type { Fact, Policy } from '../domain/policy/policy.ts'
import { UsageError } from './usage-error.ts'

/** `on-plan=yes,reason=plan` as answers; several options of one question are joined by a plus sign. Throws where the policy has no such question or answer. */
export function factsOf(policy: Policy, text: string): Answers {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return Object.fromEntries(
    parts.map((part) => {
      const [id = '', answer = 'yes'] = part.split(/=(.*)/s).map((one) => one.trim())
      const fact = policy.facts[id]
      if (!fact || fact.derived || fact.kind.type === 'form')
        throw new UsageError(`The policy has no question "${id}". ${listOf(policy)}`)
      return [id, answerOf(policy, fact, answer)]
    }),
  )
}

function answerOf(policy: Policy, fact: Fact, text: string): Answer {
  const wrong = () => new UsageError(`"${text}" is no answer to "${fact.id}" (${fact.ask}). ${listOf(policy)}`)
  switch (fact.kind.type) {
    case 'yes-no':
      if (/^(yes|true)$/i.test(text)) return true
      if (/^(no|false)$/i.test(text)) return false
      throw wrong()
    case 'one-of':
      if (Object.hasOwn(fact.kind.options, text)) return text
      throw wrong()
    case 'any-of': {
      const { options } = fact.kind
      const chosen = text.split('+').map((one) => one.trim())
      if (chosen.every((one) => Object.hasOwn(options, one))) return chosen
      throw wrong()
    }
    case 'date':
      if (isDate(text.slice(0, 10))) return text
      throw wrong()
    case 'words':
    case 'form':
      return text
    case 'actions':
      throw wrong()
  }
}

function listOf(policy: Policy): string {
  const lines = Object.values(policy.facts)
    .filter(
      (fact) => !fact.derived && fact.kind.type !== 'form' && fact.kind.type !== 'actions' && fact.origin !== 'ours',
    )
    .map((fact) => `  ${fact.id} = ${answersOf(fact)}: ${fact.ask}`)
  return `Its questions are:\n${lines.join('\n')}`
}

function answersOf(fact: Fact): string {
  switch (fact.kind.type) {
    case 'yes-no':
      return 'yes or no'
    case 'one-of':
      return Object.keys(fact.kind.options).join(' or ')
    case 'any-of':
      return Object.keys(fact.kind.options).join(' + ')
    case 'date':
      return 'a date, as 2026-04-09'
    case 'words':
    case 'form':
    case 'actions':
      return 'words'
  }
}
