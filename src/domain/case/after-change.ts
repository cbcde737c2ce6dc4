/**
 * What a change of version leaves of dates and duties: nothing is due, late or owed from before it that was not so under the version of that time.
 * Source: language.md section 3 "Versions"; decision 20.
 */
import type { At } from '../people/directory.ts'
import type { Duty } from '../policy/policy.ts'
import type { Case, VersionChange } from './case.ts'
import type { DutyInstance } from './duty-instance.ts'
import type { Run, Scope } from './duty-starts.ts'
import type { InstanceKey } from './entry.ts'

/**
 * A duty that came with a version begins with the change: in the visit the case then stood in, or for the whole case.
 * Of visits already left it asks nothing, but what the record says of it stays.
 */
export function sinceChange(c: Case, duty: Duty, scope: Scope, key: InstanceKey, run: Run, at: At): Run | undefined {
  const change = broughtBy(c, duty, scope)
  if (!change || run.at >= change.at || isKnown(c, key)) return run
  // What had already stopped being needed never was, under this version.
  if (run.notNeededAt !== undefined && run.notNeededAt <= change.at) return undefined
  const visit = scope.visit || run.keyVisit
  return at >= change.at && (visit === 0 || visit === change.visit) ? { ...run, at: change.at } : undefined
}

function broughtBy(c: Case, duty: Duty, scope: Scope): VersionChange | undefined {
  if (c.changes.length === 0) return undefined
  const stage = c.visits.find((v) => v.n === scope.visit)?.stage
  return c.changes.findLast((change) => change.added.some((a) => a.duty === duty.id && a.stage === stage))
}

const isKnown = (c: Case, key: InstanceKey): boolean =>
  c.done[key] !== undefined || c.waived[key] !== undefined || c.passed.includes(key)

/** No date lies before the change that had not passed before it: what was settled then was in time, what is open is due with the change. */
export function datedSinceChange(c: Case, i: DutyInstance, at: At): DutyInstance {
  const change = c.changes.findLast((one) => one.at <= at)
  if (!change || !i.due || i.lateAt === undefined || i.due.at >= change.at) return i
  const since = c.lateSince[i.key]
  if (since !== undefined && since <= change.at) return i
  const { lateAt: _, ...rest } = i
  const settled = i.done?.at ?? i.off
  if (settled !== undefined && settled <= change.at) return rest
  const due = { ...i.due, at: change.at, atOnce: true }
  const late = change.at < (settled ?? at)
  if (late) return { ...rest, due, lateAt: change.at + 1 }
  return { ...rest, due, status: i.status === 'late' ? 'open' : i.status }
}
