import { canonical, instant } from './chain/canonical.ts'
import type { Db, Scope } from './db.ts'
import { sql } from './sql.ts'

/** A calendar version: `body` is its JSON, as calendars/ writes it. */
export interface KeptCalendar {
  readonly id: string
  readonly version: string
  readonly body: unknown
}

export interface Calendars {
  /** Keeps a version for good; the same again is nothing new. For the program only. */
  save(calendar: KeptCalendar): Promise<void>
  /** That version; without one, the newest. */
  get(id: string, version?: string): Promise<KeptCalendar | undefined>
}

export function calendars(db: Db): Calendars {
  const { partnership } = db.principal
  return {
    async save(calendar) {
      db.wrote = true
      await db.query(
        READ,
        sql`
        insert into calendar (partnership, id, version, body, saved)
        values (${partnership}, ${calendar.id}, ${calendar.version}, ${canonical(calendar.body)}::jsonb, ${instant(db.at)}) on conflict do nothing`,
      )
    },
    async get(id, version) {
      const [row] = await db.query<KeptCalendar>(
        READ,
        sql`
        select id, version, body from calendar
        where partnership = ${partnership} and id = ${id} and (${version ?? null}::text is null or version = ${version ?? null})
        order by saved desc limit 1`,
      )
      return row && { id: row.id, version: row.version, body: row.body }
    },
  }
}

const READ: Scope = { mode: 'read' }
