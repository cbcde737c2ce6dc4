/** `access`: the one door for every read. What is shown is cut by `sees` and again by row security, and the reading is on the audit in the same transaction. */

import { agreedAction } from '../domain/case/action-duties.ts'
import type { Case } from '../domain/case/case.ts'
import { addressees } from '../domain/case/decide/acts.ts'
import { due } from '../domain/case/due.ts'
import { type DutyInstance, isLive } from '../domain/case/duty-instance.ts'
import type { Entry } from '../domain/case/entry.ts'
import { owersIn } from '../domain/case/holders-in-case.ts'
import { moves } from '../domain/case/moves.ts'
import { type Part, partsOf } from '../domain/case/parts.ts'
import { sees } from '../domain/case/sees.ts'
import { shownCase, shownDuties, shownParts } from '../domain/case/shown.ts'
import type { PersonId } from '../domain/people/directory.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/tx.ts'
import type { Access, Asking, CaseLine, CaseView, Home, HomeDuty } from './app.ts'
import type { Clock } from './clock.ts'
import { draftsOf } from './drafts.ts'
import { principalOf } from './principal-of.ts'
import { readRegister } from './read-register.ts'
import { type OpenCase, openCase } from './run.ts'

export function makeAccess(store: Store, clock: Clock): Access {
  const asked = <T>(asking: Asking, work: (tx: Tx, at: number) => Promise<T>): Promise<T> => {
    const at = clock.now()
    return store.transaction(principalOf(asking), (tx) => work(tx, at), { at })
  }
  return {
    caseFor: (asking, caseId, purpose) => asked(asking, (tx, at) => readCase(tx, asking, caseId, purpose, at)),
    asTheySeeIt: (asking, caseId) => asked(asking, (tx, at) => theirEyes(tx, asking, caseId, at)),
    home: (asking) => asked(asking, (tx, at) => home(tx, asking, at)),
    register: (asking, query) => asked(asking, (tx, at) => readRegister(tx, asking, query, at)),
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
  const found = await openCase(tx, caseId)
  const view = found ? viewFor(found, caseId, asking.viewer.person, at, await tx.visible(caseId)) : undefined
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
  return { ...view, reads: await readsOf(tx, caseId, view) }
}

/** One case through one reader's eyes. `walled` = the entries row security lets them read; the two walls must both say yes. */
function viewFor(
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
  return {
    caseId,
    world,
    c: shownCase(c, part, seqs),
    at,
    reader,
    part,
    entries: shown,
    duties: shownDuties(c, part, due(world, c, at)),
    offers: moves(world, c, reader, at),
    parts: shownParts(world, c, part, parts),
    reads: [],
    rehearsal: false,
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
  const read = await readCase(tx, asking, caseId, 'as they see it', at)
  // Only the two sides and whoever decides may compare: the Board's office and observers read no narrative, through nobody's eyes.
  const own = read && read.part.level !== 'board' && read.part.level !== 'observer' ? read : undefined
  const found = own ? await openCase(tx, caseId) : undefined
  const other = own && found ? otherSide(found.c, own) : undefined
  const theirs = found && other ? viewFor(found, caseId, other, at) : undefined
  if (!own || !found || !theirs) return undefined
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

const mostCases = 200

async function home(tx: Tx, asking: Asking, at: number): Promise<Home> {
  const person = asking.viewer.person
  const lines: CaseLine[] = []
  const mine: HomeDuty[] = []
  const owed: HomeDuty[] = []
  for (const line of (await tx.myCases()).slice(0, mostCases)) {
    const part =
      line.levels.includes('party') ||
      line.levels.includes('supporter') ||
      line.levels.includes('decider') ||
      line.levels.includes('panel')
    const found = await openCase(tx, line.caseId)
    const own = found ? partsOf(found.world, found.c, at).find((p) => p.person === person) : undefined
    if (!found || !own) continue
    const name = part ? found.c.subject.name : ''
    lines.push({ caseId: line.caseId, row: line, title: part ? found.c.title : '', childName: name, side: own.side })
    if (line.status !== 'closed') sortDuties(found, own, line, name, at, mine, owed)
    if (part)
      await tx.audit({ what: 'read', caseId: line.caseId, purpose: 'home', agency: own.agency, role: own.level })
  }
  const soonest = (a: HomeDuty, b: HomeDuty) =>
    (a.instance.due?.at ?? Number.MAX_SAFE_INTEGER) - (b.instance.due?.at ?? Number.MAX_SAFE_INTEGER)
  const drafts = (await tx.drafts.list()).map((d) => ({
    id: d.id,
    kind: d.kind === 'raise' ? ('raise' as const) : ('form' as const),
    saved: d.saved,
    fields: d.body as never,
  }))
  return { mine: mine.sort(soonest), owed: owed.sort(soonest), drafts, cases: lines }
}

/** A notice that would only reach the one reading it is for a colleague to give. */
function onlyTo(found: OpenCase, own: Part, instance: DutyInstance, at: number): boolean {
  const act = instance.duty?.act
  if (act?.verb !== 'tell') return false
  const d = { world: found.world, c: found.c, actor: { person: own.person, at } }
  return act.to.every((who) => addressees(d, who, instance).every((p) => p === own.person))
}

/** One duty once, however many stages it stands open from: one act answers them all. */
function sortDuties(
  found: OpenCase,
  own: Part,
  line: { caseId: string; number: string; stageTitle: string },
  childName: string,
  at: number,
  mine: HomeDuty[],
  owed: HomeDuty[],
): void {
  const { world, c } = found
  const seqs = sees(world, c, found.entries, own.person, at)
  for (const instance of shownDuties(c, own, due(world, c, at))) {
    if (
      !isLive(instance) ||
      instance.status === 'waiting' ||
      instance.force === 'may' ||
      instance.duty?.act.verb === 'keep'
    )
      continue
    const duty: HomeDuty = {
      caseId: line.caseId,
      number: line.number,
      title: c.title,
      childName,
      stageTitle: line.stageTitle,
      policy: world.policy,
      c: shownCase(c, own, seqs),
      world,
      instance,
    }
    if (
      [...mine, ...owed].some(
        (x) =>
          x.caseId === line.caseId &&
          x.instance.id === instance.id &&
          instance.id !== agreedAction &&
          x.instance.agency === instance.agency,
      )
    )
      continue
    if (owersIn(world, c, instance, at).some((h) => h.person === own.person) && !onlyTo(found, own, instance, at))
      mine.push(duty)
    else if (own.level === 'party' || own.level === 'supporter' || own.level === 'decider') owed.push(duty)
  }
}
