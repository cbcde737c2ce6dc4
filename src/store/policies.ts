import type { At } from '../domain/people/directory.ts'
import type { Id } from '../domain/policy/policy.ts'
import { instant } from './chain/canonical.ts'
import type { Db, Scope } from './db.ts'
import { nameOf } from './principal.ts'
import { sql } from './sql.ts'

/** A policy version as kept: its file's text, whole, and the hash that cases pin. */
export interface PolicyVersion {
  readonly id: Id
  readonly version: number
  readonly hash: string
  readonly text: string
}

export interface KeptPolicy extends PolicyVersion {
  readonly saved: At
  /** When this partnership last adopted this version. */
  readonly adopted?: At
}

export interface Policies {
  /** Keeps a version for good. The same again is nothing new. @throws Error when this version is kept with another hash. For the program only. */
  save(policy: PolicyVersion): Promise<void>
  /** From now on cases are raised under this version. For the program only. */
  adopt(id: Id, version: number): Promise<void>
  /** That version; without one, the one adopted last. */
  get(id: Id, version?: number): Promise<KeptPolicy | undefined>
  /** Every version kept, by id and version. */
  list(): Promise<readonly KeptPolicy[]>
}

export function policies(db: Db): Policies {
  const { partnership } = db.principal
  return {
    async save(policy) {
      db.wrote = true
      await db.query(
        READ,
        sql`
        insert into policy (partnership, id, version, hash, text, saved)
        values (${partnership}, ${policy.id}, ${policy.version}, ${policy.hash}, ${policy.text}, ${instant(db.at)}) on conflict do nothing`,
      )
      const [kept] = await db.query<{ readonly hash: string }>(
        READ,
        sql`
        select hash from policy where partnership = ${partnership} and id = ${policy.id} and version = ${policy.version}`,
      )
      if (kept?.hash !== policy.hash)
        throw new Error(
          `Version ${policy.version} of the policy ${policy.id} is kept with other words. Give the changed words the next version number.`,
        )
    },
    async adopt(id, version) {
      db.wrote = true
      await db.query(
        READ,
        sql`
        insert into adoption (partnership, policy, version, adopted, adopted_by)
        values (${partnership}, ${id}, ${version}, ${instant(db.at)}, ${nameOf(db.principal)}) on conflict do nothing`,
      )
    },
    async get(id, version) {
      const [row] = await db.query<Row>(
        READ,
        sql`
        select p.*, (select max(a.adopted) from adoption a where a.partnership = p.partnership and a.policy = p.id and a.version = p.version) as adopted
        from policy p
        where p.partnership = ${partnership} and p.id = ${id} and (${version ?? null}::int is null or p.version = ${version ?? null})
        order by adopted desc nulls last, p.version desc limit 1`,
      )
      return row && (version !== undefined || row.adopted !== null) ? keptOf(row) : undefined
    },
    async list() {
      const rows = await db.query<Row>(
        READ,
        sql`
        select p.*, (select max(a.adopted) from adoption a where a.partnership = p.partnership and a.policy = p.id and a.version = p.version) as adopted
        from policy p where p.partnership = ${partnership} order by p.id, p.version`,
      )
      return rows.map(keptOf)
    },
  }
}

const READ: Scope = { mode: 'read' }

interface Row {
  readonly id: string
  readonly version: number
  readonly hash: string
  readonly text: string
  readonly saved: Date
  readonly adopted: Date | null
}

const keptOf = (row: Row): KeptPolicy => ({
  id: row.id,
  version: row.version,
  hash: row.hash,
  text: row.text,
  saved: row.saved.getTime(),
  ...(row.adopted === null ? {} : { adopted: row.adopted.getTime() }),
})
