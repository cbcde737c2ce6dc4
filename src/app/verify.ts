/** Proves the record: every chain, every seal, every signed checkpoint, and that what is kept beside the record is what the entries make of it. */

import type { Entry } from '../domain/case/entry.ts'
import { fold } from '../domain/case/evolve.ts'
import { project } from '../domain/case/project.ts'
import type { Projection } from '../domain/case/projection-rows.ts'
import { worldOfRecord } from './library.ts'
import type { Opened } from './open-app.ts'

/** Something that is not as it was written. `seq` is absent for what is kept beside the record. */
export interface Finding {
  readonly caseId: string
  readonly number?: string
  readonly seq?: number
  readonly sentence: string
}

export interface Proof {
  readonly cases: number
  readonly entries: number
  readonly checkpoints: number
  readonly faults: readonly Finding[]
}

export async function verifyRecord(opened: Opened): Promise<Proof> {
  const { cases, entries, checkpoints, faults } = await opened.store.verify()
  // A record that is not whole makes no projections worth comparing.
  const beside = faults.length > 0 ? [] : await differences(opened)
  return { cases, entries, checkpoints, faults: [...faults, ...beside] }
}

async function differences(opened: Opened): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const partnership of await opened.store.partnerships('all')) {
    for (const d of await opened.store.rebuild(partnership, projector(opened, partnership)))
      found.push({
        caseId: d.caseId,
        sentence: `Case ${d.caseId}: the ${d.table} row ${d.key} is not what the record makes of it.`,
      })
  }
  return found
}

/** The projection of one case from its entries alone, as `run` kept it with the last of them. */
export const projector =
  ({ store }: Opened, partnership: string) =>
  async (entries: readonly Entry[]): Promise<Projection> => {
    const c = fold(entries)
    const last = entries.at(-1)
    if (!c || !last) throw new Error('A record begins with `raised`.')
    const world = await store.transaction({ program: true, partnership }, (tx) => worldOfRecord(tx, c, entries))
    return project(world, c, entries, last.recorded, false)
  }
