/**
 * `rehearse`: an invented case that takes the slowest lawful way to the top. At each stage nobody does more than what blocks the
 * way up, at its last moment; the stage is left exactly at its deadline; at the last rung it ends. Source: issue 2; domain.md section 3.
 */
import type { BankHolidays } from '../calendar/calendar.ts'
import { type Case, currentVisit } from '../case/case.ts'
import { due } from '../case/due.ts'
import type { Answers } from '../case/entry.ts'
import { calendarOf, counted } from '../case/instance-deadline.ts'
import type { At } from '../people/directory.ts'
import type { Id, Policy } from './policy.ts'
import { clearTheWay, endThere, goUp } from './rehearse-moves.ts'
import { isoInLondon, type RehearsedStage, rehearsedStage } from './rehearse-stage.ts'
import { type Cast, castOf } from './walk-cast.ts'
import { raiseInvented, whyNotRaised } from './walk-raise.ts'

export interface Script {
  readonly raisedAt: At
  /** Answers given on raising; what is not answered is not yes. */
  readonly facts: Answers
  /** Of the policy's nation. */
  readonly holidays: BankHolidays
}

export interface Rehearsal {
  readonly policy: Id
  readonly title: string
  readonly version: number
  /** ISO with London's offset, as all times here. */
  readonly raised: string
  readonly stages: readonly RehearsedStage[]
  /** How it ended: at the last rung, by decision or agreement. Absent where nothing more could be done. */
  readonly end?: string
}

export type Rehearsed = { readonly ok: true; readonly value: Rehearsal } | { readonly ok: false; readonly why: string }

/** Nothing but a sentence when the policy refuses the case as it is written: too late, or of a kind it has no stage for. */
export function rehearse(policy: Policy, script: Script): Rehearsed {
  const cast = castOf(policy, script.holidays)
  const raised = raiseInvented(cast, script.raisedAt, { facts: script.facts, subject: policy.for[0] ?? 'child' })
  if (!raised.ok) return { ok: false, why: whyNotRaised(raised.refusal) }
  let c = raised.c
  const assumed = new Set<number>()
  for (let n = 0; n < mostVisits && !c.end; n++) {
    const { left, isAssumed, ready } = stayed(cast, c)
    const visit = currentVisit(c).n
    if (isAssumed) assumed.add(visit)
    const moved = goUp(cast, ready, left) ?? endThere(cast, ready, left)
    c = moved ?? ready
    if (!moved) break
  }
  return { ok: true, value: told(cast, c, assumed) }
}

const mostVisits = 40

/** A stay to its last moment, with what blocks the way up done on the way. */
function stayed(cast: Cast, c: Case): { readonly left: At; readonly isAssumed: boolean; readonly ready: Case } {
  const { from, n, stage } = currentVisit(c)
  const limit = due(cast.world, c, from).find((i) => i.stage && i.id === stage && i.visit === n)?.due?.at
  if (limit !== undefined) return { left: limit, isAssumed: false, ready: clearTheWay(cast, c, from, limit).c }
  const cleared = clearTheWay(cast, c, from, Number.POSITIVE_INFINITY)
  if (cleared.at > from) return { left: cleared.at, isAssumed: false, ready: cleared.c }
  const tenDays = counted(from, { unit: 'working-days', n: 10 }, calendarOf(cast.world)).at.epochMilliseconds
  return { left: tenDays, isAssumed: true, ready: cleared.c }
}

function told(cast: Cast, c: Case, assumed: ReadonlySet<number>): Rehearsal {
  const { policy } = cast.world
  const last = Math.max(c.end?.at ?? 0, ...c.visits.map((visit) => visit.to ?? visit.from))
  const duties = due(cast.world, c, last)
  return {
    policy: policy.id,
    title: policy.title,
    version: policy.version,
    raised: isoInLondon(c.raisedAt),
    stages: c.visits
      .filter((visit) => !visit.passed)
      .map((visit) => rehearsedStage(policy, c, visit, duties, assumed.has(visit.n))),
    ...(c.end ? { end: c.end.end } : {}),
  }
}
