import type { AgencyId, At } from '../domain/people/directory.ts'
import type { Id } from '../domain/policy/policy.ts'
import { instant } from './chain/canonical.ts'
import type { Db, Scope } from './db.ts'
import { lineOf, type RegisterLine, type Row } from './register.ts'
import { sql } from './sql.ts'

/** One page of the register, and what is counted over all of it: three statements, however many cases there are. */
export interface RegisterAsked {
  /** Late is what was due before this moment. */
  readonly at: At
  /** The stages at which a case of each policy is on its register. */
  readonly shown: readonly { readonly policyId: Id; readonly stage: Id }[]
  /** The duties of each policy that must be done. */
  readonly must: readonly { readonly policyId: Id; readonly dutyId: Id }[]
  readonly status?: 'open' | 'ended' | 'closed'
  readonly stage?: Id
  /** On either side. */
  readonly agency?: AgencyId
  readonly reason?: string
  readonly sort: 'due' | 'number' | 'stage'
  /** The page after this case, or before it. */
  readonly after?: string
  readonly before?: string
  readonly limit: number
}

export interface RegisterFound {
  readonly rows: readonly RegisterLine[]
  /** More of them in the direction asked for. */
  readonly more: boolean
  readonly total: number
  readonly byStage: readonly {
    readonly stage: Id
    readonly title: string
    readonly open: number
    readonly late: number
  }[]
  /** Answering agencies that let a must pass: in how many cases, since when. The longest silence first. Only of cases the asker has a part in. */
  readonly silent: readonly { readonly agency: AgencyId; readonly late: number; readonly longest: At }[]
}

export async function registerPage(db: Db, it: RegisterAsked): Promise<RegisterFound> {
  const [rows, counted, silent] = await Promise.all([pageOf(db, it), countedOf(db, it), silentOf(db, it)])
  const page = rows.slice(0, it.limit)
  return {
    rows: (it.before === undefined ? page : page.toReversed()).map((row) => ({ ...lineOf(row), late: row.overdue })),
    more: rows.length > it.limit,
    total: counted.find((one) => one.is === 'total')?.open ?? 0,
    byStage: counted.flatMap(({ is, stage, title, open, late }) =>
      is === 'stage' ? [{ stage, title, open, late }] : [],
    ),
    silent: silent.map((one) => ({ agency: one.agency, late: one.late, longest: one.longest.getTime() })),
  }
}

const READ: Scope = { mode: 'read' }
const stages = (it: RegisterAsked): string =>
  JSON.stringify(it.shown.map(({ policyId, stage }) => ({ policy_id: policyId, stage })))

/** Ordered by one key whatever the order asked for, so that a page begins where the last one ended though cases came or went. */
const pageOf = (db: Db, it: RegisterAsked) =>
  db.query<Row & { readonly overdue: boolean }>(
    READ,
    sql`
    with on_it as (
      select r.*, o.overdue,
        case when ${it.sort} = 'due' and not o.overdue then 1 else 0 end as k1,
        case when ${it.sort} = 'due' then r.due_key else 'epoch'::timestamptz end as k2,
        case ${it.sort} when 'number' then r.number when 'stage' then r.stage_title else '' end collate "C" as k3
      from register r
        join jsonb_to_recordset(${stages(it)}) as g (policy_id text, stage text) on g.policy_id = r.policy_id and g.stage = r.stage
        cross join lateral (select r.late and r.status <> 'closed' and r.due < ${instant(it.at)}::timestamptz is true as overdue) o
      where r.partnership = ${db.principal.partnership} and not r.rehearsal
    ), mark as materialized (
      select k1, k2, k3, case_id from on_it where case_id = coalesce(${it.after ?? null}::text, ${it.before ?? null}::text)
    )
    select s.* from on_it s left join mark m on true
    where (${it.status ?? null}::text is null or s.status = ${it.status ?? null})
      and (${it.stage ?? null}::text is null or s.stage = ${it.stage ?? null})
      and (${it.agency ?? null}::text is null or s.raising_agency = ${it.agency ?? null} or ${it.agency ?? null} = any (s.responding_agencies))
      and (${it.reason ?? null}::text is null or ${it.reason ?? null} = any (s.reasons))
      and (m.case_id is null
        or (${it.after ?? null}::text is not null and (s.k1, s.k2, s.k3, s.case_id) > (m.k1, m.k2, m.k3, m.case_id))
        or (${it.before ?? null}::text is not null and (s.k1, s.k2, s.k3, s.case_id) < (m.k1, m.k2, m.k3, m.case_id)))
    order by
      case when ${it.before ?? null}::text is null then s.k1 end, case when ${it.before ?? null}::text is null then s.k2 end,
      case when ${it.before ?? null}::text is null then s.k3 end, case when ${it.before ?? null}::text is null then s.case_id end,
      s.k1 desc, s.k2 desc, s.k3 desc, s.case_id desc
    limit ${it.limit + 1}`,
  )

const countedOf = (db: Db, it: RegisterAsked) =>
  db.query<{ is: 'total' | 'stage'; stage: string; title: string; open: number; late: number }>(
    READ,
    sql`
    with on_it as (
      select r.*, r.late and r.status <> 'closed' and r.due < ${instant(it.at)}::timestamptz is true as overdue
      from register r join jsonb_to_recordset(${stages(it)}) as g (policy_id text, stage text) on g.policy_id = r.policy_id and g.stage = r.stage
      where r.partnership = ${db.principal.partnership} and not r.rehearsal
    )
    select 'total' as is, '' as stage, '' as title, count(*)::int as open, 0 as late from on_it s
    where (${it.status ?? null}::text is null or s.status = ${it.status ?? null})
      and (${it.stage ?? null}::text is null or s.stage = ${it.stage ?? null})
      and (${it.agency ?? null}::text is null or s.raising_agency = ${it.agency ?? null} or ${it.agency ?? null} = any (s.responding_agencies))
      and (${it.reason ?? null}::text is null or ${it.reason ?? null} = any (s.reasons))
    union all
    select 'stage', min(stage), stage_title, count(*)::int, (count(*) filter (where overdue))::int from on_it where status = 'open' group by stage_title`,
  )

const silentOf = (db: Db, it: RegisterAsked) =>
  db.query<{ agency: string; late: number; longest: Date }>(
    READ,
    sql`
    select d.agency, count(distinct d.case_id)::int as late, min(d.due) as longest
    from register r
      join jsonb_to_recordset(${stages(it)}) as g (policy_id text, stage text) on g.policy_id = r.policy_id and g.stage = r.stage
      join deadline d on d.partnership = r.partnership and d.case_id = r.case_id
      join jsonb_to_recordset(${JSON.stringify(it.must.map(({ policyId, dutyId }) => ({ policy_id: policyId, duty_id: dutyId })))}) as m (policy_id text, duty_id text)
        on m.policy_id = r.policy_id and m.duty_id = d.duty_id
    where r.partnership = ${db.principal.partnership} and not r.rehearsal and r.status = 'open' and r.late and r.due < ${instant(it.at)}
      and d.side = 'responding' and not d.guide and d.due < ${instant(it.at)} and d.status in ('open', 'late')
    group by d.agency order by longest, d.agency`,
  )
