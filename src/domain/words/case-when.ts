/** Moments and dates as a page says them, as seen from now. */
import { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../calendar/day-number.ts'
import { dateAt } from '../calendar/london.ts'
import { dateWords, dayMonthWords, nearWords, timeWords } from '../calendar/words.ts'
import type { At } from '../people/directory.ts'

export const instant = (at: At): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at)

/** "5pm". */
export const timeOf = (at: At): string => timeWords(instant(at))

/** "Thursday 9 April 2026". */
export const dayOf = (at: At): string => dateWords(dateAt(at))

/** "Thursday 9 April", with the year where it is not this year. */
export const shortDayOf = (at: At, now: At): string => shortDate(dateAt(at), now)

export const shortDate = (date: string, now: At): string =>
  date.slice(0, 4) === dateAt(now).slice(0, 4) ? dayMonthWords(date) : dateWords(date)

/** "31 March": a date where space is short. */
export const briefDayOf = (at: At): string => dayMonthWords(dateAt(at)).replace(/^\S+ /, '')

/** "Today, 9:10am", "Tuesday 7 April, 5:40pm". */
export function momentWords(at: At, now: At): string {
  return `${dateAt(at) === dateAt(now) ? 'Today' : shortDayOf(at, now)}, ${timeOf(at)}`
}

/** "today at 9:10am", "on Tuesday 7 April at 5:40pm". */
export function momentInSentence(at: At, now: At): string {
  return `${dateAt(at) === dateAt(now) ? 'today' : `on ${shortDayOf(at, now)}`} at ${timeOf(at)}`
}

/** "5pm today", "5pm tomorrow", "5pm on Thursday 9 April": after "by". */
export function byWords(at: At, now: At): string {
  const days = dayNumber(dateAt(at)) - dayNumber(dateAt(now))
  if (days === 0) return `${timeOf(at)} today`
  if (days === 1) return `${timeOf(at)} tomorrow, ${shortDayOf(at, now)}`
  return `${timeOf(at)} on ${shortDayOf(at, now)}`
}

/** "Today", "Tomorrow", "In 2 days"; past: "Tuesday 7 April". */
export const nearOf = (at: At, now: At): string => nearWords(dateAt(at), instant(now))

/** Calendar days from now to a moment; negative once past. */
export const daysTo = (at: At, now: At): number => dayNumber(dateAt(at)) - dayNumber(dateAt(now))

/** Calendar days from now to an ISO date. */
export const daysToDate = (date: string, now: At): number => dayNumber(date) - dayNumber(dateAt(now))

/** "today", "tomorrow", "on Thursday 9 April": of an ISO date, inside a sentence. */
export function onDate(date: string, now: At): string {
  const days = daysToDate(date, now)
  if (days === 0) return 'today'
  if (days === 1) return `tomorrow, ${shortDate(date, now)}`
  return `on ${shortDate(date, now)}`
}

/** Near word and date of something agreed for an ISO date; past it, its lateness in days. */
export function agreedWhen(
  date: string,
  now: At,
): {
  readonly when: string
  readonly date: string
  readonly state?: { readonly text: string; readonly colour: 'red' }
} {
  const days = daysToDate(date, now)
  if (days >= 0) return { when: nearWords(date, instant(now)), date: shortDate(date, now) }
  return {
    when: shortDate(date, now),
    date: 'Was agreed for then',
    state: { text: `Late by ${-days} ${days === -1 ? 'day' : 'days'}`, colour: 'red' },
  }
}
