import type { At } from '../domain/people/directory.ts'
import { canonical, instant } from './chain/canonical.ts'
import { houseKey, openSealed, sealAt } from './compartments.ts'
import type { Db, Scope } from './db.ts'
import { personOf } from './principal.ts'
import { sql } from './sql.ts'

/** What somebody is still writing. Only they can read it. `body` is JSON. */
export interface Draft {
  readonly id: string
  readonly kind: string
  readonly caseId?: string
  readonly saved: At
  readonly body: unknown
}

export interface Drafts {
  save(draft: Omit<Draft, 'saved'>): Promise<void>
  get(id: string): Promise<Draft | undefined>
  /** Newest first. */
  list(): Promise<readonly Draft[]>
  delete(id: string): Promise<void>
}

export function drafts(db: Db): Drafts {
  const author = personOf(db.principal)
  const { partnership } = db.principal
  const owner = `person:${author}`
  const placeOf = (id: string) => ({
    table: 'draft',
    column: 'sealed',
    row: JSON.stringify([author, id]),
    caseId: '',
    owner,
  })
  const opened = async (rows: readonly Row[]): Promise<readonly Draft[]> => {
    if (rows.length > 0) await houseKey(db, owner)
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      ...(row.case_id === null ? {} : { caseId: row.case_id }),
      saved: row.saved.getTime(),
      body: JSON.parse(openSealed(db, placeOf(row.id), { sealed: row.sealed, keyVersion: row.key_version })),
    }))
  }
  return {
    async save(draft) {
      const { sealed, keyVersion } = sealAt(db, await houseKey(db, owner), placeOf(draft.id), canonical(draft.body))
      db.wrote = true
      await db.query(
        READ,
        sql`
        insert into draft (partnership, author, id, case_id, kind, saved, sealed, key_version)
        values (${partnership}, ${author}, ${draft.id}, ${draft.caseId ?? null}, ${draft.kind}, ${instant(db.at)}, ${sealed}, ${keyVersion})
        on conflict (partnership, author, id) do update set case_id = excluded.case_id, kind = excluded.kind, saved = excluded.saved,
          sealed = excluded.sealed, key_version = excluded.key_version`,
      )
    },
    async get(id) {
      const rows = await db.query<Row>(
        READ,
        sql`select * from draft where partnership = ${partnership} and author = ${author} and id = ${id}`,
      )
      return (await opened(rows))[0]
    },
    async list() {
      return opened(
        await db.query<Row>(
          READ,
          sql`
        select * from draft where partnership = ${partnership} and author = ${author} order by saved desc, id`,
        ),
      )
    },
    async delete(id) {
      db.wrote = true
      await db.query(
        READ,
        sql`delete from draft where partnership = ${partnership} and author = ${author} and id = ${id}`,
      )
    },
  }
}

const READ: Scope = { mode: 'read' }

interface Row {
  readonly id: string
  readonly kind: string
  readonly case_id: string | null
  readonly saved: Date
  readonly sealed: Buffer
  readonly key_version: number
}
