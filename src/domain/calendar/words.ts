import type { Temporal } from 'temporal-polyfill'
import { dayNumber, weekday } from './day-number.ts'
import { inLondon, minutesOf } from './london.ts'

/** "Thursday 9 April 2026", of an ISO date. */
export function dateWords(date: string): string {
  return `${dayMonthWords(date)} ${date.slice(0, 4)}`
}

/** "Thursday 9 April". */
export function dayMonthWords(date: string): string {
  return `${dayName(date)} ${dayOfMonth(date)} ${monthName(date)}`
}

/** "Thu 9 April". */
export function shortDate(date: string): string {
  return `${dayName(date).slice(0, 3)} ${dayOfMonth(date)} ${monthName(date)}`
}

/** "2 March 2026". */
export function plainDate(date: string): string {
  return `${dayOfMonth(date)} ${monthName(date)} ${date.slice(0, 4)}`
}

/** "5pm", "9:30am", "midday", "midnight"; of an instant, or of a clock time `HH:MM`. Seconds are left out. */
export function timeWords(time: Temporal.Instant | string): string {
  const minutes = Math.floor(typeof time === 'string' ? minutesOf(time) : inLondon(time).minutes)
  if (minutes === 12 * 60) return 'midday'
  if (minutes === 0) return 'midnight'
  const hour = Math.floor(minutes / 60)
  const past = minutes % 60
  return `${hour % 12 || 12}${past === 0 ? '' : `:${String(past).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`
}

/** "5pm, Thursday 9 April 2026". */
export function whenWords(at: Temporal.Instant): string {
  return `${timeWords(at)}, ${dateWords(inLondon(at).date)}`
}

/** How near a date is, in calendar days: "Today", "Tomorrow", "In 2 days", and "Tuesday 7 April" once past. Never stands without the date. */
export function nearWords(date: string, now: Temporal.Instant): string {
  const days = dayNumber(date) - inLondon(now).day
  if (days < 0) return dayMonthWords(date)
  if (days === 0) return 'Today'
  return days === 1 ? 'Tomorrow' : `In ${days} days`
}

/** "Monday 13 to Friday 17 April", "Thursday 28 May to Tuesday 2 June", with years only where they differ. */
export function spanWords(from: string, to: string): string {
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${dateWords(from)} to ${dateWords(to)}`
  const start = from.slice(5, 7) === to.slice(5, 7) ? `${dayName(from)} ${dayOfMonth(from)}` : dayMonthWords(from)
  return `${start} to ${dayMonthWords(to)}`
}

/** "Good Friday, Easter Monday and Inset day". */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`
}

/** "Thursday". */
export const dayName = (date: string): string => dayNames[weekday(dayNumber(date)) - 1] ?? ''

const monthName = (date: string): string => monthNames[+date.slice(5, 7) - 1] ?? ''
const dayOfMonth = (date: string): number => +date.slice(8, 10)

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
