/** The rule of a panel's seats, condition by condition, and who may sit. Pages show it; `decide` refuses by it. Source: C-12; language.md section 2 "seats". */
import type { AgencyId, At } from '../people/directory.ts'
import { holders, live } from '../people/holders.ts'
import type { Role, Seats } from '../policy/policy.ts'
import { type Case, currentVisit } from './case.ts'
import type { PanelMember } from './entry.ts'
import { placeOf } from './holders-in-case.ts'
import { composerOf } from './panel-composer.ts'
import { stageOf } from './stage-of.ts'
import { agencyName, personName, type World } from './world.ts'

export interface PanelCondition {
  readonly words: string
  readonly met: boolean
  /** False for `where possible`: then a reason is enough. */
  readonly must: boolean
  readonly howFar: string
}

export interface Standing extends PanelMember {
  readonly name: string
  readonly title: string
  readonly may: boolean
  readonly why: string
  /** Agencies of the case this person can speak for. */
  readonly speaksFor: readonly AgencyId[]
}

/** The panel role of the stage the case stands in, with who composes it when the policy does not say. */
export function seatsOf(
  world: World,
  c: Case,
): { readonly role: Role; readonly seats: Seats; readonly composedBy: string } | undefined {
  const stage = stageOf(world, currentVisit(c).stage)
  const role = stage?.by ? world.policy.roles[stage.by.role] : undefined
  if (!role?.seats || c.end) return undefined
  return { role, seats: role.seats, composedBy: composerOf(world, c, currentVisit(c).n) }
}

/** Everybody the directory has for these seats, with whether they may sit and why not. */
export function candidatesFor(world: World, c: Case, at: At): readonly Standing[] {
  const found = seatsOf(world, c)
  if (!found) return []
  const role = found.seats.of
  const atBoard = world.policy.roles[role]?.at !== 'agency'
  const agencies = atBoard ? [undefined] : Object.keys(world.directory.agencies)
  const all = agencies.flatMap((a) => holders({ ...placeOf(world, at), roles: only(world, role) }, role, a))
  const people = all.filter((h, n) => h.via === 'role' && all.findIndex((x) => x.person === h.person) === n)
  return people.map((h) => standing(world, c, { person: h.person, agency: h.agency }, at))
}

export function standing(world: World, c: Case, member: PanelMember, at: At): Standing {
  const seats = seatsOf(world, c)?.seats
  const posts = live(placeOf(world, at)).filter((p) => p.person === member.person && p.agency === member.agency)
  const post = posts.find((p) => p.role === seats?.of) ?? posts[0]
  const agency = world.directory.agencies[member.agency]
  const base = {
    ...member,
    name: personName(world, member.person),
    title: post?.title ?? '',
    speaksFor: c.agencies
      .map((a) => a.agency)
      .filter((a) => a === member.agency || posts.some((p) => p.speaksFor.includes(a))),
  }
  const no = (why: string): Standing => ({ ...base, may: false, why })
  if (!seats || !post || !agency) return no('Holds no post that the policy has on a panel.')
  const conflict = c.conflicts.find((x) => x.person === member.person)
  if (conflict) return no(`Declared a conflict: “${conflict.words}”`)
  const took =
    c.visits.some((v) =>
      v.people.some((p) => p.person === member.person && (p.side === 'raising' || p.side === 'responding')),
    ) ||
    c.raisers.some((r) => r.person === member.person) ||
    c.agencies.some((a) => a.person === member.person)
  if (took) return no('Took part in this case at an earlier stage.')
  if (agency.membership !== 'full' && agency.kind !== 'board')
    return no(`${agency.name} is not a full member of the Board.`)
  if (seats.rank && !posts.some((p) => sameRank(p.rank, seats.rank))) return no(`Is not a ${seats.rank}.`)
  if (seats.parties === 'never' && base.speaksFor.length > 0)
    return no('Speaks for an agency concerned, and the policy keeps those off the panel.')
  return { ...base, may: true, why: '' }
}

export function panelRule(world: World, c: Case, members: readonly PanelMember[], at: At): readonly PanelCondition[] {
  const seats = seatsOf(world, c)?.seats
  if (!seats) return []
  const chosen = members.map((m) => standing(world, c, m, at))
  const agencies = new Set(chosen.map((m) => m.agency)).size
  const conditions: PanelCondition[] = []
  if (seats.rank)
    conditions.push({
      words: `All are ${plural(seats.rank)}`,
      must: true,
      met: chosen.length > 0 && chosen.every((m) => m.may),
      howFar: chosen.every((m) => m.may) ? 'nobody is chosen yet' : 'one of them is not',
    })
  conditions.push({
    words: `${numberWord(seats.agencies)} different agencies`,
    must: true,
    met: agencies >= seats.agencies,
    howFar: `${agencies} of ${seats.agencies} chosen`,
  })
  const most = Number.parseInt(seats.quorum ?? world.policy.settings.quorum, 10)
  if (most > seats.agencies)
    conditions.push({
      words: `At least ${most} members, so that it can decide`,
      must: true,
      met: chosen.length >= most,
      howFar: `${chosen.length} of ${most} chosen`,
    })
  if (seats.parties === 'must' || seats.parties === 'where possible') {
    const missing = c.agencies.map((a) => a.agency).filter((a) => !chosen.some((m) => m.speaksFor.includes(a)))
    conditions.push({
      words:
        seats.parties === 'must'
          ? 'Every agency concerned is on it'
          : 'Every agency concerned is on it, where possible',
      must: seats.parties === 'must',
      met: missing.length === 0,
      howFar: missing.length === 0 ? 'all chosen' : `${missing.map((a) => agencyName(world, a)).join(' and ')} not yet`,
    })
  }
  conditions.push({
    words: 'Nobody took part earlier or has a conflict',
    must: true,
    met: chosen.every((m) => m.may),
    howFar: chosen.find((m) => !m.may)?.why ?? 'none of them',
  })
  return conditions
}

const only = (world: World, role: string) => {
  const r = world.policy.roles[role]
  if (!r) return world.policy.roles
  const { tier: _, ...rest } = r
  return { ...world.policy.roles, [role]: { ...rest, else: [] } }
}

const sameRank = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase()
const plural = (rank: string) => (rank.endsWith('s') ? rank : `${rank}s`)
const numberWord = (n: number) => ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'][n] ?? String(n)
