import type { Db, Scope } from './db.ts'
import { SealBroken } from './faults.ts'
import { type Compartment, type DataKey, idOf, makeDataKey, unwrapDataKey, type WrappedKey } from './seal/data-keys.ts'
import { seal, unseal } from './seal/seal.ts'
import { sql } from './sql.ts'

/** A sealed column: whose compartment, and where exactly it stands. */
export interface SealedAt {
  readonly table: string
  readonly column: string
  readonly row: string
  readonly caseId: string
  readonly owner: string
}

export interface Sealed {
  readonly sealed: Buffer
  readonly keyVersion: number
}

/** The newest key of a case's compartment; made here when there is none, for `append` to keep in the same statement. */
export async function caseKey(
  db: Db,
  scope: Scope,
  caseId: string,
  owner: string,
): Promise<{ readonly key: DataKey; readonly made?: WrappedKey }> {
  const at = { partnership: db.principal.partnership, caseId, owner }
  const known = known1(db, at) ?? (await storedKey(db, scope, at))
  if (known) return { key: known }
  const { made, row } = makeDataKey(db.keys, at)
  db.fresh.set(idOf(at, made.version), made)
  return { key: made, made: row }
}

/** The key of a compartment that belongs to no case; made and kept at once when there is none. */
export async function houseKey(db: Db, owner: string): Promise<DataKey> {
  const at = { partnership: db.principal.partnership, caseId: '', owner }
  const known = known1(db, at) ?? (await storedKey(db, HOUSE, at))
  if (known) return known
  const { made, row } = makeDataKey(db.keys, at)
  const mine = await db.query(
    HOUSE,
    sql`
    insert into case_key (partnership, case_id, owner, version, master_version, wrapped)
    values (${at.partnership}, '', ${owner}, ${row.version}, ${row.masterVersion}, ${row.wrapped}) on conflict do nothing returning version`,
  )
  if (mine.length === 0) {
    const theirs = await storedKey(db, HOUSE, at)
    if (!theirs) throw new SealBroken(`There is no key for ${owner}.`)
    return theirs
  }
  db.fresh.set(idOf(at, made.version), made)
  return made
}

/** Unwraps every key of a case that is not known yet. */
export async function openCaseKeys(db: Db, scope: Scope, caseId: string): Promise<void> {
  const rows = await db.query<KeyRow>(
    scope,
    sql`
    select case_id, owner, version, master_version, wrapped from case_key
    where partnership = ${db.principal.partnership} and case_id = ${caseId}`,
  )
  for (const row of rows) learn(db, row)
}

/** Unwraps the keys of several cases that are not known yet. */
export async function openKeysOf(db: Db, scope: Scope, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  const rows = await db.query<KeyRow>(
    scope,
    sql`
    select case_id, owner, version, master_version, wrapped from case_key
    where partnership = ${db.principal.partnership} and case_id = any (${caseIds})`,
  )
  for (const row of rows) learn(db, row)
}

/** @throws SealBroken when the key is not there or the value was moved. */
export function openSealed(db: Db, at: SealedAt, { sealed, keyVersion }: Sealed): string {
  const partnership = db.principal.partnership
  const compartment = { partnership, caseId: at.caseId, owner: at.owner }
  const key = db.fresh.get(idOf(compartment, keyVersion)) ?? db.cache.get(compartment, keyVersion)
  if (!key) throw new SealBroken(`There is no key ${keyVersion} of ${at.owner} for ${at.caseId || 'the house'}.`)
  return unseal(key.key, { ...at, partnership, keyVersion }, sealed).toString('utf8')
}

export function sealAt(db: Db, key: DataKey, at: SealedAt, plain: string): Sealed {
  const place = { ...at, partnership: db.principal.partnership, keyVersion: key.version }
  return { sealed: seal(key.key, place, plain), keyVersion: key.version }
}

export const HOUSE: Scope = { mode: 'read' }

interface KeyRow {
  readonly case_id: string
  readonly owner: string
  readonly version: number
  readonly master_version: number
  readonly wrapped: Buffer
}

async function storedKey(db: Db, scope: Scope, at: Compartment): Promise<DataKey | undefined> {
  const [row] = await db.query<KeyRow>(
    scope,
    sql`
    select case_id, owner, version, master_version, wrapped from case_key
    where partnership = ${at.partnership} and case_id = ${at.caseId} and owner = ${at.owner} order by version desc limit 1`,
  )
  return row ? learn(db, row) : undefined
}

function learn(db: Db, row: KeyRow): DataKey {
  const at = { partnership: db.principal.partnership, caseId: row.case_id, owner: row.owner }
  const known = db.fresh.get(idOf(at, row.version)) ?? db.cache.get(at, row.version)
  if (known) return known
  const key = unwrapDataKey(db.keys, {
    ...at,
    version: row.version,
    masterVersion: row.master_version,
    wrapped: row.wrapped,
  })
  // A row made in this very transaction may yet be rolled back.
  db.fresh.set(idOf(at, row.version), key)
  return key
}

/** Only the first version is made today; the newest is asked of the database otherwise. */
const known1 = (db: Db, at: Compartment): DataKey | undefined => db.fresh.get(idOf(at, 1)) ?? db.cache.get(at, 1)
