/**
 * An entry: one thing that happened, written once. The record of a case is the list of its entries, seq 1, 2, 3 ... without gaps.
 * Source: domain.md section 4.
 */
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import type { ContactWay, End, Id, SubjectKind } from '../policy/policy.ts'

export type Side = 'raising' | 'responding' | 'board' | 'outside'

/** Who may read an entry. `parties` is both sides; `people` names them; `agency` is the owner-side agency in `agency`. */
export type Audience =
  | { readonly to: 'parties' }
  | { readonly to: 'agency'; readonly agency: AgencyId }
  | { readonly to: 'people'; readonly people: readonly PersonId[] }
  | { readonly to: 'board' }
  | { readonly to: 'panel' }

/** `duty · visit · occurrence · agency`, joined by a middle dot. Stable for the life of the case. */
export type InstanceKey = string

export interface EntryHead {
  readonly seq: number
  /** When it happened, by the account of whoever wrote it. */
  readonly happened: At
  /** When the writing agency was told or learned of it; usually the same. */
  readonly told: At
  /** When Concordat recorded it. Order of the record is `seq`, never this. */
  readonly recorded: At
  /** `concordat` = the program itself. */
  readonly by: PersonId | 'concordat'
  /** Who really sat at the keys when acting as cover or else-role: the role acted in. */
  readonly as?: Id
  readonly agency: AgencyId | 'concordat'
  readonly side: Side | 'concordat'
  /** Whose information it is. */
  readonly owner: AgencyId | 'concordat'
  readonly audience: Audience
  readonly inConfidence: boolean
  readonly policy: { readonly id: Id; readonly version: number; readonly hash: string }
  /** The duty instances this entry answers. */
  readonly answers: readonly InstanceKey[]
  /** The seq of the entry it corrects. */
  readonly corrects?: number
}

export type Entry = EntryHead & { readonly what: What }
export type EntryKind = What['kind']

/** An answer: yes/no, an option, several options, words, an ISO date or date-time, or actions. */
export type Answer = boolean | string | readonly string[] | readonly Action[]
export type Answers = Readonly<Record<Id, Answer>>

/** Something agreed to be done. `by` is an ISO date. */
export interface Action {
  readonly what: string
  readonly who: string
  readonly agency?: AgencyId
  readonly by: string
}

export type RiskLevel = 'immediate' | 'serious' | 'some' | 'none'

export interface CasePerson {
  readonly person: PersonId
  readonly agency: AgencyId
  readonly side: Side
  readonly role: Id
}

export interface StageStart {
  readonly stage: Id
  /** Rungs jumped over on the way, each given an empty visit. */
  readonly passed: readonly Id[]
  /** 0 on the first visit; one higher at each `again`. */
  readonly tier: number
  /** Both places are on one side: the other side does not see this visit, and joins only at the first stage that is not inside. */
  readonly inside: boolean
  /** The people whose stage this is, as the directory had them. */
  readonly people: readonly CasePerson[]
}

/** A duty that came with a version: of a stage, or of the policy. */
export interface AddedDuty {
  readonly duty: Id
  readonly stage?: Id
}

/** What an act of a duty's verb says. */
export interface Act {
  readonly words: string
  readonly way?: ContactWay
  readonly tookPart?: readonly PersonId[]
  /** Who was told, written to, consulted, referred to. */
  readonly to?: readonly PersonId[]
  /** Told somebody who is not in the directory, in words ("the duty officer, front door"). */
  readonly toWords?: string
  /** Facts answered in doing it. */
  readonly facts?: Answers
  /** A discussion or meeting: did it settle the matter? */
  readonly settled?: boolean
  readonly chair?: PersonId
  readonly convenor?: PersonId
}

export interface Subject {
  readonly kind: SubjectKind
  /** Sealed. Empty for a theme. */
  readonly name: string
  readonly age?: string
  readonly reference?: string
}

export interface PanelMember {
  readonly person: PersonId
  readonly agency: AgencyId
  /** Whose vote decides when the votes are even. */
  readonly chairs?: true
}

/** A member's vote as it is given. `outcome` is the move it is for; absent, the one being made. */
export interface Ballot {
  readonly person: PersonId
  readonly vote: 'for' | 'against' | 'abstains'
  readonly outcome?: Id
}

/** A member's vote as the record keeps it, with the post held at the time. A member who has a conflict of interest steps aside. */
export interface Vote extends PanelMember {
  readonly title: string
  readonly vote: Ballot['vote'] | 'took no part' | 'stepped aside'
  readonly outcome?: Id
}

export type What =
  | {
      readonly kind: 'raised'
      readonly number: string
      readonly subject: Subject
      /** What the case is called on screen: what the disagreement is about, in a few words. */
      readonly title: string
      readonly facts: Answers
      readonly track: Id
      readonly start: StageStart
      /** Why it starts at a later stage; empty otherwise. */
      readonly words: string
      readonly raisers: readonly PersonId[]
      readonly agencies: readonly {
        readonly agency: AgencyId
        readonly side: 'raising' | 'responding'
        readonly person?: PersonId
        readonly role?: Id
      }[]
      readonly late: boolean
    }
  | { readonly kind: 'joined'; readonly agency: AgencyId; readonly person?: PersonId; readonly why: string }
  | { readonly kind: 'raiser joined'; readonly person: PersonId }
  | { readonly kind: 'supporter joined'; readonly person: PersonId; readonly supports: PersonId }
  // Acts, one kind a verb.
  | ({ readonly kind: 'told' } & Act)
  | ({ readonly kind: 'written'; readonly title: string } & Act)
  | ({ readonly kind: 'recorded' } & Act)
  | ({ readonly kind: 'referred' } & Act)
  | ({ readonly kind: 'discussed' } & Act)
  | ({ readonly kind: 'met' } & Act)
  | ({ readonly kind: 'replied' } & Act)
  /** The other side says whether a reply satisfied. */
  | { readonly kind: 'reply weighed'; readonly reply: number; readonly satisfied: boolean; readonly words: string }
  | ({ readonly kind: 'consulted' } & Act)
  | ({ readonly kind: 'done' } & Act)
  | { readonly kind: 'breached'; readonly words: string }
  /** Words put up for both to sign: an outcome, an action plan. `of` is the duty's id. */
  | {
      readonly kind: 'proposed'
      readonly of: Id
      readonly visit: number
      readonly lines: readonly string[]
      readonly outstanding: readonly Action[]
    }
  | { readonly kind: 'confirmed'; readonly of: Id; readonly proposal: number; readonly facts: Answers }
  | {
      readonly kind: 'not confirmed'
      readonly of: Id
      readonly proposal?: number
      readonly words: string
      readonly stage?: StageStart
    }
  | { readonly kind: 'fact answered'; readonly fact: Id; readonly answer: Answer; readonly words: string }
  | {
      readonly kind: 'gate asked'
      readonly move: Id
      readonly facts: readonly Id[]
      readonly side: Side
      readonly words: string
    }
  | { readonly kind: 'risk reviewed'; readonly level: RiskLevel; readonly words: string }
  | {
      readonly kind: 'interim arrangement'
      readonly words: string
      readonly answersFor: PersonId
      readonly until?: string
    }
  | { readonly kind: 'arrangement checked'; readonly words: string }
  | { readonly kind: 'protective date'; readonly date: string; readonly words: string }
  | { readonly kind: 'no protective date'; readonly words: string }
  /** A limit `as agreed` or `as set by`: the date, once both sides or its setter gave it. */
  | { readonly kind: 'date set'; readonly key: InstanceKey; readonly date: string; readonly words: string }
  | { readonly kind: 'waived'; readonly key: InstanceKey; readonly words: string; readonly samePerson: boolean }
  // Moves.
  | {
      readonly kind: 'move signed'
      readonly move: Id
      readonly end?: End
      readonly stage?: Id
      readonly alone: boolean
      readonly words: string
      readonly facts: Answers
    }
  | {
      readonly kind: 'escalated'
      readonly move: Id
      readonly start: StageStart
      readonly words: string
      readonly facts: Answers
      readonly votes?: readonly Vote[]
    }
  | {
      readonly kind: 'sent back'
      readonly move: Id
      readonly start: StageStart
      readonly words: string
      readonly facts: Answers
      readonly votes?: readonly Vote[]
    }
  | {
      readonly kind: 'agreed' | 'decided' | 'went no further' | 'withdrawn' | 'handed over'
      readonly move: Id
      readonly end: End
      readonly words: string
      readonly facts: Answers
      readonly outstanding: readonly Action[]
      /** Where a panel decided: how each member voted. */
      readonly votes?: readonly Vote[]
    }
  | { readonly kind: 'raiser withdrew'; readonly person: PersonId; readonly words: string }
  | { readonly kind: 'settled with'; readonly agency: AgencyId; readonly words: string }
  | { readonly kind: 'decision changed'; readonly words: string; readonly votes?: readonly Vote[] }
  | { readonly kind: 'dissented'; readonly words: string }
  | { readonly kind: 'reopened'; readonly words: string; readonly start: StageStart }
  // Panel.
  | { readonly kind: 'panel composed'; readonly members: readonly PanelMember[]; readonly leftOut: string }
  | { readonly kind: 'conflict declared'; readonly person: PersonId; readonly words: string }
  // Sharing.
  | { readonly kind: 'note'; readonly words: string }
  | { readonly kind: 'information'; readonly words: string; readonly from: AgencyId; readonly fromWords: string }
  | {
      readonly kind: 'shared'
      readonly entry?: number
      readonly words: string
      readonly with: { readonly agencies: readonly AgencyId[]; readonly people: readonly PersonId[] }
      readonly ground: 'own information' | 'permission' | 'override'
      readonly familyTold: 'yes' | 'no' | 'not safe'
    }
  | { readonly kind: 'not shared'; readonly entry?: number; readonly words: string; readonly asked: string }
  | {
      readonly kind: 'permission'
      readonly step: 'asked' | 'given' | 'refused' | 'dispensed with'
      /** The family's permission, or the owner agency's for one entry. */
      readonly of: 'family' | AgencyId
      readonly entry?: number
      readonly words: string
    }
  // Following up.
  | { readonly kind: 'outstanding opened'; readonly action: Action }
  | {
      readonly kind: 'outstanding done'
      readonly opened: { readonly seq: number; readonly index: number }
      readonly words: string
    }
  | { readonly kind: 'debriefed'; readonly words: string }
  | { readonly kind: 'learning point'; readonly words: string }
  | { readonly kind: 'corrected'; readonly words: string; readonly why: string }
  | { readonly kind: 'closed'; readonly words: string; readonly undone: readonly string[] }
  /** The case goes on under another version of its policy. `stages` maps ids of the old one to those of the new, where they differ. */
  | {
      readonly kind: 'version changed'
      readonly from: number
      readonly version: { readonly id: Id; readonly version: number; readonly hash: string }
      readonly stages: Readonly<Record<Id, Id>>
      /** The place in which the case goes on: its people as the new version names them. Nothing is entered anew. */
      readonly start: StageStart
      /** Duties that the old version did not have, or asked for otherwise: they begin with the change. */
      readonly added: readonly AddedDuty[]
      readonly words: string
    }
  // Concordat's own.
  | { readonly kind: 'deadline passed'; readonly key: InstanceKey; readonly due: At; readonly what: Id }
  | { readonly kind: 'dates moved'; readonly words: string }
  | { readonly kind: 'addendum'; readonly step: 'began' | 'ended'; readonly addendum: Id }
