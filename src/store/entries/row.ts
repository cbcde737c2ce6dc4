import type { Audience, Entry, EntryHead, Side, What } from '../../domain/case/entry.ts'
import type { ChainedHead } from '../chain/entry-hash.ts'

/** A row of `entry` as the driver gives it. */
export interface EntryRow {
  readonly partnership: string
  readonly case_id: string
  readonly seq: number
  readonly kind: string
  readonly happened: Date
  readonly told: Date
  readonly recorded: Date
  readonly by_person: string
  readonly as_role: string | null
  readonly agency: string
  readonly side: string
  readonly owner: string
  readonly audience: Audience['to']
  readonly audience_agency: string | null
  readonly audience_people: readonly string[]
  readonly in_confidence: boolean
  readonly policy_id: string
  readonly policy_version: number
  readonly policy_hash: string
  readonly answers: readonly string[]
  readonly corrects: number | null
  readonly sealed: Buffer
  readonly key_version: number
  readonly prev_hash: Buffer
  readonly hash: Buffer
}

/** What the chain commits to, from an entry about to be written. */
export function headOfEntry(partnership: string, caseId: string, entry: Entry, keyVersion: number): ChainedHead {
  return {
    partnership,
    caseId,
    seq: entry.seq,
    kind: entry.what.kind,
    happened: new Date(entry.happened).toISOString(),
    told: new Date(entry.told).toISOString(),
    recorded: new Date(entry.recorded).toISOString(),
    by: entry.by,
    as: entry.as ?? null,
    agency: entry.agency,
    side: entry.side,
    owner: entry.owner,
    audience: entry.audience.to,
    audienceAgency: entry.audience.to === 'agency' ? entry.audience.agency : null,
    audiencePeople: entry.audience.to === 'people' ? entry.audience.people : [],
    inConfidence: entry.inConfidence,
    policyId: entry.policy.id,
    policyVersion: entry.policy.version,
    policyHash: entry.policy.hash,
    answers: entry.answers,
    corrects: entry.corrects ?? null,
    keyVersion,
  }
}

/** What the chain commits to, from a row as it stands: any changed column gives another hash. */
export function headOfRow(row: EntryRow): ChainedHead {
  return {
    partnership: row.partnership,
    caseId: row.case_id,
    seq: row.seq,
    kind: row.kind,
    happened: row.happened.toISOString(),
    told: row.told.toISOString(),
    recorded: row.recorded.toISOString(),
    by: row.by_person,
    as: row.as_role,
    agency: row.agency,
    side: row.side,
    owner: row.owner,
    audience: row.audience,
    audienceAgency: row.audience_agency,
    audiencePeople: row.audience_people,
    inConfidence: row.in_confidence,
    policyId: row.policy_id,
    policyVersion: row.policy_version,
    policyHash: row.policy_hash,
    answers: row.answers,
    corrects: row.corrects,
    keyVersion: row.key_version,
  }
}

export function entryOf(row: EntryRow, what: What): Entry {
  const head: EntryHead = {
    seq: row.seq,
    happened: row.happened.getTime(),
    told: row.told.getTime(),
    recorded: row.recorded.getTime(),
    by: row.by_person,
    ...(row.as_role === null ? {} : { as: row.as_role }),
    agency: row.agency,
    side: row.side as Side | 'concordat',
    owner: row.owner,
    audience: audienceOf(row),
    inConfidence: row.in_confidence,
    policy: { id: row.policy_id, version: row.policy_version, hash: row.policy_hash },
    answers: row.answers,
    ...(row.corrects === null ? {} : { corrects: row.corrects }),
  }
  return { ...head, what }
}

function audienceOf(row: EntryRow): Audience {
  switch (row.audience) {
    case 'agency':
      return { to: 'agency', agency: row.audience_agency ?? '' }
    case 'people':
      return { to: 'people', people: row.audience_people }
    case 'parties':
    case 'board':
    case 'panel':
      return { to: row.audience }
  }
}
