/** For tests of dates: the shipped bank holidays under our own settings, London times, and lengths as a policy writes them. */
import { Temporal } from 'temporal-polyfill'
import { shippedBankHolidays } from '../calendars/shipped.ts'
import {
  type Calendar,
  type Closure,
  type DaySettings,
  type Nation,
  ourDaySettings,
} from '../src/domain/calendar/calendar.ts'
import { deadline } from '../src/domain/calendar/deadline.ts'
import { type Length, parseLength } from '../src/domain/calendar/length.ts'

export const england = 'england-and-wales' satisfies Nation
export const scotland = 'scotland' satisfies Nation
export const ni = 'northern-ireland' satisfies Nation

/** Bank holidays by nation. */
export const lists = {
  [england]: shippedBankHolidays(england),
  [scotland]: shippedBankHolidays(scotland),
  [ni]: shippedBankHolidays(ni),
}

export const calendar = (
  nation: Nation = england,
  settings: Partial<DaySettings> = {},
  closures: readonly Closure[] = [],
): Calendar => ({
  holidays: lists[nation],
  closures,
  settings: { ...ourDaySettings, ...settings },
})

/** By the clock in London: "2026-04-01T16:10". */
export const clock = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()

/** "5 working days". */
export const length = (text: string): Length => {
  const read = parseLength(text)
  if ('problem' in read) throw new Error(read.problem)
  return read
}

/** In England, by our own settings. */
export const dueIn = (from: string, n: number, unit: Length['unit'] = 'working-days') =>
  deadline(clock(from), { unit, n }, calendar())
