import { conditionPhrase } from '../words/phrase-condition.ts'
import { dutySentence } from '../words/phrase-duty.ts'
import { firmPhrase, isGuide, limitLabel } from '../words/phrase-limit.ts'
import { moveSentence } from '../words/phrase-move.ts'
import { contactPhrase, stageNumber } from '../words/phrase-stage.ts'
import { capital, sentence } from '../words/phrase-text.ts'
import { roleName, roleNames, whoList, whoPhrase } from '../words/phrase-who.ts'
import type { Sentence } from './explain.ts'
import { seatsSentence } from './explain-roles.ts'
import type { Duty, Id, Policy, Stage } from './policy.ts'

export interface ExplainedStage {
  readonly id: Id
  /** What people call it by; absent for a stage aside, and for a step before the numbering. */
  readonly number?: number
  readonly title: string
  /** For the box of the flowchart: "Worker and worker". */
  readonly who: string
  /** "5 working days, or sooner". */
  readonly limit?: string
  readonly sentences: readonly Sentence[]
  readonly aside: boolean
}

/** One stage in plain words, in the order people ask: who, how, how long, what must be done, what else may happen. */
export function explainStage(stage: Stage, policy: Policy): ExplainedStage {
  const number = stageNumber(policy, stage.id)
  const limit = limitLabel(stage.within, policy)
  return {
    id: stage.id,
    ...(number === undefined ? {} : { number }),
    title: stage.is,
    who: capital(box(stage, policy)),
    ...(limit === undefined ? {} : { limit }),
    sentences: [
      { text: opening(stage, policy), cites: stage.cites, origin: stage.origin },
      ...seats(stage, policy),
      ...dutiesOf(stage, policy).map((duty) => ({
        text: dutySentence(duty, policy),
        cites: duty.cites,
        origin: duty.origin,
      })),
      ...stage.moves.map((move) => ({
        text: moveSentence(move, policy, stage),
        cites: move.cites,
        origin: move.origin,
      })),
    ],
    aside: stage.aside,
  }
}

// A duty of the whole policy that begins with this stage is looked for here, not among the general rules.
function dutiesOf(stage: Stage, policy: Policy): readonly Duty[] {
  return [...stage.duties, ...policy.duties.filter((duty) => homeStage(duty) === stage.id)]
}

/** The one stage whose start a duty of the whole policy hangs on, if there is one. */
export function homeStage(duty: Duty): Id | undefined {
  const events = duty.when.length > 0 ? duty.when : duty.within.flatMap((limit) => limit.of ?? [])
  const waits = duty.when.length > 0 || (duty.within.length > 0 && duty.within.every((limit) => limit.of !== undefined))
  const stages = new Set(events.map((event) => (event.on === 'entered' ? event.stage : undefined)))
  return waits && stages.size === 1 ? [...stages][0] : undefined
}

function box(stage: Stage, policy: Policy): string {
  if (stage.between === undefined) return stage.by ? roleName(policy, stage.by.role) : ''
  const [left, right] = stage.between.map((who) => roleName(policy, who.role))
  return `${left} and ${right}${stage.by ? `, then ${roleName(policy, stage.by.role)}` : ''}`
}

/** Who, how and how long, in one paragraph. */
export function opening(stage: Stage, policy: Policy): string {
  return [
    ...(stage.if ? [sentence(`This stage is there only if ${conditionPhrase(stage.if, policy)}`)] : []),
    ...(stage.between ? [sentence(between(stage, stage.between, policy))] : []),
    ...(stage.by ? [sentence(`${whoPhrase(stage.by, policy)} decides`)] : []),
    ...(stage.with.length > 0
      ? [
          sentence(
            `${whoList(stage.with, policy)} may take part but ${stage.with.length > 1 ? 'do' : 'does'} not decide`,
          ),
        ]
      : []),
    ...(stage.within.length === 0 ? [] : [sentence(time(stage, policy))]),
    ...(stage.repeats ? ['If it is not settled, it may go one tier higher, as often as there is a higher tier.'] : []),
    ...(stage.aside ? ['This is not a step of the ladder: it is reached only when somebody decides so.'] : []),
    ...(stage.says === undefined ? [] : [sentence(stage.says)]),
  ].join(' ')
}

/** By when it is settled, decided or done. No full stop. */
export function time(stage: Stage, policy: Policy): string {
  const what = stage.by
    ? 'it is decided or passed on'
    : stage.inside
      ? 'this step is done'
      : 'it is settled or passed on'
  return `${isGuide(stage.within) ? 'as a guide, ' : ''}${what} ${firmPhrase(stage.within, policy)}`
}

/** Who talks to whom, and how. No full stop. */
export function between(stage: Stage, [left, right]: NonNullable<Stage['between']>, policy: Policy): string {
  const way = contactPhrase(stage.contact)
  const how = way === '' ? '' : `, ${way}`
  if (stage.inside) {
    const both =
      left.role === right.role
        ? `${whoPhrase(left, policy)} and a colleague`
        : insidePair(left.role, right.role, policy)
    return `${both} think it through inside their own agency${how}. The other side does not see this step`
  }
  if (left.role === right.role) return `the ${roleNames(policy, left.role)} of both sides try to settle it${how}`
  return `${whoPhrase(left, policy)} and ${whoPhrase(right, policy)} try to settle it${how}`
}

function insidePair(left: Id, right: Id, policy: Policy): string {
  return `the ${roleName(policy, left)} and the ${roleName(policy, right)}`
}

function seats(stage: Stage, policy: Policy): readonly Sentence[] {
  const role = stage.by ? policy.roles[stage.by.role] : undefined
  const text = role ? seatsSentence(role, policy) : undefined
  return role && text !== undefined ? [{ text, cites: role.cites, origin: role.origin }] : []
}
