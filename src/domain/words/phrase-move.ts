import type { End, Move, Policy, Stage, Target, Who } from '../policy/policy.ts'
import { conditionPhrase } from './phrase-condition.ts'
import { whenPhrase } from './phrase-event.ts'
import { nextStages, stageName, takeThisTo } from './phrase-stage.ts'
import { curly, orList, sentence, small } from './phrase-text.ts'
import { whoPhrase } from './phrase-who.ts'

/**
 * A move as the words of its button or link: the policy's own where it has them, else "Take this to senior managers".
 * Give `target` (a stage or an end) where the case knows which one; a move with several targets is one link for each.
 */
export function moveOrder(move: Move, policy: Policy, target?: Target): string {
  const chosen = target ?? (move.to.length === 1 ? move.to[0] : undefined)
  const words = chosen ? targetOrder(chosen, policy) : orList(move.to.map((one) => targetOrder(one, policy)))
  if (move.is === undefined) return words
  return move.to.length > 1 && chosen ? curly(`${move.is}: ${small(words)}`) : curly(move.is)
}

/**
 * A move as one sentence about anybody: "The side that raised it may take this to the next stage."
 * Give the stage where one is meant, so that "whoever decides" has a name.
 */
export function moveSentence(move: Move, policy: Policy, stage?: Stage): string {
  const when = whenPhrase(move.when, policy)
  const condition = move.if ? `if ${conditionPhrase(move.if, policy)}` : ''
  const opening = [when, condition].filter((part) => part !== '').join(' and ')
  const core =
    move.by === undefined
      ? byItself(move, policy)
      : byPeople(atStage(move, policy, stage), deciderOf(move.by, stage), policy)
  const said = sentence(opening === '' ? core : `${opening}, ${core}`)
  return move.says === undefined ? said : `${said} ${sentence(move.says)}`
}

function byPeople(move: Move, by: Who, policy: Policy): string {
  const act = doing(move, policy)
  const who = whoPhrase(by, policy)
  return by.side === 'each' ? `${who} may ${act}; it counts once all have` : `${who} may ${act}`
}

function byItself(move: Move, policy: Policy): string {
  return `the case ${orList(move.to.map((target) => going(target, policy)))} by itself`
}

function going(target: Target, policy: Policy): string {
  switch (target.type) {
    case 'stage':
      return `goes to ${stageName(policy, target.id)}`
    case 'next':
      return 'goes to the next stage'
    case 'same':
      return 'goes one tier higher'
    case 'any stage':
      return 'goes to a later stage'
    case 'end':
      return `ends (${small(endName(target.end))})`
  }
}

// At a known stage "the next stage" has a name.
function atStage(move: Move, policy: Policy, stage: Stage | undefined): Move {
  const [next, ...others] = stage ? nextStages(policy, stage.id) : []
  if (next === undefined || others.length > 0) return move
  return { ...move, to: move.to.map((target) => (target.type === 'next' ? { type: 'stage', id: next } : target)) }
}

function deciderOf(by: Who, stage: Stage | undefined): Who {
  return by.role === 'decider' && stage?.by !== undefined ? stage.by : by
}

// The policy's button may speak in the first person ("Record my disagreement"): a sentence about anybody cannot.
function doing(move: Move, policy: Policy): string {
  if (move.is !== undefined && !/\b(my|me|I|your|you|we|our)\b/.test(move.is)) return small(move.is)
  return orList(move.to.map((target) => small(targetOrder(target, policy))))
}

function targetOrder(target: Target, policy: Policy): string {
  switch (target.type) {
    case 'stage':
      return takeThisTo(policy, target.id)
    case 'next':
      return 'Take this to the next stage'
    case 'same':
      return 'Take this one tier higher'
    case 'any stage':
      return 'Take this straight to any later stage'
    case 'end':
      return endOrder(target.end)
  }
}

function endOrder(end: End): string {
  switch (end) {
    case 'agreed':
      return 'Say that it is settled'
    case 'decided':
      return 'Decide it'
    case 'recorded':
      return 'Record the disagreement and go no further'
    case 'withdrawn':
      return 'Withdraw the concern'
    case 'handed over':
      return 'Hand this over to another procedure'
  }
}

/** An end as a label: "Settled", "Decided". */
export function endName(end: End): string {
  switch (end) {
    case 'agreed':
      return 'Settled'
    case 'decided':
      return 'Decided'
    case 'recorded':
      return 'Disagreement recorded'
    case 'withdrawn':
      return 'Withdrawn'
    case 'handed over':
      return 'Handed over'
  }
}
