import { bankHolidays } from '../../app/bank-holidays.ts'
import { type Calendar, type Closure, type Nation, ourDaySettings } from '../../domain/calendar/calendar.ts'
import { isDate } from '../../domain/calendar/day-number.ts'
import { type Length, parseLength } from '../../domain/calendar/length.ts'
import type { Form } from '../form.ts'

/** What somebody wants worked out. */
export interface Question {
  /** ISO date. */
  readonly from: string
  /** `HH:MM` by the clock in London; without it the date alone is day 0. */
  readonly time?: string
  readonly length: Length
  readonly nation: Nation
  readonly closures: readonly Closure[]
  /** ISO date by which the child needs it settled. */
  readonly protect?: string
}

export const nations: readonly Nation[] = ['england-and-wales', 'scotland', 'northern-ireland']

/** Units of the form, in the order offered. The last three need no number. */
export const units = [
  'working-days',
  'hours',
  'days',
  'weeks',
  'working-weeks',
  'months',
  'years',
  'same-working-day',
  'immediately',
  'without-delay',
] as const

/** Whether anything was asked at all, or the page is only being opened. */
export const isAsked = (query: Form): boolean =>
  ['from', 'from-day', 'from-month', 'from-year', 'length', 'count', 'unit'].some((name) => query.typed(name) !== '')

/** Reads the query string: fields of the form, or `from=2026-04-02T10:00&length=1 working day`. Nothing when something is not usable. */
export function readQuestion(query: Form): Question | undefined {
  const [, day, clock] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?$/.exec(query.typed('from')) ?? []
  const from = day !== undefined && isDate(day) ? day : query.date('from', 'Say when it starts')
  const time = query.time('time') ?? clock
  const length = readLength(query)
  const nation = query.has('nation')
    ? query.choice('nation', nations, 'Choose whose bank holidays count')
    : 'england-and-wales'
  const closures = readClosures(query)
  const protect = query.date('protect')
  if (!query.ok || from === undefined || length === undefined || nation === undefined) return undefined
  return {
    from,
    length,
    nation,
    closures,
    ...(time === undefined ? {} : { time }),
    ...(protect === undefined ? {} : { protect }),
  }
}

export const calendarOf = ({ closures }: Question, nation: Nation): Calendar => ({
  holidays: bankHolidays(nation),
  closures,
  settings: ourDaySettings,
})

function readLength(query: Form): Length | undefined {
  const written = query.typed('length')
  const unit = query.choice('unit', units, written === '' ? 'Choose what is counted' : undefined)
  if (written !== '') return checked(query, 'length', written)
  if (unit === undefined) return undefined
  if (unit === 'same-working-day' || unit === 'immediately' || unit === 'without-delay') return { unit }
  const n = query.text('count', 'Say how many')
  return n === '' ? undefined : checked(query, 'count', `${n} ${unit.replaceAll('-', ' ')}`)
}

function checked(query: Form, field: string, words: string): Length | undefined {
  const length = parseLength(words)
  if (!('problem' in length)) return length
  query.fail(field, field === 'count' ? countProblem(length.problem) : unstopped(length.problem))
  return undefined
}

/** Of the box for a number, only the number can be wrong. */
const countProblem = (problem: string): string =>
  problem.startsWith('A length is') ? unstopped(problem) : 'Use a whole number, like 5'
const unstopped = (sentence: string): string => sentence.replace(/\.$/, '')

const unnamed = 'the days you gave'

/** One span from the form's boxes, or several as `closed=2026-04-08:2026-04-10=Inset day`. */
function readClosures(query: Form): readonly Closure[] {
  const listed = query.list('closed').flatMap((text): readonly Closure[] => {
    const [, from, to, why] = /^(\d{4}-\d{2}-\d{2})(?::(\d{4}-\d{2}-\d{2}))?(?:=(.{1,80}))?$/.exec(text) ?? []
    if (isDate(from) && (to === undefined || isDate(to)) && (to ?? from) >= from)
      return [{ from, to: to ?? from, why: why ?? unnamed }]
    query.fail('closed', 'Closed days are written like 2026-04-08:2026-04-10')
    return []
  })
  const from = query.date('closed-from')
  const to = query.date('closed-to')
  const why = query.text('closed-why', undefined, 80) || unnamed
  if (from === undefined && to !== undefined) query.fail('closed-from', 'Say on which day it closes')
  if (from !== undefined && to !== undefined && to < from)
    query.fail('closed-to', 'The last closed day comes before the first')
  return from === undefined || (to ?? from) < from ? listed : [...listed, { from, to: to ?? from, why }]
}
