import type { Condition, Policy } from '../policy/policy.ts'
import { quoted } from './phrase-text.ts'

/** A condition as words that follow "if": "the child is on a plan or looked after". */
export function conditionPhrase(condition: Condition, policy: Policy): string {
  switch (condition.op) {
    case 'yes':
      return truth(condition.fact, policy, true)
    case 'is':
      return answer(condition.fact, condition.answer, policy, true)
    case 'not':
      return negated(condition.of, policy)
    case 'and':
      return joined(condition.of, 'and', policy)
    case 'or':
      return joined(condition.of, 'or', policy)
  }
}

function negated(condition: Condition, policy: Policy): string {
  switch (condition.op) {
    case 'yes':
      return truth(condition.fact, policy, false)
    case 'is':
      return answer(condition.fact, condition.answer, policy, false)
    case 'not':
      return conditionPhrase(condition.of, policy)
    case 'and':
      return negatedGroup(condition.of, 'or', policy)
    case 'or':
      return negatedGroup(condition.of, 'and', policy)
  }
}

function negatedGroup(parts: readonly Condition[], word: 'and' | 'or', policy: Policy): string {
  return parts.map((part) => negated(part, policy)).join(` ${word} `)
}

// "the child is on a plan" and "the child is looked after" share their beginning: say it once.
function joined(parts: readonly Condition[], word: 'and' | 'or', policy: Policy): string {
  const nested = parts.some((part) => part.op === 'and' || part.op === 'or')
  const said = parts.map((part) => conditionPhrase(part, policy))
  if (nested) return said.join(word === 'and' ? ', and ' : ', or ')
  const opening = /^(?:the \p{L}+|it|this) (?:is|are|was|has|must) /u.exec(said[0] ?? '')?.[0]
  if (opening === undefined || !said.every((text) => text.startsWith(opening))) return said.join(` ${word} `)
  return said.map((text, index) => (index === 0 ? text : text.slice(opening.length))).join(` ${word} `)
}

function truth(fact: string, policy: Policy, yes: boolean): string {
  const ask = policy.facts[fact]?.ask ?? ''
  const turned = question.exec(ask)
  if (turned === null) return `the answer to ${quoted(ask)} is ${yes ? 'yes' : 'not yes'}`
  const [, verb = '', subject = '', rest = ''] = turned
  return `${subject} ${verb.toLowerCase()} ${yes ? '' : 'not '}${rest}`
}

// Only questions whose subject is certain are turned round; any other is quoted, so that no sentence is ever wrong.
const question =
  /^(Is|Are|Was|Were|Has|Have|Must|Can|Does|Should|Will) ((?:it|this|(?:the|a) (?:child|adult|person|concern|case|matter|family|decision|plan|disagreement)|both sides))(?: not)? (.+)\?$/

function answer(fact: string, option: string, policy: Policy, yes: boolean): string {
  const asked = policy.facts[fact]
  const kind = asked?.kind
  const words = kind?.type === 'one-of' || kind?.type === 'any-of' ? kind.options[option] : undefined
  const verb = kind?.type === 'any-of' ? (yes ? 'includes' : 'does not include') : yes ? 'is' : 'is not'
  return `the answer to ${quoted(asked?.ask ?? '')} ${verb} ${quoted(words ?? '')}`
}
