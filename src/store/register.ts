import type { PartLevel, RegisterRow } from '../domain/case/projection-rows.ts'
import type { AgencyId, At } from '../domain/people/directory.ts'
import type { End, Id } from '../domain/policy/policy.ts'
import { instant } from './chain/canonical.ts'
import { openKeysOf, openSealed } from './compartments.ts'
import type { Db, Scope } from './db.ts'
import { type CaseLabel, placeOfLabel } from './entries/label.ts'
import { sql } from './sql.ts'

export interface RegisterFilter {
  readonly stage?: Id
  /** On either side. */
  readonly agency?: AgencyId
  readonly status?: RegisterRow['status']
  readonly late?: boolean
  readonly reason?: string
  readonly policyId?: Id
  readonly flag?: string
  /** Rehearsals instead of real cases. */
  readonly rehearsal?: boolean
}

/** Where a page of the register begins: after this row. `due` absent: among those without a date. */
export interface RegisterKey {
  readonly due?: At
  readonly caseId: string
}

export type RegisterLine = RegisterRow & { readonly caseId: string }

export interface MyCase extends RegisterLine {
  readonly levels: readonly PartLevel[]
  /** Title and subject; absent for whoever has a part only as the Board's office. */
  readonly label?: CaseLabel
}

/** A page of the register, soonest deadline first. Only rows that row security lets this person see. */
export async function register(
  db: Db,
  filter: RegisterFilter,
  page: { readonly after?: RegisterKey; readonly limit: number },
): Promise<readonly RegisterLine[]> {
  const { after } = page
  const due = after ? (after.due === undefined ? 'infinity' : instant(after.due)) : '-infinity'
  const rows = await db.query<Row>(
    READ,
    sql`
    select * from register
    where partnership = ${db.principal.partnership} and rehearsal = ${filter.rehearsal ?? false}
      and (due_key, case_id) > (${due}::timestamptz, ${after?.caseId ?? ''})
      and (${filter.stage ?? null}::text is null or stage = ${filter.stage ?? null})
      and (${filter.agency ?? null}::text is null or raising_agency = ${filter.agency ?? null} or ${filter.agency ?? null} = any (responding_agencies))
      and (${filter.status ?? null}::text is null or status = ${filter.status ?? null})
      and (${filter.late ?? null}::boolean is null or late = ${filter.late ?? null})
      and (${filter.reason ?? null}::text is null or ${filter.reason ?? null} = any (reasons))
      and (${filter.policyId ?? null}::text is null or policy_id = ${filter.policyId ?? null})
      and (${filter.flag ?? null}::text is null or ${filter.flag ?? null} = any (flags))
    order by due_key, case_id limit ${page.limit}`,
  )
  return rows.map(lineOf)
}

/** The cases in which the person asking, or somebody they stand in for, has a part now; soonest deadline first. */
export async function myCases(db: Db): Promise<readonly MyCase[]> {
  const rows = await db.query<Row & LabelRow>(
    READ,
    sql`
    select r.*, c.owner, c.label, c.label_key, p.levels
    from (
      select case_id, array_agg(distinct level) as levels from part
      where partnership = ${db.principal.partnership} and person = any (acting_for()) and starts <= app_now() and (ends is null or ends > app_now())
      group by case_id
    ) p
    join register r on r.partnership = ${db.principal.partnership} and r.case_id = p.case_id
    join cases c on c.partnership = r.partnership and c.case_id = r.case_id
    order by r.due_key, r.case_id`,
  )
  await openKeysOf(
    db,
    READ,
    rows.map((row) => row.case_id),
  )
  return rows.map((row) => ({ ...lineOf(row), levels: row.levels, ...labelOf(db, row) }))
}

export async function myCaseIds(db: Db): Promise<ReadonlySet<string>> {
  const [row] = await db.query<{ readonly ids: readonly string[] }>(READ, sql`select my_cases() as ids`)
  return new Set(row?.ids)
}

/** The case with this number, for whoever has a part in it or reads the register. */
export async function caseIdOf(db: Db, number: string): Promise<string | undefined> {
  const [row] = await db.query<{ readonly case_id: string }>(
    READ,
    sql`
    select case_id from cases where partnership = ${db.principal.partnership} and number = ${number}`,
  )
  return row?.case_id
}

const READ: Scope = { mode: 'read' }

export interface Row {
  readonly case_id: string
  readonly number: string
  readonly stage: string
  readonly stage_title: string
  readonly status: RegisterRow['status']
  readonly raising_agency: string
  readonly responding_agencies: readonly string[]
  readonly reasons: readonly string[]
  readonly age_band: string | null
  readonly flags: readonly string[]
  readonly waiting_for: string
  readonly due: Date | null
  readonly late: boolean
  readonly ending: End | null
  readonly policy_id: string
  readonly raised_at: Date
  readonly closed_at: Date | null
  readonly rehearsal: boolean
}

interface LabelRow {
  readonly owner: string
  readonly label: Buffer | null
  readonly label_key: number | null
  readonly levels: readonly PartLevel[]
}

export function lineOf(row: Row): RegisterLine {
  return {
    caseId: row.case_id,
    number: row.number,
    stage: row.stage,
    stageTitle: row.stage_title,
    status: row.status,
    raisingAgency: row.raising_agency,
    respondingAgencies: row.responding_agencies,
    reasons: row.reasons,
    ...(row.age_band === null ? {} : { ageBand: row.age_band }),
    flags: row.flags,
    waitingFor: row.waiting_for,
    ...(row.due === null ? {} : { due: row.due.getTime() }),
    late: row.late,
    ...(row.ending === null ? {} : { end: row.ending }),
    policyId: row.policy_id,
    raisedAt: row.raised_at.getTime(),
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at.getTime() }),
    rehearsal: row.rehearsal,
  }
}

function labelOf(db: Db, row: Row & LabelRow): { readonly label?: CaseLabel } {
  if (row.label === null || row.label_key === null || row.levels.every((level) => level === 'board')) return {}
  return {
    label: JSON.parse(
      openSealed(db, placeOfLabel(row.case_id, row.owner), { sealed: row.label, keyVersion: row.label_key }),
    ) as CaseLabel,
  }
}
