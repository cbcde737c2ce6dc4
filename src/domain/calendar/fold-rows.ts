import { dayNumber, weekday } from './day-number.ts'
import { shortDate, spanWords } from './words.ts'
import type { WorkingRow } from './working-row.ts'

/** A row for the eye: one date, some closed neighbours, or whole weeks. `date` is the first of them; weeks have no `number`. */
export interface FoldedRow extends WorkingRow {
  /** Every date it stands for, in order. */
  readonly dates: readonly string[]
  /** What the first column says, a line each: "Sat 4 April", "Sun 5 April", or "Monday 13 to Friday 17 April". */
  readonly when: readonly string[]
}

/** Neighbouring closed dates with the same reason share a row; more than 15 rows fold whole weeks, and if need be weeks that follow each other. */
export function foldRows(rows: readonly WorkingRow[]): readonly FoldedRow[] {
  const shared = shareRows(rows)
  if (shared.length <= most) return shared
  const parts = foldWeeks(rows)
  const weeks = parts.flatMap(written)
  return weeks.length <= most ? weeks : joinWeeks(parts).flatMap(written)
}

const most = 15

function shareRows(rows: readonly WorkingRow[]): readonly FoldedRow[] {
  const groups: WorkingRow[][] = []
  for (const row of rows) {
    const group = groups[groups.length - 1]
    const last = group?.[group.length - 1]
    if (last && isPlainClosed(row) && isPlainClosed(last) && row.why === last.why && follows(last, row))
      group?.push(row)
    else groups.push([row])
  }
  return groups.flatMap((group) => {
    const [first] = group
    if (!first) return []
    const dates = group.map(({ date }) => date)
    return [{ ...first, dates, when: whenOf(dates) }]
  })
}

/** A whole week, or rows that stay as they are. */
type Part = { readonly week: readonly WorkingRow[] } | { readonly rows: readonly WorkingRow[] }

function foldWeeks(rows: readonly WorkingRow[]): readonly Part[] {
  const parts: Part[] = []
  let loose: WorkingRow[] = []
  for (let at = 0; at < rows.length; ) {
    const length = wholeWeek(rows.slice(at, at + 7))
    if (length === 0) {
      loose.push(...rows.slice(at, ++at))
      continue
    }
    if (loose.length > 0) parts.push({ rows: loose })
    loose = []
    parts.push({ week: rows.slice(at, at + length) })
    at += length
  }
  return loose.length > 0 ? [...parts, { rows: loose }] : parts
}

/**
 * How many of these (up to seven) rows are a week in which Monday to Friday all count, or are all late, and nothing else happens:
 * 7 with its weekend, 5 where something happens at the weekend or the rows end on Friday, 0 when it is no such week.
 */
function wholeWeek(rows: readonly WorkingRow[]): 0 | 5 | 7 {
  const [first] = rows
  if (!first || weekday(dayNumber(first.date)) !== 1) return 0
  const start = dayNumber(first.date)
  const ordinary = (row: WorkingRow, i: number): boolean => row.ordinary === true && dayNumber(row.date) === start + i
  const days = rows.slice(0, 5)
  if (
    days.length < 5 ||
    !days.every((row, i) => ordinary(row, i) && !isPlainClosed(row) && row.counts === first.counts)
  )
    return 0
  return rows.length === 7 && rows.every(ordinary) ? 7 : 5
}

function joinWeeks(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined[joined.length - 1]
    if ('week' in part && last && 'week' in last) joined[joined.length - 1] = { week: [...last.week, ...part.week] }
    else joined.push(part)
  }
  return joined
}

function written(part: Part): readonly FoldedRow[] {
  if ('rows' in part) return shareRows(part.rows)
  const days = part.week.filter((row) => !isPlainClosed(row))
  const first = days[0]
  const last = days[days.length - 1]
  if (!first || !last) return []
  const dates = part.week.map(({ date }) => date)
  const when = [spanWords(first.date, last.date)]
  if (last.late) return [{ date: first.date, dates, when, counts: false, why: last.why, late: true }]
  return [{ date: first.date, dates, when, counts: true, why: weekWords(first, last) }]
}

function weekWords(first: WorkingRow, last: WorkingRow): string {
  if (first.number === undefined) return 'The hours run on'
  return `${first.why.startsWith('Working') ? 'Working days' : 'Days'} ${first.number} to ${last.number}`
}

/** A closed date with nothing else to it. */
const isPlainClosed = (row: WorkingRow): boolean => row.ordinary === true && !row.counts && !row.late
const follows = (a: WorkingRow, b: WorkingRow): boolean => dayNumber(b.date) === dayNumber(a.date) + 1

const whenOf = (dates: readonly string[]): readonly string[] =>
  dates.length > 2
    ? [`${shortDate(dates[0] ?? '')} to ${shortDate(dates[dates.length - 1] ?? '')}`]
    : dates.map(shortDate)
