/**
 * The invented people of a walk or a rehearsal: each role of a policy is held by a person of its own on each side,
 * one agency raises and one is asked, and a panel can be seated. Source: language.md section 5.
 */
import type { BankHolidays } from '../calendar/calendar.ts'
import type { World } from '../case/world.ts'
import type { Agency, AgencyId, Directory, Person, PersonId, Post } from '../people/directory.ts'
import type { Id, Policy, Role } from './policy.ts'
import { isOfOneAgency } from './walk-facts.ts'

export const raisingAgencyId = 'raising'
export const respondingAgencyId = 'responding'

/** Where a person of the cast stands: on one of the two sides, at the Board, or outside. */
export type CastSide = 'raising' | 'responding' | 'board' | 'outside'

export interface Cast {
  readonly world: World
  /** The person who raises, under the policy's rule of who may. */
  readonly raiser: PersonId
  readonly people: readonly { readonly person: PersonId; readonly side: CastSide; readonly role: Id }[]
  readonly sideOf: (person: PersonId) => CastSide
}

export function castOf(policy: Policy, holidays: BankHolidays): Cast {
  const posts = [
    ...Object.values(policy.roles).flatMap(postsOf),
    ...colleagues(policy),
    ...higherTiers(policy),
    ...forPanels(policy),
  ]
  const directory: Directory = {
    version: 'invented',
    agencies: Object.fromEntries(agenciesFor(policy).map((agency) => [agency.id, agency])),
    people: Object.fromEntries(posts.map((post) => [post.person, personOf(post)])),
    posts,
  }
  const sides = new Map(posts.map((post) => [post.person, sideOfAgency(post.agency)]))
  const people = posts.map((post) => ({ person: post.person, side: sideOfAgency(post.agency), role: post.role }))
  const world: World = { policy, holidays, directory, addenda: [] }
  return {
    world,
    raiser: `${raisingAgencyId}-${raisingRole(policy)}`,
    people,
    sideOf: (person) => sides.get(person) ?? 'outside',
  }
}

/** The role that raises: one the policy names, else the one it begins with. */
function raisingRole(policy: Policy): Id {
  const atAgency = (role: Id | undefined) =>
    role !== undefined && policy.roles[role]?.at === 'agency' ? role : undefined
  const named = policy.raise.by.map(atAgency).find((role) => role !== undefined)
  const first = policy.stages.map((stage) => atAgency(stage.between?.[0].role)).find((role) => role !== undefined)
  return named ?? first ?? Object.values(policy.roles).find((role) => role.at === 'agency')?.id ?? ''
}

function postsOf(role: Role): readonly Post[] {
  if (role.seats) return []
  switch (role.at) {
    case 'agency':
      return [raisingAgencyId, respondingAgencyId].map((agency) => post(agency, role.id, role.is, role.tier))
    case 'board':
      return [post('board', role.id, role.is, role.tier)]
    case 'outside':
      return [post('outside', role.id, role.is, role.tier)]
  }
}

/** Who answers a colleague: in a disagreement inside one agency nobody can stand on both sides of it. */
const colleagues = (policy: Policy): readonly Post[] =>
  isOfOneAgency(policy)
    ? Object.values(policy.roles)
        .filter((role) => role.at === 'agency' && !role.seats)
        .map((role) => post(raisingAgencyId, role.id, `Another ${role.is}`, role.tier, colleague))
    : []

const colleague = 'colleague-'
/** The other holder of a role in the agency that raises. */
export const colleagueOf = (role: Id): PersonId => `${raisingAgencyId}-${colleague}${role}`

/** A stage that repeats needs a tier to repeat at: one above its role, where the policy names none. */
function higherTiers(policy: Policy): readonly Post[] {
  const roles = Object.values(policy.roles)
  const bases = policy.stages
    .filter((stage) => stage.repeats)
    .flatMap((stage) => policy.roles[stage.between?.[0].role ?? '']?.tier ?? [])
  const missing = [...new Set(bases.map((tier) => tier + 1))].filter(
    (tier) => !roles.some((role) => role.at === 'agency' && role.tier === tier),
  )
  return missing.flatMap((tier) =>
    [raisingAgencyId, respondingAgencyId].map((agency) => post(agency, `tier-${tier}`, `Head of tier ${tier}`, tier)),
  )
}

/** People of other agencies for the seats of a panel, some of whom speak for the two agencies. */
function forPanels(policy: Policy): readonly Post[] {
  return Object.values(policy.roles).flatMap((role) => {
    if (!role.seats) return []
    const { of, agencies, rank } = role.seats
    const atBoard = policy.roles[of]?.at === 'board'
    // A quorum may ask for more members than agencies.
    const quorum = Number.parseInt(role.seats.quorum ?? policy.settings.quorum, 10) || 0
    return Array.from({ length: Math.max(agencies, quorum, 3) }, (_, n) => {
      const speaksFor = n === 0 ? [raisingAgencyId] : n === 1 ? [respondingAgencyId] : []
      const seat = post(
        `${atBoard ? 'board' : 'other'}-${n + 1}`,
        of,
        policy.roles[of]?.is ?? of,
        undefined,
        `${role.id}-`,
      )
      return { ...seat, speaksFor, ...(rank ? { rank } : {}) }
    })
  })
}

function agenciesFor(policy: Policy): readonly Agency[] {
  const own = [raisingAgencyId, respondingAgencyId, 'board', 'outside']
  const more = forPanels(policy).map((one) => one.agency)
  return [...new Set([...own, ...more])].map((id) => ({
    id,
    name: names[id] ?? `Another agency (${id})`,
    initials: id.slice(0, 2).toUpperCase(),
    kind: id.startsWith('board') ? 'board' : 'invented',
    closures: [],
    membership: 'full',
    policies: [],
  }))
}

const names: Readonly<Record<AgencyId, string>> = {
  [raisingAgencyId]: 'The agency that raised it',
  [respondingAgencyId]: 'The agency that was asked',
  board: "The Board's office",
  outside: 'Outside the two agencies',
}

function sideOfAgency(agency: AgencyId): CastSide {
  if (agency === raisingAgencyId || agency === respondingAgencyId) return agency
  return agency.startsWith('board') ? 'board' : 'outside'
}

function post(agency: AgencyId, role: Id, title: string, tier: number | undefined, mark = ''): Post {
  const person = `${agency}-${mark}${role}`
  return { id: person, person, agency, role, title, ...(tier === undefined ? {} : { tier }), speaksFor: [], away: [] }
}

const personOf = ({ person, title }: Post): Person => ({ id: person, name: title })
