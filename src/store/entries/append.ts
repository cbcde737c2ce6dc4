import type { Entry } from '../../domain/case/entry.ts'
import type { DeadlineRow, OutboxRow, PartRow, RegisterRow, ShareRow } from '../../domain/case/projection-rows.ts'
import { canonical, instant } from '../chain/canonical.ts'
import { signCheckpoint } from '../chain/checkpoint.ts'
import { entryHash, NOTHING_BEFORE } from '../chain/entry-hash.ts'
import { caseKey, houseKey, sealAt } from '../compartments.ts'
import type { Db, Scope } from '../db.ts'
import { VersionConflict } from '../faults.ts'
import { nameOf } from '../principal.ts'
import { idOf, type WrappedKey } from '../seal/data-keys.ts'
import { sql } from '../sql.ts'
import { keepProjection } from './keep-projection.ts'
import { type CaseLabel, placeOfLabel } from './label.ts'
import { type EntryHash, placeOfEntry } from './load.ts'
import { hex } from './projection-json.ts'
import { recordStatement } from './record-statement.ts'
import { headOfEntry } from './row.ts'

export interface Append {
  /** Random, 128 bits, made by the app when the case is raised. */
  readonly caseId: string
  /** The version that was decided upon; 0 raises the case. */
  readonly expected: number
  /** The hash of the newest of them, where it was just loaded: it is compared again as the case moves on. */
  readonly head?: Buffer
  /** seq expected + 1, expected + 2 ... */
  readonly entries: readonly Entry[]
  /** The whole projection of the case after these entries: rows not named here are gone. */
  readonly parts: readonly PartRow[]
  readonly deadlines: readonly DeadlineRow[]
  readonly register: RegisterRow
  readonly shares?: readonly ShareRow[]
  readonly outbox?: readonly OutboxRow[]
  /** What lists call the case; kept sealed. Needed when it is raised, and when it changes. */
  readonly label?: CaseLabel
}

/**
 * Adds entries to a case with everything that follows from them, in one statement: all of it or nothing.
 * @returns the hashes of the new entries
 * @throws VersionConflict when somebody else added first.
 */
export async function append(db: Db, it: Append): Promise<readonly EntryHash[]> {
  const last = it.entries.at(-1)
  const first = it.entries[0]
  if (!last || !first) throw new Error('Nothing to append.')
  const raising = it.expected === 0
  const scope: Scope = { mode: raising ? 'raise' : 'fold', caseId: it.caseId }
  const { partnership } = db.principal
  const made: WrappedKey[] = []
  const head = raising ? NOTHING_BEFORE : (it.head ?? (await headOf(db, scope, it)))
  const chained = await sealAndChain(db, scope, it, head, made)
  const newHead = chained.at(-1)?.hash ?? head
  const label = await sealLabel(db, scope, it, first.owner, made)
  const checkpoint = signCheckpoint(db.keys.signing, {
    partnership,
    caseId: it.caseId,
    seq: last.seq,
    hash: newHead.toString('hex'),
    at: instant(db.at),
    signer: db.keys.signer,
  })
  const outbox = await sealOutbox(db, it.outbox ?? [])
  db.wrote = true
  const record = recordStatement({
    partnership,
    by: nameOf(db.principal),
    it,
    chained,
    before: head,
    head: newHead,
    label,
    made,
    outbox,
    checkpoint,
  })
  // The second is sent before the first is answered; it changes nothing unless the first won.
  const [[won]] = await Promise.all([
    db.query<{ readonly won: boolean }>(scope, record),
    keepProjection(db, it.caseId, it, newHead),
  ])
  if (won?.won) {
    db.checkpoints.push(checkpoint)
    return chained.map((one) => ({ seq: one.head.seq, hash: one.hash }))
  }
  // Whoever catches this and goes on must not come to use a key that was never kept.
  for (const key of made) db.fresh.delete(idOf(key, key.version))
  throw new VersionConflict(it.caseId, it.expected)
}

/** The hash that the first new entry follows. */
async function headOf(db: Db, scope: Scope, it: Append): Promise<Buffer> {
  const [row] = await db.query<{ readonly version: number; readonly head: Buffer }>(
    scope,
    sql`
    select version, head from cases where partnership = ${db.principal.partnership} and case_id = ${it.caseId}`,
  )
  if (!row || row.version !== it.expected) throw new VersionConflict(it.caseId, it.expected)
  return row.head
}

async function sealAndChain(db: Db, scope: Scope, it: Append, head: Buffer, made: WrappedKey[]) {
  let prev = head
  const chained = []
  for (const [i, entry] of it.entries.entries()) {
    if (entry.seq !== it.expected + 1 + i) throw new Error(`Entry ${entry.seq} does not follow ${it.expected + i}.`)
    const found = await caseKey(db, scope, it.caseId, entry.owner)
    if (found.made) made.push(found.made)
    const { sealed, keyVersion } = sealAt(
      db,
      found.key,
      placeOfEntry(it.caseId, entry.seq, entry.owner),
      canonical(entry.what),
    )
    const chainedHead = headOfEntry(db.principal.partnership, it.caseId, entry, keyVersion)
    const hash = entryHash(chainedHead, sealed, prev)
    chained.push({ head: chainedHead, sealed, prev, hash })
    prev = hash
  }
  return chained
}

async function sealLabel(db: Db, scope: Scope, it: Append, firstOwner: string, made: WrappedKey[]) {
  if (!it.label) return undefined
  const owner = it.expected === 0 ? firstOwner : await ownerOf(db, scope, it.caseId)
  const found = await caseKey(db, scope, it.caseId, owner)
  if (found.made) made.push(found.made)
  return sealAt(db, found.key, placeOfLabel(it.caseId, owner), canonical(it.label))
}

async function ownerOf(db: Db, scope: Scope, caseId: string): Promise<string> {
  const [row] = await db.query<{ readonly owner: string }>(
    scope,
    sql`
    select owner from cases where partnership = ${db.principal.partnership} and case_id = ${caseId}`,
  )
  return row?.owner ?? ''
}

async function sealOutbox(db: Db, rows: readonly OutboxRow[]) {
  if (rows.length === 0) return []
  const key = await houseKey(db, 'outbox')
  return rows.map((row) => {
    const { sealed, keyVersion } = sealAt(
      db,
      key,
      { table: 'outbox', column: 'sealed', row: row.id, caseId: '', owner: 'outbox' },
      canonical(row.body),
    )
    return {
      id: row.id,
      kind: row.kind,
      to_person: row.to,
      case_id: row.caseId ?? null,
      sealed: hex(sealed),
      key_version: keyVersion,
      queued: instant(db.at),
      after: instant(row.after ?? db.at),
    }
  })
}
