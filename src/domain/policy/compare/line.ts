import { curly } from '../../words/phrase-text.ts'
import type { Id, Origin, Policy } from '../policy.ts'
import type { Difference, Side, Topic } from './compared.ts'

/** What one policy says of something, before its clauses are looked up. */
export interface Spoken {
  readonly text: string
  readonly cites?: readonly Id[]
  readonly origin?: Origin
  readonly also?: readonly string[]
}

/** Both policies of a comparison, the second in the names of the first. */
export interface Two {
  readonly a: Policy
  readonly b: Policy
}

/** One line: what each says; `missing` is said for the one that says nothing. At least one of `a` and `b` is there. */
export function line(
  two: Two,
  given: {
    readonly topic: Topic
    readonly about: string
    readonly a: Spoken | undefined
    readonly b: Spoken | undefined
    readonly same: boolean
    readonly missing: string
  },
): Difference {
  const { topic, about, a, b, same, missing } = given
  return {
    kind: !b ? 'only-in-a' : !a ? 'only-in-b' : same ? 'same' : 'differs',
    topic,
    about: curly(about),
    a: side(a, missing, two.a),
    b: side(b, missing, two.b),
  }
}

function side(spoken: Spoken | undefined, missing: string, policy: Policy): Side {
  if (!spoken) return { says: false, text: curly(missing), also: [], clauses: [], ours: false }
  return {
    says: true,
    text: curly(spoken.text),
    also: (spoken.also ?? []).map(curly),
    clauses: (spoken.cites ?? []).map((id) => ({ id, text: curly(policy.clauses[id] ?? '') })),
    ours: spoken.origin === 'ours',
  }
}
