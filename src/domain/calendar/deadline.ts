import type { Temporal } from 'temporal-polyfill'
import type { Calendar } from './calendar.ts'
import { dayNumber, isoDate } from './day-number.ts'
import { basisOf, defaultsOf, ruleOf, startedWords } from './deadline-words.ts'
import type { Length } from './length.ts'
import { londonInstant } from './london.ts'
import { rowsOf } from './rows.ts'
import { type Sum, sum } from './sum.ts'
import { dateWords, timeWords } from './words.ts'
import { coverageWords } from './working-days.ts'
import type { WorkingRow } from './working-row.ts'

/** A moment by which something is due, with its working. The words are made when first asked for: a sweep never pays for them. */
export interface Deadline {
  readonly at: Temporal.Instant
  /** ISO date of `at` in London. */
  readonly date: string
  /** As the policy writes it. Of a date that was given: 0 days. */
  readonly length: Length
  /** How it was counted, once the settings said what the length means. */
  readonly counted: 'hours' | 'working-days' | 'dates' | 'given'
  /** `date`: the ISO date it counts as starting on, day 0. `why`: a sentence. */
  readonly started: { readonly at: Temporal.Instant; readonly date: string; readonly why: string }
  /** Date by date, in order, from the start to the day it is due. */
  readonly working: readonly WorkingRow[]
  /** One sentence. */
  readonly rule: string
  /** The parts that are Concordat's default and not the policy's rule, a sentence each. */
  readonly defaults: readonly string[]
  /** Whose bank holidays and whose closed days, with the version. */
  readonly basis: string
  /** The bank holidays of some of these dates are not known: a sentence. The date stands, but must be checked. */
  readonly problem?: string
  readonly calendar: Calendar
}

/**
 * When something is due that starts at `from`. Rules: domain.md section 3 "Time", language.md "Deadline".
 * Beyond the years of the bank holidays the answer carries a `problem`; throws `OutsideCalendar` where even that cannot be (more than 2 years before, 13 after).
 */
export function deadline(from: Temporal.Instant, length: Length, calendar: Calendar): Deadline {
  const numbers = sum(from, length, calendar)
  const words = lazily(() => ({
    started: startedWords(numbers),
    working: rowsOf(numbers),
    rule: ruleOf(numbers),
    defaults: defaultsOf(numbers),
    basis: basisOf(numbers),
  }))
  const problem = problemOf(numbers)
  return {
    at: numbers.at,
    date: isoDate(numbers.dueDay),
    length,
    counted: numbers.counted.by,
    started: {
      at: from,
      date: isoDate(numbers.startDay),
      get why() {
        return words().started
      },
    },
    get working() {
      return words().working
    },
    get rule() {
      return words().rule
    },
    get defaults() {
      return words().defaults
    },
    get basis() {
      return words().basis
    },
    ...(problem === undefined ? {} : { problem }),
    calendar,
  }
}

/** A calendar date somebody gave because this child needs it settled by then. Ends with the working day, and never rolls. `why` stands beside the date. */
export function protectiveDeadline(date: string, calendar: Calendar, why = 'The date that was given'): Deadline {
  const to = calendar.settings.workingDay.to
  const at = londonInstant(date, to)
  return {
    at,
    date: isoDate(dayNumber(date)),
    length: { unit: 'days', n: 0 },
    counted: 'given',
    started: { at, date, why },
    working: [{ date, counts: true, why: `Due by ${timeWords(to)}. ${why}`, due: true }],
    rule: `By ${timeWords(to)} on ${dateWords(date)}: a date that was given, not counted.`,
    defaults: to === '17:00' ? [`A date that was given ends at ${timeWords(to)}.`] : [],
    basis: 'A date that was given stays where it is, on a closed day too.',
    calendar,
  }
}

/**
 * The instant from which a length counts when only the date of its start is known: for hours the end of that date,
 * for everything else the end of its working day, so that the date itself is day 0 (language.md, "Deadline").
 */
export function fromDate(date: string, length: Length, calendar: Calendar): Temporal.Instant {
  return length.unit === 'hours'
    ? londonInstant(isoDate(dayNumber(date) + 1), '00:00')
    : londonInstant(date, calendar.settings.workingDay.to)
}

function problemOf({ counted, givenDay, dueDay, table, calendar }: Sum): string | undefined {
  if (counted.by === 'hours' || (table.numbers.known(givenDay) && table.numbers.known(dueDay))) return undefined
  return `${coverageWords(calendar.holidays)} This date may be too early: check it.`
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
