/** The first page: what this person may do now, what others owe them, their cases. A constant number of questions, however many the cases. */
import { agreedAction } from '../domain/case/action-duties.ts'
import { addressees } from '../domain/case/decide/acts.ts'
import { due } from '../domain/case/due.ts'
import { type DutyInstance, isLive } from '../domain/case/duty-instance.ts'
import type { Side } from '../domain/case/entry.ts'
import { owersIn } from '../domain/case/holders-in-case.ts'
import { type Part, partsOf } from '../domain/case/parts.ts'
import { sees } from '../domain/case/sees.ts'
import { shownCase, shownDuties } from '../domain/case/shown.ts'
import type { MyCase } from '../store/register.ts'
import type { Tx } from '../store/tx.ts'
import type { Asking, CaseLine, Home, HomeDuty } from './app.ts'
import { refsOf } from './refs.ts'
import { type OpenCase, openCases } from './run.ts'

const mostCases = 200

export async function home(tx: Tx, asking: Asking, at: number): Promise<Home> {
  const person = asking.viewer.person
  const [mine, kept] = await Promise.all([tx.myCases(), tx.drafts.list()])
  const listed = mine.slice(0, mostCases)
  const open = await openCases(
    tx,
    listed.filter((line) => line.status !== 'closed').map((line) => line.caseId),
  )
  const lines: CaseLine[] = []
  const duties: Duties = { mine: [], owed: [] }
  const read: { readonly caseId: string; readonly agency: string; readonly role: string }[] = []
  for (const line of listed) {
    const found = open.get(line.caseId)
    const own = found ? partsOf(found.world, found.c, at).find((p) => p.person === person) : undefined
    if (line.status !== 'closed' && !own) continue
    const named = line.levels.some((level) => level !== 'board' && level !== 'observer')
    const [title, name] = named ? [line.label?.title ?? '', line.label?.subject ?? ''] : ['', '']
    lines.push({ caseId: line.caseId, row: line, title, childName: name, side: own?.side ?? sideOf(asking, line) })
    if (found && own) sortDuties(tx, found, own, line, name, at, duties)
    if (named)
      read.push({
        caseId: line.caseId,
        agency: own?.agency ?? asking.viewer.agency,
        role: own?.level ?? line.levels[0] ?? '',
      })
  }
  await tx.audit(...read.map((one) => ({ what: 'read' as const, purpose: 'home', ...one })))
  const soonest = (a: HomeDuty, b: HomeDuty) =>
    (a.instance.due?.at ?? Number.MAX_SAFE_INTEGER) - (b.instance.due?.at ?? Number.MAX_SAFE_INTEGER)
  const drafts = kept.map((d) => ({
    id: d.id,
    kind: d.kind === 'raise' ? ('raise' as const) : ('form' as const),
    saved: d.saved,
    fields: d.body as never,
  }))
  return { mine: duties.mine.sort(soonest), owed: duties.owed.sort(soonest), drafts, cases: lines }
}

interface Duties {
  readonly mine: HomeDuty[]
  readonly owed: HomeDuty[]
}

/** Of a closed case, whose record is not opened for a list. */
function sideOf({ viewer }: Asking, line: MyCase): Side {
  const agencies = viewer.posts.map((post) => post.agency)
  if (agencies.includes(line.raisingAgency)) return 'raising'
  if (agencies.some((agency) => line.respondingAgencies.includes(agency))) return 'responding'
  return line.levels.some((level) => level === 'board' || level === 'decider' || level === 'panel')
    ? 'board'
    : 'outside'
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
  tx: Tx,
  found: OpenCase,
  own: Part,
  line: { caseId: string; number: string; stageTitle: string },
  childName: string,
  at: number,
  { mine, owed }: Duties,
): void {
  const { world, c } = found
  const seqs = sees(world, c, found.entries, own.person, at)
  const shown = shownDuties(c, own, due(world, c, at))
  const refs = refsOf(tx, line.caseId, found.hashes, seqs, shown)
  const seen = shownCase(c, own, seqs)
  for (const instance of shown) {
    if (
      !isLive(instance) ||
      instance.status === 'waiting' ||
      instance.force === 'may' ||
      instance.duty?.act.verb === 'keep'
    )
      continue
    const duty: HomeDuty = {
      caseId: line.caseId,
      refs,
      number: line.number,
      title: c.title,
      childName,
      stageTitle: line.stageTitle,
      policy: world.policy,
      c: seen,
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
