import type { Side } from '../domain/case/entry.ts'
import type { DeadlineRow, DeadlineStatus } from '../domain/case/projection-rows.ts'
import type { At } from '../domain/people/directory.ts'
import { instant } from './chain/canonical.ts'
import type { Db, Scope } from './db.ts'
import { sql } from './sql.ts'

export type CaseDeadline = DeadlineRow & { readonly caseId: string; readonly number: string }
export type DueDeadline = DeadlineRow & { readonly caseId: string }

/** What falls on the person asking, or on somebody they stand in for: open and late, soonest first. */
export async function myDeadlines(db: Db): Promise<readonly CaseDeadline[]> {
  const rows = await db.query<Row & { readonly number: string }>(
    READ,
    sql`
    select d.*, r.number
    from deadline d join register r on r.partnership = d.partnership and r.case_id = d.case_id
    where d.partnership = ${db.principal.partnership} and d.case_id = any ((select my_cases())::text[])
      and d.status in ('open', 'late') and d.people && acting_for()
    order by d.due nulls last, d.case_id, d.key`,
  )
  return rows.map((row) => ({ ...deadlineOf(row), caseId: row.case_id, number: row.number }))
}

/** Every deadline of one case. */
export async function deadlinesOf(db: Db, caseId: string): Promise<readonly DeadlineRow[]> {
  const rows = await db.query<Row>(
    { mode: 'fold', caseId },
    sql`
    select * from deadline where partnership = ${db.principal.partnership} and case_id = ${caseId} order by due nulls last, key`,
  )
  return rows.map(deadlineOf)
}

/**
 * Takes up to `limit` open deadlines that passed before `at`, for a sweep. Two sweeps never take the same one;
 * one that died lets go after `lease` milliseconds. For the worker and the program only.
 */
export async function dueBefore(db: Db, at: At, limit: number, lease = 300_000): Promise<readonly DueDeadline[]> {
  db.wrote = true
  const rows = await db.query<Row>(
    READ,
    sql`
    update deadline t set claimed = ${instant(db.at)}
    from (
      select partnership, case_id, key from deadline
      where partnership = ${db.principal.partnership} and status = 'open' and due is not null and due <= ${instant(at)}
        and (claimed is null or claimed <= ${instant(db.at - lease)})
      order by due limit ${limit} for update skip locked
    ) s
    where t.partnership = s.partnership and t.case_id = s.case_id and t.key = s.key
    returning t.*`,
  )
  return rows.map((row) => ({ ...deadlineOf(row), caseId: row.case_id }))
}

const READ: Scope = { mode: 'read' }

export interface Row {
  readonly case_id: string
  readonly key: string
  readonly duty_id: string
  readonly agency: string
  readonly side: string
  readonly role: string
  readonly people: readonly string[]
  readonly due: Date | null
  readonly status: DeadlineStatus
  readonly guide: boolean
}

export const deadlineOf = (row: Row): DeadlineRow => ({
  key: row.key,
  dutyId: row.duty_id,
  agency: row.agency,
  side: row.side as Side | 'none',
  role: row.role,
  people: row.people,
  ...(row.due === null ? {} : { due: row.due.getTime() }),
  status: row.status,
  guide: row.guide,
})
