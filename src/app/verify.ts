/** Proves the record: every chain, every seal, every signed checkpoint, and that the projections are what the entries make of them. */
import { fold } from '../domain/case/evolve.ts'
import { project } from '../domain/case/project.ts'
import { type Fault, readCheckpoints, type Verified, verify } from '../store/chain/verify.ts'
import { worldOf } from './library.ts'
import type { Opened } from './open-app.ts'

export interface Proof extends Verified {
  readonly faults: readonly Fault[]
}

export async function verifyRecord({ store }: Opened): Promise<Proof> {
  const client = await store.shell.pools.of('concordat_auditor').connect()
  try {
    return await verify(client, store.shell.keys, await readCheckpoints(store.checkpointFile))
  } finally {
    client.release()
  }
}

/** The projection of one case from its entries, as `run` would have kept it at the moment of its last entry. */
export const projector =
  ({ store }: Opened, partnership: string) =>
  async (entries: Parameters<typeof fold>[0]) => {
    const c = fold(entries)
    const last = entries.at(-1)
    const pinned = entries[0]?.policy
    if (!c || !last || !pinned) throw new Error('A record begins with `raised`.')
    const world = await store.transaction({ program: true, partnership }, (tx) => worldOf(tx, pinned))
    return project(world, c, entries, last.recorded, false)
  }
