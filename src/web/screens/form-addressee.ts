import type { DutyInstance } from '../../domain/case/duty-instance.ts'
import type { Answers } from '../../domain/case/entry.ts'
import type { PersonId } from '../../domain/people/directory.ts'
import { live } from '../../domain/people/holders.ts'
import { andList, capital } from '../../domain/words/phrase-text.ts'
import { whoPhrase } from '../../domain/words/phrase-who.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { insetText } from '../html/inset-text.ts'
import type { Asked } from './form-asked.ts'
import type { FormField } from './form-field.ts'
import { personOption, personWords, resolved } from './form-people.ts'
import { chosenOf, wordsOf } from './form-read.ts'

/** Whom a duty names, as people. `unknown` are the roles for which the directory has nobody. */
export interface Addressees {
  readonly people: readonly { readonly person: PersonId; readonly agency: string }[]
  readonly unknown: readonly string[]
  /** How to reach those who are not in the directory, as the policy says it. */
  readonly contacts: Html
}

export function addresseesOf({ view }: Asked, i: DutyInstance | undefined): Addressees {
  const act = i?.duty?.act
  const to = act && 'to' in act ? act.to : []
  const { policy } = view.world
  const found = to.map((who) => ({ who, people: resolved(view, who, i?.agency) }))
  const people = found.flatMap((one) => one.people).filter((one) => one.person !== view.reader)
  const missing = found.filter((one) => one.people.length === 0).map((one) => one.who)
  const contacts = missing.flatMap((who) => {
    const role = policy.roles[who.role]
    const ways = Object.values(role?.contact ?? {}).filter((one) => one !== undefined)
    return role && ways.length > 0 ? [html`<p class="govuk-body">${role.is}: ${andList(ways)}</p>`] : []
  })
  return {
    people: people.filter((one, n) => people.findIndex((other) => other.person === one.person) === n),
    unknown: missing.map((who) => whoPhrase(who, policy)),
    contacts: contacts.length > 0 ? insetText(html`${contacts}`) : nothing,
  }
}

/** The people a duty names, all chosen at first; anybody where nothing is owed; and a line for somebody not in the directory. */
export function addresseeFields(asked: Asked, to: Addressees, free: boolean, label: string): readonly FormField[] {
  const { view } = asked
  const named = to.people.map(({ person, agency }) => personOption(view.world, person, view.at, agency))
  const asksPeople = free || named.length > 0
  return [
    ...(free ? [anybody(asked, label)] : []),
    ...(!free && named.length > 0
      ? [{ kind: 'any-of' as const, name: 'to', label, options: named, optional: true }]
      : []),
    {
      kind: 'line' as const,
      name: 'to-words',
      label: asksPeople ? 'Somebody who is not in this list' : label,
      hint:
        to.unknown.length > 0
          ? `Concordat’s directory does not have ${andList(to.unknown)}. Give the name and post of whoever it was.`
          : 'Name and post, like “the duty officer at the front door”.',
      optional: asksPeople && to.unknown.length === 0,
      missing: `${capital(label.replace(/\?$/, ''))}: give the name and post`,
    },
  ]
}

/** Nothing is owed to anybody in particular: everybody the directory has can be named. */
function anybody({ view }: Asked, label: string): FormField {
  const { world, at } = view
  const people = [...new Set(live({ directory: world.directory, at }).map((post) => post.person))].filter(
    (person) => person !== view.reader,
  )
  const options = people
    .map((person) => ({ value: person, text: personWords(world, person, at) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))
  return { kind: 'one-of', name: 'to', label, options, asList: true, optional: true }
}

/** People chosen, and words for somebody else. */
export const toOf = (values: Answers): { readonly to: readonly string[]; readonly toWords?: string } => {
  const toWords = wordsOf(values, 'to-words')
  return { to: chosenOf(values, 'to'), ...(toWords === '' ? {} : { toWords }) }
}

/** Somebody has to be named. */
export const nobodyNamed = (values: Answers): boolean =>
  chosenOf(values, 'to').length === 0 && wordsOf(values, 'to-words') === ''
