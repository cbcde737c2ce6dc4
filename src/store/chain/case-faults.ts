import { references } from '../entries/references.ts'
import { type EntryRow, headOfRow } from '../entries/row.ts'
import type { Keys } from '../seal/keys-folder.ts'
import { type Checkpoint, isGenuine } from './checkpoint.ts'
import { entryHash, NOTHING_BEFORE } from './entry-hash.ts'

/** Something is not as it was written. */
export interface Fault {
  readonly partnership: string
  readonly caseId: string
  /** Absent when the case's register row is gone. */
  readonly number?: string
  readonly seq: number
  /** What pages and the API call the entry; absent when nothing of it is left. */
  readonly reference?: string
  readonly fault:
    | 'missing'
    | 'changed'
    | 'out of place'
    | 'does not open'
    | 'cut short'
    | 'rewritten'
    | 'false checkpoint'
  readonly sentence: string
}

/** A case as the database says it stands; `number` is empty when its row is gone. */
export interface CaseRow {
  readonly partnership: string
  readonly case_id: string
  readonly number: string
  readonly version: number
  readonly head: Buffer
}

export function faultOf(it: CaseRow, seq: number, fault: Fault['fault'], what: string, reference?: string): Fault {
  const name = it.number === '' ? it.case_id : it.number
  return {
    partnership: it.partnership,
    caseId: it.case_id,
    ...(it.number === '' ? {} : { number: it.number }),
    seq,
    ...(reference === undefined ? {} : { reference }),
    fault,
    sentence: `Case ${name}, entry ${seq}${reference === undefined ? '' : ` (reference ${reference})`}: ${what}`,
  }
}

/** Gaps, changed entries, entries that do not follow, and an end that is not the case's. */
export function chainFaults(it: CaseRow, rows: readonly EntryRow[]): readonly Fault[] {
  const faults: Fault[] = []
  const refs = references(rows)
  let prev = NOTHING_BEFORE
  let expected = 1
  for (const row of rows) {
    for (; expected < row.seq; expected++) faults.push(faultOf(it, expected, 'missing', 'it is missing.'))
    const follows = row.prev_hash.equals(prev)
    if (!entryHash(headOfRow(row), row.sealed, row.prev_hash).equals(row.hash))
      faults.push(faultOf(it, row.seq, 'changed', 'it was changed after it was written.', refs.get(row.seq)))
    else if (!follows)
      faults.push(faultOf(it, row.seq, 'out of place', 'it does not follow the entry before it.', refs.get(row.seq)))
    prev = row.hash
    expected = row.seq + 1
  }
  const last = rows.at(-1)
  for (let seq = (last?.seq ?? 0) + 1; seq <= it.version; seq++)
    faults.push(faultOf(it, seq, 'cut short', 'it is missing from the end of the record.'))
  if (last && it.version < last.seq)
    faults.push(faultOf(it, last.seq, 'out of place', 'it was added outside Concordat.', refs.get(last.seq)))
  if (last && it.version === last.seq && !last.hash.equals(it.head))
    faults.push(faultOf(it, last.seq, 'changed', 'it is not the entry that the case ended with.', refs.get(last.seq)))
  return faults
}

/** What signed checkpoints say that the record no longer shows. */
export function checkpointFaults(
  keys: Keys,
  it: CaseRow,
  rows: readonly EntryRow[],
  held: readonly Checkpoint[],
): readonly Fault[] {
  const bySeq = new Map(rows.map((row) => [row.seq, row]))
  const refs = references(rows)
  return held.flatMap((checkpoint): readonly Fault[] => {
    if (checkpoint.signer !== keys.signer || !isGenuine(keys.verifying, checkpoint))
      return [faultOf(it, checkpoint.seq, 'false checkpoint', 'a checkpoint was not signed by this Concordat.')]
    const row = bySeq.get(checkpoint.seq)
    if (!row)
      return [
        faultOf(it, checkpoint.seq, 'cut short', `it is gone, and was there at ${checkpoint.at}.`, named(checkpoint)),
      ]
    if (row.hash.toString('hex') !== checkpoint.hash)
      return [
        faultOf(
          it,
          checkpoint.seq,
          'rewritten',
          `it is not the one that was there at ${checkpoint.at}.`,
          refs.get(row.seq),
        ),
      ]
    return []
  })
}

/** What an entry was called of which only a checkpoint is left. */
const named = ({ seq, hash }: Checkpoint): string | undefined =>
  references([{ seq, hash: Buffer.from(hash, 'hex') }]).get(seq)
