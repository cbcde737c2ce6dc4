import type { DutyInstance } from '../case/duty-instance.ts'
import { andList } from './phrase-text.ts'

/** "Clause EX-2.4", "Clauses EX-1 and EX-2"; what no clause says: empty, and `isOurs` tells why. */
export const clauseWords = (i: Pick<DutyInstance, 'duty' | 'stage'>): string =>
  citesWords(i.duty?.cites ?? i.stage?.cites ?? [])

export function citesWords(cites: readonly string[]): string {
  if (cites.length === 0) return ''
  return `${cites.length === 1 ? 'Clause' : 'Clauses'} ${andList(cites)}`
}

/** Concordat's own, where the policy is silent. */
export const isOurs = (i: Pick<DutyInstance, 'duty' | 'gate'>): boolean => i.duty?.origin === 'ours'

/** What stands under a duty: its clause, or that it is ours. */
export function sourceWords(i: Pick<DutyInstance, 'duty' | 'stage' | 'gate'>): string {
  const clause = clauseWords(i)
  if (isOurs(i)) return clause === '' ? 'Concordat’s default' : `${clause}. Concordat’s default`
  return clause
}
