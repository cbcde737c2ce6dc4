import type { Duty, End, Event, Id, Policy } from '../policy/policy.ts'
import { acrossFrom, actOrder } from './phrase-act.ts'
import { countedPhrase } from './phrase-length.ts'
import { stageName } from './phrase-stage.ts'
import { orList, quoted } from './phrase-text.ts'

/** Events that start something: "when the concern is raised", "every 2 weeks". Empty without events. */
export function whenPhrase(events: readonly Event[], policy: Policy): string {
  const every = events.flatMap((event) => (event.on === 'every' ? [`every ${countedPhrase(event.length)}`] : []))
  // One for each chair of a meeting, say: several duties, and the same words for each.
  const said = [...new Set(events.flatMap((event) => (event.on === 'every' ? [] : [eventPhrase(event, policy)])))]
  const when = said.length > 0 ? [`when ${orList(sharedOnce(said))}`] : []
  return [...when, ...every].join(' and ')
}

// "stage 1 starts or stage 2 starts" reads better as "stage 1 or stage 2 starts", "it is agreed or it is decided" as "it is agreed or decided".
function sharedOnce(said: readonly string[]): readonly string[] {
  if (said.length < 2) return said
  if (said.every((text) => text.endsWith(' starts'))) {
    return said.map((text, index) => (index === said.length - 1 ? text : text.slice(0, -' starts'.length)))
  }
  if (said.every((text) => text.startsWith('it is '))) {
    return said.map((text, index) => (index === 0 ? text : text.slice('it is '.length)))
  }
  return said
}

/** One event as a clause: "stage 2 starts", "the case ends". */
export function eventPhrase(event: Event, policy: Policy): string {
  switch (event.on) {
    case 'raised':
      return 'the concern is raised'
    case 'joined':
      return 'an agency joins'
    case 'entered':
      return `${stageName(policy, event.stage)} starts`
    case 'left':
      return `${stageName(policy, event.stage)} ends`
    case 'stage late':
      return `${stageName(policy, event.stage)} is late`
    case 'any entered':
      return 'any stage starts'
    case 'any left':
      return 'any stage ends'
    case 'done':
      return `${dutyName(policy, event.duty)} is done`
    case 'late':
      return `${dutyName(policy, event.duty)} is late`
    case 'after':
      return `${dutyName(policy, event.duty)} is done or late`
    case 'end':
      return endPhrase(event.end)
    case 'ended':
      return 'the case ends'
    case 'decision changed':
      return 'a decision is changed'
    case 'action late':
      return 'an agreed action is late'
    case 'every':
      return `another ${countedPhrase(event.length)} has passed`
    case 'date':
      return `the date given for ${quoted(policy.facts[event.fact]?.ask ?? '')} has come`
    case 'due':
      return event.is === 'stage'
        ? `the limit of ${stageName(policy, event.of)} is reached`
        : `${dutyName(policy, event.of)} falls due`
  }
}

/** What a clock counts from, after "of": "the raising of the concern", "the start of stage 2". */
export function startPhrase(event: Event, policy: Policy): string {
  switch (event.on) {
    case 'raised':
      return 'the raising of the concern'
    case 'entered':
      return `the start of ${stageName(policy, event.stage)}`
    case 'left':
      return `the end of ${stageName(policy, event.stage)}`
    case 'ended':
      return 'the end of the case'
    case 'date':
      return `the date given for ${quoted(policy.facts[event.fact]?.ask ?? '')}`
    case 'due':
      return event.is === 'stage'
        ? `the limit of ${stageName(policy, event.of)}`
        : `the limit of ${dutyName(policy, event.of)}`
    default:
      return `the time when ${eventPhrase(event, policy)}`
  }
}

/** An end as a clause: "it is agreed". */
function endPhrase(end: End): string {
  switch (end) {
    case 'agreed':
      return 'it is settled by agreement'
    case 'decided':
      return 'it is decided'
    case 'recorded':
      return 'the disagreement is recorded and goes no further'
    case 'withdrawn':
      return 'the concern is withdrawn'
    case 'handed over':
      return 'it is handed over to another procedure'
  }
}

/** An end as a thing that can wait: "the agreement". */
export function endNoun(end: End): string {
  switch (end) {
    case 'agreed':
      return 'the agreement'
    case 'decided':
      return 'the decision'
    case 'recorded':
      return 'the recording of the disagreement'
    case 'withdrawn':
      return 'the withdrawal'
    case 'handed over':
      return 'the handing over'
  }
}

export function dutyOf(policy: Policy, id: Id): Duty | undefined {
  return [...policy.duties, ...policy.stages.flatMap((stage) => stage.duties)].find((duty) => duty.id === id)
}

function dutyName(policy: Policy, id: Id): string {
  const duty = dutyOf(policy, id)
  return duty ? quoted(actOrder(duty.act, policy, acrossFrom(duty, policy))) : ''
}
