import { instant } from '../chain/canonical.ts'
import type { Checkpoint } from '../chain/checkpoint.ts'
import type { ChainedHead } from '../chain/entry-hash.ts'
import type { Sealed } from '../compartments.ts'
import type { WrappedKey } from '../seal/data-keys.ts'
import { type Statement, sql } from '../sql.ts'
import type { Append } from './append.ts'
import { hex, json, partJson } from './projection-json.ts'

export interface Record {
  readonly partnership: string
  readonly by: string
  readonly it: Append
  readonly chained: readonly {
    readonly head: ChainedHead
    readonly sealed: Buffer
    readonly prev: Buffer
    readonly hash: Buffer
  }[]
  /** Hash of the entry that the first new one follows. */
  readonly before: Buffer
  /** Hash of the newest entry. */
  readonly head: Buffer
  readonly label: Sealed | undefined
  readonly made: readonly WrappedKey[]
  readonly outbox: readonly object[]
  readonly checkpoint: Checkpoint
}

/**
 * Moves the case on from the expected version and writes the entries, their keys, the notices and the checkpoint: all, or nothing and `won` is false.
 * A case that is raised gets its parts here, because everything after asks for one.
 */
export function recordStatement({
  partnership,
  by,
  it,
  chained,
  before,
  head,
  label,
  made,
  outbox,
  checkpoint,
}: Record): Statement {
  const [first, last] = [it.entries[0], it.entries.at(-1)]
  return sql`
    with given as (
      select ${partnership}::text as partnership, ${it.caseId}::text as case_id, ${it.expected}::int as expected, ${last?.seq}::int as version,
        ${head}::bytea as head, ${label?.sealed ?? null}::bytea as label, ${label?.keyVersion ?? null}::int as label_key
    ), raised as (
      insert into cases (partnership, case_id, number, version, head, raised_by, owner, label, label_key, created)
      select partnership, case_id, ${it.register.number}, version, head, ${by}, ${first?.owner}, label, label_key, ${instant(first?.recorded ?? 0)}
      from given where expected = 0
      on conflict do nothing returning 1
    ), moved as (
      update cases c set version = g.version, head = g.head, label = coalesce(g.label, c.label), label_key = coalesce(g.label_key, c.label_key)
      from given g where c.partnership = g.partnership and c.case_id = g.case_id and c.version = g.expected and g.expected > 0 and c.head = ${before}
      returning 1
    ), won as (
      select 1 from raised union all select 1 from moved
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
        jsonb_to_recordset(${json(chained.map((c) => c.head))}) as e (seq int, kind text, happened timestamptz, told timestamptz, recorded timestamptz,
          by text, "as" text, agency text, side text, owner text, audience text, "audienceAgency" text, "audiencePeople" text[], "inConfidence" boolean,
          "policyId" text, "policyVersion" int, "policyHash" text, answers text[], corrects int, "keyVersion" int)
        join unnest(${chained.map((c) => c.head.seq)}::int[], ${chained.map((c) => c.sealed)}::bytea[], ${chained.map((c) => c.prev)}::bytea[],
          ${chained.map((c) => c.hash)}::bytea[]) as b (seq, sealed, prev, hash) on b.seq = e.seq
      where exists (select from won)
    ), first_parts as (
      insert into part (partnership, case_id, person, agency, level, starts, ends)
      select distinct on (p.person, p.agency, p.level, p.starts) g.partnership, g.case_id, p.person, p.agency, p.level, p.starts, p.ends
      from given g, jsonb_to_recordset(${json(it.parts.map(partJson))}) as p (person text, agency text, level text, starts timestamptz, ends timestamptz)
      where g.expected = 0 and exists (select from won)
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
    select exists (select from won) as won`
}

const keyJson = (k: WrappedKey) => ({
  owner: k.owner,
  version: k.version,
  master_version: k.masterVersion,
  wrapped: hex(k.wrapped),
})
