import type { Entry, What } from '../../domain/case/entry.ts'
import { openCaseKeys, openKeysOf, openSealed, type SealedAt } from '../compartments.ts'
import type { Db, Scope } from '../db.ts'
import { SealBroken } from '../faults.ts'
import { sql } from '../sql.ts'
import { type EntryRow, entryOf } from './row.ts'

export interface LoadedCase {
  readonly entries: readonly Entry[]
  /** The seq of the newest entry: what `append` expects. */
  readonly version: number
  /** The hash of each entry, in order: references are made of them. */
  readonly hashes: readonly EntryHash[]
}

export interface EntryHash {
  readonly seq: number
  readonly hash: Buffer
}

/**
 * The whole record of a case, for deciding. Whoever shows it asks `sees` what this person may be shown.
 * `undefined` when there is no such case, or the person has no part in it: the two look the same.
 */
export async function loadCase(
  db: Db,
  caseId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<LoadedCase | undefined> {
  const scope: Scope = { mode: 'fold', caseId }
  const partnership = db.principal.partnership
  const locked = lock
    ? db.query(
        scope,
        sql`select version from cases where partnership = ${partnership} and case_id = ${caseId} for no key update`,
      )
    : undefined
  const reading = db.query<EntryRow>(
    scope,
    sql`
    select * from entry where partnership = ${partnership} and case_id = ${caseId} order by seq`,
  )
  const [rows] = await Promise.all([reading, openCaseKeys(db, scope, caseId), locked])
  const last = rows.at(-1)
  if (!last) return undefined
  return loadedOf(db, rows, last.seq)
}

/** The same for several cases, in two statements however many. Those in which the person has no part are left out. For people only. */
export async function loadCases(db: Db, caseIds: readonly string[]): Promise<ReadonlyMap<string, LoadedCase>> {
  if (caseIds.length === 0) return new Map()
  const scope: Scope = { mode: 'folds' }
  const reading = db.query<EntryRow>(
    scope,
    sql`
    select * from entry where partnership = ${db.principal.partnership} and case_id = any (${caseIds}) order by case_id, seq`,
  )
  const [rows] = await Promise.all([reading, openKeysOf(db, scope, caseIds)])
  const byCase = Map.groupBy(rows, (row) => row.case_id)
  return new Map([...byCase].map(([caseId, own]) => [caseId, loadedOf(db, own, own.at(-1)?.seq ?? 0)]))
}

const loadedOf = (db: Db, rows: readonly EntryRow[], version: number): LoadedCase => ({
  entries: rows.map((row) => entryOf(row, openWhat(db, row))),
  version,
  hashes: rows.map(({ seq, hash }) => ({ seq, hash })),
})

/** The seqs of a case that row security lets this person read, by audience and by what was shared. */
export async function visible(db: Db, caseId: string): Promise<ReadonlySet<number>> {
  const rows = await db.query<{ readonly seq: number }>(
    { mode: 'read', caseId },
    sql`
    select seq from entry where partnership = ${db.principal.partnership} and case_id = ${caseId}`,
  )
  return new Set(rows.map((row) => row.seq))
}

export const placeOfEntry = (caseId: string, seq: number, owner: string): SealedAt => ({
  table: 'entry',
  column: 'sealed',
  row: String(seq),
  caseId,
  owner,
})

function openWhat(db: Db, row: EntryRow): What {
  const text = openSealed(db, placeOfEntry(row.case_id, row.seq, row.owner), {
    sealed: row.sealed,
    keyVersion: row.key_version,
  })
  const what = JSON.parse(text) as What
  if (what.kind !== row.kind)
    throw new SealBroken(`Entry ${row.seq} of case ${row.case_id} says it is another kind than it is.`)
  return what
}
