/** What somebody asks to be done. `decide` answers with entries or a refusal. Imperative names; times in milliseconds, dates ISO. */
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import type { End, Id, Verb } from '../policy/policy.ts'
import type {
  Act,
  Action,
  Answer,
  Answers,
  Audience,
  Ballot,
  InstanceKey,
  PanelMember,
  RiskLevel,
  Subject,
} from './entry.ts'

export interface RaiseCommand {
  readonly kind: 'raise'
  /** Given by the app: unguessable, never a running number of the whole. */
  readonly number: string
  readonly subject: Subject
  readonly title: string
  readonly facts: Answers
  readonly from: AgencyId
  /** Whom it is with. Without a person, the policy's fallback is found. */
  readonly to: readonly { readonly agency: AgencyId; readonly person?: PersonId }[]
  /** A later rung to start at, by the urgent move or another that allows it; absent = the first of the track. */
  readonly start?: { readonly move: Id; readonly stage: Id; readonly words: string }
  readonly risk?: { readonly level: RiskLevel; readonly words: string }
  readonly arrangement?: { readonly words: string; readonly answersFor: PersonId; readonly until?: string }
  readonly protective?: { readonly date: string; readonly words: string }
  readonly supporter?: PersonId
}

export type Command =
  | RaiseCommand
  | {
      readonly kind: 'act'
      readonly verb: Verb
      /** Duty instances it answers; absent = every live one of this verb that the actor owes and the act fits. */
      readonly keys?: readonly InstanceKey[]
      readonly act: Act
      readonly title?: string
      readonly happened?: At
      readonly audience?: Audience
    }
  | {
      readonly kind: 'move'
      readonly move: Id
      /** Which target, where the move offers several. */
      readonly stage?: Id
      readonly end?: End
      readonly words: string
      readonly facts: Answers
      readonly outstanding?: readonly Action[]
      /** `agreed` with one agency alone. */
      readonly alone?: boolean
      /** Where a panel decides: how each member who took part voted. */
      readonly votes?: readonly Ballot[]
      readonly risk?: { readonly level: RiskLevel; readonly words: string }
    }
  | { readonly kind: 'ask gate'; readonly move: Id; readonly words: string }
  | { readonly kind: 'answer'; readonly fact: Id; readonly answer: Answer; readonly words: string }
  | { readonly kind: 'review risk'; readonly level: RiskLevel; readonly words: string }
  | { readonly kind: 'arrange'; readonly words: string; readonly answersFor: PersonId; readonly until?: string }
  | { readonly kind: 'check arrangement'; readonly words: string }
  | { readonly kind: 'protect'; readonly date: string; readonly words: string }
  | { readonly kind: 'need no date'; readonly words: string }
  | { readonly kind: 'set date'; readonly key: InstanceKey; readonly date: string; readonly words: string }
  | {
      readonly kind: 'propose'
      readonly of: Id
      readonly lines: readonly string[]
      readonly outstanding: readonly Action[]
    }
  | { readonly kind: 'confirm'; readonly proposal: number; readonly facts: Answers }
  | { readonly kind: 'not confirm'; readonly of: Id; readonly proposal?: number; readonly words: string }
  | { readonly kind: 'weigh reply'; readonly reply: number; readonly satisfied: boolean; readonly words: string }
  | { readonly kind: 'breach'; readonly key: InstanceKey; readonly words: string }
  | { readonly kind: 'waive'; readonly key: InstanceKey; readonly words: string }
  | { readonly kind: 'join'; readonly agency: AgencyId; readonly person?: PersonId; readonly words: string }
  | { readonly kind: 'join as raiser'; readonly person: PersonId }
  | { readonly kind: 'support'; readonly person: PersonId }
  | { readonly kind: 'compose panel'; readonly members: readonly PanelMember[]; readonly leftOut: string }
  | { readonly kind: 'declare conflict'; readonly words: string }
  | { readonly kind: 'change decision'; readonly words: string; readonly votes?: readonly Ballot[] }
  | { readonly kind: 'dissent'; readonly words: string }
  | { readonly kind: 'reopen'; readonly words: string }
  | { readonly kind: 'note'; readonly words: string; readonly private?: boolean }
  | { readonly kind: 'keep information'; readonly words: string; readonly from: AgencyId; readonly fromWords: string }
  | {
      readonly kind: 'share'
      readonly entry: number
      readonly with: { readonly agencies: readonly AgencyId[]; readonly people: readonly PersonId[] }
      readonly override: boolean
      readonly familyTold: 'yes' | 'no' | 'not safe'
      readonly words: string
    }
  | { readonly kind: 'not share'; readonly entry?: number; readonly asked: string; readonly words: string }
  | {
      readonly kind: 'permit'
      readonly step: 'asked' | 'given' | 'refused' | 'dispensed with'
      readonly of: 'family' | AgencyId
      readonly entry?: number
      readonly words: string
    }
  | { readonly kind: 'open action'; readonly action: Action }
  | {
      readonly kind: 'finish action'
      readonly opened: { readonly seq: number; readonly index: number }
      readonly words: string
    }
  | { readonly kind: 'debrief'; readonly words: string }
  | { readonly kind: 'learn'; readonly words: string }
  | { readonly kind: 'correct'; readonly of: number; readonly words: string; readonly why: string }
  | { readonly kind: 'close'; readonly words: string }
  /** The case goes on under another adopted version of its policy; the world carries it as `other`. `stages`: old id → new id, where they differ. */
  | {
      readonly kind: 'change version'
      readonly to: { readonly id: Id; readonly version: number; readonly hash: string }
      readonly stages: Readonly<Record<Id, Id>>
      readonly words: string
    }
  /** The program wakes: what happens by itself is written. */
  | { readonly kind: 'tick' }
