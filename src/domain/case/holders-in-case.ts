/** Who holds a role in this case: the people it already has in that role, else the directory's. Source: language.md section 1.5 and section 3 "Life of an instance". */

import { dateAt } from '../calendar/london.ts'
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import { type Holder, holders, live, type Place } from '../people/holders.ts'
import type { Id, Who } from '../policy/policy.ts'
import { type Case, currentVisit, raisingAgency } from './case.ts'
import type { DutyInstance } from './duty-instance.ts'
import type { CasePerson, Side } from './entry.ts'
import type { World } from './world.ts'

export interface InCase {
  readonly person: PersonId
  readonly agency: AgencyId
  readonly via: Holder['via']
  readonly standsInFor?: PersonId
}

export const placeOf = (world: World, at: At): Place => ({ directory: world.directory, roles: world.policy.roles, at })

/** Holders of a role for one agency of the case (or the Board, or outside). */
export function holdersInCase(
  world: World,
  c: Case,
  role: Id,
  agency: AgencyId | undefined,
  at: At,
): readonly InCase[] {
  const own = (h: { agency: AgencyId }) => agency === undefined || h.agency === agency
  if (role === 'raiser') return raisersOf(world, c, at)
  if (role === 'supporter')
    return present(
      world,
      c.supporters.map((s) => ({ person: s.person, agency: s.agency })),
      at,
    )
  if (role === 'decider') return decidersOf(world, c, at)
  if (role === 'party') return partyOf(world, c, agency, at)
  if (role === 'everyone') return everyoneIn(world, c, at)
  if (world.policy.roles[role]?.seats) return (c.panel?.members ?? []).map((m) => ({ ...m, via: 'role' as const }))
  const known = recordedIn(c, role).filter(own)
  const recorded = present(world, known, at)
  if (recorded.length > 0 && !allAway(world, known, at)) return recorded
  const found = sameTeam(world, c, holders(placeOf(world, at), role, agency), agency, at)
  return [...recorded, ...found.filter((h) => !recorded.some((r) => r.person === h.person))]
}

/**
 * Who may act in a role: its holders, less whoever acts for another side of the case already. Where nobody is left, the role's `else` steps in.
 * Source: language.md section 3 "One person, two roles".
 */
export function actingFor(world: World, c: Case, role: Id, agency: AgencyId | undefined, at: At): readonly InCase[] {
  const found = holdersInCase(world, c, role, agency, at)
  const taken = elsewhere(c, agency)
  const free = found.filter((h) => !taken.has(h.person))
  if (
    free.length === found.length ||
    (agency === undefined && world.policy.roles[role]?.at !== 'board' && role !== 'decider')
  )
    return found
  if (free.length > 0) return free
  const instead = role === 'decider' ? world.policy.stages.find((s) => s.id === currentVisit(c).stage)?.by?.role : role
  const others = (instead === undefined ? undefined : world.policy.roles[instead])?.else ?? []
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

/** Nobody of them is there today, and nobody stands in for any of them. */
function allAway(world: World, people: readonly { person: PersonId; agency: AgencyId }[], at: At): boolean {
  const posts = live({ directory: world.directory, at })
  const today = dateAt(at)
  return people.every(({ person }) => {
    const away = posts
      .filter((p) => p.person === person)
      .map((p) => p.away.find((a) => a.from <= today && today <= a.to))
    return away.length === 0 || away.every((a) => a !== undefined && a.cover === undefined)
  })
}

/** Who may do a duty: whoever holds its role for the agency that owes it. */
export function owersIn(
  world: World,
  c: Case,
  i: Pick<DutyInstance, 'duty' | 'gate' | 'agency' | 'side' | 'stage' | 'visit'>,
  at: At,
): readonly InCase[] {
  const who = i.duty?.who ?? (i.gate ? world.policy.facts[i.gate.fact]?.by : undefined)
  if (who) return actingFor(world, c, who.role, i.agency, at)
  const visit = c.visits.find((v) => v.n === i.visit)
  return visit ? present(world, visit.people, at) : []
}

const recordedIn = (c: Case, role: Id): readonly { person: PersonId; agency: AgencyId }[] => {
  for (const visit of [...c.visits].reverse()) {
    const found = visit.people.filter((p) => p.role === role)
    if (found.length > 0) return found
  }
  return c.agencies.flatMap((a) => {
    if (a.role !== role) return []
    const people =
      a.side === 'raising'
        ? c.raisers.filter((r) => r.withdrew === undefined).map((r) => r.person)
        : a.person
          ? [a.person]
          : []
    return people.map((person) => ({ person, agency: a.agency }))
  })
}

function raisersOf(world: World, c: Case, at: At): readonly InCase[] {
  return present(
    world,
    c.raisers.filter((r) => r.withdrew === undefined).map((r) => ({ person: r.person, agency: raisingAgency(c) })),
    at,
  )
}

function decidersOf(world: World, c: Case, at: At): readonly InCase[] {
  const stage = world.policy.stages.find((s) => s.id === currentVisit(c).stage)
  if (!stage?.by) return []
  const side = stage.by.side === 'raising' ? raisingAgency(c) : undefined
  return actingFor(world, c, stage.by.role, side, at)
}

/** Everyone who acts for an agency in the case: its raisers, its named person, and the people of every stage entered so far. */
function partyOf(world: World, c: Case, agency: AgencyId | undefined, at: At): readonly InCase[] {
  const named = c.agencies.flatMap((a) => (a.person ? [{ person: a.person, agency: a.agency }] : []))
  const raisers = c.raisers
    .filter((r) => r.withdrew === undefined)
    .map((r) => ({ person: r.person, agency: raisingAgency(c) }))
  const visits = c.visits.flatMap((v) => v.people.filter((p) => p.side === 'raising' || p.side === 'responding'))
  const all = [...raisers, ...named, ...visits].filter((p) => agency === undefined || p.agency === agency)
  return present(
    world,
    all.filter((p, n) => all.findIndex((q) => q.person === p.person && q.agency === p.agency) === n),
    at,
  )
}

function everyoneIn(world: World, c: Case, at: At): readonly InCase[] {
  const stages = c.visits.flatMap((v) => v.people)
  const all = [...partyOf(world, c, undefined, at), ...present(world, stages, at)]
  return all.filter((p, n) => all.findIndex((q) => q.person === p.person) === n)
}

/** People still in a post at that agency; whoever is away is stood in for by a recorded cover. */
function present(world: World, people: readonly { person: PersonId; agency: AgencyId }[], at: At): readonly InCase[] {
  const posts = live({ directory: world.directory, at })
  const today = dateAt(at)
  const found: InCase[] = []
  for (const { person, agency } of people) {
    const post =
      posts.find((p) => p.person === person && p.agency === agency) ??
      posts.find((p) => p.person === person && p.speaksFor.includes(agency))
    if (!post) continue
    found.push({ person, agency, via: 'role' })
    const away = post.away.find((a) => a.from <= today && today <= a.to)
    if (away?.cover) found.push({ person: away.cover, agency, via: 'cover', standsInFor: person })
  }
  return found.filter((p, n) => found.findIndex((q) => q.person === p.person && q.agency === p.agency) === n)
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
