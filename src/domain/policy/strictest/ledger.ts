import { capital, curly } from '../../words/phrase-text.ts'
import { shortTitle } from '../compare/headlines.ts'
import type { Id, LimitLength, Policy } from '../policy.ts'
import type { Choice, Conflict, From, OriginOf } from './strict.ts'

/** Notes down what the join does as it does it, and knows both policies by name. */
export interface Ledger {
  readonly names: Readonly<Record<From, string>>
  readonly origins: OriginOf[]
  readonly choices: Choice[]
  readonly conflicts: Conflict[]
  from(origin: OriginOf): void
  chose(about: string, says: string): void
  conflict(about: string, says: string, chosen: string): void
}

export function openLedger(a: Policy, b: Policy): Ledger {
  const [one, two] = [shortTitle(a, b), shortTitle(b, a)]
  const origins: OriginOf[] = []
  const choices: Choice[] = []
  const conflicts: Conflict[] = []
  return {
    names: { a: one, b: two, both: `${one} and ${two}` },
    origins,
    choices,
    conflicts,
    from: (origin) => origins.push(origin),
    chose: (about, says) => choices.push(curled({ about, says })),
    conflict: (about, says, chosen) => conflicts.push({ ...curled({ about, says }), chosen: curly(capital(chosen)) }),
  }
}

const curled = ({ about, says }: Choice): Choice => ({ about: curly(capital(about)), says: curly(capital(says)) })

/** Both policies, the second in the names of the first, and what “without delay” means in the join. */
export interface Both {
  readonly a: Policy
  readonly b: Policy
  readonly delay: LimitLength
}

/** Clauses of both, each once. */
export const bothCite = (left: readonly Id[] = [], right: readonly Id[] = []): readonly Id[] => [
  ...new Set([...left, ...right]),
]

/** Lists of both, each item once, the first's first. */
export const union = <T>(left: readonly T[], right: readonly T[]): readonly T[] => [...new Set([...left, ...right])]
