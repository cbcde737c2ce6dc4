/** A "no": what cannot be done, why, the clauses that say so, and what can be done instead. A value, never thrown. */
import type { At } from '../people/directory.ts'
import type { Id } from '../policy/policy.ts'
import type { InstanceKey } from './entry.ts'

export type RefusalCode =
  | 'no part'
  | 'not yours'
  | 'both sides'
  | 'ended'
  | 'closed'
  | 'no such move'
  | 'blocked'
  | 'gate'
  | 'condition'
  | 'not raised here'
  | 'out of time'
  | 'never later'
  | 'panel'
  | 'no consent'
  | 'already done'
  | 'missing'
  | 'way of contact'

export interface Refusal {
  readonly code: RefusalCode
  /** "You cannot take this to the Chair yet". No full stop. */
  readonly title: string
  /** One or two sentences: why. */
  readonly because: string
  /** Clause ids that say so; their text is in the policy. */
  readonly cites: readonly Id[]
  /** Duties that have to be done first. */
  readonly first: readonly InstanceKey[]
  /** When it becomes possible, where that can be known. */
  readonly possible?: { readonly words: string; readonly at?: At }
}

export type Decision<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const refuse = (
  code: RefusalCode,
  title: string,
  because: string,
  more: Partial<Pick<Refusal, 'cites' | 'first' | 'possible'>> = {},
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: {
    code,
    title,
    because,
    cites: more.cites ?? [],
    first: more.first ?? [],
    ...(more.possible ? { possible: more.possible } : {}),
  },
})
