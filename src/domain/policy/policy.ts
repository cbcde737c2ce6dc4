/**
 * A policy after reading: the merged, resolved form that the engine, the checker and the pages use.
 * Every id in it names something that exists; every phrase is parsed. Source: language.md sections 1 and 2.
 */

import type { ProblemRule } from './finding-rules.ts'

export type Id = string

/** Where a thing was written: 1-based line and column. `policy` is the id of the file's policy when it is not this one (a parent, or ours). */
export interface Place {
  readonly line: number
  readonly column: number
  readonly policy?: Id
}

/** Who speaks: `ours` = Concordat's default untouched; `refined` = our default, changed or cited by the policy; `policy` = the policy's own; `parent` = a parent policy's, in a variation. */
export type Origin = 'ours' | 'refined' | 'parent' | 'policy'

export interface Spoken {
  readonly cites: readonly Id[]
  readonly says?: string
  readonly origin: Origin
  readonly place: Place
}

/** What the small parts carry of `cites` and `says`, where written. */
export interface Said {
  readonly cites?: readonly Id[]
  readonly says?: string
  readonly place?: Place
}

export type Nation = 'england-and-wales' | 'scotland' | 'northern-ireland'
export type SubjectKind = 'child' | 'adult' | 'theme'

export interface Policy {
  readonly id: Id
  readonly title: string
  readonly version: number
  readonly nation: Nation
  readonly for: readonly SubjectKind[]
  readonly readWith: readonly string[]
  readonly changes?: Changes
  readonly roles: Readonly<Record<Id, Role>>
  readonly facts: Readonly<Record<Id, Fact>>
  readonly raise: Raise
  /** In the order written, which is the order climbed; `aside` stages stand among them. */
  readonly stages: readonly Stage[]
  /** At least one. The first whose `if` holds is the case's; the last has none. */
  readonly tracks: readonly Track[]
  /** Duties that hold in every stage. */
  readonly duties: readonly Duty[]
  /** Moves that hold in every stage, unless a stage refines or removes one by its id. */
  readonly moves: readonly Move[]
  readonly register?: Register
  readonly settings: Settings
  readonly clauses: Readonly<Record<Id, string>>
  readonly gaps: readonly Gap[]
  readonly history: readonly { readonly date: string; readonly what: string }[]
  readonly review?: { readonly every: CountedLength; readonly sooner?: string } & Said
  /** Where each clause is written. */
  readonly clausePlaces?: Readonly<Record<Id, Place>>
  /** SHA-256 (hex) of the merged text in canonical form: what a case pins. */
  readonly hash: string
}

export interface Changes {
  readonly policy: Id
  readonly version: number
  readonly from?: string
  readonly until?: string
}

export interface Role extends Spoken {
  readonly id: Id
  readonly is: string
  readonly at: 'agency' | 'board' | 'outside'
  readonly tier?: number
  /** Titles that count as the same; a title may be another role's id. */
  readonly or: readonly string[]
  readonly else: readonly Id[]
  readonly contact?: Contact
  readonly seats?: Seats
}

export interface Contact {
  readonly email?: string
  readonly phone?: string
  readonly address?: string
  readonly find?: string
}

export interface Seats extends Said {
  readonly agencies: number
  readonly of: Id
  readonly rank?: string
  readonly parties: 'must' | 'where possible' | 'any' | 'never'
  readonly decides: 'together' | 'majority'
  readonly quorum?: string
  readonly ties?: string
  readonly composedBy?: Id
}

/** `[raising | responding | each | any | own] ROLE`. `side` is `none` for Board and outside roles and for built-ins written alone. */
export interface Who {
  readonly side: 'raising' | 'responding' | 'each' | 'any' | 'own' | 'none'
  readonly role: Id
  readonly place: Place
}

export type FactKind =
  | { readonly type: 'yes-no' }
  | { readonly type: 'one-of'; readonly options: Readonly<Record<Id, string>> }
  | { readonly type: 'any-of'; readonly options: Readonly<Record<Id, string>> }
  | { readonly type: 'words' }
  | { readonly type: 'date' }
  | { readonly type: 'actions' }
  | { readonly type: 'form'; readonly asks: readonly Id[] }

export interface Fact extends Spoken {
  readonly id: Id
  readonly ask: string
  readonly kind: FactKind
  /** Who answers; absent = the raiser, on raising (when asked there) or whoever does the act that asks it. */
  readonly by?: Who
  /** Built in and worked out by the engine, never asked: same-agency, cross-area, subject. */
  readonly derived?: boolean
}

export interface Raise {
  readonly by: readonly Id[]
  /** Forms opened out; in order; `immediate-harm` is always asked first and is not in the list. */
  readonly asks: readonly Id[]
  readonly within: readonly Limit[]
  readonly late: 'accept' | 'refuse'
  readonly cites: readonly Id[]
  readonly says?: string
}

export type ContactWay = 'phone' | 'face to face' | 'video' | 'e-mail' | 'writing' | 'meeting'

export interface Stage extends Spoken {
  readonly id: Id
  readonly is: string
  /** Who talks on each side: [raising, responding] positions, a side word overriding its position. Absent when only `by` is written. */
  readonly between?: readonly [Who, Who]
  /** True when both of `between` are on one side: not seen by the other side. */
  readonly inside: boolean
  /** The role that decides. */
  readonly by?: Who
  readonly with: readonly Who[]
  readonly contact: readonly ContactWay[]
  readonly within: readonly Limit[]
  readonly if?: Condition
  readonly aside: boolean
  readonly repeats: boolean
  readonly duties: readonly Duty[]
  readonly moves: readonly Move[]
  /** Ids of the policy's moves that this stage removes with `null`. */
  readonly removes: readonly Id[]
}

export interface Track {
  readonly id: Id
  readonly if?: Condition
  /** Stage ids in the order climbed, aside stages left out. */
  readonly stages: readonly Id[]
  readonly cites?: readonly Id[]
  readonly says?: string
  readonly place: Place
}

export type Force = 'must' | 'should' | 'may'

export interface Duty extends Spoken {
  readonly id: Id
  readonly who: Who
  readonly force: Force
  readonly act: Act
  /** Empty: on entering the stage / on raising, or waiting when every limit counts `of` something. */
  readonly when: readonly Event[]
  readonly if?: Condition
  readonly within: readonly Limit[]
  readonly asks: readonly Id[]
  readonly before: readonly Blocks[]
}

/** What a duty is `before`. */
export type Blocks =
  | { readonly type: 'stage'; readonly id: Id; readonly place: Place }
  | { readonly type: 'end'; readonly id: End; readonly place: Place }
  | { readonly type: 'move'; readonly id: Id; readonly place: Place }
  | { readonly type: 'duty'; readonly id: Id; readonly place: Place }
  | { readonly type: 'closed'; readonly place: Place }

export type Act =
  | { readonly verb: 'tell'; readonly to: readonly Who[] }
  | { readonly verb: 'write'; readonly words: string; readonly to: readonly Who[] }
  | { readonly verb: 'record'; readonly words: string }
  | { readonly verb: 'refer'; readonly to: readonly Who[] }
  | { readonly verb: 'answer'; readonly fact: Id }
  | { readonly verb: 'discuss' }
  | { readonly verb: 'meet' }
  | { readonly verb: 'reply' }
  | { readonly verb: 'consult'; readonly to: readonly Who[] }
  | { readonly verb: 'agree'; readonly words: string }
  | { readonly verb: 'do'; readonly words: string }
  | { readonly verb: 'keep'; readonly words: string }

export type Verb = Act['verb']
export type End = 'agreed' | 'decided' | 'recorded' | 'withdrawn' | 'handed over'

export type Target =
  | { readonly type: 'stage'; readonly id: Id }
  | { readonly type: 'end'; readonly end: End }
  | { readonly type: 'next' }
  | { readonly type: 'same' }
  | { readonly type: 'any stage' }

export interface Move extends Spoken {
  readonly id: Id
  /** Absent: it happens by itself, at its event. */
  readonly by?: Who
  readonly to: readonly Target[]
  readonly if?: Condition
  readonly when: readonly Event[]
  readonly asks: readonly Id[]
  readonly is?: string
}

export type Condition =
  | { readonly op: 'yes'; readonly fact: Id; readonly place: Place }
  | { readonly op: 'is'; readonly fact: Id; readonly answer: Id; readonly place: Place }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'and'; readonly of: readonly Condition[] }
  | { readonly op: 'or'; readonly of: readonly Condition[] }

export type Event = { readonly place: Place } & (
  | { readonly on: 'raised' }
  | { readonly on: 'joined' }
  | { readonly on: 'entered'; readonly stage: Id }
  | { readonly on: 'left'; readonly stage: Id }
  | { readonly on: 'stage late'; readonly stage: Id }
  | { readonly on: 'any entered' }
  | { readonly on: 'any left' }
  | { readonly on: 'done'; readonly duty: Id }
  | { readonly on: 'late'; readonly duty: Id }
  | { readonly on: 'after'; readonly duty: Id }
  | { readonly on: 'end'; readonly end: End }
  | { readonly on: 'ended' }
  | { readonly on: 'decision changed' }
  | { readonly on: 'action late' }
  | { readonly on: 'every'; readonly length: CountedLength }
  /** Only after `of`: the answer of a date fact. */
  | { readonly on: 'date'; readonly fact: Id }
  /** Only after `of`: the moment of a deadline, whether met or not. */
  | { readonly on: 'due'; readonly of: Id; readonly is: 'stage' | 'duty' }
)

export type CountedUnit = 'hours' | 'working-days' | 'days' | 'weeks' | 'working-weeks' | 'months' | 'years'

export interface CountedLength {
  readonly unit: CountedUnit
  readonly n: number
}

export type LimitLength =
  | CountedLength
  | { readonly unit: 'immediately' | 'same-working-day' | 'without-delay' }
  | { readonly unit: 'as-agreed' }
  | { readonly unit: 'as-set-by'; readonly who: Who }

/** One limit of a `within`: `LENGTH [of EVENT] [if CONDITION] [or sooner] [as a guide]`. */
export interface Limit {
  readonly length: LimitLength
  readonly of?: Event
  readonly if?: Condition
  readonly orSooner: boolean
  readonly asAGuide: boolean
  /** As written. */
  readonly text: string
  readonly place: Place
}

export interface Register extends Said {
  readonly keptBy: Id
  readonly from: Id
  readonly report?: CountedLength
  readonly counts: readonly ('reason' | 'stage' | 'agency' | 'outcome')[]
}

export interface Settings {
  readonly workingDay: { readonly from: string; readonly to: string }
  readonly withoutDelay: LimitLength
  readonly immediately: LimitLength
  readonly tellWithin: LimitLength
  readonly gate: LimitLength
  readonly twentyFourHours?: LimitLength
  readonly closedDates: 'stay' | 'roll'
  readonly reopen: CountedLength
  readonly stopTheClock: string
  /** Role id who may waive a `must`; `board` = anyone of the Board. */
  readonly waive: string
  readonly quorum: string
  readonly ties: string
  readonly conflicts: string
  /** Names of the settings that the policy (not ours) sets. */
  readonly setByPolicy: readonly string[]
}

export interface Gap {
  readonly cites: readonly Id[]
  readonly says: string
  readonly ours?: string
  readonly place?: Place
}

/** A problem in a policy file: the file is refused. A sentence that says what is wrong and what to write instead. */
export interface Problem {
  readonly line: number
  readonly column: number
  readonly rule: ProblemRule
  readonly message: string
}
