import { dateAt } from '../domain/calendar/london.ts'
import { inForce } from '../store/policies.ts'
import type { Tx } from '../store/tx.ts'
import { type CheckInput, checkApart } from './check-apart.ts'
import type { TextRead } from './policy-life.ts'

/** What a text is read among: the partnership's own policies, its people and today. */
export type Surroundings = Omit<CheckInput, 'text'>

export async function surroundingsOf(tx: Tx): Promise<Surroundings> {
  const kept = await tx.policies.list()
  const library = kept.map(({ id, version, text }) => {
    const now = inForce(
      kept.filter((one) => one.id === id),
      tx.at,
    )
    return { id, version, text, now: now?.version === version }
  })
  return { library, directory: await tx.directory(), today: dateAt(tx.at) }
}

/** What a policy's text comes to: read with its parents and, where it reads, checked. */
export function readText(text: string, { library, ...about }: Surroundings): Promise<TextRead> {
  // A policy without a parent hangs on no other text: what was found in it stays found when another is adopted.
  return checkApart({ text, library: text.includes('changes') ? library : [], ...about })
}
