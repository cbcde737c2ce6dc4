import { type BankHolidays, type Calendar, type Closure, coverage, nationWords } from './calendar.ts'
import { dayNumber, isoDate, weekday } from './day-number.ts'

/** Which days work, for one list of bank holidays and one organisation's closed days. Every question is a look in an array. */
export interface WorkingDays {
  /** Whether the bank holidays of that date are known. */
  readonly covers: (date: string) => boolean
  /** Throws `OutsideCalendar` where the bank holidays are not known. */
  readonly isWorkingDay: (date: string) => boolean
  /** What kind of day, and for a closed day its reason. Outside the list a Monday to Friday is `unknown`. */
  readonly why: (date: string) => DayReason
  /** The nth working day after the date; before it when n is negative. With 0 the date itself, or the next working day. Throws `OutsideCalendar`. */
  readonly add: (date: string, n: number) => string
  /** Working days after `from` up to and with `to`; negative when `to` comes first. Throws `OutsideCalendar`. */
  readonly count: (from: string, to: string) => number
  /** The same by day number, for sums inside the calendar. What is not known counts as working here: whoever asks must say so, with `known`. */
  readonly numbers: {
    readonly works: (day: number) => boolean
    readonly add: (day: number, n: number) => number
    readonly count: (from: number, to: number) => number
    readonly known: (day: number) => boolean
    readonly why: (day: number) => DayReason
  }
}

export type DayReason =
  | { readonly kind: 'working' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'bank-holiday'; readonly name: string }
  | { readonly kind: 'closed'; readonly why: string }
  | { readonly kind: 'unknown' }

/** A date for which nobody has told us the bank holidays. Its message is a sentence for people. */
export class OutsideCalendar extends RangeError {
  override readonly name = 'OutsideCalendar'
}

/** The table of a calendar. Kept for as long as the calendar's list and its array of closed days are kept, so asking again is free. */
export function workingDays(calendar: Calendar): WorkingDays {
  const closures = calendar.closures.length === 0 ? noClosures : calendar.closures
  let ofList = tables.get(calendar.holidays)
  if (!ofList) tables.set(calendar.holidays, (ofList = new WeakMap()))
  let table = ofList.get(closures)
  if (!table) ofList.set(closures, (table = buildTable(calendar.holidays, closures)))
  return table
}

/** Which years a list covers, as a sentence. */
export function coverageWords(holidays: BankHolidays): string {
  const covered = coverage(holidays)
  return covered
    ? `The bank holidays of ${nationWords[holidays.nation]} are known from ${covered.from.slice(0, 4)} to ${covered.to.slice(0, 4)} only.`
    : `No bank holidays of ${nationWords[holidays.nation]} are known.`
}

const noClosures: readonly Closure[] = []
const tables = new WeakMap<BankHolidays, WeakMap<readonly Closure[], WorkingDays>>()

// How far the table runs beyond the list, in days, so that a deadline can be given with a warning: a length is at most ten years.
const before = 366 * 2
const after = 366 * 13

function buildTable(holidays: BankHolidays, closures: readonly Closure[]): WorkingDays {
  const covered = coverage(holidays)
  const from = dayNumber(covered?.from ?? '2018-01-01')
  // An empty list knows no day at all: its covered span ends before it begins.
  const to = covered ? dayNumber(covered.to) : from - 1
  const first = from - before
  const size = to + after - first + 1

  const closed = new Uint8Array(size)
  for (let i = 0; i < size; i++) if (weekday(first + i) > 5) closed[i] = 1
  const names = new Map<number, string>()
  for (const { date, name } of holidays.days) {
    const i = dayNumber(date) - first
    closed[i] = 1
    names.set(i + first, name)
  }
  for (const closure of closures) {
    const last = Math.min(dayNumber(closure.to) - first, size - 1)
    for (let i = Math.max(dayNumber(closure.from) - first, 0); i <= last; i++) closed[i] = 1
  }

  // upTo[i]: working days up to and with day i. nth[k]: the place of the (k+1)th working day. Both below 2^16: a table spans some 26 years.
  const upTo = new Uint16Array(size)
  const nth = new Uint16Array(size)
  let seen = 0
  for (let i = 0; i < size; i++) {
    if (closed[i] === 0) nth[seen++] = i
    upTo[i] = seen
  }

  const place = (day: number): number => {
    const i = day - first
    if (!(i >= 0 && i < size)) throw outside(isoDate(day))
    return i
  }
  const outside = (date: string): OutsideCalendar =>
    new OutsideCalendar(`${date} is too far away. ${coverageWords(holidays)}`)
  const known = (day: number): boolean => day >= from && day <= to
  const insist = (day: number): number => {
    if (!known(day)) throw outside(isoDate(day))
    return day
  }

  const works = (day: number): boolean => closed[place(day)] === 0
  const add = (day: number, n: number): number => {
    const i = place(day)
    const own = closed[i] === 0 ? 1 : 0
    // Ranks count from 0, so the next working day has the rank `upTo`. Counting back must not count the day itself.
    const rank = (upTo[i] ?? 0) + n - (n > 0 ? 1 : own)
    if (rank < 0 || rank >= seen) throw outside(isoDate(day))
    return first + (nth[rank] ?? 0)
  }
  const count = (a: number, b: number): number => (upTo[place(b)] ?? 0) - (upTo[place(a)] ?? 0)
  const why = (day: number): DayReason => {
    if (weekday(day) > 5) return { kind: 'weekend' }
    const name = names.get(day)
    if (name !== undefined) return { kind: 'bank-holiday', name }
    if (closed[day - first] === 1) return { kind: 'closed', why: reasonOf(closures, isoDate(day)) }
    return known(day) ? { kind: 'working' } : { kind: 'unknown' }
  }

  return {
    covers: (date) => known(dayNumber(date)),
    isWorkingDay: (date) => works(insist(dayNumber(date))),
    why: (date) => why(dayNumber(date)),
    add: (date, n) => isoDate(insist(add(insist(dayNumber(date)), n))),
    count: (a, b) => count(insist(dayNumber(a)), insist(dayNumber(b))),
    numbers: { works, add, count, known, why },
  }
}

const reasonOf = (closures: readonly Closure[], date: string): string =>
  closures.find(({ from, to }) => from <= date && date <= to)?.why ?? 'closed'
