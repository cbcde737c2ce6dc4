import type { At, PersonId } from '../domain/people/directory.ts'
import type { Id } from '../domain/policy/policy.ts'
import { instant } from './chain/canonical.ts'
import type { Db, Scope } from './db.ts'
import { nameOf } from './principal.ts'
import { sql } from './sql.ts'

/** Something said about a policy version in force: a review called before its date, or held; its register reported. */
export interface PolicyReview {
  readonly policy: Id
  readonly version: number
  readonly kind: 'called' | 'held' | 'reported'
  readonly told: At
  readonly by: PersonId
  /** Why it was called; what came of it; to whom it was reported. */
  readonly reason: string
  /** When the next is due, ISO date; only of one held. */
  readonly nextOn?: string
}

export interface PolicyReviews {
  add(review: Omit<PolicyReview, 'told' | 'by'>): Promise<void>
  /** Oldest first. */
  list(): Promise<readonly PolicyReview[]>
}

export function policyReviews(db: Db): PolicyReviews {
  const { partnership } = db.principal
  return {
    async add({ policy, version, kind, reason, nextOn }) {
      db.wrote = true
      await db.query(
        READ,
        sql`
        insert into policy_review (partnership, policy, version, told, told_by, kind, reason, next_on)
        values (${partnership}, ${policy}, ${version}, ${instant(db.at)}, ${nameOf(db.principal)}, ${kind}, ${reason}, ${nextOn ?? null})
        on conflict do nothing`,
      )
    },
    async list() {
      const rows = await db.query<Row>(
        READ,
        sql`select * from policy_review where partnership = ${partnership} order by told, policy, version, kind`,
      )
      return rows.map((row) => ({
        policy: row.policy,
        version: row.version,
        kind: row.kind,
        told: row.told.getTime(),
        by: row.told_by,
        reason: row.reason,
        ...(row.next_on === null ? {} : { nextOn: row.next_on }),
      }))
    },
  }
}

const READ: Scope = { mode: 'read' }

interface Row {
  readonly policy: string
  readonly version: number
  readonly kind: 'called' | 'held' | 'reported'
  readonly told: Date
  readonly told_by: string
  readonly reason: string
  readonly next_on: string | null
}
