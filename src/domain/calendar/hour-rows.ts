import { isoDate } from './day-number.ts'
import { reasonWords, startedWords } from './deadline-words.ts'
import { plural } from './length.ts'
import { clocksChange } from './london.ts'
import type { Sum } from './sum.ts'
import { timeWords } from './words.ts'
import type { WorkingRow } from './working-row.ts'

/** Rows of hours on the clock: every date they run through, with the changes of the clocks they meet. */
export function hourRows(sum: Sum, n: number): readonly WorkingRow[] {
  const rows: WorkingRow[] = []
  for (let day = sum.givenDay; day <= sum.dueDay; day++) {
    const parts: string[] = []
    if (day === sum.givenDay) parts.push(startedWords(sum))
    const closed = reasonWords(sum.table.numbers.why(day))
    const due = day === sum.dueDay
    if (!due) parts.push(closed === '' || day === sum.givenDay ? 'The hours run on' : `${closed}: the hours run on`)
    const change = changeWords(sum, day)
    if (change) parts.push(change)
    if (due) parts.push(`${plural(n, 'hour')}: due by ${timeWords(sum.at)}`)
    const ordinary = parts.length === 1 && !due && (closed === '' || closed === 'Weekend')
    rows.push({
      date: isoDate(day),
      counts: true,
      why: parts.join('. '),
      ...(due ? { due } : {}),
      ...(ordinary ? { ordinary } : {}),
    })
  }
  return rows
}

/** Said only when the change lies between start and end: it comes at 1am Greenwich time. */
function changeWords(sum: Sum, day: number): string | undefined {
  const change = clocksChange(isoDate(day))
  const at = day * 86_400_000 + 3_600_000
  if (!change || at < sum.from.epochMilliseconds || at > sum.at.epochMilliseconds) return undefined
  return change === 'forward'
    ? 'The clocks go forward: this day has 23 hours'
    : 'The clocks go back: this day has 25 hours'
}
