import { isoDate } from './day-number.ts'
import { reasonWords } from './deadline-words.ts'
import { plural } from './length.ts'
import { type Counted, dateAfter, type Sum } from './sum.ts'
import { dayName } from './words.ts'
import { closedRow, dueWords, type WorkingRow } from './working-row.ts'

/** Rows of a length counted in dates. Days have a row each; weeks, months and years one for each of them. */
export function dateRows(sum: Sum, counted: Extract<Counted, { readonly by: 'dates' }>): readonly WorkingRow[] {
  return [...(counted.unit === 'days' ? dayRows(sum) : stepRows(sum, counted)), ...rolledRows(sum)]
}

function dayRows(sum: Sum): readonly WorkingRow[] {
  const rows: WorkingRow[] = []
  for (let day = sum.startDay + 1; day <= sum.countedDay; day++) {
    const number = day - sum.startDay
    if (day === sum.countedDay) rows.push(lastRow(sum, `Day ${number}`, number))
    else rows.push(plainDay(sum, day, number))
  }
  return rows
}

function plainDay(sum: Sum, day: number, number: number): WorkingRow {
  const date = isoDate(day)
  const reason = sum.table.numbers.why(day)
  if (reason.kind === 'working' || reason.kind === 'unknown')
    return { date, counts: true, number, why: `Day ${number}`, ordinary: true }
  if (reason.kind === 'weekend')
    return { date, counts: true, number, why: `Day ${number}. ${dayName(date)}s count`, ordinary: true }
  return { date, counts: true, number, why: `Day ${number}. ${reasonWords(reason)}, counts` }
}

function stepRows(sum: Sum, { unit, n }: Extract<Counted, { readonly by: 'dates' }>): readonly WorkingRow[] {
  const rows: WorkingRow[] = []
  for (let number = 1; number <= n; number++) {
    const day = dateAfter(sum.startDay, unit, number)
    const short =
      isoDate(day).slice(8) < isoDate(sum.startDay).slice(8) && unit !== 'weeks' ? ', the last day of that month' : ''
    const words = `${plural(number, unit.slice(0, -1))}${short}`
    rows.push(number === n ? lastRow(sum, words, number) : { date: isoDate(day), counts: true, number, why: words })
  }
  return rows
}

/** The date counted to: due there, closed or not, unless it moves on. */
function lastRow(sum: Sum, words: string, number: number): WorkingRow {
  const date = isoDate(sum.countedDay)
  const closed = reasonWords(sum.table.numbers.why(sum.countedDay))
  if (sum.dueDay !== sum.countedDay) {
    return { date, counts: true, number, why: `${words}. ${closed}: the date moves to the next working day` }
  }
  return {
    date,
    counts: true,
    number,
    why: `${words}. ${dueWords(sum)}${closed === '' ? '' : `. ${closed}: the date stays`}`,
    due: true,
  }
}

function rolledRows(sum: Sum): readonly WorkingRow[] {
  const rows: WorkingRow[] = []
  for (let day = sum.countedDay + 1; day <= sum.dueDay; day++) {
    if (day < sum.dueDay) rows.push(closedRow(sum, day))
    else rows.push({ date: isoDate(day), counts: true, why: `The next working day. ${dueWords(sum)}`, due: true })
  }
  return rows
}
