import { Temporal } from 'temporal-polyfill'
import type { Calendar, DaySettings } from './calendar.ts'
import { dayNumber, isoDate } from './day-number.ts'
import type { Length } from './length.ts'
import { inLondon, londonInstant, minutesOf } from './london.ts'
import { type WorkingDays, workingDays } from './working-days.ts'

/** How a length is counted once the settings have said what it means. `working-days` of 0 is the same working day. */
export type Counted =
  | { readonly by: 'hours'; readonly n: number }
  | { readonly by: 'working-days'; readonly n: number }
  | { readonly by: 'dates'; readonly unit: 'days' | 'weeks' | 'months' | 'years'; readonly n: number }

/** A deadline as bare numbers: what the words of the working are made from. Days are day numbers. */
export interface Sum {
  readonly length: Length
  readonly counted: Counted
  readonly from: Temporal.Instant
  /** The day on which it really starts, and the minutes since midnight. */
  readonly givenDay: number
  readonly givenMinutes: number
  /** The day it counts as starting on: day 0. */
  readonly startDay: number
  /** The date counted to, before a closed date rolls on. */
  readonly countedDay: number
  readonly dueDay: number
  readonly at: Temporal.Instant
  readonly calendar: Calendar
  readonly table: WorkingDays
}

export function sum(from: Temporal.Instant, length: Length, calendar: Calendar): Sum {
  const { settings } = calendar
  const table = workingDays(calendar)
  const counted = meaning(length, settings)
  const { day: givenDay, minutes: givenMinutes } = inLondon(from)
  const shared = { length, counted, from, givenDay, givenMinutes, calendar, table }

  if (counted.by === 'hours') {
    const at = Temporal.Instant.fromEpochMilliseconds(from.epochMilliseconds + counted.n * 3_600_000)
    const dueDay = inLondon(at).day
    return { ...shared, startDay: givenDay, countedDay: dueDay, dueDay, at }
  }
  const startDay = startsOn(givenDay, givenMinutes, table, settings)
  const countedDay =
    counted.by === 'dates' ? dateAfter(startDay, counted.unit, counted.n) : table.numbers.add(startDay, counted.n)
  const dueDay =
    counted.by === 'dates' && settings.closedDates === 'roll' ? table.numbers.add(countedDay, 0) : countedDay
  return { ...shared, startDay, countedDay, dueDay, at: londonInstant(isoDate(dueDay), settings.workingDay.to) }
}

/** The settings' reading of a length: working weeks, "immediately", "without delay", and hours where 24 of them equal something else. */
function meaning(length: Length, settings: DaySettings, depth = 0): Counted {
  // Settings that explain themselves by each other end at what "immediately" is by Concordat's default.
  if (depth > 3) return { by: 'hours', n: 1 }
  switch (length.unit) {
    case 'immediately':
      return meaning(settings.immediately, settings, depth + 1)
    case 'without-delay':
      return meaning(settings.withoutDelay, settings, depth + 1)
    case 'same-working-day':
      return { by: 'working-days', n: 0 }
    case 'working-days':
      return { by: 'working-days', n: length.n }
    case 'working-weeks':
      return { by: 'working-days', n: length.n * 5 }
    case 'days':
    case 'weeks':
    case 'months':
    case 'years':
      return { by: 'dates', unit: length.unit, n: length.n }
    case 'hours': {
      const day = settings.twentyFourHours
      const times = length.n / 24
      if (!day || !('n' in day) || day.unit === 'hours' || !Number.isInteger(times)) return { by: 'hours', n: length.n }
      return meaning({ unit: day.unit, n: day.n * times }, settings, depth + 1)
    }
  }
}

/** What starts after the working day's end, or on a closed day, starts the next working day. Hours alone do not ask this. */
function startsOn(day: number, minutes: number, table: WorkingDays, settings: DaySettings): number {
  const tooLate = table.numbers.works(day) && minutes > minutesOf(settings.workingDay.to)
  return table.numbers.add(day, tooLate ? 1 : 0)
}

/** The date that many days, weeks, months or years after; where the month is too short, its last day. */
export function dateAfter(day: number, unit: 'days' | 'weeks' | 'months' | 'years', n: number): number {
  if (unit === 'days') return day + n
  if (unit === 'weeks') return day + n * 7
  return dayNumber(
    Temporal.PlainDate.from(isoDate(day))
      .add({ [unit]: n })
      .toString(),
  )
}
