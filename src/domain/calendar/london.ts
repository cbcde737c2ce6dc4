import { Temporal } from 'temporal-polyfill'
import { dayNumber, isoDate } from './day-number.ts'

const zone = 'Europe/London'

/** Date and clock time of an instant in London, to the millisecond. `minutes` since midnight by the clock, seconds as a fraction. */
export function inLondon(at: Temporal.Instant): {
  readonly date: string
  readonly day: number
  readonly minutes: number
} {
  const local = localMs(at.epochMilliseconds)
  const day = Math.floor(local / dayMs)
  return { date: isoDate(day), day, minutes: (local - day * dayMs) / 60_000 }
}

/** The ISO date in London at a moment in milliseconds since 1970 UTC. */
export const dateAt = (ms: number): string => isoDate(Math.floor(localMs(ms) / dayMs))

/** The instant of a clock time (`HH:MM`) on an ISO date in London. A time the clocks skip is read an hour later; one they repeat is the first of the two. */
export function londonInstant(date: string, time: string): Temporal.Instant {
  const day = dayNumber(date)
  const offset = offsetOfDay(day)
  if (offset === undefined) {
    return Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant()
  }
  return Temporal.Instant.fromEpochMilliseconds(day * dayMs + minutesOf(time) * 60_000 - offset)
}

/** Whether the clocks change on that date, and which way. */
export function clocksChange(date: string): 'forward' | 'back' | undefined {
  const day = dayNumber(date)
  if (offsetOfDay(day) !== undefined) return undefined
  return askOffset(day * dayMs) < askOffset((day + 1) * dayMs) ? 'forward' : 'back'
}

/** Minutes since midnight of `HH:MM`. */
export const minutesOf = (time: string): number => +time.slice(0, 2) * 60 + +time.slice(3, 5)

const dayMs = 86_400_000

const localMs = (ms: number): number => ms + (offsetOfDay(Math.floor(ms / dayMs)) ?? askOffset(ms))

/** The offset that holds all through a UTC day, or nothing on a day of change. London changes at 01:00 UTC, so the local date is the same. */
function offsetOfDay(day: number): number | undefined {
  const known = offsets.get(day)
  if (known !== undefined) return known === changing ? undefined : known
  const first = askOffset(day * dayMs)
  const offset = first === askOffset((day + 1) * dayMs) ? first : changing
  if (offsets.size < 40_000) offsets.set(day, offset)
  return offset === changing ? undefined : offset
}

function askOffset(ms: number): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
}

// The rules of the clocks are Temporal's and never ours; only its answers are kept, a day at a time, because asking costs more than the rest of a deadline.
const offsets = new Map<number, number>()
const changing = -1
