/** Times as people type them at a terminal, and as programs read them. */
import { Temporal } from 'temporal-polyfill'
import type { Closure } from '../domain/calendar/calendar.ts'
import { isDate } from '../domain/calendar/day-number.ts'
import { londonInstant } from '../domain/calendar/london.ts'
import { UsageError } from './usage-error.ts'

/** `2026-04-02T10:00` by the clock in London, or with an offset of its own. */
export function momentOf(text: string): Temporal.Instant {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?$/.exec(text) ?? []
  if (isDate(date) && time) return londonInstant(date, time)
  try {
    return Temporal.Instant.from(text)
  } catch {
    throw new UsageError(`"${text}" is not a time. Write it as 2026-04-02T10:00, by the clock in London.`)
  }
}

/** `2026-04-07T17:00:00+01:00`: an instant with the offset that London has then. */
export function londonTime(at: Temporal.Instant | number): string {
  const instant = typeof at === 'number' ? Temporal.Instant.fromEpochMilliseconds(at) : at
  return instant.toString({ timeZone: 'Europe/London', smallestUnit: 'second' })
}

/** `2026-04-08:2026-04-10` or one date; the reason may follow: `2026-04-08=Inset day`. */
export function closureOf(text: string): Closure {
  const [dates = '', why = 'Closed'] = text.split('=', 2)
  const [from = '', to = from] = dates.split(':')
  if (!isDate(from) || !isDate(to) || to < from)
    throw new UsageError(`"${text}" are not closed days. Write 2026-04-08:2026-04-10, or one date.`)
  return { from, to, why }
}
