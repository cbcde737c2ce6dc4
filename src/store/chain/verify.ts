import type pg from 'pg'
import { references } from '../entries/references.ts'
import type { EntryRow } from '../entries/row.ts'
import { unwrapDataKey } from '../seal/data-keys.ts'
import type { Keys } from '../seal/keys-folder.ts'
import { unseal } from '../seal/seal.ts'
import { sql } from '../sql.ts'
import { type CaseRow, chainFaults, checkpointFaults, type Fault, faultOf } from './case-faults.ts'
import type { Checkpoint } from './checkpoint.ts'
import { NOTHING_BEFORE } from './entry-hash.ts'

export interface Verified {
  readonly cases: number
  readonly entries: number
  readonly checkpoints: number
  readonly faults: readonly Fault[]
}

/**
 * Walks every case in one snapshot: sequence, hashes, seals, and every signed checkpoint, those in the database and those kept outside it.
 * @param client signed in as concordat_auditor
 * @param outside checkpoints that somebody kept elsewhere: the ones that find a record rewritten whole
 */
export async function verify(
  client: pg.PoolClient,
  keys: Keys,
  outside: readonly Checkpoint[] = [],
): Promise<Verified> {
  await client.query('begin transaction isolation level repeatable read read only')
  try {
    const faults: Fault[] = []
    const checkpoints = await checkpointsByCase(client, outside)
    const cases = await rowsOf<CaseRow>(
      client,
      sql`select partnership, case_id, number, version, head from cases order by partnership, case_id`,
    )
    const known = new Set(cases.map(idOf))
    const orphans = await rowsOf<CaseRow>(
      client,
      sql`
      select partnership, case_id, '' as number, 0 as version, ''::bytea as head from entry e
      where not exists (select from cases c where c.partnership = e.partnership and c.case_id = e.case_id) group by partnership, case_id`,
    )
    let entries = 0
    for (const it of [...cases, ...orphans]) {
      known.add(idOf(it))
      const rows = await rowsOf<EntryRow>(
        client,
        sql`
        select * from entry where partnership = ${it.partnership} and case_id = ${it.case_id} order by seq`,
      )
      entries += rows.length
      faults.push(...chainFaults(it, rows), ...(await sealFaults(client, keys, it, rows)))
      faults.push(...checkpointFaults(keys, it, rows, checkpoints.get(idOf(it)) ?? []))
    }
    for (const [id, held] of checkpoints) {
      const [first] = held
      if (!first || known.has(id)) continue
      faults.push(
        ...checkpointFaults(
          keys,
          { partnership: first.partnership, case_id: first.caseId, number: '', version: 0, head: NOTHING_BEFORE },
          [],
          held,
        ),
      )
    }
    return {
      cases: cases.length,
      entries,
      checkpoints: [...checkpoints.values()].reduce((n, held) => n + held.length, 0),
      faults,
    }
  } finally {
    await client.query('rollback')
  }
}

const idOf = (it: { readonly partnership: string; readonly case_id: string }): string =>
  JSON.stringify([it.partnership, it.case_id])

async function sealFaults(
  client: pg.PoolClient,
  keys: Keys,
  it: CaseRow,
  rows: readonly EntryRow[],
): Promise<readonly Fault[]> {
  const wrapped = await rowsOf<KeyRow>(
    client,
    sql`
    select owner, version, master_version, wrapped from case_key where partnership = ${it.partnership} and case_id = ${it.case_id}`,
  )
  const refs = references(rows)
  return rows.flatMap((row) => {
    const found = wrapped.find((key) => key.owner === row.owner && key.version === row.key_version)
    try {
      if (!found) throw new Error('no key')
      const at = { partnership: it.partnership, caseId: it.case_id, owner: found.owner }
      const { key } = unwrapDataKey(keys, {
        ...at,
        version: found.version,
        masterVersion: found.master_version,
        wrapped: found.wrapped,
      })
      const place = { ...at, table: 'entry', column: 'sealed', row: String(row.seq), keyVersion: row.key_version }
      const what = JSON.parse(unseal(key, place, row.sealed).toString('utf8')) as { readonly kind?: unknown }
      if (what.kind !== row.kind) throw new Error('another kind')
      return []
    } catch {
      return [
        faultOf(it, row.seq, 'does not open', 'its sealed words do not open where they stand.', refs.get(row.seq)),
      ]
    }
  })
}

async function checkpointsByCase(
  client: pg.PoolClient,
  outside: readonly Checkpoint[],
): Promise<ReadonlyMap<string, readonly Checkpoint[]>> {
  const rows = await rowsOf<CheckpointRow>(client, sql`select * from checkpoint`)
  const inside = rows.map(
    (row): Checkpoint => ({
      partnership: row.partnership,
      caseId: row.case_id,
      seq: row.seq,
      hash: row.hash.toString('hex'),
      at: row.at.toISOString(),
      signer: row.signer,
      signature: row.signature.toString('base64'),
    }),
  )
  const byCase = new Map<string, Checkpoint[]>()
  const seen = new Set<string>()
  for (const checkpoint of [...inside, ...outside]) {
    if (seen.has(checkpoint.signature)) continue
    seen.add(checkpoint.signature)
    const id = JSON.stringify([checkpoint.partnership, checkpoint.caseId])
    const list = byCase.get(id) ?? []
    list.push(checkpoint)
    byCase.set(id, list)
  }
  return byCase
}

interface CheckpointRow {
  readonly partnership: string
  readonly case_id: string
  readonly seq: number
  readonly hash: Buffer
  readonly at: Date
  readonly signer: string
  readonly signature: Buffer
}

interface KeyRow {
  readonly owner: string
  readonly version: number
  readonly master_version: number
  readonly wrapped: Buffer
}

async function rowsOf<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
) {
  return (await client.query<Row>(text, [...values])).rows
}
