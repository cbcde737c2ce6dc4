import type { Projection } from '../../domain/case/projection-rows.ts'
import type { Db } from '../db.ts'
import { sql } from '../sql.ts'
import { deadlineJson, json, partJson, registerJson, shareJson } from './projection-json.ts'

/**
 * Makes the stored projection of a case this one: rows not named go, rows that are the same are not touched.
 * Nothing happens unless the case ends with the entry whose hash is `head`.
 */
export async function keepProjection(
  db: Db,
  caseId: string,
  it: Omit<Projection, 'shares'> & Partial<Pick<Projection, 'shares'>>,
  head: Buffer,
): Promise<void> {
  await db.query(
    { mode: 'fold', caseId },
    sql`
    with given as (
      select partnership, case_id from cases where partnership = ${db.principal.partnership} and case_id = ${caseId} and head = ${head}
    ), given_part as (
      select distinct on (person, agency, level, starts) *
      from jsonb_to_recordset(${json(it.parts.map(partJson))}) as p (person text, agency text, level text, starts timestamptz, ends timestamptz)
    ), gone_part as (
      delete from part t using given g where t.partnership = g.partnership and t.case_id = g.case_id
        and not exists (select from given_part p where (p.person, p.agency, p.level, p.starts) = (t.person, t.agency, t.level, t.starts))
    ), kept_part as (
      insert into part as t (partnership, case_id, person, agency, level, starts, ends)
      select g.partnership, g.case_id, p.person, p.agency, p.level, p.starts, p.ends from given g, given_part p
      on conflict (partnership, case_id, person, agency, level, starts) do update set ends = excluded.ends where t.ends is distinct from excluded.ends
    ), given_deadline as (
      select * from jsonb_to_recordset(${json(it.deadlines.map(deadlineJson))}) as d
        (key text, duty_id text, agency text, side text, role text, people text[], due timestamptz, status text, guide boolean)
    ), gone_deadline as (
      delete from deadline t using given g where t.partnership = g.partnership and t.case_id = g.case_id
        and not exists (select from given_deadline d where d.key = t.key)
    ), kept_deadline as (
      insert into deadline as t (partnership, case_id, key, duty_id, agency, side, role, people, due, status, guide)
      select g.partnership, g.case_id, d.key, d.duty_id, d.agency, d.side, d.role, d.people, d.due, d.status, d.guide from given g, given_deadline d
      on conflict (partnership, case_id, key) do update set duty_id = excluded.duty_id, agency = excluded.agency, side = excluded.side,
        role = excluded.role, people = excluded.people, due = excluded.due, status = excluded.status, guide = excluded.guide, claimed = null
      where (t.duty_id, t.agency, t.side, t.role, t.people, t.due, t.status, t.guide) is distinct from
        (excluded.duty_id, excluded.agency, excluded.side, excluded.role, excluded.people, excluded.due, excluded.status, excluded.guide)
    ), kept_register as (
      insert into register as t (partnership, case_id, number, stage, stage_title, status, raising_agency, responding_agencies, reasons, age_band, flags,
        waiting_for, due, late, ending, policy_id, raised_at, closed_at, rehearsal)
      select g.partnership, g.case_id, r.* from given g, jsonb_to_record(${json(registerJson(it.register))}) as r (number text, stage text, stage_title text,
        status text, raising_agency text, responding_agencies text[], reasons text[], age_band text, flags text[], waiting_for text, due timestamptz,
        late boolean, ending text, policy_id text, raised_at timestamptz, closed_at timestamptz, rehearsal boolean)
      on conflict (partnership, case_id) do update set number = excluded.number, stage = excluded.stage, stage_title = excluded.stage_title,
        status = excluded.status, raising_agency = excluded.raising_agency, responding_agencies = excluded.responding_agencies,
        reasons = excluded.reasons, age_band = excluded.age_band, flags = excluded.flags, waiting_for = excluded.waiting_for, due = excluded.due,
        late = excluded.late, ending = excluded.ending, policy_id = excluded.policy_id, raised_at = excluded.raised_at,
        closed_at = excluded.closed_at, rehearsal = excluded.rehearsal
    ), given_share as (
      select distinct * from jsonb_to_recordset(${json((it.shares ?? []).map(shareJson))}) as s (seq int, to_kind text, to_id text)
    ), gone_share as (
      delete from entry_share t using given g where t.partnership = g.partnership and t.case_id = g.case_id
        and not exists (select from given_share s where (s.seq, s.to_kind, s.to_id) = (t.seq, t.to_kind, t.to_id))
    )
    insert into entry_share (partnership, case_id, seq, to_kind, to_id)
    select g.partnership, g.case_id, s.seq, s.to_kind, s.to_id from given g, given_share s
    on conflict (partnership, case_id, seq, to_kind, to_id) do nothing`,
  )
}
