/** Two policies side by side, as data: what pages, the terminal and programs show of `compare`. */
import type { Id } from '../policy.ts'

export type DifferenceKind = 'only-in-a' | 'only-in-b' | 'differs' | 'same'

export type Topic =
  | 'who may raise'
  | 'what is asked'
  | 'stages'
  | 'who talks to whom'
  | 'limits'
  | 'duties'
  | 'notices'
  | 'gates'
  | 'jumps'
  | 'panel'
  | 'outcomes'
  | 'record and register'
  | 'settings'
  | 'clauses'

/** What one of the policies says of something; where it says nothing, that in words: "Here the reviewing officer is not told." */
export interface Side {
  readonly says: boolean
  readonly text: string
  /** What the other names and this one leaves out, though it speaks of the same: "Here the Chair is not told." */
  readonly also: readonly string[]
  readonly clauses: readonly { readonly id: Id; readonly text: string }[]
  /** Concordat’s default, which the policy leaves as it is. */
  readonly ours: boolean
}

export interface Difference {
  readonly kind: DifferenceKind
  readonly topic: Topic
  /** What the line is about, for its heading: "Limit", "Tell the Board manager". */
  readonly about: string
  readonly a: Side
  readonly b: Side
}

/** Lines that belong together: the raising, one rung of both ladders, what holds everywhere ... */
export interface Part {
  readonly id: string
  readonly title: string
  readonly differences: readonly Difference[]
}

export interface Compared {
  readonly a: PolicyHead
  readonly b: PolicyHead
  /** Two versions of one policy: what is only in b is new. */
  readonly versions: boolean
  /** What to know first: "If the child is on a plan, Havering tells ..., Ready Steady Grow ...". */
  readonly headlines: readonly string[]
  /** In the order in which a case meets them: raising, the ladder, everywhere, settings, clauses. */
  readonly parts: readonly Part[]
  readonly counts: Readonly<Record<DifferenceKind, number>>
}

export interface PolicyHead {
  readonly id: Id
  readonly title: string
  readonly version: number
}
