/** A case as one reader is told of it: what every sentence about it is made from. A `CaseView` is one. */
import type { Case } from '../case/case.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import type { Entry, Side } from '../case/entry.ts'
import type { World } from '../case/world.ts'
import { agencyName } from '../case/world.ts'
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import { live } from '../people/holders.ts'
import { andList } from './phrase-text.ts'

export interface Telling {
  readonly world: World
  readonly c: Case
  readonly at: At
  readonly reader: PersonId
  readonly part: { readonly agency: AgencyId; readonly side: Side; readonly level: string }
  /** Those this reader may read, oldest first. */
  readonly entries: readonly Entry[]
  readonly duties: readonly DutyInstance[]
}

/** "Joanne Pike"; whoever is gone from the directory keeps no name. */
export function nameOf(view: Pick<Telling, 'world'>, person: PersonId | 'concordat'): string {
  if (person === 'concordat') return 'Concordat'
  return view.world.directory.people[person]?.name ?? 'Somebody no longer in the directory'
}

/** "you" for the reader, else the name. */
export const youOrName = (view: Pick<Telling, 'world' | 'reader'>, person: PersonId | 'concordat'): string =>
  person === view.reader ? 'you' : nameOf(view, person)

/** Names in full, however many: "Amira Hussain and Tom Reddy". */
export const namesOf = (view: Pick<Telling, 'world'>, people: readonly PersonId[]): string =>
  andList([...new Set(people)].map((p) => nameOf(view, p)))

/** The title of a person's post at an agency: "Team manager, Assessment Team North". Empty when there is none. */
export function postOf(view: Pick<Telling, 'world' | 'at'>, person: PersonId, agency?: AgencyId): string {
  const posts = live({ directory: view.world.directory, at: view.at }).filter((p) => p.person === person)
  return (posts.find((p) => p.agency === agency) ?? posts[0])?.title ?? ''
}

/** The agency where somebody works, the one of this case first. */
export function agencyOfPerson(view: Pick<Telling, 'world' | 'at' | 'c'>, person: PersonId): AgencyId | undefined {
  const posts = live({ directory: view.world.directory, at: view.at }).filter((p) => p.person === person)
  return (posts.find((p) => view.c.agencies.some((a) => a.agency === p.agency)) ?? posts[0])?.agency
}

/** "Leila" of "Leila R". An adult keeps the whole name; a theme has none. */
export function childName(c: Pick<Case, 'subject'>): string {
  if (c.subject.kind === 'theme' || c.subject.name.trim() === '') return ''
  return c.subject.kind === 'child' ? (c.subject.name.trim().split(/\s+/)[0] ?? '') : c.subject.name.trim()
}

/** Whom it is about inside a sentence: "Leila", or "the children this is about" for a theme. */
export const whomAbout = (c: Pick<Case, 'subject'>): string =>
  childName(c) || (c.subject.kind === 'theme' ? 'everybody this is about' : 'the child')

/** "Leila’s", "the child’s". */
export const possessive = (name: string): string => `${name}’s`
export function otherSideOf(view: Pick<Telling, 'world' | 'c'>, side: Side | 'both'): string {
  const others = view.c.agencies.filter((a) => (side === 'responding' ? a.side === 'raising' : a.side === 'responding'))
  return andList(others.map((a) => agencyName(view.world, a.agency)))
}

/** Is this one of the two sides' own stays, unseen by the other? */
export function isHiddenVisit(view: Pick<Telling, 'c' | 'part'>, visit: number): boolean {
  return view.part.side !== 'raising' && (view.c.visits.find((v) => v.n === visit)?.inside ?? false)
}
