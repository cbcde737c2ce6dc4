/**
 * A case: the fold of its entries. It holds what happened; what may or must happen is worked out from it by `due` and `moves`.
 * Source: domain.md section 3, language.md section 3 "State" and "Events".
 */
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import type { End, Id } from '../policy/policy.ts'
import type {
  Action,
  AddedDuty,
  Answer,
  Answers,
  Audience,
  CasePerson,
  Entry,
  InstanceKey,
  PanelMember,
  RiskLevel,
  Side,
  Subject,
} from './entry.ts'

export interface Case {
  /** The seq of the newest entry. */
  readonly version: number
  readonly number: string
  readonly title: string
  readonly subject: Subject
  readonly policy: { readonly id: Id; readonly version: number; readonly hash: string }
  readonly track: Id
  readonly raisedAt: At
  readonly raisedLate: boolean
  readonly raisers: readonly { readonly person: PersonId; readonly withdrew?: At }[]
  readonly agencies: readonly CaseAgency[]
  readonly visits: readonly Visit[]
  readonly end?: {
    readonly end: End
    readonly move: Id
    readonly at: At
    readonly visit: number
    readonly seq: number
    readonly words: string
    readonly facts: Answers
  }
  readonly closed?: { readonly at: At; readonly seq: number }
  /** Every answer ever given, oldest first. */
  readonly answers: Readonly<
    Record<
      Id,
      readonly { readonly at: At; readonly answer: Answer; readonly seq: number; readonly by: PersonId | 'concordat' }[]
    >
  >
  readonly happenings: readonly Happening[]
  /** What answered each duty instance, oldest first. */
  readonly done: Readonly<
    Record<
      InstanceKey,
      { readonly at: At; readonly seq: number; readonly by: PersonId | 'concordat'; readonly recorded?: At }
    >
  >
  readonly waived: Readonly<
    Record<InstanceKey, { readonly at: At; readonly seq: number; readonly samePerson: boolean }>
  >
  readonly dateSet: Readonly<Record<InstanceKey, { readonly date: string; readonly at: At }>>
  /** The dates that protect this child, each sooner than the one before. The last one counts. */
  readonly protective: readonly {
    readonly date: string
    readonly at: At
    readonly words: string
    readonly seq: number
  }[]
  readonly signatures: readonly Signature[]
  readonly gates: readonly {
    readonly move: Id
    readonly facts: readonly Id[]
    readonly visit: number
    readonly side: Side
    readonly at: At
    readonly seq: number
  }[]
  readonly proposals: readonly Proposal[]
  readonly outstanding: readonly Outstanding[]
  readonly supporters: readonly {
    readonly person: PersonId
    readonly supports: PersonId
    readonly agency: AgencyId
    readonly at: At
  }[]
  /** Everybody told, written to, consulted or referred to, by name. */
  readonly told: readonly {
    readonly person: PersonId
    readonly at: At
    readonly seq: number
    readonly by: PersonId | 'concordat'
    readonly agency: AgencyId | 'concordat'
  }[]
  readonly panel?: {
    readonly members: readonly PanelMember[]
    readonly at: At
    readonly seq: number
    readonly visit: number
    readonly by: PersonId | 'concordat'
  }
  readonly conflicts: readonly { readonly person: PersonId; readonly words: string; readonly at: At }[]
  readonly risk: readonly {
    readonly side: Side
    readonly agency: AgencyId
    readonly level: RiskLevel
    readonly words: string
    readonly at: At
  }[]
  /** When each interim arrangement was recorded, and its last day: which one was in place at a moment. */
  readonly arrangements: readonly { readonly at: At; readonly until?: string }[]
  readonly arrangement?: {
    readonly words: string
    readonly answersFor: PersonId
    readonly until?: string
    readonly at: At
    readonly by: PersonId
    readonly checked?: { readonly at: At; readonly by: PersonId }
  }
  readonly permissions: readonly {
    readonly of: 'family' | AgencyId
    readonly step: 'asked' | 'given' | 'refused' | 'dispensed with'
    readonly entry?: number
    /** Who recorded it. */
    readonly agency: AgencyId | 'concordat'
    readonly at: At
  }[]
  /** Instance keys whose lateness is on the record. */
  readonly passed: readonly InstanceKey[]
  /** Since when each of those was late, whatever moved its date afterwards. */
  readonly lateSince: Readonly<Record<InstanceKey, At>>
  /** When the case was moved to another version of its policy, oldest first. */
  readonly changes: readonly VersionChange[]
  /** Addenda whose beginning or end is on the record. */
  readonly addenda: readonly { readonly addendum: Id; readonly step: 'began' | 'ended'; readonly at: At }[]
  readonly shares: readonly {
    readonly entry: number
    readonly agencies: readonly AgencyId[]
    readonly people: readonly PersonId[]
  }[]
  /** Owner, audience and author of each entry, by seq - 1: enough to say who may pass it on. */
  readonly marks: readonly {
    readonly kind: Entry['what']['kind']
    readonly owner: AgencyId | 'concordat'
    readonly audience: Audience
    readonly inConfidence: boolean
    readonly by: PersonId | 'concordat'
  }[]
}

export interface CaseAgency {
  readonly agency: AgencyId
  readonly side: 'raising' | 'responding'
  readonly person?: PersonId
  readonly role?: Id
  /** Absent while only inside stages have been visited. */
  readonly joinedAt?: At
  readonly settledAt?: At
}

/** The case goes on under another version: in which visit it stood, and which duties that version brought. */
export interface VersionChange {
  readonly at: At
  readonly visit: number
  readonly added: readonly AddedDuty[]
}

/** One stay in one stage. */
export interface Visit {
  readonly n: number
  readonly stage: Id
  readonly tier: number
  readonly inside: boolean
  readonly from: At
  readonly to?: At
  /** A rung jumped over: only its plain notices arise here. */
  readonly passed: boolean
  readonly people: readonly CasePerson[]
  readonly seq: number
}

/** An event that an entry made. The doing and the lateness of duties are not here: they are worked out with the duties. */
export interface Happening {
  readonly on: 'raised' | 'joined' | 'entered' | 'left' | 'end' | 'decision changed'
  /** Stage id or end; the agency for joined. */
  readonly of: string
  readonly at: At
  readonly visit: number
  readonly seq: number
  readonly by: PersonId | 'concordat'
}

export interface Signature {
  readonly move: Id
  readonly visit: number
  readonly agency: AgencyId
  readonly side: Side
  readonly end?: End
  readonly stage?: Id
  readonly alone: boolean
  readonly at: At
  readonly seq: number
}

export interface Proposal {
  readonly seq: number
  readonly of: Id
  readonly visit: number
  readonly agency: AgencyId
  readonly side: Side
  readonly by: PersonId
  readonly at: At
  readonly lines: readonly string[]
  readonly outstanding: readonly Action[]
  readonly confirmed: readonly {
    readonly agency: AgencyId
    readonly side: Side
    readonly by: PersonId
    readonly at: At
    readonly facts: Answers
  }[]
  readonly refused: readonly {
    readonly agency: AgencyId
    readonly side: Side
    readonly by: PersonId
    readonly at: At
    readonly words: string
  }[]
}

export interface Outstanding {
  readonly seq: number
  readonly index: number
  readonly action: Action
  readonly at: At
  readonly done?: { readonly at: At; readonly by: PersonId | 'concordat'; readonly words: string }
}

/** The visit the case stands in; the one it ended in, once ended. */
export const currentVisit = (c: Case): Visit => {
  const visit = c.visits.at(-1)
  if (!visit) throw new Error('A case always has a visit: the fold began without `raised`.')
  return visit
}

export const raisingAgency = (c: Case): AgencyId => {
  const found = c.agencies.find((a) => a.side === 'raising')
  if (!found) throw new Error('A case always has a raising agency: the fold began without `raised`.')
  return found.agency
}

/** Agencies that have joined and are not settled with, in order of joining. */
export const stillIn = (c: Case): readonly CaseAgency[] =>
  c.agencies.filter((a) => a.joinedAt !== undefined && a.settledAt === undefined)

/** One agency may stand on both sides: each of its two sides says and signs for itself. */
export const sidePlace = (x: { readonly agency?: AgencyId; readonly side: Side | 'both' }): string =>
  `${x.side} ${x.agency ?? ''}`

export const protectiveDate = (c: Case): string | undefined => c.protective.at(-1)?.date
