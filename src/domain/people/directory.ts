/** People and places as values: who works where, holding which role, and who covers. Source: domain.md section 1, mission "People and places". */
import type { Id } from '../policy/policy.ts'

export type AgencyId = string
export type PersonId = string
/** A moment, in milliseconds since 1970 UTC. Dates for people are worked out in Europe/London. */
export type At = number

export interface Directory {
  readonly version: string
  readonly agencies: Readonly<Record<AgencyId, Agency>>
  readonly people: Readonly<Record<PersonId, Person>>
  readonly posts: readonly Post[]
}

export interface Agency {
  readonly id: AgencyId
  readonly name: string
  /** Two letters for the mark. */
  readonly initials: string
  /** pre-school, school, children's services, health, police, board, ... `board` marks the partnership's own office. */
  readonly kind: string
  readonly closures: readonly { readonly from: string; readonly to: string; readonly why: string }[]
  /** full = full member of the Board; associate = not; none. Panels ask for it. */
  readonly membership: 'full' | 'associate' | 'none'
  /** Policy ids of its own, shown beside the governing one (HV-1.7). */
  readonly policies: readonly Id[]
}

export interface Person {
  readonly id: PersonId
  readonly name: string
  readonly email?: string
  readonly phone?: string
}

/** A role a person holds in an agency, with dates and cover. */
export interface Post {
  readonly id: string
  readonly person: PersonId
  readonly agency: AgencyId
  /** A role id or title slug that policies know: worker, manager, lead, senior, board-member, chair ... */
  readonly role: Id
  /** Shown: "Team manager, Assessment Team North". */
  readonly title: string
  readonly tier?: number
  /** Managers are looked for in the same team first. */
  readonly team?: string
  /** For panels: "senior officer". */
  readonly rank?: string
  /** Other agencies this post also speaks for (a council's education head for its schools). */
  readonly speaksFor: readonly AgencyId[]
  readonly from?: string
  readonly until?: string
  /** May draft policies and adopt them: for the whole partnership when the post is at the Board, else for its own agency. */
  readonly keepsPolicies?: boolean
  /** Away, inclusive ISO dates; `cover` acts meanwhile. */
  readonly away: readonly { readonly from: string; readonly to: string; readonly cover?: PersonId }[]
}
