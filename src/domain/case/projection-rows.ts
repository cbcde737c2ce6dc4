/**
 * Projections of one case: what the store keeps beside the record so that lists and sweeps are quick.
 * All of it is worked out from the entries and can be thrown away and made again. Source: domain.md section 3, performance.md.
 */
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import type { End, Id } from '../policy/policy.ts'
import type { InstanceKey, Side } from './entry.ts'

export interface Projection {
  readonly parts: readonly PartRow[]
  readonly deadlines: readonly DeadlineRow[]
  readonly register: RegisterRow
  readonly shares: readonly ShareRow[]
}

/**
 * What a part lets its holder read, as the database sees it:
 * `party`, `supporter`, `decider`, `panel` read what is for the parties; `decider`, `board` what is for the Board; `decider`, `panel` what is for the panel;
 * all of them what is for their agency, for them by name, what they wrote and what was shared with them. `observer` reads only those last.
 */
export type PartLevel = 'party' | 'supporter' | 'decider' | 'panel' | 'board' | 'observer'

/** A person's part in a case: the grant that row security asks for. One person may have several. */
export interface PartRow {
  readonly person: PersonId
  readonly agency: AgencyId
  readonly level: PartLevel
  readonly from: At
  /** The moment it ends, exclusive; absent while it lasts. */
  readonly until?: At
}

export type DeadlineStatus = 'open' | 'late' | 'done' | 'overtaken' | 'waiting' | 'waived'

/** One duty instance. `late` = its passing is already on the record, so a sweep looks at `open` ones only. */
export interface DeadlineRow {
  readonly key: InstanceKey
  readonly dutyId: Id
  readonly agency: AgencyId
  readonly side: Side | 'none'
  readonly role: Id
  /** Who it falls on now. */
  readonly people: readonly PersonId[]
  /** Absent when no date can be worked out yet. */
  readonly due?: At
  readonly status: DeadlineStatus
  /** A target, not a limit: passing it is not late. */
  readonly guide: boolean
}

/** The case as the register shows it: no name, no narrative. */
export interface RegisterRow {
  readonly number: string
  readonly stage: Id
  readonly stageTitle: string
  readonly status: 'open' | 'ended' | 'closed'
  readonly raisingAgency: AgencyId
  readonly respondingAgencies: readonly AgencyId[]
  readonly reasons: readonly string[]
  readonly ageBand?: string
  readonly flags: readonly string[]
  /** Whom the case waits for, in words that name no child. */
  readonly waitingFor: string
  /** The soonest open deadline. */
  readonly due?: At
  readonly late: boolean
  readonly end?: End
  readonly policyId: Id
  readonly raisedAt: At
  readonly closedAt?: At
  readonly rehearsal: boolean
}

/** An entry that was passed on to somebody outside its audience. */
export type ShareRow =
  | { readonly seq: number; readonly agency: AgencyId; readonly person?: undefined }
  | { readonly seq: number; readonly person: PersonId; readonly agency?: undefined }

/** A notice to send, queued in the commit of its cause. Carries no case content in its subject or words (trust 38). */
export interface OutboxRow {
  /** Made by the writer, and the same if the writer tries again: each is kept once. Becomes the Message-ID. */
  readonly id: string
  readonly kind: string
  readonly to: PersonId
  readonly caseId?: string
  /** What the template needs; kept sealed. */
  readonly body: Readonly<Record<string, string | number | boolean | null>>
  /** Not before. */
  readonly after?: At
}
