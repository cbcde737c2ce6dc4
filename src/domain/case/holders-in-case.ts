/** Who holds a role in this case: the people it already has in that role, else the directory's. Source: language.md section 1.5 and section 3 "Life of an instance". */

import type { AgencyId, At, PersonId } from '../people/directory.ts'
import { type Holder, holders, type Place } from '../people/holders.ts'
import type { Id } from '../policy/policy.ts'
import { askedOnce } from './asked-once.ts'
import { type Case, currentVisit, raisingAgency, stillIn } from './case.ts'
import { due } from './due.ts'
import type { DutyInstance } from './duty-instance.ts'
import { allAway, everyoneIn, type InCase, partyOf, present, raisersOf, recordedIn, sideOf } from './people-in-case.ts'
import type { World } from './world.ts'

export type { InCase } from './people-in-case.ts'

export const placeOf = (world: World, at: At): Place => ({ directory: world.directory, roles: world.policy.roles, at })

/** Holders of a role for one agency of the case (or the Board, or outside). */
export function holdersInCase(
  world: World,
  c: Case,
  role: Id,
  agency: AgencyId | undefined,
  at: At,
): readonly InCase[] {
  return askedOnce(world, c, at, `holds ${role} ${agency ?? ''}`, () => heldBy(world, c, role, agency, at))
}

function heldBy(world: World, c: Case, role: Id, agency: AgencyId | undefined, at: At): readonly InCase[] {
  const own = (h: { agency: AgencyId }) => agency === undefined || h.agency === agency
  if (role === 'raiser') return raisersOf(world, c, at)
  if (role === 'supporter')
    return present(
      world,
      c.supporters.map((s) => ({ person: s.person, agency: s.agency })),
      at,
    )
  if (role === 'decider') return decidersOf(world, c, at)
  if (role === 'party') return distinct([...partyOf(world, c, agency, at), ...owingIn(world, c, agency, at)])
  if (role === 'everyone') return distinct([...everyoneIn(world, c, at), ...owingIn(world, c, undefined, at)])
  if (world.policy.roles[role]?.seats) return (c.panel?.members ?? []).map((m) => ({ ...m, via: 'role' as const }))
  const known = recordedIn(c, role).filter(own)
  const recorded = present(world, known, at)
  if (recorded.length > 0 && !allAway(world, known, at)) return recorded
  const found = sameTeam(world, c, holders(placeOf(world, at), role, agency), agency, at)
  return [...recorded, ...found.filter((h) => !recorded.some((r) => r.person === h.person))]
}

/**
 * People who act for an agency in the case because a duty of their role has fallen to it: a lead who has to tell somebody, say.
 * Source: language.md section 2 "party" (anyone acting for an agency in the case).
 */
function owingIn(world: World, c: Case, agency: AgencyId | undefined, at: At): readonly InCase[] {
  const owed = new Map<string, { readonly role: Id; readonly agency: AgencyId }>()
  for (const i of due(world, c, at)) {
    if (!i.duty || i.force === 'may' || i.arose === undefined || i.status === 'not needed') continue
    const { role } = i.duty.who
    if (world.policy.roles[role]?.at !== 'agency' || i.agency === undefined) continue
    if (agency === undefined || i.agency === agency) owed.set(`${role} ${i.agency}`, { role, agency: i.agency })
  }
  return [...owed.values()].flatMap((one) => actingFor(world, c, one.role, one.agency, at))
}

const distinct = (all: readonly InCase[]): readonly InCase[] =>
  all.filter((p, n) => all.findIndex((q) => q.person === p.person && q.agency === p.agency) === n)

/**
 * Who may act in a role: its holders, less whoever acts for another side of the case already. Where nobody is left, the role's `else` steps in.
 * Source: language.md section 3 "One person, two roles".
 */
export function actingFor(world: World, c: Case, role: Id, agency: AgencyId | undefined, at: At): readonly InCase[] {
  return askedOnce(world, c, at, `acts as ${role} ${agency ?? ''}`, () => freeToAct(world, c, role, agency, at))
}

function freeToAct(world: World, c: Case, role: Id, agency: AgencyId | undefined, at: At): readonly InCase[] {
  if (role === 'decider') return decidersOf(world, c, at)
  const found = holdersInCase(world, c, role, agency, at)
  const taken = elsewhere(c, agency)
  const free = found.filter((h) => !taken.has(h.person))
  if (free.length === found.length || (agency === undefined && world.policy.roles[role]?.at !== 'board')) return found
  if (free.length > 0) return free
  const others = world.policy.roles[role]?.else ?? []
  return (
    others
      .map((other) =>
        holdersInCase(world, c, other, agency, at)
          .filter((h) => !taken.has(h.person))
          .map((h) => ({ ...h, via: 'else' as const })),
      )
      .find((x) => x.length > 0) ?? []
  )
}

/** People who act in this case for another agency than this one; for the Board, for any. */
function elsewhere(c: Case, agency: AgencyId | undefined): ReadonlySet<PersonId> {
  const named = c.agencies.flatMap((a) => (a.person ? [{ person: a.person, agency: a.agency }] : []))
  const raisers = c.raisers.map((r) => ({ person: r.person, agency: raisingAgency(c) }))
  const visits = c.visits.flatMap((v) => v.people.filter((p) => p.side === 'raising' || p.side === 'responding'))
  return new Set([...raisers, ...named, ...visits].filter((p) => p.agency !== agency).map((p) => p.person))
}

/** Who may do a duty: whoever holds its role for the agency that owes it. */
export function owersIn(
  world: World,
  c: Case,
  i: Pick<DutyInstance, 'duty' | 'gate' | 'agency' | 'side' | 'stage' | 'visit'>,
  at: At,
): readonly InCase[] {
  const who = i.duty?.who ?? (i.gate ? world.policy.facts[i.gate.fact]?.by : undefined)
  if (who) {
    const all = actingFor(world, c, who.role, i.agency, at)
    // Of an agency that stands on both sides, each side signs through its own people.
    const both = i.duty?.act.verb === 'agree' && c.agencies.filter((a) => a.agency === i.agency).length > 1
    return both ? all.filter((h) => sideOf(c, world, h.agency, h.person) === i.side) : all
  }
  const visit = c.visits.find((v) => v.n === i.visit)
  if (!visit) return []
  // What a panel has to decide is its members' to do, once it is chosen.
  const seats = i.stage?.by ? world.policy.roles[i.stage.by.role]?.seats : undefined
  const members = seats && c.panel?.visit === visit.n ? c.panel.members : []
  if (members.length > 0) return present(world, members, at)
  // Whoever the policy has beside the one who decides helps, and owes no decision.
  const deciders = visit.people.filter((p) => p.role === i.stage?.by?.role)
  return present(world, deciders.length > 0 ? deciders : visit.people, at)
}

function decidersOf(world: World, c: Case, at: At): readonly InCase[] {
  const stage = world.policy.stages.find((s) => s.id === currentVisit(c).stage)
  const by = stage?.by
  if (!by) return []
  const agencies = by.side === 'none' ? [undefined] : stillIn(c).flatMap((a) => (a.side === by.side ? [a.agency] : []))
  return agencies.flatMap((agency) => actingFor(world, c, by.role, agency, at))
}

function sameTeam(
  world: World,
  c: Case,
  found: readonly Holder[],
  agency: AgencyId | undefined,
  at: At,
): readonly InCase[] {
  const known = partyOf(world, c, agency, at)
  return sameTeamOf(world, found, known, agency)
}

export function sameTeamOf(
  world: World,
  found: readonly Holder[],
  known: readonly { person: PersonId; agency: AgencyId }[],
  agency: AgencyId | undefined,
): readonly Holder[] {
  const people = new Set(known.filter((k) => agency === undefined || k.agency === agency).map((k) => k.person))
  const teams = new Set(world.directory.posts.filter((p) => people.has(p.person) && p.team).map((p) => p.team))
  const near = found.filter((h) => h.post.team !== undefined && teams.has(h.post.team))
  return near.length > 0 ? near : found
}
