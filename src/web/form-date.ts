import { isDate } from '../domain/calendar/day-number.ts'
import type { Reading } from './form-reading.ts'

export interface TypedDate {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** As typed in three boxes, or taken apart from an ISO date. */
export function typedDate(name: string, typed: (name: string) => string): TypedDate {
  const boxes = { day: typed(`${name}-day`), month: typed(`${name}-month`), year: typed(`${name}-year`) }
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed(name)) ?? []
  if (year && month && day && !boxes.day && !boxes.month && !boxes.year)
    return { day: String(+day), month: String(+month), year }
  return boxes
}

/** ISO date from three boxes, or from one field that holds one. Months may be written ("April", "apr"). */
export function readDate(name: string, typed: (name: string) => string): Reading<string> {
  const whole = typed(name)
  const { day, month, year } = typedDate(name, typed)
  if (day === '' && month === '' && year === '') {
    if (whole === '') return {}
    return isDate(whole) ? { value: whole } : { words: 'The date must be written like 2026-04-09' }
  }
  const absent = [...(day === '' ? ['day'] : []), ...(month === '' ? ['month'] : []), ...(year === '' ? ['year'] : [])]
  if (absent.length > 0)
    return { words: `The date must include a ${absent.join(' and a ')}`, at: `${name}-${absent[0]}` }
  if (!/^\d{4}$/.test(year)) return { words: 'The year must have 4 figures', at: `${name}-year` }
  const date = `${year}-${two(monthNumber(month))}-${two(/^\d{1,2}$/.test(day) ? +day : 0)}`
  return isDate(date) ? { value: date } : { words: 'The date must be a real date', at: `${name}-day` }
}

const two = (n: number) => String(n).padStart(2, '0')

function monthNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return +text
  const start = text.slice(0, 3).toLowerCase()
  const n = monthStarts.indexOf(start) + 1
  return n > 0 && monthNames[n - 1]?.startsWith(text.toLowerCase()) ? n : 0
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const monthStarts = monthNames.map((name) => name.slice(0, 3))
