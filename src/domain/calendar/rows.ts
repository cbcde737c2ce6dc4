import { dateRows } from './date-rows.ts'
import { isoDate } from './day-number.ts'
import { startedWords } from './deadline-words.ts'
import { hourRows } from './hour-rows.ts'
import type { Sum } from './sum.ts'
import { closedRow, dueWords, type WorkingRow } from './working-row.ts'

/** The working, date by date, from the start to the day it is due. Weeks, months and years have one row each. */
export function rowsOf(sum: Sum): readonly WorkingRow[] {
  const { counted } = sum
  switch (counted.by) {
    case 'hours':
      return hourRows(sum, counted.n)
    case 'working-days':
      return counted.n === 0 ? sameDayRows(sum) : [...startRows(sum), ...workingDayRows(sum)]
    case 'dates':
      return [...startRows(sum), ...dateRows(sum, counted)]
  }
}

function startRows(sum: Sum): readonly WorkingRow[] {
  if (sum.startDay === sum.givenDay) {
    return [
      {
        date: isoDate(sum.startDay),
        counts: false,
        number: 0,
        why: `${startedWords(sum)}. The day it starts is day 0`,
      },
    ]
  }
  const dayZero = {
    date: isoDate(sum.startDay),
    counts: false,
    number: 0,
    why: 'Counts as starting on this day, which is day 0',
  }
  return [...untilStart(sum), dayZero]
}

/** From the date it really starts up to the working day it counts as starting on, that one left out. */
function untilStart(sum: Sum): readonly WorkingRow[] {
  const rows: WorkingRow[] = [{ date: isoDate(sum.givenDay), counts: false, why: startedWords(sum) }]
  for (let day = sum.givenDay + 1; day < sum.startDay; day++) rows.push(closedRow(sum, day))
  return rows
}

function sameDayRows(sum: Sum): readonly WorkingRow[] {
  const date = isoDate(sum.startDay)
  if (sum.startDay === sum.givenDay) {
    return [
      { date, counts: false, number: 0, why: `${startedWords(sum)}. ${dueWords(sum)} the same working day`, due: true },
    ]
  }
  return [
    ...untilStart(sum),
    { date, counts: false, number: 0, why: `Counts as starting on this day. ${dueWords(sum)} the same day`, due: true },
  ]
}

function workingDayRows(sum: Sum): readonly WorkingRow[] {
  const rows: WorkingRow[] = []
  let number = 0
  for (let day = sum.startDay + 1; day <= sum.dueDay; day++) {
    if (!sum.table.numbers.works(day)) {
      rows.push(closedRow(sum, day))
      continue
    }
    number++
    const doubt = sum.table.numbers.known(day) ? '' : ', if it is no bank holiday: the list does not reach so far'
    const due = day === sum.dueDay
    rows.push({
      date: isoDate(day),
      counts: true,
      number,
      why: `Working day ${number}${doubt}${due ? `. ${dueWords(sum)}` : ''}`,
      ...(due ? { due } : doubt === '' ? { ordinary: true } : {}),
    })
  }
  return rows
}
