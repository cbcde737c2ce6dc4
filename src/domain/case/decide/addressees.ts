import type { PersonId } from '../../people/directory.ts'
import type { Who } from '../../policy/policy.ts'
import type { DutyInstance } from '../duty-instance.ts'
import { holdersInCase } from '../holders-in-case.ts'
import type { Deciding } from './deciding.ts'

/** The people a duty's words are addressed to. */
export const addressees = (
  d: Pick<Deciding, 'world' | 'c' | 'actor'>,
  who: Who,
  i: Pick<DutyInstance, 'agency'>,
): readonly PersonId[] => {
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
  return [
    ...new Set(agencies.flatMap((a) => holdersInCase(d.world, d.c, who.role, a, d.actor.at).map((h) => h.person))),
  ]
}
