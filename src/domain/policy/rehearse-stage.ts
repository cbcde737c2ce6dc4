import { Temporal } from 'temporal-polyfill'
import type { Case, Visit } from '../case/case.ts'
import type { Due, DutyInstance } from '../case/duty-instance.ts'
import type { At } from '../people/directory.ts'
import { dutyPhrase } from '../words/phrase-duty.ts'
import { curly } from '../words/phrase-text.ts'
import { whoPhrase } from '../words/phrase-who.ts'
import type { Duty, Force, Id, Policy, Verb } from './policy.ts'
import { raisingAgencyId, respondingAgencyId } from './walk-cast.ts'

/** One stay in one stage. Times are ISO with London's offset. */
export interface RehearsedStage {
  readonly id: Id
  readonly title: string
  readonly entered: string
  /** Absent where the case could go no further. */
  readonly left?: string
  /** The stage's own limit. */
  readonly limit?: { readonly due: string; readonly working: readonly Working[]; readonly cites: readonly Id[] }
  /** The policy gives no limit, so when it is left is only assumed. */
  readonly assumed?: true
  /** The stage's own duties and those of the policy that arose during the stay or by leaving it. */
  readonly duties: readonly RehearsedDuty[]
}

export interface RehearsedDuty {
  readonly id: Id
  /** "tell the independent reviewing officer". */
  readonly act: string
  readonly verb: Verb
  /** "the line manager of the side that raised it". */
  readonly who: string
  readonly side: DutyInstance['side']
  readonly force: Force
  readonly cites: readonly Id[]
  /** Role ids that it names. */
  readonly to: readonly Id[]
  /** Nothing where the policy gives no time. */
  readonly due: string | null
  readonly working: readonly Working[]
  /** "The agency that raised it"; absent for the Board and people outside. */
  readonly agency?: string
}

export interface Working {
  readonly date: string
  readonly counts: boolean
  readonly why: string
}

export function rehearsedStage(
  policy: Policy,
  c: Case,
  visit: Visit,
  all: readonly DutyInstance[],
  assumed: boolean,
): RehearsedStage {
  const stage = policy.stages.find((one) => one.id === visit.stage)
  const limit = all.find((i) => i.stage && i.id === visit.stage && i.visit === visit.n)?.due
  const next = c.visits.find((one) => one.n > visit.n && !one.passed)
  const arose = (i: DutyInstance) =>
    i.arose !== undefined && i.arose >= visit.from && i.arose < (next?.from ?? Number.POSITIVE_INFINITY)
  const isHere = (i: DutyInstance) =>
    i.visit === 0 ? arose(i) || (i.arose === undefined && visit.n === firstVisit(c)) : i.visit === visit.n
  return {
    id: visit.stage,
    title: stage?.is ?? visit.stage,
    entered: isoInLondon(visit.from),
    ...(visit.to === undefined ? {} : { left: isoInLondon(visit.to) }),
    ...(limit ? { limit: { due: isoInLondon(limit.at), working: workingOf(limit), cites: stage?.cites ?? [] } } : {}),
    ...(assumed ? { assumed } : {}),
    duties: all.flatMap((i) => (i.duty && isHere(i) && i.status !== 'not needed' ? [dutyOf(policy, i, i.duty)] : [])),
  }
}

/** `2026-12-30T17:00:00+00:00`. */
export const isoInLondon = (at: At): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ timeZone: 'Europe/London', smallestUnit: 'second' })

const firstVisit = (c: Case) => c.visits.find((visit) => !visit.passed)?.n

function dutyOf(policy: Policy, i: DutyInstance, duty: Duty): RehearsedDuty {
  const agency = i.agency === undefined ? undefined : agencyWords[i.agency]
  return {
    id: duty.id,
    act: curly(dutyPhrase(duty, policy)),
    verb: duty.act.verb,
    who: curly(whoPhrase(duty.who, policy)),
    side: i.side,
    force: duty.force,
    cites: duty.cites,
    to: 'to' in duty.act ? duty.act.to.map((who) => who.role) : [],
    due: i.due ? isoInLondon(i.due.at) : null,
    working: i.due ? workingOf(i.due) : [],
    ...(agency === undefined ? {} : { agency }),
  }
}

const agencyWords: Readonly<Record<string, string>> = {
  [raisingAgencyId]: 'The agency that raised it',
  [respondingAgencyId]: 'The agency that was asked',
}

function workingOf(due: Due): readonly Working[] {
  const used = due.candidates.find((candidate) => candidate.used)
  return (used?.deadline.working ?? []).map(({ date, counts, why }) => ({ date, counts, why }))
}
