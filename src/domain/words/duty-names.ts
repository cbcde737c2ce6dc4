/** Names put in place of posts and sides when a duty is said in a case: "Tell the reviewing officer, Helen Baptiste". */
import { currentVisit } from '../case/case.ts'
import { addressees } from '../case/decide/acts.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import { owersIn } from '../case/holders-in-case.ts'
import { agencyName } from '../case/world.ts'
import type { PersonId } from '../people/directory.ts'
import type { Who } from '../policy/policy.ts'
import { nameOf, namesOf, otherSideOf, type Telling, youOrName } from './case-telling.ts'
import type { Names } from './phrase-act.ts'
import { andList } from './phrase-text.ts'
import { whoPhrase } from './phrase-who.ts'

export function dutyNames(view: Telling, i: DutyInstance): Names {
  return { otherSide: across(view, i), who: (who) => named(view, who, i) }
}

/** The person one answers at this stage; the agency where there are several or none. Who is on neither side meets both. */
function across(view: Telling, i: DutyInstance): string {
  const visit = view.c.visits.find((v) => v.n === i.visit) ?? currentVisit(view.c)
  const side = i.side === 'responding' ? 'raising' : 'responding'
  const stage = view.world.policy.stages.find((s) => s.id === visit.stage)
  const roles = new Set(stage?.between?.map((w) => w.role))
  const both = visit.people.filter((p) => isSide(p.side) && roles.has(p.role))
  if (!isSide(i.side)) return both.length === 2 ? andList(both.map((p) => youOrName(view, p.person))) : 'both sides'
  const people = both.filter((p) => p.side === side)
  const [only] = people
  return people.length === 1 && only ? youOrName(view, only.person) : otherSideOf(view, i.side)
}

const isSide = (side: DutyInstance['side']): boolean => side === 'raising' || side === 'responding'

function named(view: Telling, who: Who, i: DutyInstance): string | undefined {
  const people = addressees({ world: view.world, c: view.c, actor: { person: view.reader, at: view.at } }, who, i)
  switch (who.role) {
    case 'raiser':
      return people.length > 0 ? andList(people.map((p) => youOrName(view, p))) : undefined
    case 'party':
    case 'everyone':
      return who.side === 'raising' || who.side === 'responding' ? sideName(view, who.side) : undefined
    case 'decider':
    case 'supporter':
      return people.length > 0 ? namesOf(view, people) : undefined
  }
  const at = view.world.policy.roles[who.role]?.at ?? 'agency'
  if (people.length === 0 || people.length > 2) return undefined
  if (at !== 'agency') return `${whoPhrase(who, view.world.policy)}, ${namesOf(view, people)}`
  return andList(people.map((p) => youOrName(view, p)))
}

const sideName = (view: Telling, side: 'raising' | 'responding'): string =>
  andList(view.c.agencies.filter((a) => a.side === side).map((a) => agencyName(view.world, a.agency)))

/** Who may do a duty now, each once. */
export function owersOf(view: Telling, i: DutyInstance): readonly PersonId[] {
  const all = [...new Set(owersIn(view.world, view.c, i, view.at).map((h) => h.person))]
  if (i.duty?.act.verb !== 'tell') return all
  // Nobody tells themselves, unless nobody else is left to.
  const asking = { world: view.world, c: view.c, actor: { person: view.reader, at: view.at } }
  const told = new Set(i.duty.act.to.flatMap((who) => addressees(asking, who, i)))
  const others = all.filter((p) => !told.has(p))
  return others.length > 0 ? others : all
}

export const isReaders = (view: Telling, i: DutyInstance): boolean => owersOf(view, i).includes(view.reader)

/** "You, Bramble Lane Nursery", "Grace Adeyemi, Exampleshire Children’s Services", "Both sides". */
export function whoOwes(view: Telling, i: DutyInstance): string {
  if (i.side === 'both')
    return i.stage?.by ? deciderWords(view, i) : i.stage?.inside ? ownFirst(view, owersOf(view, i)) : 'Both sides'
  const people = owersOf(view, i)
  const agency = i.agency ? agencyName(view.world, i.agency) : ''
  return [people.length === 0 ? 'Nobody in that post' : ownFirst(view, people), agency]
    .filter((x) => x !== '')
    .join(', ')
}

function deciderWords(view: Telling, i: DutyInstance): string {
  const people = owersOf(view, i).filter((p) =>
    view.c.visits.some((v) => v.n === i.visit && v.people.some((q) => q.person === p && q.role === i.stage?.by?.role)),
  )
  const role = i.stage?.by ? whoPhrase(i.stage.by, view.world.policy) : ''
  if (people.length === 0 && owersOf(view, i).includes(view.reader)) return `You, as ${role}`
  return people.length === 0 ? capitalOf(role) : ownFirst(view, people)
}

const capitalOf = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function ownFirst(view: Telling, people: readonly PersonId[]): string {
  const others = people.filter((p) => p !== view.reader)
  const names = [...(others.length < people.length ? ['You'] : []), ...others.map((p) => nameOf(view, p))]
  if (names.length <= 3) return andList(names)
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`
}
