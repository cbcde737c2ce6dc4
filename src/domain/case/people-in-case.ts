/** The people a case has by name: its raisers, those named for an agency, those of the stages entered so far, and who stands in for them today. */
import { dateAt } from '../calendar/london.ts'
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import { type Holder, live } from '../people/holders.ts'
import type { Id } from '../policy/policy.ts'
import { type Case, raisingAgency } from './case.ts'
import type { Side } from './entry.ts'
import type { World } from './world.ts'

export interface InCase {
  readonly person: PersonId
  readonly agency: AgencyId
  readonly via: Holder['via']
  readonly standsInFor?: PersonId
}

/** Nobody of them is there today, and nobody stands in for any of them. */
export function allAway(world: World, people: readonly { person: PersonId; agency: AgencyId }[], at: At): boolean {
  const posts = live({ directory: world.directory, at })
  const today = dateAt(at)
  return people.every(({ person }) => {
    const away = posts
      .filter((p) => p.person === person)
      .map((p) => p.away.find((a) => a.from <= today && today <= a.to))
    return away.every((a) => a !== undefined && a.cover === undefined)
  })
}

export const recordedIn = (c: Case, role: Id): readonly { person: PersonId; agency: AgencyId }[] => {
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

export function raisersOf(world: World, c: Case, at: At): readonly InCase[] {
  return present(
    world,
    c.raisers.filter((r) => r.withdrew === undefined).map((r) => ({ person: r.person, agency: raisingAgency(c) })),
    at,
  )
}

/** Everyone who acts for an agency in the case: its raisers, its named person, and the people of every stage entered so far. */
export function partyOf(world: World, c: Case, agency: AgencyId | undefined, at: At): readonly InCase[] {
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

export function everyoneIn(world: World, c: Case, at: At): readonly InCase[] {
  const stages = c.visits.flatMap((v) => v.people)
  const all = [...partyOf(world, c, undefined, at), ...present(world, stages, at)]
  return all.filter((p, n) => all.findIndex((q) => q.person === p.person) === n)
}

/** People still in a post at that agency; whoever is away is stood in for by a recorded cover. */
export function present(
  world: World,
  people: readonly { person: PersonId; agency: AgencyId }[],
  at: At,
): readonly InCase[] {
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

/** The side of an agency; of a disagreement inside one agency, the side its person stands on. */
export function sideOf(c: Case, world: World, agency: AgencyId, person?: PersonId): Side {
  const both = c.agencies.filter((a) => a.agency === agency).length > 1
  const theirs = both
    ? c.visits.flatMap((v) => v.people).find((p) => p.person === person && p.side === 'responding') ||
      c.agencies.find((a) => a.person === person && a.side === 'responding')
    : undefined
  if (theirs && !isRaiser(c, person ?? '')) return 'responding'
  const own = c.agencies.find((a) => a.agency === agency)
  if (own) return own.side
  return world.directory.agencies[agency]?.kind === 'board' ? 'board' : 'outside'
}

export const isRaiser = (c: Case, person: PersonId): boolean =>
  c.raisers.some((r) => r.person === person && r.withdrew === undefined)
