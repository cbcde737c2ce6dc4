import type { DutyInstance } from '../domain/case/duty-instance.ts'
import type { EntryHash } from '../store/entries/load.ts'
import { references } from '../store/entries/references.ts'
import type { Tx } from '../store/tx.ts'
import type { Refs } from './app.ts'

/** What this reader calls what they may know of, and nothing else. */
export const refsOf = (
  tx: Tx,
  caseId: string,
  hashes: readonly EntryHash[],
  seqs: ReadonlySet<number>,
  duties: readonly DutyInstance[],
): Refs => ({
  entries: new Map([...references(hashes)].filter(([seq]) => seqs.has(seq))),
  duties: new Map(duties.map((i) => [i.key, tx.dutyReference(caseId, i.key)])),
})
