import type { AgencyId, At, PersonId } from '../domain/people/directory.ts'
import { instant } from './chain/canonical.ts'
import type { Db } from './db.ts'
import { nameOf } from './principal.ts'
import { sql } from './sql.ts'

/** A reading of case content, an act, or an attempt that was refused. */
export interface AuditLine {
  readonly what: 'read' | 'refused' | 'acted'
  readonly caseId?: string
  /** Which entries were shown. */
  readonly seqs?: readonly number[]
  /** Why: the screen or command, in a few words that hold no content. */
  readonly purpose: string
  /** The route, without anything typed in it; the principal's unless given. */
  readonly route?: string
  readonly agency?: AgencyId
  readonly role?: string
}

export interface Reading {
  readonly person: PersonId
  readonly agency?: AgencyId
  readonly at: At
  readonly seqs: readonly number[]
  readonly purpose: string
}

/** Records them in the same transaction as what they record: if this fails, nothing is shown and nothing is done. */
export async function audit(db: Db, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return
  const { principal } = db
  const known = 'person' in principal ? principal : undefined
  const given = lines.map((line) => ({
    agency: line.agency ?? null,
    role: line.role ?? null,
    case_id: line.caseId ?? null,
    what: line.what,
    route: line.route ?? known?.route ?? '',
    purpose: line.purpose,
    seqs: line.seqs ?? [],
  }))
  db.wrote = true
  await db.query(
    { mode: 'read' },
    sql`
    insert into audit (partnership, at, person, agency, role, case_id, what, route, purpose, seqs, session, request)
    select ${principal.partnership}, ${instant(db.at)}, ${nameOf(principal)}, l.agency, l.role, l.case_id, l.what, l.route, l.purpose, l.seqs,
      ${known?.session ?? null}, ${known?.request ?? null}
    from jsonb_to_recordset(${JSON.stringify(given)}) as l (agency text, role text, case_id text, what text, route text, purpose text, seqs int[])`,
  )
}

/** Who read which entries of a case and when, oldest first: for "told and read". Asks for a part in the case. */
export async function reads(db: Db, caseId: string): Promise<readonly Reading[]> {
  const rows = await db.query<ReadRow>(
    { mode: 'fold', caseId },
    sql`
    select person, agency, at, seqs, purpose from audit
    where partnership = ${db.principal.partnership} and case_id = ${caseId} and what = 'read' order by at, id`,
  )
  return rows.map((row) => ({
    person: row.person,
    ...(row.agency === null ? {} : { agency: row.agency }),
    at: row.at.getTime(),
    seqs: row.seqs,
    purpose: row.purpose,
  }))
}

interface ReadRow {
  readonly person: string
  readonly agency: string | null
  readonly at: Date
  readonly seqs: readonly number[]
  readonly purpose: string
}
