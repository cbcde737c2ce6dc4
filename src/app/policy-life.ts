/**
 * How a policy comes into force and is kept true, as the edges see it: drafts, the check, adoption with its signature, reviews,
 * and what needs whoever keeps policies. Source: issue "The policy workbench" point 7, clauses RSG-8 and LB-5.
 */
import type { AgencyId } from '../domain/people/directory.ts'
import type { Checked } from '../domain/policy/check.ts'
import type { Reminder } from '../domain/policy/life/reminders.ts'
import type { Id, Policy, Problem } from '../domain/policy/policy.ts'
import type { Adoption } from '../store/policies.ts'
import type { PolicyDraft } from '../store/policy-drafts.ts'
import type { PolicyReview } from '../store/policy-reviews.ts'
import type { Asking } from './app.ts'
import type { ReplayReport } from './replay-cases.ts'

export type { Adoption } from '../store/policies.ts'
export type { PolicyDraft } from '../store/policy-drafts.ts'
export type { PolicyReview } from '../store/policy-reviews.ts'

/** What a text comes to: problems where it cannot be read, else the policy (with ours and its parents below it) and what the check finds. */
export type TextRead =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: true; readonly policy: Policy; readonly checked: Checked }

export interface Signing {
  readonly draft: string
  /** The revision that was looked at: a newer one is not signed unseen. */
  readonly revision: number
  /** The signer's own name, typed. */
  readonly signature: string
  /** One of the signer's posts that keep policies. */
  readonly post: string
  /** ISO date from which cases go by it: today or later. */
  readonly starts: string
  /** ISO date, after `starts`. */
  readonly reviewOn: string
  /** Needed where the check warns. */
  readonly reason?: string
}

export type Adopted =
  | { readonly ok: true; readonly policy: Id; readonly version: number }
  /** Somebody saved the draft since. */
  | { readonly ok: false; readonly why: 'changed'; readonly draft: PolicyDraft }
  /** It cannot be read, or the check finds errors. */
  | { readonly ok: false; readonly why: 'unsound'; readonly read: TextRead }
  /** What to put right: the field of `Signing` it is about, and a sentence. */
  | { readonly ok: false; readonly why: 'refused'; readonly field: keyof Signing; readonly says: string }
  | { readonly ok: false; readonly why: 'not found' }

export type Saved =
  | { readonly ok: true; readonly draft: PolicyDraft }
  /** Somebody else saved first: theirs is kept, what was sent is not. */
  | { readonly ok: false; readonly why: 'changed'; readonly draft: PolicyDraft }
  | { readonly ok: false; readonly why: 'not found' }

/** Everything that is known of one policy of the partnership, oldest first. */
export interface PolicyHistory {
  readonly id: Id
  readonly adoptions: readonly (Adoption & { readonly byName: string })[]
  readonly reviews: readonly (PolicyReview & { readonly byName: string })[]
}

export interface PolicyLife {
  /** What any text comes to here: among the partnership's own policies, its people and today. Keeps nothing. */
  read(partnership: string, text: string): Promise<TextRead>
  /** The rest is for those who keep policies: for anybody else there are no drafts. */
  drafts(asking: Asking): Promise<readonly PolicyDraft[]>
  draft(asking: Asking, id: string): Promise<PolicyDraft | undefined>
  /** Begins a draft, once for each submission: from a text that was imported or written, or as a copy of a version. */
  begin(
    asking: Asking,
    given: { readonly submission: string; readonly text: string; readonly of?: PolicyDraft['of'] },
  ): Promise<PolicyDraft | undefined>
  /** `revision` is the one that was edited. Sending the same text again is nothing new. */
  save(asking: Asking, given: { readonly id: string; readonly revision: number; readonly text: string }): Promise<Saved>
  setAside(asking: Asking, id: string): Promise<boolean>
  /** Brings a draft into force. An addendum takes its dates from its own text. */
  adopt(asking: Asking, signing: Signing): Promise<Adopted>
  /** Calls a review before its date. False for whoever may not, or where no such version is in force. */
  callReview(
    asking: Asking,
    given: { readonly policy: Id; readonly version: number; readonly reason: string },
  ): Promise<boolean>
  /** Says that a review was held, what came of it, and when the next is due (ISO date). */
  holdReview(
    asking: Asking,
    given: { readonly policy: Id; readonly version: number; readonly outcome: string; readonly nextOn: string },
  ): Promise<boolean>
  /**
   * Past cases under a draft, for those who keep the whole partnership's policies. Every case looked at is on the audit; only cases on
   * the register they read are named. Nothing for others, or where the text cannot be read.
   */
  replay(asking: Asking, draft: string): Promise<ReplayReport | undefined>
  history(partnership: string, id: Id): Promise<PolicyHistory | undefined>
  /** What the partnership's policies need now, soonest first; public in the partnership. */
  reminders(partnership: string): Promise<readonly Reminder[]>
}

/** A post that keeps policies, and for whom it adopts them. */
export interface PostThatKeeps {
  readonly id: string
  readonly title: string
  /** The body that adopts by this post. */
  readonly onBehalfOf: string
  /** Adopts for the cases this agency raises; absent at the Board, which adopts for everybody. */
  readonly agency?: AgencyId
}
