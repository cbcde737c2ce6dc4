import type { Entry } from '../domain/case/entry.ts'
import type { DeadlineRow, PartRow, Projection, RegisterRow, ShareRow } from '../domain/case/projection-rows.ts'
import { canonical } from './chain/canonical.ts'
import type { Db, Scope } from './db.ts'
import { type Row as DeadlineDbRow, deadlineOf } from './deadlines.ts'
import { keepProjection } from './entries/keep-projection.ts'
import { loadCase } from './entries/load.ts'
import type { Principal } from './principal.ts'
import { lineOf, type Row as RegisterDbRow } from './register.ts'
import { sql } from './sql.ts'
import { inTransaction, type Shell } from './transaction.ts'

/** A projection row that is not what the entries make of it. `stored` or `made` is absent when one of them lacks it. */
export interface Difference {
  readonly caseId: string
  readonly table: 'part' | 'deadline' | 'register' | 'entry_share'
  readonly key: string
  readonly stored?: unknown
  readonly made?: unknown
}

/** Makes the projection of a case from its entries alone. */
export type Project = (entries: readonly Entry[], caseId: string) => Projection | Promise<Projection>

/** Reads every case of a partnership in turn, each in a transaction of its own. For the program only. */
export async function everyCase(
  shell: Shell,
  partnership: string,
  visit: (entries: readonly Entry[], caseId: string) => Promise<void> | void,
): Promise<void> {
  const program: Principal = { program: true, partnership }
  for (let after = ''; ; ) {
    const caseIds = await inTransaction(shell, program, (db) => caseIdsAfter(db, after, 200))
    for (const caseId of caseIds) {
      const loaded = await inTransaction(shell, program, (db) => loadCase(db, caseId))
      if (loaded) await visit(loaded.entries, caseId)
    }
    const last = caseIds.at(-1)
    if (last === undefined) return
    after = last
  }
}

/** Walks every case of a partnership. */
export async function rebuild(
  shell: Shell,
  partnership: string,
  project: Project,
  write: boolean,
): Promise<readonly Difference[]> {
  const program: Principal = { program: true, partnership }
  const differences: Difference[] = []
  for (let after = ''; ; ) {
    const caseIds = await inTransaction(shell, program, (db) => caseIdsAfter(db, after, 200))
    // A transaction for each case: the walk may take long, and nobody waits for it.
    for (const caseId of caseIds)
      differences.push(...(await inTransaction(shell, program, (db) => rebuildCase(db, caseId, project, write))))
    const last = caseIds.at(-1)
    if (last === undefined) return differences
    after = last
  }
}

/** The cases of a partnership after this id, for a walk that holds no long transaction. */
async function caseIdsAfter(db: Db, after: string, limit: number): Promise<readonly string[]> {
  const rows = await db.query<{ readonly case_id: string }>(
    { mode: 'read' },
    sql`
    select case_id from cases where partnership = ${db.principal.partnership} and case_id > ${after} order by case_id limit ${limit}`,
  )
  return rows.map((row) => row.case_id)
}

/** Compares one case's stored projection with what its entries make; with `write`, keeps what they make. For the program only. */
async function rebuildCase(db: Db, caseId: string, project: Project, write: boolean): Promise<readonly Difference[]> {
  const loaded = await loadCase(db, caseId, { lock: write })
  if (!loaded) return []
  const made = await project(loaded.entries, caseId)
  const differences = compare(caseId, await storedProjection(db, caseId), made)
  if (write && differences.length > 0) await keepProjection(db, caseId, made, await headOf(db, caseId))
  return differences
}

async function headOf(db: Db, caseId: string): Promise<Buffer> {
  const [row] = await db.query<{ readonly head: Buffer }>(
    { mode: 'fold', caseId },
    sql`
    select head from cases where partnership = ${db.principal.partnership} and case_id = ${caseId}`,
  )
  return row?.head ?? Buffer.alloc(0)
}

async function storedProjection(db: Db, caseId: string): Promise<Partial<Projection>> {
  const scope: Scope = { mode: 'fold', caseId }
  const { partnership } = db.principal
  const [parts, deadlines, registers, shares] = await Promise.all([
    db.query<PartDbRow>(scope, sql`select * from part where partnership = ${partnership} and case_id = ${caseId}`),
    db.query<DeadlineDbRow>(
      scope,
      sql`select * from deadline where partnership = ${partnership} and case_id = ${caseId}`,
    ),
    db.query<RegisterDbRow>(
      scope,
      sql`select * from register where partnership = ${partnership} and case_id = ${caseId}`,
    ),
    db.query<ShareDbRow>(
      scope,
      sql`select * from entry_share where partnership = ${partnership} and case_id = ${caseId}`,
    ),
  ])
  const register = registers[0] && withoutId(lineOf(registers[0]))
  return {
    parts: parts.map(partOf),
    deadlines: deadlines.map(deadlineOf),
    shares: shares.map(
      (s): ShareRow => (s.to_kind === 'agency' ? { seq: s.seq, agency: s.to_id } : { seq: s.seq, person: s.to_id }),
    ),
    ...(register ? { register } : {}),
  }
}

function compare(caseId: string, stored: Partial<Projection>, made: Projection): readonly Difference[] {
  const partKey = (p: PartRow) => [p.person, p.agency, p.level, p.from].join(' ')
  const shareKey = (s: ShareRow) => `${s.seq} ${s.agency ?? s.person}`
  return [
    ...differ(caseId, 'part', stored.parts ?? [], made.parts, partKey),
    ...differ(caseId, 'deadline', stored.deadlines ?? [], made.deadlines, (d: DeadlineRow) => d.key),
    ...differ(caseId, 'register', stored.register ? [stored.register] : [], [made.register], () => ''),
    ...differ(caseId, 'entry_share', stored.shares ?? [], made.shares, shareKey),
  ]
}

function differ<T>(
  caseId: string,
  table: Difference['table'],
  stored: readonly T[],
  made: readonly T[],
  keyOf: (row: T) => string,
): readonly Difference[] {
  const before = new Map(stored.map((row) => [keyOf(row), row]))
  const after = new Map(made.map((row) => [keyOf(row), row]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [a, b] = [before.get(key), after.get(key)]
    if (a !== undefined && b !== undefined && canonical(a) === canonical(b)) return []
    return [{ caseId, table, key, ...(a === undefined ? {} : { stored: a }), ...(b === undefined ? {} : { made: b }) }]
  })
}

interface PartDbRow {
  readonly person: string
  readonly agency: string
  readonly level: PartRow['level']
  readonly starts: Date
  readonly ends: Date | null
}
interface ShareDbRow {
  readonly seq: number
  readonly to_kind: 'agency' | 'person'
  readonly to_id: string
}

const partOf = (row: PartDbRow): PartRow => ({
  person: row.person,
  agency: row.agency,
  level: row.level,
  from: row.starts.getTime(),
  ...(row.ends === null ? {} : { until: row.ends.getTime() }),
})

function withoutId({ caseId: _, ...row }: ReturnType<typeof lineOf>): RegisterRow {
  return row
}
