import type { Entry } from '../../domain/case/entry.ts'
import type { DeadlineRow, OutboxRow, PartRow, RegisterRow, ShareRow } from '../../domain/case/projection-rows.ts'
import { canonical, instant } from '../chain/canonical.ts'
import { signCheckpoint } from '../chain/checkpoint.ts'
import { entryHash, NOTHING_BEFORE } from '../chain/entry-hash.ts'
import { caseKey, houseKey, sealAt } from '../compartments.ts'
import type { Db, Scope } from '../db.ts'
import { VersionConflict } from '../faults.ts'
import { nameOf } from '../principal.ts'
import { idOf, type WrappedKey } from '../seal/data-keys.ts'
import { sql } from '../sql.ts'
import { type CaseLabel, placeOfLabel } from './label.ts'
import { placeOfEntry } from './load.ts'
import { headOfEntry } from './row.ts'

export interface Append {
  /** Random, 128 bits, made by the app when the case is raised. */
  readonly caseId: string
  /** The version that was decided upon; 0 raises the case. */
  readonly expected: number
  /** seq expected + 1, expected + 2 ... */
  readonly entries: readonly Entry[]
  /** The whole projection of the case after these entries: rows not named here are gone. */
  readonly parts: readonly PartRow[]
  readonly deadlines: readonly DeadlineRow[]
  readonly register: RegisterRow
  readonly shares?: readonly ShareRow[]
  readonly outbox?: readonly OutboxRow[]
  /** What lists call the case; kept sealed. Needed when it is raised, and when it changes. */
  readonly label?: CaseLabel
}

/**
 * Adds entries to a case with everything that follows from them, in one statement: all of it or nothing.
 * @throws VersionConflict when somebody else added first.
 */
export async function append(db: Db, it: Append): Promise<void> {
  const last = it.entries.at(-1)
  const first = it.entries[0]
  if (!last || !first) throw new Error('Nothing to append.')
  const raising = it.expected === 0
  const scope: Scope = { mode: raising ? 'raise' : 'fold', caseId: it.caseId }
  const { partnership } = db.principal
  const made: WrappedKey[] = []
  const head = raising ? NOTHING_BEFORE : await headOf(db, scope, it)
  const chained = await sealAndChain(db, scope, it, head, made)
  const newHead = chained.at(-1)?.hash ?? head
  const label = await sealLabel(db, scope, it, first.owner, made)
  const checkpoint = signCheckpoint(db.keys.signing, {
    partnership,
    caseId: it.caseId,
    seq: last.seq,
    hash: newHead.toString('hex'),
    at: instant(db.at),
    signer: db.keys.signer,
  })
  const outbox = await sealOutbox(db, it.outbox ?? [])
  db.wrote = true
  const [won] = await db.query<{ readonly won: boolean }>(
    scope,
    sql`
    with given as (
      select ${partnership}::text as partnership, ${it.caseId}::text as case_id, ${it.expected}::int as expected, ${last.seq}::int as version,
        ${newHead}::bytea as head, ${label?.sealed ?? null}::bytea as label, ${label?.keyVersion ?? null}::int as label_key
    ), raised as (
      insert into cases (partnership, case_id, number, version, head, raised_by, owner, label, label_key, created)
      select partnership, case_id, ${it.register.number}, version, head, ${nameOf(db.principal)}, ${first.owner}, label, label_key, ${instant(first.recorded)}
      from given where expected = 0
      on conflict do nothing returning 1
    ), moved as (
      update cases c set version = g.version, head = g.head, label = coalesce(g.label, c.label), label_key = coalesce(g.label_key, c.label_key)
      from given g where c.partnership = g.partnership and c.case_id = g.case_id and c.version = g.expected and g.expected > 0
      returning 1
    ), won as (select 1 from raised union all select 1 from moved
    ), new_keys as (
      insert into case_key (partnership, case_id, owner, version, master_version, wrapped)
      select g.partnership, g.case_id, k.owner, k.version, k.master_version, k.wrapped
      from given g, jsonb_to_recordset(${json(made.map(keyJson))}) as k (owner text, version int, master_version int, wrapped bytea)
      where exists (select from won)
    ), written as (
      insert into entry (partnership, case_id, seq, kind, happened, told, recorded, by_person, as_role, agency, side, owner, audience, audience_agency,
        audience_people, in_confidence, policy_id, policy_version, policy_hash, answers, corrects, key_version, sealed, prev_hash, hash)
      select g.partnership, g.case_id, e.seq, e.kind, e.happened, e.told, e.recorded, e.by, e."as", e.agency, e.side, e.owner, e.audience, e."audienceAgency",
        e."audiencePeople", e."inConfidence", e."policyId", e."policyVersion", e."policyHash", e.answers, e.corrects, e."keyVersion", b.sealed, b.prev, b.hash
      from given g,
        jsonb_to_recordset(${json(chained.map(({ head }) => head))}) as e (seq int, kind text, happened timestamptz, told timestamptz, recorded timestamptz,
          by text, "as" text, agency text, side text, owner text, audience text, "audienceAgency" text, "audiencePeople" text[], "inConfidence" boolean,
          "policyId" text, "policyVersion" int, "policyHash" text, answers text[], corrects int, "keyVersion" int)
        join unnest(${chained.map(({ head }) => head.seq)}::int[], ${chained.map((c) => c.sealed)}::bytea[], ${chained.map((c) => c.prev)}::bytea[],
          ${chained.map((c) => c.hash)}::bytea[]) as b (seq, sealed, prev, hash) on b.seq = e.seq
      where exists (select from won)
    ), given_part as (
      select * from jsonb_to_recordset(${json(it.parts.map(partJson))}) as p (person text, agency text, level text, starts timestamptz, ends timestamptz)
    ), gone_part as (
      delete from part t using given g where t.partnership = g.partnership and t.case_id = g.case_id and g.expected > 0 and exists (select from won)
        and not exists (select from given_part p where (p.person, p.agency, p.level, p.starts) = (t.person, t.agency, t.level, t.starts))
    ), kept_part as (
      insert into part (partnership, case_id, person, agency, level, starts, ends)
      select distinct on (p.person, p.agency, p.level, p.starts) g.partnership, g.case_id, p.person, p.agency, p.level, p.starts, p.ends
      from given g, given_part p where exists (select from won)
      on conflict (partnership, case_id, person, agency, level, starts) do update set ends = excluded.ends where part.ends is distinct from excluded.ends
    ), given_deadline as (
      select * from jsonb_to_recordset(${json(it.deadlines.map(deadlineJson))}) as d
        (key text, duty_id text, agency text, side text, role text, people text[], due timestamptz, status text, guide boolean)
    ), gone_deadline as (
      delete from deadline t using given g where t.partnership = g.partnership and t.case_id = g.case_id and g.expected > 0 and exists (select from won)
        and not exists (select from given_deadline d where d.key = t.key)
    ), kept_deadline as (
      insert into deadline as t (partnership, case_id, key, duty_id, agency, side, role, people, due, status, guide)
      select g.partnership, g.case_id, d.key, d.duty_id, d.agency, d.side, d.role, d.people, d.due, d.status, d.guide
      from given g, given_deadline d where exists (select from won)
      on conflict (partnership, case_id, key) do update set duty_id = excluded.duty_id, agency = excluded.agency, side = excluded.side,
        role = excluded.role, people = excluded.people, due = excluded.due, status = excluded.status, guide = excluded.guide, claimed = null
      where (t.duty_id, t.agency, t.side, t.role, t.people, t.due, t.status, t.guide) is distinct from
        (excluded.duty_id, excluded.agency, excluded.side, excluded.role, excluded.people, excluded.due, excluded.status, excluded.guide)
    ), kept_register as (
      insert into register (partnership, case_id, number, stage, stage_title, status, raising_agency, responding_agencies, reasons, age_band, flags,
        waiting_for, due, late, ending, policy_id, raised_at, closed_at, rehearsal)
      select g.partnership, g.case_id, r.* from given g, jsonb_to_record(${json(registerJson(it.register))}) as r (number text, stage text, stage_title text,
        status text, raising_agency text, responding_agencies text[], reasons text[], age_band text, flags text[], waiting_for text, due timestamptz,
        late boolean, ending text, policy_id text, raised_at timestamptz, closed_at timestamptz, rehearsal boolean)
      where exists (select from won)
      on conflict (partnership, case_id) do update set number = excluded.number, stage = excluded.stage, stage_title = excluded.stage_title,
        status = excluded.status, raising_agency = excluded.raising_agency, responding_agencies = excluded.responding_agencies,
        reasons = excluded.reasons, age_band = excluded.age_band, flags = excluded.flags, waiting_for = excluded.waiting_for, due = excluded.due,
        late = excluded.late, ending = excluded.ending, policy_id = excluded.policy_id, raised_at = excluded.raised_at,
        closed_at = excluded.closed_at, rehearsal = excluded.rehearsal
    ), given_share as (
      select * from jsonb_to_recordset(${json((it.shares ?? []).map(shareJson))}) as s (seq int, to_kind text, to_id text)
    ), gone_share as (
      delete from entry_share t using given g where t.partnership = g.partnership and t.case_id = g.case_id and g.expected > 0 and exists (select from won)
        and not exists (select from given_share s where (s.seq, s.to_kind, s.to_id) = (t.seq, t.to_kind, t.to_id))
    ), kept_share as (
      insert into entry_share (partnership, case_id, seq, to_kind, to_id)
      select g.partnership, g.case_id, s.seq, s.to_kind, s.to_id from given g, given_share s where exists (select from won)
      on conflict (partnership, case_id, seq, to_kind, to_id) do nothing
    ), queued as (
      insert into outbox (partnership, id, kind, to_person, case_id, sealed, key_version, queued, after)
      select g.partnership, o.id, o.kind, o.to_person, o.case_id, o.sealed, o.key_version, o.queued, o.after
      from given g, jsonb_to_recordset(${json(outbox)}) as o (id text, kind text, to_person text, case_id text, sealed bytea, key_version int,
        queued timestamptz, after timestamptz) where exists (select from won)
      on conflict do nothing
    ), signed as (
      insert into checkpoint (partnership, case_id, seq, hash, at, signer, signature)
      select g.partnership, g.case_id, g.version, g.head, ${checkpoint.at}, ${checkpoint.signer}, ${Buffer.from(checkpoint.signature, 'base64')}
      from given g where exists (select from won)
    )
    select exists (select from won) as won`,
  )
  if (won?.won) return
  // Whoever catches this and goes on must not come to use a key that was never kept.
  for (const key of made) db.fresh.delete(idOf(key, key.version))
  throw new VersionConflict(it.caseId, it.expected)
}

/** The hash that the first new entry follows. */
async function headOf(db: Db, scope: Scope, it: Append): Promise<Buffer> {
  const [row] = await db.query<{ readonly version: number; readonly head: Buffer }>(
    scope,
    sql`
    select version, head from cases where partnership = ${db.principal.partnership} and case_id = ${it.caseId}`,
  )
  if (!row || row.version !== it.expected) throw new VersionConflict(it.caseId, it.expected)
  return row.head
}

async function sealAndChain(db: Db, scope: Scope, it: Append, head: Buffer, made: WrappedKey[]) {
  let prev = head
  const chained = []
  for (const [i, entry] of it.entries.entries()) {
    if (entry.seq !== it.expected + 1 + i) throw new Error(`Entry ${entry.seq} does not follow ${it.expected + i}.`)
    const found = await caseKey(db, scope, it.caseId, entry.owner)
    if (found.made) made.push(found.made)
    const { sealed, keyVersion } = sealAt(
      db,
      found.key,
      placeOfEntry(it.caseId, entry.seq, entry.owner),
      canonical(entry.what),
    )
    const chainedHead = headOfEntry(db.principal.partnership, it.caseId, entry, keyVersion)
    const hash = entryHash(chainedHead, sealed, prev)
    chained.push({ head: chainedHead, sealed, prev, hash })
    prev = hash
  }
  return chained
}

async function sealLabel(db: Db, scope: Scope, it: Append, firstOwner: string, made: WrappedKey[]) {
  if (!it.label) return undefined
  const owner = it.expected === 0 ? firstOwner : await ownerOf(db, scope, it.caseId)
  const found = await caseKey(db, scope, it.caseId, owner)
  if (found.made) made.push(found.made)
  return sealAt(db, found.key, placeOfLabel(it.caseId, owner), canonical(it.label))
}

async function ownerOf(db: Db, scope: Scope, caseId: string): Promise<string> {
  const [row] = await db.query<{ readonly owner: string }>(
    scope,
    sql`
    select owner from cases where partnership = ${db.principal.partnership} and case_id = ${caseId}`,
  )
  return row?.owner ?? ''
}

async function sealOutbox(db: Db, rows: readonly OutboxRow[]) {
  if (rows.length === 0) return []
  const key = await houseKey(db, 'outbox')
  return rows.map((row) => {
    const { sealed, keyVersion } = sealAt(
      db,
      key,
      { table: 'outbox', column: 'sealed', row: row.id, caseId: '', owner: 'outbox' },
      canonical(row.body),
    )
    return {
      id: row.id,
      kind: row.kind,
      to_person: row.to,
      case_id: row.caseId ?? null,
      sealed: hex(sealed),
      key_version: keyVersion,
      queued: instant(db.at),
      after: instant(row.after ?? db.at),
    }
  })
}

const json = (value: unknown): string => JSON.stringify(value)
const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`
const moment = (at: number | undefined): string | null => (at === undefined ? null : instant(at))

const keyJson = (k: WrappedKey) => ({
  owner: k.owner,
  version: k.version,
  master_version: k.masterVersion,
  wrapped: hex(k.wrapped),
})
const partJson = (p: PartRow) => ({
  person: p.person,
  agency: p.agency,
  level: p.level,
  starts: instant(p.from),
  ends: moment(p.until),
})
const shareJson = (s: ShareRow) => ({
  seq: s.seq,
  to_kind: s.person === undefined ? 'agency' : 'person',
  to_id: s.person ?? s.agency,
})
const deadlineJson = (d: DeadlineRow) => ({
  key: d.key,
  duty_id: d.dutyId,
  agency: d.agency,
  side: d.side,
  role: d.role,
  people: d.people,
  due: moment(d.due),
  status: d.status,
  guide: d.guide,
})
const registerJson = (r: RegisterRow) => ({
  number: r.number,
  stage: r.stage,
  stage_title: r.stageTitle,
  status: r.status,
  raising_agency: r.raisingAgency,
  responding_agencies: r.respondingAgencies,
  reasons: r.reasons,
  age_band: r.ageBand ?? null,
  flags: r.flags,
  waiting_for: r.waitingFor,
  due: moment(r.due),
  late: r.late,
  ending: r.end ?? null,
  policy_id: r.policyId,
  raised_at: instant(r.raisedAt),
  closed_at: moment(r.closedAt),
  rehearsal: r.rehearsal,
})
