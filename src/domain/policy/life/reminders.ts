/**
 * What the policies of a partnership need: a review that comes or is past, one called early, an addendum that begins or ends,
 * a parent that moved on, a report of its register. Source: issue "The policy workbench" point 7.
 */
import { Temporal } from 'temporal-polyfill'
import type { Id, Policy } from '../policy.ts'
import { reportDue } from './report-due.ts'

/** One policy version as it stands in force. Dates are ISO dates. */
export interface InForce {
  readonly policy: Policy
  readonly starts: string
  /** When it is to be looked at again: as signed, or as the last review said. */
  readonly reviewOn?: string
  /** Since when the next report of its register counts. */
  readonly registerSince?: string
  /** A review called since the last was held. */
  readonly called?: { readonly on: string; readonly reason: string }
}

export interface Reminder {
  readonly kind:
    | 'review called'
    | 'review past'
    | 'review soon'
    | 'addendum begins'
    | 'addendum ends'
    | 'parent moved on'
    | 'starts later'
    | 'report due'
  readonly policy: Id
  readonly version: number
  readonly title: string
  /** ISO date it is about. */
  readonly on: string
  /** Why a review was called; the parent's newer version. */
  readonly says?: string
  /** The parent that moved on: the version this varies, and the one in force now. */
  readonly parent?: { readonly policy: Id; readonly from: number; readonly to: number }
}

/** Days ahead that a review, the end of an addendum or a report is spoken of. Ours. */
export const ahead = { review: 60, addendum: 14, report: 30 } as const

/** Soonest first. `today` is an ISO date. */
export function reminders(all: readonly InForce[], today: string): readonly Reminder[] {
  return all
    .flatMap((one) => [...ofReview(one, today), ...ofReport(one, today), ...ofDates(one, today), ...ofParent(one, all)])
    .sort(sooner)
}

function ofReview({ policy, reviewOn, called }: InForce, today: string): readonly Reminder[] {
  // What ends by itself is looked at when it ends.
  if (policy.changes?.until !== undefined) return []
  if (called) return [{ ...about(policy), kind: 'review called', on: called.on, says: called.reason }]
  if (reviewOn === undefined) return []
  if (reviewOn < today) return [{ ...about(policy), kind: 'review past', on: reviewOn }]
  return reviewOn <= plus(today, ahead.review) ? [{ ...about(policy), kind: 'review soon', on: reviewOn }] : []
}

/** Of the version cases are raised under now: what starts later reports nothing yet. */
function ofReport({ policy, starts, registerSince }: InForce, today: string): readonly Reminder[] {
  const on = registerSince === undefined || starts > today ? undefined : reportDue(policy, registerSince)
  return on !== undefined && on <= plus(today, ahead.report) ? [{ ...about(policy), kind: 'report due', on }] : []
}

function ofDates({ policy, starts }: InForce, today: string): readonly Reminder[] {
  const { from, until } = policy.changes ?? {}
  if (from === undefined) return starts > today ? [{ ...about(policy), kind: 'starts later', on: starts }] : []
  if (from > today && from <= plus(today, ahead.addendum))
    return [{ ...about(policy), kind: 'addendum begins', on: from }]
  if (until !== undefined && until >= today && until <= plus(today, ahead.addendum))
    return [{ ...about(policy), kind: 'addendum ends', on: until }]
  return []
}

function ofParent({ policy, starts }: InForce, all: readonly InForce[]): readonly Reminder[] {
  const parent = all.find((one) => one.policy.id === policy.changes?.policy)
  if (!parent || policy.changes === undefined || parent.policy.version <= policy.changes.version) return []
  const on = parent.starts > starts ? parent.starts : starts
  const moved = { policy: parent.policy.id, from: policy.changes.version, to: parent.policy.version }
  return [{ ...about(policy), kind: 'parent moved on', on, says: String(moved.to), parent: moved }]
}

const about = ({ id, version, title }: Policy) => ({ policy: id, version, title })
const plus = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
const sooner = (a: Reminder, b: Reminder): number => a.on.localeCompare(b.on) || a.policy.localeCompare(b.policy)
