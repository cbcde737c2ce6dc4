import { isoDate } from './day-number.ts'
import { reasonWords } from './deadline-words.ts'
import type { Sum } from './sum.ts'
import { timeWords } from './words.ts'

/** One date of the working. */
export interface WorkingRow {
  /** ISO date. */
  readonly date: string
  readonly counts: boolean
  /** 0 on the day it counts as starting; else the number of the day, week, month or year. */
  readonly number?: number
  /** What happens on that date, without a full stop at the end. */
  readonly why: string
  /** Nothing to say but its number or that it does not count: may be folded with its neighbours. */
  readonly ordinary?: boolean
  readonly due?: boolean
  /** Past the day it was due. */
  readonly late?: boolean
  /** The date on which it is looked at. */
  readonly today?: boolean
}

/** A closed date's row, which does not count. */
export function closedRow(sum: Pick<Sum, 'table'>, day: number): WorkingRow {
  return {
    date: isoDate(day),
    counts: false,
    why: `${reasonWords(sum.table.numbers.why(day))}: does not count`,
    ordinary: true,
  }
}

/** "Due by 5pm". */
export const dueWords = (sum: Sum): string => `Due by ${timeWords(sum.at)}`
