import type { AgencyId, PersonId } from '../../people/directory.ts'
import type { Id, Who } from '../../policy/policy.ts'
import type { Case } from '../case.ts'
import type { DutyInstance } from '../duty-instance.ts'
import { holdersInCase } from '../holders-in-case.ts'
import { allAway, present } from '../people-in-case.ts'
import type { Deciding } from './deciding.ts'

type Asking = Pick<Deciding, 'world' | 'c' | 'actor'>
type Owed = Pick<DutyInstance, 'agency'> & Partial<Pick<DutyInstance, 'visit'>>

/** The people a duty's words are addressed to. */
export const addressees = (d: Asking, who: Who, i: Owed): readonly PersonId[] => [
  ...new Set(addresseesByAgency(d, who, i).flat()),
]

/** The same, agency by agency: `each manager` is reached when one of every agency's is. */
export function addresseesByAgency(d: Asking, who: Who, i: Owed): readonly (readonly PersonId[])[] {
  const of = (side: 'raising' | 'responding') =>
    d.c.agencies.filter((a) => a.side === side && a.joinedAt !== undefined).map((a) => a.agency)
  const agencies =
    who.side === 'own'
      ? [i.agency]
      : who.side === 'raising'
        ? of('raising')
        : who.side === 'responding'
          ? of('responding')
          : who.side === 'none'
            ? [undefined]
            : [...of('raising'), ...of('responding')]
  const found = agencies.map((a) => {
    const then = ofThatTier(d.c, who.role, a, i.visit)
    const there = then.length > 0 && !allAway(d.world, then, d.actor.at) ? present(d.world, then, d.actor.at) : []
    return there.length > 0 ? there : holdersInCase(d.world, d.c, who.role, a, d.actor.at)
  })
  const groups = who.role === 'everyone' ? byAgency(found.flat()) : found
  return groups.map((group) => group.map((h) => h.person))
}

const byAgency = <T extends { readonly agency: AgencyId }>(people: readonly T[]): readonly (readonly T[])[] =>
  [...new Set(people.map((p) => p.agency))].map((agency) => people.filter((p) => p.agency === agency))

/** A stage that repeats has other people at each tier: what arose at one is for whom it had, also once the case has gone on to the next. */
function ofThatTier(c: Case, role: Id, agency: AgencyId | undefined, n: number | undefined) {
  const visit = c.visits.find((v) => v.n === n)
  if (!visit || !c.visits.some((v) => v.n > visit.n && v.stage === visit.stage && v.tier > visit.tier)) return []
  return visit.people.filter((p) => p.role === role && (agency === undefined || p.agency === agency))
}
