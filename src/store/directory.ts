import type { Agency, Directory, Person, Post } from '../domain/people/directory.ts'
import { canonical } from './chain/canonical.ts'
import { houseKey, openSealed, sealAt } from './compartments.ts'
import type { Db, Scope } from './db.ts'
import { keepFew } from './keep-few.ts'
import { lookupHash } from './seal/seal.ts'
import { sql } from './sql.ts'

/** The people and places of the partnership. Read once, then only its version is asked for. */
export async function directory(db: Db): Promise<Directory> {
  const { partnership } = db.principal
  const [row] = await db.query<{ readonly directory_version: string }>(
    READ,
    sql`
    select directory_version from partnership where id = ${partnership}`,
  )
  const version = row?.directory_version ?? ''
  const known = db.directories.get(partnership)
  if (known?.version === version) return known
  const [agencies, people, posts] = await Promise.all([
    db.query<AgencyRow>(READ, sql`select * from agency where partnership = ${partnership} order by id`),
    db.query<PersonRow>(
      READ,
      sql`select id, sealed, key_version from person where partnership = ${partnership} order by id`,
    ),
    db.query<PostRow>(READ, sql`select * from post where partnership = ${partnership} order by id`),
    houseKey(db, 'directory'),
  ])
  const read: Directory = {
    version,
    agencies: Object.fromEntries(agencies.map((agency) => [agency.id, agencyOf(agency)])),
    people: Object.fromEntries(people.map((person) => [person.id, openPerson(db, person)])),
    posts: posts.map(postOf),
  }
  // What this transaction wrote itself may yet be undone.
  if (!db.wrote) keepFew(db.directories, partnership, read)
  return read
}

/** Who has this e-mail address, by its keyed hash. */
export async function personIdByEmail(db: Db, email: string): Promise<string | undefined> {
  const [row] = await db.query<{ readonly id: string }>(
    READ,
    sql`
    select id from person where partnership = ${db.principal.partnership} and email_lookup = ${emailLookup(db, email)}`,
  )
  return row?.id
}

/**
 * Keeps the directory: agencies and people are added or changed, posts replaced. Nobody is deleted: the record names them.
 * For the program only. `name` is the partnership's.
 */
export async function saveDirectory(db: Db, it: Directory, name?: string): Promise<void> {
  const { partnership } = db.principal
  const key = await houseKey(db, 'directory')
  const people = Object.values(it.people).map((person) => {
    const { sealed, keyVersion } = sealAt(db, key, placeOf(person.id), canonical(person))
    const email = person.email === undefined ? null : hex(emailLookup(db, person.email))
    return { id: person.id, sealed: hex(sealed), key_version: keyVersion, email_lookup: email }
  })
  db.wrote = true
  await db.query(
    READ,
    sql`
    with house as (
      insert into partnership as p (id, name, directory_version) values (${partnership}, ${name ?? partnership}, ${it.version})
      on conflict (id) do update set directory_version = excluded.directory_version, name = coalesce(${name ?? null}, p.name)
    ), agencies as (
      insert into agency (partnership, id, name, initials, kind, membership, closures, policies)
      select ${partnership}, a.* from jsonb_to_recordset(${JSON.stringify(Object.values(it.agencies).map(agencyJson))}) as a
        (id text, name text, initials text, kind text, membership text, closures jsonb, policies text[])
      on conflict (partnership, id) do update set name = excluded.name, initials = excluded.initials, kind = excluded.kind,
        membership = excluded.membership, closures = excluded.closures, policies = excluded.policies
    )
    insert into person (partnership, id, sealed, key_version, email_lookup)
    select ${partnership}, p.* from jsonb_to_recordset(${JSON.stringify(people)}) as p (id text, sealed bytea, key_version int, email_lookup bytea)
    on conflict (partnership, id) do update set sealed = excluded.sealed, key_version = excluded.key_version, email_lookup = excluded.email_lookup`,
  )
  await db.query(READ, sql`delete from post where partnership = ${partnership}`)
  await db.query(READ, sql`delete from cover where partnership = ${partnership}`)
  await db.query(
    READ,
    sql`
    insert into post (partnership, id, person, agency, role, title, tier, rank, team, speaks_for, starts, ends, keeps_policies, away)
    select ${partnership}, p.* from jsonb_to_recordset(${JSON.stringify(it.posts.map(postJson))}) as p
      (id text, person text, agency text, role text, title text, tier int, rank text, team text, speaks_for text[], starts text, ends text,
       keeps_policies boolean, away jsonb)`,
  )
  await db.query(
    READ,
    sql`
    insert into cover (partnership, cover, person, starts, ends)
    select ${partnership}, c.* from jsonb_to_recordset(${JSON.stringify(it.posts.flatMap(coverJson))}) as c (cover text, person text, starts text, ends text)
    on conflict do nothing`,
  )
}

const READ: Scope = { mode: 'read' }
const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`
const placeOf = (id: string) => ({ table: 'person', column: 'sealed', row: id, caseId: '', owner: 'directory' })
const emailLookup = (db: Db, email: string): Buffer =>
  lookupHash(db.keys.lookup, JSON.stringify([db.principal.partnership, 'person.email']), email.trim().toLowerCase())

const agencyJson = ({ id, name, initials, kind, membership, closures, policies }: Agency) => ({
  id,
  name,
  initials,
  kind,
  membership,
  closures,
  policies,
})
const postJson = (p: Post) => ({
  id: p.id,
  person: p.person,
  agency: p.agency,
  role: p.role,
  title: p.title,
  tier: p.tier ?? null,
  rank: p.rank ?? null,
  team: p.team ?? null,
  speaks_for: p.speaksFor,
  starts: p.from ?? null,
  ends: p.until ?? null,
  keeps_policies: p.keepsPolicies ?? false,
  away: p.away,
})
const coverJson = (p: Post) =>
  p.away.flatMap((a) =>
    a.cover === undefined ? [] : [{ cover: a.cover, person: p.person, starts: a.from, ends: a.to }],
  )

interface AgencyRow extends Agency {
  readonly partnership: string
}
interface PersonRow {
  readonly id: string
  readonly sealed: Buffer
  readonly key_version: number
}
interface PostRow {
  readonly id: string
  readonly person: string
  readonly agency: string
  readonly role: string
  readonly title: string
  readonly tier: number | null
  readonly rank: string | null
  readonly team: string | null
  readonly speaks_for: readonly string[]
  readonly starts: string | null
  readonly ends: string | null
  readonly keeps_policies: boolean
  readonly away: Post['away']
}

const agencyOf = ({ id, name, initials, kind, membership, closures, policies }: AgencyRow): Agency => ({
  id,
  name,
  initials,
  kind,
  membership,
  closures,
  policies,
})
const openPerson = (db: Db, row: PersonRow): Person =>
  JSON.parse(openSealed(db, placeOf(row.id), { sealed: row.sealed, keyVersion: row.key_version })) as Person
const postOf = (row: PostRow): Post => ({
  id: row.id,
  person: row.person,
  agency: row.agency,
  role: row.role,
  title: row.title,
  ...(row.tier === null ? {} : { tier: row.tier }),
  ...(row.rank === null ? {} : { rank: row.rank }),
  ...(row.team === null ? {} : { team: row.team }),
  speaksFor: row.speaks_for,
  ...(row.starts === null ? {} : { from: row.starts }),
  ...(row.ends === null ? {} : { until: row.ends }),
  ...(row.keeps_policies ? { keepsPolicies: true } : {}),
  away: row.away,
})
