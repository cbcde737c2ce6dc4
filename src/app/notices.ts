/** Notices queued in the commit of their cause. They hold no case content: only that there is something to look at. Source: trust.md 38, 58. */
import { randomBytes } from 'node:crypto'
import type { Entry } from '../domain/case/entry.ts'
import type { OutboxRow } from '../domain/case/projection-rows.ts'

export function noticesFor(caseId: string, entries: readonly Entry[]): readonly OutboxRow[] {
  return entries.flatMap((e) =>
    addressedBy(e).map(
      (to): OutboxRow => ({
        // Random: it may become part of a message, and must not tell which entry of which case.
        id: randomBytes(16).toString('hex'),
        kind: 'something to look at',
        to,
        caseId,
        body: { seq: e.seq },
      }),
    ),
  )
}

function addressedBy(entry: Entry): readonly string[] {
  const { what } = entry
  if (what.kind === 'raised') return what.start.people.map((p) => p.person).filter((p) => p !== entry.by)
  if (what.kind === 'escalated' || what.kind === 'sent back' || what.kind === 'reopened')
    return what.start.people.map((p) => p.person)
  // Their dates may be others now.
  if (what.kind === 'version changed') return what.start.people.map((p) => p.person).filter((p) => p !== entry.by)
  if ('to' in what && Array.isArray(what.to)) return what.to
  return []
}
