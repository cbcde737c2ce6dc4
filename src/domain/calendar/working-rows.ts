import type { Temporal } from 'temporal-polyfill'
import { dayNumber, isoDate } from './day-number.ts'
import type { Deadline } from './deadline.ts'
import { lateness } from './lateness.ts'
import { plural } from './length.ts'
import { inLondon } from './london.ts'
import { workingDays } from './working-days.ts'
import { closedRow, type WorkingRow } from './working-row.ts'

/** The working as seen at a moment: today is marked, and when it is late the dates since then follow, up to that moment. */
export function workingRows(deadline: Deadline, at: Temporal.Instant): readonly WorkingRow[] {
  const today = inLondon(at).date
  const rows = deadline.working.map((row) => (row.date === today ? marked(row) : row))
  const late = lateness(deadline, at, deadline.calendar)
  return late ? [...rows, ...lateRows(deadline, today, late.words)] : rows
}

const marked = (row: WorkingRow): WorkingRow => ({
  ...row,
  why: `${row.why} (today)`,
  today: true,
  ordinary: false,
})

function lateRows(deadline: Deadline, today: string, words: string): readonly WorkingRow[] {
  const rows: WorkingRow[] = []
  const table = workingDays(deadline.calendar)
  const due = dayNumber(deadline.date)
  const last = dayNumber(today)
  for (let day = due + 1; day <= last; day++) {
    const date = isoDate(day)
    if (day === last) rows.push({ date, counts: false, why: `Today. ${words}`, late: true, today: true })
    else if (deadline.counted === 'working-days' && !table.numbers.works(day)) rows.push(closedRow({ table }, day))
    else rows.push({ date, counts: false, why: lateWords(deadline, due, day), late: true, ordinary: true })
  }
  return rows
}

function lateWords(deadline: Deadline, due: number, day: number): string {
  if (deadline.counted === 'hours') return 'Late'
  if (deadline.counted !== 'working-days') return `Late by ${plural(day - due, 'day')}`
  return `Late by ${plural(workingDays(deadline.calendar).numbers.count(due, day), 'working day')}`
}
