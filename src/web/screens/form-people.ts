import type { CaseView } from '../../app/app.ts'
import { agenciesFor } from '../../domain/case/available.ts'
import { holdersInCase } from '../../domain/case/holders-in-case.ts'
import { agencyName, personName, type World } from '../../domain/case/world.ts'
import type { AgencyId, At, PersonId, Post } from '../../domain/people/directory.ts'
import { live } from '../../domain/people/holders.ts'
import type { Who } from '../../domain/policy/policy.ts'
import type { Option } from './form-field.ts'

/** A person as an answer: the name, and under it the post and agency. */
export function personOption(world: World, person: PersonId, at: At, agency?: AgencyId, note?: string): Option {
  const post = postOf(world, person, at, agency)
  const place = agency ?? post?.agency
  const hint = [post?.title, place === undefined ? undefined : agencyName(world, place), note]
    .filter((part) => part !== undefined)
    .join(', ')
  return { value: person, text: personName(world, person), ...(hint === '' ? {} : { hint }) }
}

/** "Tom Reddy, social worker, Exampleshire Children’s Services". */
export function personWords(world: World, person: PersonId, at: At, agency?: AgencyId): string {
  const post = postOf(world, person, at, agency)
  return [personName(world, person), post?.title, post && agencyName(world, agency ?? post.agency)]
    .filter((part) => part !== undefined)
    .join(', ')
}

export function postOf(world: World, person: PersonId, at: At, agency?: AgencyId): Post | undefined {
  const posts = live({ directory: world.directory, at }).filter((post) => post.person === person)
  return posts.find((post) => post.agency === agency) ?? posts[0]
}

/** Everybody with a post at an agency, by name, each once. */
export function peopleAt(world: World, agency: AgencyId, at: At): readonly PersonId[] {
  const people = new Set(
    live({ directory: world.directory, at })
      .filter((post) => post.agency === agency)
      .map((post) => post.person),
  )
  return [...people].sort((a, b) => personName(world, a).localeCompare(personName(world, b), 'en-GB'))
}

/** Who stands behind words like "each board-member" in this case, for the agency that owes the duty (`own`) or the reader's. */
export function resolved(
  view: CaseView,
  who: Who,
  own: AgencyId | undefined,
): readonly { readonly person: PersonId; readonly agency: AgencyId }[] {
  const agencies = who.side === 'own' ? [own ?? view.part.agency] : agenciesFor(view.c, who)
  const found = agencies.flatMap((agency) => holdersInCase(view.world, view.c, who.role, agency, view.at))
  return unique(found.map(({ person, agency }) => ({ person, agency })))
}

/** Everybody with a part in the case that this reader may know of, apart from the reader. */
export const othersIn = (view: CaseView): readonly { readonly person: PersonId; readonly agency: AgencyId }[] =>
  unique(view.parts.filter((part) => part.person !== view.reader))

export const agencyOptions = (world: World, agencies: readonly AgencyId[]): readonly Option[] =>
  [...agencies]
    .sort((a, b) => agencyName(world, a).localeCompare(agencyName(world, b), 'en-GB'))
    .map((agency) => ({ value: agency, text: agencyName(world, agency) }))

const unique = <T extends { readonly person: PersonId; readonly agency: AgencyId }>(all: readonly T[]): readonly T[] =>
  all.filter((one, n) => all.findIndex((other) => other.person === one.person) === n)
