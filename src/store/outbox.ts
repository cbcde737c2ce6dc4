import type { OutboxRow } from '../domain/case/projection-rows.ts'
import type { At } from '../domain/people/directory.ts'
import { instant } from './chain/canonical.ts'
import { houseKey, openSealed } from './compartments.ts'
import type { Db, Scope } from './db.ts'
import { sql } from './sql.ts'

export type TakenNotice = OutboxRow & { readonly queued: At; readonly tries: number }

/** Notices waiting to be sent. For the worker and the program only. */
export interface Outbox {
  /** Takes up to `limit` that are due; no two workers take the same one, and one that died lets go after `lease` milliseconds. */
  take(limit: number, lease?: number): Promise<readonly TakenNotice[]>
  done(id: string): Promise<void>
  /** It could not be sent: try again at `after`. */
  later(id: string, after: At): Promise<void>
}

export function outbox(db: Db): Outbox {
  const { partnership } = db.principal
  return {
    async take(limit, lease = 300_000) {
      db.wrote = true
      const rows = await db.query<Row>(
        READ,
        sql`
        update outbox t set taken = ${instant(db.at)}, tries = t.tries + 1
        from (
          select partnership, id from outbox
          where partnership = ${partnership} and done is null and after <= ${instant(db.at)} and (taken is null or taken <= ${instant(db.at - lease)})
          order by after limit ${limit} for update skip locked
        ) s
        where t.partnership = s.partnership and t.id = s.id returning t.*`,
      )
      if (rows.length > 0) await houseKey(db, 'outbox')
      return rows.map((row) => noticeOf(db, row))
    },
    async done(id) {
      db.wrote = true
      await db.query(
        READ,
        sql`update outbox set done = ${instant(db.at)} where partnership = ${partnership} and id = ${id}`,
      )
    },
    async later(id, after) {
      db.wrote = true
      await db.query(
        READ,
        sql`update outbox set taken = null, after = ${instant(after)} where partnership = ${partnership} and id = ${id}`,
      )
    },
  }
}

const READ: Scope = { mode: 'read' }

interface Row {
  readonly id: string
  readonly kind: string
  readonly to_person: string
  readonly case_id: string | null
  readonly sealed: Buffer
  readonly key_version: number
  readonly queued: Date
  readonly after: Date
  readonly tries: number
}

function noticeOf(db: Db, row: Row): TakenNotice {
  const place = { table: 'outbox', column: 'sealed', row: row.id, caseId: '', owner: 'outbox' }
  return {
    id: row.id,
    kind: row.kind,
    to: row.to_person,
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    body: JSON.parse(openSealed(db, place, { sealed: row.sealed, keyVersion: row.key_version })) as OutboxRow['body'],
    after: row.after.getTime(),
    queued: row.queued.getTime(),
    tries: row.tries,
  }
}
