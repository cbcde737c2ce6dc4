/** A duty instance: one duty, owed by one agency, once. Source: language.md section 3 "When a duty arises" and "Life of an instance". */
import type { Deadline } from '../calendar/deadline.ts'
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import type { Duty, Force, Id, Limit, Stage } from '../policy/policy.ts'
import type { InstanceKey, Side } from './entry.ts'

export type DutyStatus = 'waiting' | 'open' | 'late' | 'done' | 'overtaken' | 'not needed' | 'waived'

export interface DutyInstance {
  readonly key: InstanceKey
  /** The duty's id; the stage's id for a stage's own limit. */
  readonly id: Id
  /** Absent for a stage's own limit and for a gate. */
  readonly duty?: Duty
  readonly stage?: Stage
  /** A gate: the fact that somebody has been asked to answer. */
  readonly gate?: { readonly fact: Id; readonly move: Id; readonly side: Side }
  readonly force: Force
  /** The visit whose stage it belongs to; 0 for the policy's duties that no stage started. */
  readonly visit: number
  readonly scope: 'stage' | 'policy'
  /** Who owes it; absent for Board, outside and both sides together. */
  readonly agency?: AgencyId
  readonly side: Side | 'both'
  /** When it arose; absent while waiting. */
  readonly arose?: At
  /** Who wrote the entry that started it. */
  readonly startedBy?: PersonId | 'concordat'
  readonly status: DutyStatus
  readonly due?: Due
  /** The first moment after its deadline: remembered though done or overtaken later. */
  readonly lateAt?: At
  readonly done?: { readonly at: At; readonly seq: number; readonly by: PersonId | 'concordat'; readonly recorded?: At }
  readonly off?: At
}

/** A deadline as it falls for one instance, with every date that competed. */
export interface Due {
  readonly at: At
  /** Past the guide is not late in the statistics. */
  readonly guide: boolean
  /** A shared limit already past when this arose. */
  readonly atOnce: boolean
  /** No date has been given yet for a limit `as agreed` or `as set by` that stands alone: it is asked for by then. */
  readonly asksDate?: boolean
  readonly candidates: readonly Candidate[]
}

export interface Candidate {
  readonly kind: 'limit' | 'protective' | 'set'
  readonly limit?: Limit
  readonly at: At
  readonly deadline: Deadline
  readonly used: boolean
}

export const isLive = (i: DutyInstance): boolean => i.status === 'waiting' || i.status === 'open' || i.status === 'late'
