import type { Length } from './length.ts'

/** Bank holidays of one nation, closed days of one organisation, and the settings that bear on time: all that a deadline depends on. */
export interface Calendar {
  readonly holidays: BankHolidays
  /** Closed days of the one who owes the duty; empty for a stage's own limit. Keep the same array: the table of working days hangs on it. */
  readonly closures: readonly Closure[]
  /** Whose closed days, for the words below the working: "Bramble Lane Nursery". */
  readonly closedDaysOf?: string
  readonly settings: DaySettings
}

export type Nation = 'england-and-wales' | 'scotland' | 'northern-ireland'

/** The list covers whole years, from that of its first day to that of its last. What lies outside is not known, and is never taken for a working day in silence. */
export interface BankHolidays {
  readonly nation: Nation
  readonly version: string
  /** Where the list comes from, in words for people. */
  readonly source: string
  /** ISO date on which the list was fetched from its source; absent when it was worked out instead. */
  readonly fetched?: string
  /** In order, without doubles, Monday to Friday only. */
  readonly days: readonly BankHoliday[]
}

export interface BankHoliday {
  /** ISO date. */
  readonly date: string
  readonly name: string
}

/** Days on which one organisation is closed. Both ISO dates are closed days themselves. */
export interface Closure {
  readonly from: string
  readonly to: string
  readonly why: string
}

/** The `settings` of the policy language that bear on time. */
export interface DaySettings {
  /** Clock times in Europe/London, `HH:MM`. */
  readonly workingDay: { readonly from: string; readonly to: string }
  /** What becomes of a date counted in days, weeks, months or years that falls on a closed day. */
  readonly closedDates: 'stay' | 'roll'
  /** What 24 hours equal, where a policy says so; then 48 hours are twice as much. */
  readonly twentyFourHours?: Length | undefined
  readonly withoutDelay: Length
  readonly immediately: Length
  /** Names of the settings that the policy sets; all others are shown as Concordat's default. */
  readonly setByPolicy?: readonly string[]
}

/** Concordat's defaults. */
export const ourDaySettings: DaySettings = {
  workingDay: { from: '09:00', to: '17:00' },
  closedDates: 'stay',
  withoutDelay: { unit: 'same-working-day' },
  immediately: { unit: 'hours', n: 1 },
}

export const nationWords: Readonly<Record<Nation, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

/** First and last ISO date for which the bank holidays are known, or nothing when the list is empty. */
export function coverage(holidays: BankHolidays): { readonly from: string; readonly to: string } | undefined {
  const first = holidays.days[0]
  const last = holidays.days[holidays.days.length - 1]
  return first && last ? { from: `${first.date.slice(0, 4)}-01-01`, to: `${last.date.slice(0, 4)}-12-31` } : undefined
}
