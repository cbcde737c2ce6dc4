import type { AgencyId, At, PersonId } from '../domain/people/directory.ts'
import type { Id } from '../domain/policy/policy.ts'
import { instant } from './chain/canonical.ts'
import type { Db, Scope } from './db.ts'
import { keepFew } from './keep-few.ts'
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
  /** Its last adoption by this partnership. */
  readonly adoption?: Adoption
}

/** Who brought a policy version into force, and how. */
export interface Adoption {
  readonly policy: Id
  readonly version: number
  readonly adopted: At
  /** Who signed; `concordat` for what came with the place. */
  readonly by: PersonId
  /** The post in which they signed, as its title read then. */
  readonly signedAs: string
  readonly onBehalfOf: string
  /** Only cases that this agency raises go by it. */
  readonly agency?: AgencyId
  /** Cases raised from then on go by it. */
  readonly starts: At
  /** ISO date. */
  readonly reviewOn?: string
  /** Why, although the check warned. */
  readonly reason?: string
  readonly findings?: FindingsThen
  readonly draft?: string
}

/** What the check found when it was adopted: how many of each level, and the rules that warned. */
export interface FindingsThen {
  readonly warnings: number
  readonly notes: number
  readonly states: number
  readonly rules: readonly string[]
}

/** `by` is whoever asks, unless the program keeps what people signed elsewhere. */
export type Adopting = Partial<Omit<Adoption, 'policy' | 'version' | 'adopted'>>

/** What was read of a partnership's policies when it had so many versions and adoptions. */
export interface KnownPolicies {
  readonly kept: number
  readonly adopted: number
  readonly list: readonly KeptPolicy[]
}

export interface Policies {
  /** Until this transaction ends nobody else adopts in this partnership: what is read from here on is what is there. */
  oneAtATime(): Promise<void>
  /** Keeps a version for good. The same again is nothing new. @throws Error when this version is kept with another hash. */
  save(policy: PolicyVersion): Promise<void>
  /** From then on cases are raised under this version. */
  adopt(id: Id, version: number, details?: Adopting): Promise<void>
  /** That version; without one, the one in force now. */
  get(id: Id, version?: number): Promise<KeptPolicy | undefined>
  /** Every version kept, by id and version. */
  list(): Promise<readonly KeptPolicy[]>
  /** Every adoption there was, oldest first. */
  adoptions(): Promise<readonly Adoption[]>
}

export function policies(db: Db): Policies {
  const { partnership } = db.principal
  const all = async (): Promise<readonly KeptPolicy[]> =>
    (
      await db.query<Row>(
        READ,
        sql`
        select p.id, p.version, p.hash, p.text, p.saved, to_jsonb(a) as adoption
        from policy p left join lateral (
          select * from adoption a where a.partnership = p.partnership and a.policy = p.id and a.version = p.version
          order by a.adopted desc limit 1
        ) a on true
        where p.partnership = ${partnership}
        order by p.id, p.version`,
      )
    ).map(keptOf)
  /** Rows are only added, so as many rows are the same rows; what this transaction wrote itself may yet be undone. */
  const list = async (): Promise<readonly KeptPolicy[]> => {
    const [now] = await db.query<Pick<KnownPolicies, 'kept' | 'adopted'>>(
      READ,
      sql`
      select (select count(*)::int from policy where partnership = ${partnership}) as kept,
        (select count(*)::int from adoption where partnership = ${partnership}) as adopted`,
    )
    const known = db.policies.get(partnership)
    if (now && known?.kept === now.kept && known.adopted === now.adopted) return known.list
    const read = await all()
    if (now && !db.wrote) keepFew(db.policies, partnership, { ...now, list: read })
    return read
  }
  return {
    async oneAtATime() {
      await db.query(READ, sql`select pg_advisory_xact_lock(hashtextextended(${`adopting ${partnership}`}, 0))`)
    },
    async save(policy) {
      db.wrote = true
      await db.query(
        READ,
        sql`
        insert into policy (partnership, id, version, hash, text, saved)
        values (${partnership}, ${policy.id}, ${policy.version}, ${policy.hash}, ${policy.text}, ${instant(db.at)}) on conflict do nothing`,
      )
      const [row] = await db.query<{ readonly hash: string }>(
        READ,
        sql`
        select hash from policy where partnership = ${partnership} and id = ${policy.id} and version = ${policy.version}`,
      )
      if (row?.hash !== policy.hash)
        throw new Error(
          `Version ${policy.version} of the policy ${policy.id} is kept with other words. Give the changed words the next version number.`,
        )
    },
    async adopt(id, version, { by, starts, reviewOn, agency, signedAs, onBehalfOf, reason, findings, draft } = {}) {
      db.wrote = true
      await db.query(
        READ,
        sql`
        insert into adoption (partnership, policy, version, adopted, adopted_by, starts, review_on, agency, signed_as, on_behalf_of, reason, findings, draft)
        values (${partnership}, ${id}, ${version}, ${instant(db.at)}, ${by ?? nameOf(db.principal)}, ${instant(starts ?? db.at)}, ${reviewOn ?? null},
          ${agency ?? null}, ${signedAs ?? ''}, ${onBehalfOf ?? ''}, ${reason ?? null},
          ${findings === undefined ? null : JSON.stringify(findings)}, ${draft ?? null})
        on conflict do nothing`,
      )
    },
    async get(id, version) {
      const found = (await list()).filter((one) => one.id === id)
      return version === undefined ? inForce(found, db.at) : found.find((one) => one.version === version)
    },
    list,
    async adoptions() {
      const rows = await db.query<{ readonly adoption: AdoptionRow }>(
        READ,
        sql`select to_jsonb(a) as adoption from adoption a where partnership = ${partnership} order by adopted, policy, version`,
      )
      return rows.map((row) => adoptionOf(row.adoption))
    },
  }
}

/** Of the versions of one policy, the one that cases raised at that moment go by: the last to have started. */
export function inForce<P extends Pick<KeptPolicy, 'version' | 'adoption'>>(
  versions: readonly P[],
  at: At,
): P | undefined {
  return versions
    .filter((one) => one.adoption !== undefined && one.adoption.starts <= at)
    .sort((a, b) => order(b) - order(a) || b.version - a.version)[0]
}

const order = (one: Pick<KeptPolicy, 'adoption'>): number => one.adoption?.starts ?? 0

const READ: Scope = { mode: 'read' }

interface Row extends PolicyVersion {
  readonly saved: Date
  readonly adoption: AdoptionRow | null
}

/** As JSON gives it: moments are ISO texts. */
interface AdoptionRow {
  readonly policy: string
  readonly version: number
  readonly adopted: string
  readonly adopted_by: string
  readonly starts: string | null
  readonly review_on: string | null
  readonly agency: string | null
  readonly signed_as: string
  readonly on_behalf_of: string
  readonly reason: string | null
  readonly findings: FindingsThen | null
  readonly draft: string | null
}

const keptOf = (row: Row): KeptPolicy => ({
  id: row.id,
  version: row.version,
  hash: row.hash,
  text: row.text,
  saved: row.saved.getTime(),
  ...(row.adoption?.policy ? { adoption: adoptionOf(row.adoption) } : {}),
})

const adoptionOf = (row: AdoptionRow): Adoption => ({
  policy: row.policy,
  version: row.version,
  adopted: Date.parse(row.adopted),
  by: row.adopted_by,
  signedAs: row.signed_as,
  onBehalfOf: row.on_behalf_of,
  ...(row.agency === null ? {} : { agency: row.agency }),
  starts: Date.parse(row.starts ?? row.adopted),
  ...(row.review_on === null ? {} : { reviewOn: row.review_on }),
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.findings === null ? {} : { findings: row.findings }),
  ...(row.draft === null ? {} : { draft: row.draft }),
})
