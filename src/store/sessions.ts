import { createHash, randomBytes } from 'node:crypto'
import type { At, PersonId } from '../domain/people/directory.ts'
import { instant } from './chain/canonical.ts'
import type { Db, Scope } from './db.ts'
import { sql } from './sql.ts'

export interface Session {
  /** For the audit and for lists; not the token, and nothing can be done with it. */
  readonly id: string
  readonly person: PersonId
  readonly created: At
  /** When it was last used, to the minute. */
  readonly seen: At
  readonly ends: At
}

export interface Sessions {
  /** Gives a token of 256 random bits, told once: only its hash is kept. */
  create(person: PersonId, ends: At): Promise<{ readonly token: string; readonly session: Session }>
  /** The session of a token, while it lasts. */
  find(token: string): Promise<Session | undefined>
  end(token: string): Promise<void>
  /** Ends every session of a person. */
  endAll(person: PersonId): Promise<void>
}

export function sessions(db: Db): Sessions {
  const { partnership } = db.principal
  return {
    async create(person, ends) {
      const token = randomBytes(32).toString('base64url')
      const now = instant(db.at)
      db.wrote = true
      await db.query(
        READ,
        sql`
        insert into session (partnership, token_hash, person, created, seen, ends)
        values (${partnership}, ${hashOf(token)}, ${person}, ${now}, ${now}, ${instant(ends)})`,
      )
      return { token, session: { id: idOf(hashOf(token)), person, created: db.at, seen: db.at, ends } }
    },
    async find(token) {
      const hash = hashOf(token)
      const [row] = await db.query<Row>(
        READ,
        sql`
        select person, created, seen, ends from session
        where partnership = ${partnership} and token_hash = ${hash} and ended is null and ends > ${instant(db.at)}`,
      )
      if (!row) return undefined
      if (db.at - row.seen.getTime() > 60_000)
        await db.query(
          READ,
          sql`update session set seen = ${instant(db.at)} where partnership = ${partnership} and token_hash = ${hash}`,
        )
      return {
        id: idOf(hash),
        person: row.person,
        created: row.created.getTime(),
        seen: row.seen.getTime(),
        ends: row.ends.getTime(),
      }
    },
    async end(token) {
      await db.query(
        READ,
        sql`
        update session set ended = ${instant(db.at)} where partnership = ${partnership} and token_hash = ${hashOf(token)} and ended is null`,
      )
    },
    async endAll(person) {
      await db.query(
        READ,
        sql`
        update session set ended = ${instant(db.at)} where partnership = ${partnership} and person = ${person} and ended is null`,
      )
    },
  }
}

const READ: Scope = { mode: 'read' }
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
const idOf = (hash: Buffer): string => hash.toString('hex').slice(0, 12)

interface Row {
  readonly person: string
  readonly created: Date
  readonly seen: Date
  readonly ends: Date
}
