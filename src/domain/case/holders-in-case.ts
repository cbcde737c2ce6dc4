/** Who holds a role in this case: the people it already has in that role, else the directory's. Source: language.md section 1.5 and section 3 "Life of an instance". */

import type { AgencyId, At, PersonId } from '../people/directory.ts'
import { type Holder, holders, type Place } from '../people/holders.ts'
import type { Id, Who } from '../policy/policy.ts'
import { type Case, currentVisit, raisingAgency } from './case.ts'
import type { DutyInstance } from './duty-instance.ts'
import type { CasePerson, Side } from './entry.ts'
import { allAway, everyoneIn, type InCase, partyOf, present, raisersOf, recordedIn } from './people-in-case.ts'
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
  if (!stage?.by) return []
  const side = stage.by.side === 'raising' ? raisingAgency(c) : undefined
  return actingFor(world, c, stage.by.role, side, at)
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

function sameTeamOf(
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

/** The people whose stage it is: `between`, `by` and `with`, one agency at a time. */
export function stagePeople(
  world: World,
  c: Case | undefined,
  stage: { between?: readonly [Who, Who]; by?: Who; with: readonly Who[] },
  tier: number,
  at: At,
  given: readonly CasePerson[],
): readonly CasePerson[] {
  const agencies = c?.agencies ?? []
  const raising = c ? raisingAgency(c) : given.find((g) => g.side === 'raising')?.agency
  const responding = c
    ? agencies.filter((a) => a.side === 'responding' && a.settledAt === undefined).map((a) => a.agency)
    : [...new Set(given.filter((g) => g.side === 'responding').map((g) => g.agency))]
  const found: CasePerson[] = []
  const add = (who: Who, side: Side, agency: AgencyId | undefined) => {
    const known = given.filter((g) => g.role === who.role && g.agency === agency)
    if (known.length > 0 && tier === 0) {
      found.push(...known)
      return
    }
    const people =
      tier > 0
        ? climbed(world, who.role, agency, tier, at)
        : c
          ? actingFor(world, c, who.role, agency, at)
          : sameTeamOf(world, holders(placeOf(world, at), who.role, agency), given, agency)
    for (const p of people) found.push({ person: p.person, agency: p.agency, side, role: who.role })
  }
  for (const [i, who] of (stage.between ?? []).entries()) {
    const onBoard = world.policy.roles[who.role]?.at
    const side = who.side === 'raising' || who.side === 'responding' ? who.side : i === 0 ? 'raising' : 'responding'
    if (onBoard === 'board') add(who, 'board', undefined)
    else if (onBoard === 'outside') add(who, 'outside', undefined)
    else for (const agency of side === 'raising' ? (raising ? [raising] : []) : responding) add(who, side, agency)
  }
  for (const who of [...(stage.by ? [stage.by] : []), ...stage.with]) {
    const where = world.policy.roles[who.role]?.at
    const sides: readonly Side[] =
      who.side === 'raising' ? ['raising'] : who.side === 'responding' ? ['responding'] : ['raising', 'responding']
    if (where !== 'agency') add(who, where === 'outside' ? 'outside' : 'board', undefined)
    else
      for (const s of sides)
        for (const agency of s === 'raising' ? (raising ? [raising] : []) : responding) add(who, s, agency)
  }
  return found.filter(
    (p, n) => found.findIndex((q) => q.person === p.person && q.role === p.role && q.agency === p.agency) === n,
  )
}

/** The next tier of an agency's line; an agency without one keeps its top person. */
function climbed(world: World, role: Id, agency: AgencyId | undefined, tier: number, at: At): readonly Holder[] {
  for (let t = tier; t >= 0; t--) {
    const found = holders({ ...placeOf(world, at), roles: withoutElse(world, role) }, role, agency, t).filter(
      (h) => h.via !== 'senior',
    )
    if (found.length > 0) return found
  }
  return holders(placeOf(world, at), role, agency)
}

const withoutElse = (world: World, role: Id) => {
  const r = world.policy.roles[role]
  return r ? { ...world.policy.roles, [role]: { ...r, else: [] } } : world.policy.roles
}
