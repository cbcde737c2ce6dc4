/**
 * Who holds a role, by the directory: the role itself, a title that counts as the same, the same tier, cover for absence,
 * the policy's `else`, and last the most senior person the agency has. Source: language.md sections 1.5, 2 "role" and 3 "One person, two roles".
 */
import { dateAt } from '../calendar/london.ts'
import type { Id, Role } from '../policy/policy.ts'
import type { AgencyId, At, Directory, PersonId, Post } from './directory.ts'

export interface Holder {
  readonly person: PersonId
  readonly agency: AgencyId
  readonly post: Post
  /** How the person comes to act: in the role, covering for a holder who is away, as the policy's `else`, or as the most senior person there. */
  readonly via: 'role' | 'cover' | 'else' | 'senior'
  /** Whom a cover stands in for. */
  readonly standsInFor?: PersonId
}

export interface Place {
  readonly directory: Directory
  readonly roles: Readonly<Record<Id, Role>>
  readonly at: At
}

/** Holders of an agency role in one agency; of a Board role, at the Board; of an outside role, anywhere. `tier` climbs that many tiers above the role's own. */
export function holders(place: Place, roleId: Id, agency?: AgencyId, tier = 0): readonly Holder[] {
  return heldBy(place, roleId, { agency, tier, asked: [] })
}

interface Sought {
  readonly agency: AgencyId | undefined
  readonly tier: number
  /** Roles that were looked for already: two that stand in for each other lead nowhere where neither is held. */
  readonly asked: readonly Id[]
}

function heldBy(place: Place, roleId: Id, { agency, tier, asked }: Sought): readonly Holder[] {
  const role = asked.includes(roleId) ? undefined : place.roles[roleId]
  if (!role) return []
  const inside = (post: Post) => belongs(place, role, post, agency)
  const wanted = role.tier === undefined ? undefined : role.tier + tier
  const named = tier === 0 ? present(place, (p) => inside(p) && fits(role, p)) : []
  if (named.length > 0) return named
  if (role.at === 'agency' && wanted !== undefined) {
    const level = present(place, (p) => inside(p) && p.tier === wanted && p.speaksFor.length === 0)
    if (level.length > 0) return level
  }
  for (const other of role.else) {
    const found = heldBy(place, other, { agency, tier: 0, asked: [...asked, roleId] }).map((h) => ({
      ...h,
      via: 'else' as const,
    }))
    if (found.length > 0) return found
  }
  return role.at === 'agency' && role.tier !== undefined ? mostSenior(place, agency) : []
}

/** Is there anyone in this agency a tier above `tier` steps over the role? */
export function hasTier(place: Place, roleId: Id, agency: AgencyId, tier: number): boolean {
  const base = place.roles[roleId]?.tier
  if (base === undefined) return false
  return live(place).some((p) => p.agency === agency && p.tier !== undefined && p.tier === base + tier)
}

/** Posts held at that moment. */
export function live(place: Pick<Place, 'directory' | 'at'>): readonly Post[] {
  const today = dateAt(place.at)
  return place.directory.posts.filter(
    (p) => (p.from === undefined || p.from <= today) && (p.until === undefined || p.until >= today),
  )
}

function present(place: Place, wanted: (post: Post) => boolean): readonly Holder[] {
  const today = dateAt(place.at)
  const found = live(place).filter(wanted)
  const here: Holder[] = []
  const covers: Holder[] = []
  for (const post of found) {
    const away = post.away.find((a) => a.from <= today && today <= a.to)
    if (!away) here.push({ person: post.person, agency: post.agency, post, via: 'role' })
    else if (away.cover)
      covers.push({ person: away.cover, agency: post.agency, post, via: 'cover', standsInFor: post.person })
  }
  return [...here, ...covers]
}

function mostSenior(place: Place, agency: AgencyId | undefined): readonly Holder[] {
  const posts = live(place).filter((p) => p.agency === agency && p.tier !== undefined)
  const top = Math.max(...posts.map((p) => p.tier ?? 0))
  return present(place, (p) => p.agency === agency && p.tier === top).map((h) => ({ ...h, via: 'senior' as const }))
}

function belongs(place: Place, role: Role, post: Post, agency: AgencyId | undefined): boolean {
  const board = place.directory.agencies[post.agency]?.kind === 'board'
  switch (role.at) {
    case 'agency':
      return agency === undefined ? !board : post.agency === agency || post.speaksFor.includes(agency)
    case 'board':
      return board
    case 'outside':
      return true
  }
}

function fits(role: Role, post: Post): boolean {
  const same = (text: string) => slug(text) === slug(post.role) || slug(text) === slug(post.title)
  return role.id === post.role || same(role.id) || same(role.is) || role.or.some(same)
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
