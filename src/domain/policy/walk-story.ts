/** The history of a state as sentences with dates. */
import { dateAt } from '../calendar/london.ts'
import { dateWords } from '../calendar/words.ts'
import { currentVisit } from '../case/case.ts'
import { factsIn } from '../case/condition.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import type { Answer } from '../case/entry.ts'
import type { Lands } from '../case/targets.ts'
import type { At } from '../people/directory.ts'
import { dutyPhrase } from '../words/phrase-duty.ts'
import { andList, curly, quoted, sentence } from '../words/phrase-text.ts'
import { whoPhrase } from '../words/phrase-who.ts'
import type { Id, Policy, Who } from './policy.ts'
import { conditionsOf } from './static/of-policy.ts'
import type { State, Walk } from './walk.ts'

/** From raising to this state, an event a line. */
export function storyOf(walk: Walk, state: State): readonly string[] {
  const chain: State[] = []
  for (let one: State | undefined = state; one; one = one.from) chain.unshift(one)
  return chain.map((one) => curly(sentence(told(walk.policy, one))))
}

export const dayOf = (at: At): string => dateWords(dateAt(at))

export const stageWords = (policy: Policy, id: Id): string =>
  quoted(policy.stages.find((stage) => stage.id === id)?.is ?? id)

export const questionWords = (policy: Policy, id: Id): string => quoted(policy.facts[id]?.ask ?? id)

function told(policy: Policy, state: State): string {
  const { deed } = state
  const day = dayOf(state.at)
  const on = state.from && dayOf(state.from.at) === day ? 'the same day' : `on ${day}`
  switch (deed.kind) {
    case 'raise':
      return `Raised on ${day}${answersOnRaising(policy, state)}`
    case 'move': {
      const because = deed.chance.map((fact) => `the answer to ${questionWords(policy, fact)} is yes, and `).join('')
      return `${on} ${because}${moved(policy, state, deed.a.move.by, deed.a.lands)}`
    }
    case 'duty':
      return `${on} ${owerWords(policy, deed.i)} does what is asked: ${deed.i.duty ? dutyPhrase(deed.i.duty, policy) : ''}`
    case 'ask':
      return `${on} the question goes to whoever has to answer it: ${andList(deed.facts.map((fact) => questionWords(policy, fact)))}`
    case 'answer':
      return `${on} the answer to ${questionWords(policy, deed.fact)} is ${answerWords(policy, deed.fact, deed.answer)}`
    case 'fact':
      return `${on} the answer to ${questionWords(policy, deed.fact)} changes to ${answerWords(policy, deed.fact, deed.answer)}`
    case 'time':
      return `${sentence(deed.missed.length === 0 ? `Nobody acts until ${day}` : andList(deed.missed.map((i) => missed(policy, i, day))))}${byItself(policy, state)}`
    case 'not confirm':
      return `${on} the other side does not confirm it, and it is open again at ${stageWords(policy, currentVisit(state.c).stage)}`
  }
}

function moved(policy: Policy, state: State, by: Who | undefined, lands: Lands): string {
  const who = by?.role === 'decider' || !by ? 'whoever decides' : whoPhrase(by, policy)
  if (lands.to === 'stage') {
    const where = stageWords(policy, lands.stage)
    return lands.back
      ? `${who} sends it back to ${where}`
      : `${who} takes it to ${where}${lands.tier > 0 ? ', one tier higher' : ''}`
  }
  switch (lands.end) {
    case 'agreed':
      return 'both sides say that it is settled'
    case 'decided':
      return `it is decided at ${stageWords(policy, currentVisit(state.c).stage)}`
    case 'recorded':
      return `${who} records the disagreement and goes no further`
    case 'withdrawn':
      return `${who} withdraws it`
    case 'handed over':
      return `${who} hands it over to another procedure`
  }
}

function missed(policy: Policy, i: DutyInstance, day: string): string {
  if (i.gate) return `nobody answers ${questionWords(policy, i.gate.fact)} by ${day}`
  if (i.duty) return `${owerWords(policy, i)} does not ${dutyPhrase(i.duty, policy)} by ${day}`
  return `the time for ${stageWords(policy, i.id)} ends on ${day}`
}

/** Who owes it; of each side, the one whose turn it is. */
function owerWords(policy: Policy, i: DutyInstance): string {
  const who = i.duty?.who
  if (!who) return 'whoever owes it'
  const side =
    who.side === 'each' || who.side === 'any'
      ? i.side === 'raising' || i.side === 'responding'
        ? i.side
        : who.side
      : who.side
  return whoPhrase({ ...who, side }, policy)
}

function byItself(policy: Policy, state: State): string {
  const before = state.from ? currentVisit(state.from.c).n : 0
  if (currentVisit(state.c).n !== before)
    return ` By itself it goes to ${stageWords(policy, currentVisit(state.c).stage)}.`
  return state.c.end && !state.from?.c.end ? ` By itself it ends: ${state.c.end.end}.` : ''
}

function answersOnRaising(policy: Policy, state: State): string {
  const first = state.entries[0]?.what
  if (first?.kind !== 'raised') return ''
  const asked = new Set(conditionsOf(policy).flatMap(factsIn))
  const given = Object.entries(first.facts).filter(
    ([fact, answer]) => asked.has(fact) && answer !== false && !(Array.isArray(answer) && answer.length === 0),
  )
  const about =
    first.subject.kind === 'child' ? '' : `, about ${first.subject.kind === 'theme' ? 'a theme' : 'an adult'}`
  return `${about}${given.map(([fact, answer]) => `, the answer to ${questionWords(policy, fact)} being ${answerWords(policy, fact, answer)}`).join('')}`
}

/** An answer as it is read on the form: yes, no, or the words of what was chosen. */
function answerWords(policy: Policy, fact: Id, answer: Answer): string {
  if (answer === true) return 'yes'
  if (answer === false) return 'no'
  const kind = policy.facts[fact]?.kind
  const options = kind?.type === 'one-of' || kind?.type === 'any-of' ? kind.options : {}
  const chosen = typeof answer === 'string' ? [answer] : answer.map((one) => (typeof one === 'string' ? one : one.what))
  return andList(chosen.map((one) => quoted(options[one] ?? one))) || 'none of them'
}
