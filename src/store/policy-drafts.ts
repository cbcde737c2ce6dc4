import type { At, PersonId } from '../domain/people/directory.ts'
import type { Id } from '../domain/policy/policy.ts'
import { instant } from './chain/canonical.ts'
import type { Db, Scope } from './db.ts'
import { nameOf } from './principal.ts'
import { sql } from './sql.ts'

/** A policy being written, as it was last saved. Read by those who keep policies. */
export interface PolicyDraft {
  readonly id: string
  /** The version of a policy it began as. */
  readonly of?: { readonly policy: Id; readonly version: number }
  readonly began: At
  readonly beganBy: PersonId
  /** 1 for the first saving. */
  readonly revision: number
  readonly text: string
  readonly saved: At
  readonly savedBy: PersonId
  readonly ended?: { readonly how: 'adopted' | 'set aside'; readonly at: At; readonly by: PersonId }
}

export interface PolicyDrafts {
  /** Begins one with its first revision. The same id again is nothing new. */
  begin(draft: { readonly id: string; readonly of?: PolicyDraft['of']; readonly text: string }): Promise<void>
  /** Adds a revision; false, and nothing is kept, when somebody has added that one already. */
  save(draft: { readonly id: string; readonly revision: number; readonly text: string }): Promise<boolean>
  end(id: string, how: 'adopted' | 'set aside'): Promise<void>
  get(id: string): Promise<PolicyDraft | undefined>
  /** Those not ended, the last saved first. */
  list(): Promise<readonly PolicyDraft[]>
}

export function policyDrafts(db: Db): PolicyDrafts {
  const { partnership } = db.principal
  const person = nameOf(db.principal)
  const at = instant(db.at)
  const read = async (id: string | null): Promise<readonly PolicyDraft[]> => {
    const rows = await db.query<Row>(
      READ,
      sql`
      select d.*, r.revision, r.text, r.saved, r.saved_by, e.how, e.ended, e.ended_by
      from policy_draft d
        join lateral (
          select * from policy_draft_revision r where r.partnership = d.partnership and r.draft = d.id order by r.revision desc limit 1
        ) r on true
        left join policy_draft_end e on e.partnership = d.partnership and e.draft = d.id
      where d.partnership = ${partnership} and (case when ${id}::text is null then e.how is null else d.id = ${id} end)
      order by r.saved desc, d.id`,
    )
    return rows.map(draftOf)
  }
  const add = async (draft: string, revision: number, text: string): Promise<boolean> => {
    const added = await db.query(
      READ,
      sql`
      insert into policy_draft_revision (partnership, draft, revision, text, saved, saved_by)
      values (${partnership}, ${draft}, ${revision}, ${text}, ${at}, ${person}) on conflict do nothing returning revision`,
    )
    return added.length > 0
  }
  return {
    async begin({ id, of, text }) {
      db.wrote = true
      await db.query(
        READ,
        sql`
        insert into policy_draft (partnership, id, began, began_by, of_policy, of_version)
        values (${partnership}, ${id}, ${at}, ${person}, ${of?.policy ?? null}, ${of?.version ?? null}) on conflict do nothing`,
      )
      await add(id, 1, text)
    },
    async save({ id, revision, text }) {
      db.wrote = true
      return add(id, revision, text)
    },
    async end(id, how) {
      db.wrote = true
      await db.query(
        READ,
        sql`
        insert into policy_draft_end (partnership, draft, ended, ended_by, how)
        values (${partnership}, ${id}, ${at}, ${person}, ${how}) on conflict do nothing`,
      )
    },
    get: async (id) => (await read(id))[0],
    list: () => read(null),
  }
}

const READ: Scope = { mode: 'read' }

interface Row {
  readonly id: string
  readonly began: Date
  readonly began_by: string
  readonly of_policy: string | null
  readonly of_version: number | null
  readonly revision: number
  readonly text: string
  readonly saved: Date
  readonly saved_by: string
  readonly how: 'adopted' | 'set aside' | null
  readonly ended: Date | null
  readonly ended_by: string | null
}

const draftOf = (row: Row): PolicyDraft => ({
  id: row.id,
  ...(row.of_policy === null || row.of_version === null
    ? {}
    : { of: { policy: row.of_policy, version: row.of_version } }),
  began: row.began.getTime(),
  beganBy: row.began_by,
  revision: row.revision,
  text: row.text,
  saved: row.saved.getTime(),
  savedBy: row.saved_by,
  ...(row.how === null ? {} : { ended: { how: row.how, at: row.ended?.getTime() ?? 0, by: row.ended_by ?? '' } }),
})
