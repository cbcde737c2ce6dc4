/** `access`: the one door for every read. What is shown is cut by `sees` and again by row security, and the reading is on the audit in the same transaction. */

import type { Case } from '../domain/case/case.ts'
import { due } from '../domain/case/due.ts'
import type { Entry } from '../domain/case/entry.ts'
import { moves } from '../domain/case/moves.ts'
import { partsOf } from '../domain/case/parts.ts'
import { sees } from '../domain/case/sees.ts'
import { shownCase, shownDuties, shownParts } from '../domain/case/shown.ts'
import type { PersonId } from '../domain/people/directory.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/tx.ts'
import type { Access, Asking, CaseView } from './app.ts'
import type { Clock } from './clock.ts'
import { draftsOf } from './drafts.ts'
import { home } from './home.ts'
import { principalOf } from './principal-of.ts'
import { readRegister } from './read-register.ts'
import { refsOf } from './refs.ts'
import { recordReport, reportsDue } from './register-report.ts'
import { type OpenCase, openCase } from './run.ts'
import { versionView } from './version-view.ts'

export function makeAccess(store: Store, clock: Clock): Access {
  const asked = <T>(asking: Asking, work: (tx: Tx, at: number) => Promise<T>): Promise<T> => {
    const at = clock.now()
    return store.transaction(principalOf(asking), (tx) => work(tx, at), { at })
  }
  return {
    caseFor: (asking, caseId, purpose) => asked(asking, (tx, at) => readCase(tx, asking, caseId, purpose, at)),
    asTheySeeIt: (asking, caseId) => asked(asking, (tx, at) => theirEyes(tx, asking, caseId, at)),
    versionChange: (asking, caseId, given) =>
      asked(asking, async (tx, at) => {
        const read = await readOpen(tx, asking, caseId, 'to move it to another version', at)
        return read && versionView(tx, asking, read, given, at)
      }),
    home: (asking) => asked(asking, (tx, at) => home(tx, asking, at)),
    register: (asking, query) => asked(asking, (tx, at) => readRegister(tx, asking, query, at)),
    reportsDue: (asking) => asked(asking, (tx) => reportsDue(tx, asking)),
    recordReport: (asking, given) => asked(asking, (tx) => recordReport(tx, asking, given)),
    directory: (asking) => asked(asking, (tx) => tx.directory()),
    drafts: draftsOf(asked),
  }
}

async function readCase(
  tx: Tx,
  asking: Asking,
  caseId: string,
  purpose: string,
  at: number,
): Promise<CaseView | undefined> {
  return (await readOpen(tx, asking, caseId, purpose, at))?.view
}

/** The case as its reader may see it, with the whole of it for whoever goes on deciding; the reading is recorded here. */
async function readOpen(
  tx: Tx,
  asking: Asking,
  caseId: string,
  purpose: string,
  at: number,
): Promise<{ readonly found: OpenCase; readonly view: CaseView } | undefined> {
  const [found, walled] = await Promise.all([openCase(tx, caseId), tx.visible(caseId)])
  const view = found && viewFor(tx, found, caseId, asking.viewer.person, at, walled)
  if (!found || !view) {
    await tx.audit({ what: 'refused', caseId, purpose, agency: asking.viewer.agency })
    return undefined
  }
  await tx.audit({
    what: 'read',
    caseId,
    purpose,
    seqs: view.entries.map((e) => e.seq),
    agency: view.part.agency,
    role: view.part.level,
  })
  return { found, view: { ...view, reads: await readsOf(tx, caseId, view) } }
}

/** One case through one reader's eyes. `walled` = the entries row security lets them read; the two walls must both say yes. */
function viewFor(
  tx: Tx,
  found: OpenCase,
  caseId: string,
  reader: PersonId,
  at: number,
  walled?: ReadonlySet<number>,
): CaseView | undefined {
  const { world, c, entries } = found
  const parts = partsOf(world, c, at)
  const part = parts.find((p) => p.person === reader)
  if (!part) return undefined
  const may = sees(world, c, entries, reader, at)
  const shown = entries.filter((e) => may.has(e.seq) && (walled === undefined || walled.has(e.seq)))
  const seqs = new Set(shown.map((e) => e.seq))
  const duties = shownDuties(c, part, due(world, c, at))
  return {
    caseId,
    world,
    c: shownCase(c, part, seqs),
    at,
    reader,
    part,
    entries: shown,
    duties,
    offers: moves(world, c, reader, at),
    parts: shownParts(world, c, part, parts),
    reads: [],
    refs: refsOf(tx, caseId, found.hashes, seqs, duties),
  }
}

async function readsOf(tx: Tx, caseId: string, view: CaseView): Promise<CaseView['reads']> {
  const known = new Set(view.parts.map((p) => p.person))
  const first = new Map<string, CaseView['reads'][number]>()
  const mine = new Set(view.entries.map((e) => e.seq))
  for (const reading of await tx.reads(caseId)) {
    if (!known.has(reading.person)) continue
    for (const seq of reading.seqs) {
      const key = `${reading.person} ${seq}`
      if (mine.has(seq) && !first.has(key)) first.set(key, { person: reading.person, seq, at: reading.at })
    }
  }
  return [...first.values()]
}

async function theirEyes(tx: Tx, asking: Asking, caseId: string, at: number) {
  const read = await readOpen(tx, asking, caseId, 'as they see it', at)
  // Only the two sides and whoever decides may compare: the Board's office and observers read no narrative, through nobody's eyes.
  if (!read || read.view.part.level === 'board' || read.view.part.level === 'observer') return undefined
  const { found, view: own } = read
  const other = otherSide(found.c, own)
  const theirs = other && viewFor(tx, found, caseId, other, at)
  if (!theirs) return undefined
  const mine = new Set(own.entries.map((e) => e.seq))
  const both: readonly Entry[] = theirs.entries.filter((e) => mine.has(e.seq))
  const seqs = new Set(both.map((e) => e.seq))
  const theirSeqs = new Set(theirs.entries.map((e) => e.seq))
  const cut: CaseView = {
    ...theirs,
    entries: both,
    c: shownCase(theirs.c, theirs.part, seqs),
    duties: shownDuties(found.c, own.part, theirs.duties),
    parts: shownParts(found.world, found.c, own.part, theirs.parts),
    reads: own.reads,
    refs: own.refs,
  }
  return { own, theirs: cut, leftOut: own.entries.filter((e) => !theirSeqs.has(e.seq)) }
}

/** Whoever acts for the other side where the case stands now. */
function otherSide(c: Case, own: CaseView): PersonId | undefined {
  const side = own.part.side === 'raising' ? 'responding' : 'raising'
  const parties = own.parts.filter((p) => p.side === side && p.level === 'party')
  const here = c.visits.at(-1)?.people.find((p) => p.side === side && parties.some((q) => q.person === p.person))
  return here?.person ?? parties[0]?.person
}
