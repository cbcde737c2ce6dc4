/** Who owes a duty: the raising side is one, however many raised; responding and each, one an agency; Board and outside, one. Source: language.md section 3 "When a duty arises". */
import type { AgencyId } from '../people/directory.ts'
import type { Duty, Id } from '../policy/policy.ts'
import { type Case, type CaseAgency, raisingAgency } from './case.ts'
import type { InstanceKey, Side } from './entry.ts'
import type { World } from './world.ts'

export interface Ower {
  readonly agency?: AgencyId
  readonly side: Side
  /** What stands in the key where no agency of the case owes it. */
  readonly mark: string
}

export function owersOf(world: World, c: Case, duty: Pick<Duty, 'who'> & Partial<Pick<Duty, 'act'>>): readonly Ower[] {
  const { side, role } = duty.who
  const raising: Ower = { agency: raisingAgency(c), side: 'raising', mark: raisingAgency(c) }
  const responding = c.agencies
    .filter((a) => a.side === 'responding')
    .map((a): Ower => ({ agency: a.agency, side: 'responding', mark: a.agency }))
  const at = world.policy.roles[role]?.at
  if (side === 'raising' || role === 'raiser' || role === 'supporter') return [raising]
  if (side === 'responding') return responding
  if (at === 'board' || role === 'decider') return [{ side: 'board', mark: 'board' }]
  if (at === 'outside') return [{ side: 'outside', mark: 'outside' }]
  // A disagreement inside one agency has that agency on both sides: it owes once, but for words that both sides sign.
  const others = responding.filter((r) => r.agency !== raising.agency)
  const opposite = responding.filter((r) => r.agency === raising.agency && duty.act?.verb === 'agree')
  return [raising, ...others, ...opposite.map((r) => ({ ...r, mark: `${r.mark}~responding` }))]
}

/** The row of the case for whoever owes: by agency and side, since one agency may stand on both. */
export const rowOf = (c: Case, ower: Pick<Ower, 'agency' | 'side'>): CaseAgency | undefined =>
  ower.agency === undefined ? undefined : c.agencies.find((a) => a.agency === ower.agency && a.side === ower.side)

/** Whose closed days count: the ower's own; the Board's office for what the Board owes. */
export const calendarAgency = (world: World, ower: Pick<Ower, 'agency' | 'side'>): AgencyId | undefined =>
  ower.agency ??
  (ower.side === 'board' ? Object.values(world.directory.agencies).find((a) => a.kind === 'board')?.id : undefined)

export const keyOf = (id: Id, visit: number, occurrence: number, mark: string): InstanceKey =>
  `${id}·${visit}·${occurrence}·${mark}`
