import type { Temporal } from 'temporal-polyfill'
import type { Calendar } from './calendar.ts'
import { dayNumber } from './day-number.ts'
import type { Deadline } from './deadline.ts'
import { plural } from './length.ts'
import { inLondon } from './london.ts'
import { dayMonthWords, timeWords } from './words.ts'
import { workingDays } from './working-days.ts'

/**
 * How late something is, in the measure its limit counts in; nothing when it is not late.
 * "Late since 5pm today", "Late by 1 working day", "Late by 2 days", "Late by 2 hours".
 */
export function lateness(
  deadline: Deadline,
  at: Temporal.Instant,
  calendar: Calendar,
): { readonly words: string } | undefined {
  if (at.epochNanoseconds <= deadline.at.epochNanoseconds) return undefined
  const minutes = Math.floor((at.epochMilliseconds - deadline.at.epochMilliseconds) / 60_000)
  if (deadline.counted === 'hours') return { words: hoursLate(minutes) }
  const due = dayNumber(deadline.date)
  const today = inLondon(at).day
  if (today === due) return { words: `Late since ${timeWords(deadline.at)} today` }
  if (deadline.counted !== 'working-days') return { words: `Late by ${plural(today - due, 'day')}` }
  const days = workingDays(calendar).numbers.count(due, today)
  if (days > 0) return { words: `Late by ${plural(days, 'working day')}` }
  // No working day has come since: a Friday evening's lateness seen at the weekend.
  const when = today === due + 1 ? 'yesterday' : `on ${dayMonthWords(deadline.date)}`
  return { words: `Late since ${timeWords(deadline.at)} ${when}` }
}

function hoursLate(minutes: number): string {
  if (minutes < 1) return 'Late by less than a minute'
  if (minutes < 60) return `Late by ${plural(minutes, 'minute')}`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `Late by ${plural(hours, 'hour')}` : `Late by ${plural(Math.floor(hours / 24), 'day')}`
}
