/**
 * The invented people of a rehearsal, with names to tell them apart: one agency raises, one is asked, and every role of the
 * policy is somebody's. Source: issue "The policy workbench" point 5.
 */
import type { BankHolidays } from '../calendar/calendar.ts'
import type { Directory, Person } from '../people/directory.ts'
import type { Policy } from './policy.ts'
import { castOf, raisingAgencyId, respondingAgencyId } from './walk-cast.ts'

export interface RehearsalCast {
  readonly directory: Directory
  /** Who raises, under the policy's rule of who may. */
  readonly raiser: string
}

export function rehearsalCast(policy: Policy, holidays: BankHolidays): RehearsalCast {
  const { world, raiser } = castOf(policy, holidays)
  const { directory } = world
  const people = Object.values(directory.people).map((person, n): Person => ({ id: person.id, name: nameOf(n) }))
  const more = Object.keys(directory.agencies).filter((id) => agencyNames[id] === undefined)
  const agencies = Object.values(directory.agencies).map((agency) => {
    const name = agencyNames[agency.id] ?? others[more.indexOf(agency.id)] ?? agency.name
    return { ...agency, name, initials: initialsOf(name), kind: agency.id === 'board' ? 'board' : agency.kind }
  })
  return {
    raiser,
    directory: {
      ...directory,
      version: 'rehearsal',
      people: Object.fromEntries(people.map((one) => [one.id, one])),
      agencies: Object.fromEntries(agencies.map((one) => [one.id, one])),
    },
  }
}

const agencyNames: Readonly<Record<string, string>> = {
  [raisingAgencyId]: 'Little Acorns (raises)',
  [respondingAgencyId]: 'Family Services (is asked)',
  board: 'The Board',
  outside: 'Others outside',
}

/** Agencies that only sit on panels. */
const others = ['Valley Health', 'Valley Police', 'Valley Education', 'Valley Housing', 'Valley Youth Service']

const initialsOf = (name: string): string =>
  name
    .split(/[^A-Za-z]+/)
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .padEnd(2, 'X')

/** First names and surnames beside each other, no two alike among the first 380. */
function nameOf(n: number): string {
  const first = firsts[n % firsts.length] ?? ''
  const last = lasts[(n + Math.floor(n / firsts.length)) % lasts.length] ?? ''
  return `${first} ${last}`
}

const firsts =
  'Asha Ben Carys Dario Elin Farid Gwen Hugo Ines Jonas Keira Lewin Mina Noel Orla Petra Quentin Rosa Silas Tamsin'.split(
    ' ',
  )
const lasts =
  'Arden Birch Cole Drake Ewart Finch Gale Heath Ivory Jarrow Keel Lark Moss North Oakes Penn Reed Stone Thorne'.split(
    ' ',
  )
