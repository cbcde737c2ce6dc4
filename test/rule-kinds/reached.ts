/** Whom the program sends a notice, and who may read what: for the examples of the rule kinds. */
import assert from 'node:assert/strict'
import { noticesFor } from '../../src/app/notices.ts'
import type { EntryKind } from '../../src/domain/case/entry.ts'
import { sees } from '../../src/domain/case/sees.ts'
import { type Told, when } from '../../src/domain/case/test-place.ts'

/** People to whom the newest entry sends a notice, in order of name. */
export const noticed = (t: Told): readonly string[] => {
  const newest = t.entries.findLast((e) => e.by !== 'concordat')
  return noticesFor('case', newest ? [newest] : [])
    .map((n) => n.to)
    .toSorted()
}

/** Whether these people may read the newest entry of a kind. */
export function readsIt(t: Told, kind: EntryKind, people: readonly string[], at: string): readonly boolean[] {
  const entry = t.of(kind).at(-1)
  assert.ok(entry, `nothing of the kind ${kind}`)
  return people.map((person) => sees(t.world, t.c, t.entries, person, when(at)).has(entry.seq))
}
