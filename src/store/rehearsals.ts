import type { At, PersonId } from '../domain/people/directory.ts'
import type { Id } from '../domain/policy/policy.ts'
import { instant } from './chain/canonical.ts'
import type { Db, Scope } from './db.ts'
import { sql } from './sql.ts'

/** A rehearsal, which is a partnership of its own. */
export interface RehearsalRow {
  /** The partnership it is. */
  readonly id: string
  /** The partnership whose people rehearse here. */
  readonly of: string
  readonly policy: Id
  readonly version: number
  readonly title: string
  readonly by: PersonId
  /** The invented person who raises. */
  readonly raiser: PersonId
  readonly began: At
  /** What time it is there. */
  readonly clock: At
}

export interface Rehearsals {
  /** Makes this partnership, kept already, a rehearsal. For the program only. */
  begin(rehearsal: Omit<RehearsalRow, 'id'>): Promise<void>
  /** This partnership as a rehearsal; nothing for a real one. */
  get(): Promise<RehearsalRow | undefined>
  /** For the program only. */
  setClock(at: At): Promise<void>
  /** The next moment after its own at which something is due there. For the program only. */
  nextDue(): Promise<At | undefined>
  /** Those that somebody of this partnership began, the newest first. */
  begunBy(person: PersonId, limit: number): Promise<readonly RehearsalRow[]>
}

export function rehearsals(db: Db): Rehearsals {
  const { partnership } = db.principal
  return {
    async begin({ of, policy, version, title, by, raiser, began, clock }) {
      db.wrote = true
      const about = JSON.stringify({ policy, version, title, by, raiser, began })
      await db.query(
        READ,
        sql`update partnership set rehearsal_of = ${of}, rehearsal = ${about}::jsonb, clock = ${instant(clock)} where id = ${partnership}`,
      )
    },
    async get() {
      const [row] = await db.query<Row>(
        READ,
        sql`select * from partnership where id = ${partnership} and rehearsal_of is not null`,
      )
      return row && rowOf(row)
    },
    async setClock(at) {
      db.wrote = true
      await db.query(READ, sql`update partnership set clock = ${instant(at)} where id = ${partnership}`)
    },
    async nextDue() {
      const [row] = await db.query<{ readonly due: Date | null }>(
        READ,
        sql`
        select min(d.due) as due from deadline d join partnership p on p.id = d.partnership
        where d.partnership = ${partnership} and d.due > p.clock`,
      )
      return row?.due?.getTime()
    },
    async begunBy(person, limit) {
      const rows = await db.query<Row>(
        READ,
        sql`
        select * from partnership where rehearsal_of = ${partnership} and rehearsal ->> 'by' = ${person}
        order by (rehearsal ->> 'began')::bigint desc limit ${limit}`,
      )
      return rows.map(rowOf)
    },
  }
}

const READ: Scope = { mode: 'read' }

interface Row {
  readonly id: string
  readonly rehearsal_of: string
  readonly rehearsal: Pick<RehearsalRow, 'policy' | 'version' | 'title' | 'by' | 'raiser' | 'began'>
  readonly clock: Date
}

const rowOf = ({ id, rehearsal_of, rehearsal, clock }: Row): RehearsalRow => ({
  id,
  of: rehearsal_of,
  ...rehearsal,
  clock: clock.getTime(),
})
