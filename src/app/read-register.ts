/** The register: what is open, where, with whom, and what is late. No name and no narrative. Source: SM-4, PG-2; mockups README page 06. */
import { live } from '../domain/people/holders.ts'
import type { RegisterLine } from '../store/register.ts'
import type { Tx } from '../store/tx.ts'
import type { Asking, RegisterPage, RegisterQuery } from './app.ts'
import { parseKept, policyOf } from './library.ts'

const pageSize = 50

export async function readRegister(
  tx: Tx,
  asking: Asking,
  query: RegisterQuery,
  at: number,
): Promise<RegisterPage | undefined> {
  if (!(await keepsRegister(tx, asking, at))) return undefined
  const read: RegisterLine[] = []
  for (let after: { due?: number; caseId: string } | undefined; ; ) {
    const page = await tx.register({}, { ...(after ? { after } : {}), limit: 500 })
    read.push(...page)
    const last = page.at(-1)
    if (!last || page.length < 500) break
    after = { caseId: last.caseId, ...(last.due === undefined ? {} : { due: last.due }) }
  }
  const everything = await onRegister(tx, read)
  const late = (r: RegisterLine) => r.status !== 'closed' && r.due !== undefined && r.due < at && r.late
  const wanted = everything.filter(
    (r) =>
      (query.status === undefined || r.status === query.status) &&
      (query.stage === undefined || r.stage === query.stage) &&
      (query.agency === undefined || r.raisingAgency === query.agency || r.respondingAgencies.includes(query.agency)) &&
      (query.reason === undefined || r.reasons.includes(query.reason)),
  )
  const order = {
    due: (a: RegisterLine, b: RegisterLine) => Number(late(b)) - Number(late(a)) || (a.due ?? 9e15) - (b.due ?? 9e15),
    number: (a: RegisterLine, b: RegisterLine) => a.number.localeCompare(b.number),
    stage: (a: RegisterLine, b: RegisterLine) => a.stageTitle.localeCompare(b.stageTitle),
  }
  const sorted = [...wanted].sort(order[query.sort ?? 'due'])
  const begin = query.after === undefined ? 0 : sorted.findIndex((r) => r.caseId === query.after) + 1
  const rows = sorted.slice(begin, begin + pageSize)
  const last = rows.at(-1)
  const mine = new Set((await tx.myCases()).map((c) => c.caseId))
  return {
    rows: rows.map((row) => ({
      caseId: row.caseId,
      row: { ...row, late: late(row) },
      open: mine.has(row.caseId),
    })),
    total: wanted.length,
    ...(last && begin + pageSize < sorted.length ? { next: last.caseId } : {}),
    byStage: byStage(everything, late),
    silent: await silent(
      tx,
      everything.filter((r) => r.status === 'open' && late(r)),
      at,
    ),
  }
}

/** Cases that have come as far as their policy's register begins; a policy without a register puts none on it. Source: SM-4, PG-2. */
async function onRegister(tx: Tx, read: readonly RegisterLine[]): Promise<readonly RegisterLine[]> {
  const begins = new Map<string, ReadonlySet<string>>()
  for (const { policyId } of read) {
    if (begins.has(policyId)) continue
    const policy = await policyOf(tx, policyId)
    const from = policy?.stages.findIndex((s) => s.id === policy.register?.from) ?? -1
    begins.set(policyId, new Set(from < 0 ? [] : policy?.stages.slice(from).map((s) => s.id)))
  }
  return read.filter((r) => begins.get(r.policyId)?.has(r.stage) ?? false)
}

/** Does an adopted policy have this person keep its register? */
async function keepsRegister(tx: Tx, asking: Asking, at: number): Promise<boolean> {
  const directory = await tx.directory()
  const posts = live({ directory, at }).filter(
    (p) => p.person === asking.viewer.person && directory.agencies[p.agency]?.kind === 'board',
  )
  if (posts.length === 0) return false
  for (const kept of await tx.policies.list()) {
    const keeper = (await parseKept(tx, kept)).register?.keptBy
    if (keeper && posts.some((p) => p.role === keeper)) return true
  }
  return false
}

function byStage(all: readonly RegisterLine[], late: (r: RegisterLine) => boolean): RegisterPage['byStage'] {
  const rows = new Map<string, { stage: string; title: string; open: number; late: number }>()
  for (const r of all) {
    if (r.status !== 'open') continue
    const row = rows.get(r.stageTitle) ?? { stage: r.stage, title: r.stageTitle, open: 0, late: 0 }
    rows.set(r.stageTitle, { ...row, open: row.open + 1, late: row.late + (late(r) ? 1 : 0) })
  }
  return [...rows.values()]
}

/** Agencies that were asked and have let the time of something they must do pass, the longest silence first: in how many cases. */
async function silent(tx: Tx, lateCases: readonly RegisterLine[], at: number): Promise<RegisterPage['silent']> {
  const rows = new Map<string, { agency: string; late: number; longest: number }>()
  for (const line of lateCases) {
    const owed = await owedLate(tx, line, at)
    for (const [agency, since] of owed) {
      const row = rows.get(agency) ?? { agency, late: 0, longest: at }
      rows.set(agency, { agency, late: row.late + 1, longest: Math.min(row.longest, since) })
    }
  }
  return [...rows.values()].sort((a, b) => a.longest - b.longest)
}

/** The answering agencies that are late in one case, each with its longest lateness. */
async function owedLate(tx: Tx, line: RegisterLine, at: number): Promise<ReadonlyMap<string, number>> {
  const policy = await policyOf(tx, line.policyId)
  const must = new Set(
    [...(policy?.duties ?? []), ...(policy?.stages.flatMap((s) => s.duties) ?? [])]
      .filter((d) => d.force === 'must')
      .map((d) => d.id),
  )
  const found = new Map<string, number>()
  for (const d of await tx.deadlinesOf(line.caseId)) {
    const late =
      d.side === 'responding' &&
      must.has(d.dutyId) &&
      !d.guide &&
      d.due !== undefined &&
      d.due < at &&
      (d.status === 'open' || d.status === 'late')
    if (late && d.due !== undefined) found.set(d.agency, Math.min(found.get(d.agency) ?? at, d.due))
  }
  return found
}
