import { type BankHoliday, type BankHolidays, coverage, type Nation, nationWords } from './calendar.ts'
import { type ParsedCalendar, parseCalendar } from './parse-calendar.ts'

/**
 * Reads the list that https://www.gov.uk/bank-holidays.json gives out, for one nation: `{ [nation]: { events: [{ title, date }] } }`.
 * `fetched`: the ISO date on which an administrator fetched it; it becomes the version too.
 */
export function parseGovUk(json: unknown, nation: Nation, fetched: string): ParsedCalendar {
  const events = at(at(json, nation), 'events')
  if (!Array.isArray(events)) {
    return { problems: [`This is not the list of GOV.UK: it has no events for ${nationWords[nation]}.`] }
  }
  const days = events.map((event: unknown) => ({ date: at(event, 'date'), name: at(event, 'title') }))
  return parseCalendar({ nation, source: 'https://www.gov.uk/bank-holidays', version: fetched, fetched, days })
}

/** What a newer list changes. Dates in the past are listed too: deadlines already met are never re-dated, and whoever applies this must see to it. */
export interface Refresh {
  readonly holidays: BankHolidays
  readonly added: readonly BankHoliday[]
  readonly removed: readonly BankHoliday[]
}

/** The newer list, with the years it does not hold kept from the older. */
export function refresh(older: BankHolidays, newer: BankHolidays): Refresh {
  const span = coverage(newer)
  const kept = older.days.filter(({ date }) => !span || date < span.from || date > span.to)
  const days = [...kept, ...newer.days].sort((a, b) => (a.date < b.date ? -1 : 1))
  const lacks = (list: readonly BankHoliday[], { date }: BankHoliday): boolean => !list.some((day) => day.date === date)
  return {
    holidays: { ...newer, days },
    added: days.filter((day) => lacks(older.days, day)),
    removed: older.days.filter((day) => lacks(days, day)),
  }
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
