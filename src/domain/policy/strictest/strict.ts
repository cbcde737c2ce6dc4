/** The stricter of two policies, as data: `strictest` makes it, pages and the terminal show it. Source: HV-1.7, K42. */
import type { PolicyHead } from '../compare/compared.ts'
import type { Id, Policy, Problem } from '../policy.ts'

export type From = 'a' | 'b' | 'both'

/** Where one piece of the joined policy comes from. */
export interface OriginOf {
  readonly what: 'stage' | 'duty' | 'move' | 'limit' | 'fact' | 'role' | 'track'
  readonly id: Id
  /** As people call it: “Tell the Board manager”, a stage by its name, a fact by its question. */
  readonly words: string
  /** The stage that it stands in, or that the limit is of. */
  readonly stage?: Id
  readonly from: From
  /** Clauses of the joined policy, each with the policy it is of before the slash. */
  readonly cites: readonly Id[]
}

/** What was chosen where one was stricter or both could stand, and why. */
export interface Choice {
  /** "Line managers", "Limit". */
  readonly about: string
  readonly says: string
}

/** A place where neither is stricter: what they say, and what was chosen. */
export interface Conflict extends Choice {
  readonly chosen: string
}

export interface Strictest {
  readonly a: PolicyHead
  readonly b: PolicyHead
  /** What each is called in a sentence: “Havering”, “version 3”. */
  readonly names: Readonly<Record<From, string>>
  /** Of the language: read back from `text`. */
  readonly policy: Policy
  readonly text: string
  readonly origins: readonly OriginOf[]
  /** Where one was stricter, or both were kept. */
  readonly choices: readonly Choice[]
  /** For somebody to look at. */
  readonly conflicts: readonly Conflict[]
}

export type StrictestMade =
  | ({ readonly ok: true } & Strictest)
  | { readonly ok: false; readonly problems: readonly Problem[] }
