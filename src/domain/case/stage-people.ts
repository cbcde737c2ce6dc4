/** The people of a stage, as the directory has them when it is entered. Source: language.md section 2 "stage", section 3 "Moves" (`repeats: tiers`). */
import type { AgencyId, At } from '../people/directory.ts'
import { type Holder, holders } from '../people/holders.ts'
import type { Id, Who } from '../policy/policy.ts'
import { type Case, raisingAgency } from './case.ts'
import type { CasePerson, Side } from './entry.ts'
import { actingFor, placeOf, sameTeamOf } from './holders-in-case.ts'
import type { World } from './world.ts'

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
