import type { DeadlineRow, PartRow, RegisterRow, ShareRow } from '../../domain/case/projection-rows.ts'
import { instant } from '../chain/canonical.ts'

// Projection rows as JSON with the names of their columns: one parameter holds a whole table's worth of them.

export const json = (value: unknown): string => JSON.stringify(value)
export const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`
export const moment = (at: number | undefined): string | null => (at === undefined ? null : instant(at))

export const partJson = (p: PartRow) => ({
  person: p.person,
  agency: p.agency,
  level: p.level,
  starts: instant(p.from),
  ends: moment(p.until),
})
export const shareJson = (s: ShareRow) => ({
  seq: s.seq,
  to_kind: s.person === undefined ? 'agency' : 'person',
  to_id: s.person ?? s.agency,
})
export const deadlineJson = (d: DeadlineRow) => ({
  key: d.key,
  duty_id: d.dutyId,
  agency: d.agency,
  side: d.side,
  role: d.role,
  people: d.people,
  due: moment(d.due),
  status: d.status,
  guide: d.guide,
})
export const registerJson = (r: RegisterRow) => ({
  number: r.number,
  stage: r.stage,
  stage_title: r.stageTitle,
  status: r.status,
  raising_agency: r.raisingAgency,
  responding_agencies: r.respondingAgencies,
  reasons: r.reasons,
  age_band: r.ageBand ?? null,
  flags: r.flags,
  waiting_for: r.waitingFor,
  due: moment(r.due),
  late: r.late,
  ending: r.end ?? null,
  policy_id: r.policyId,
  raised_at: instant(r.raisedAt),
  closed_at: moment(r.closedAt),
  rehearsal: r.rehearsal,
})
