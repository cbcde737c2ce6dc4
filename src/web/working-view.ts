import type { Deadline } from '../domain/calendar/deadline.ts'
import { foldRows } from '../domain/calendar/fold-rows.ts'
import { dateWords } from '../domain/calendar/words.ts'
import type { WorkingRow } from '../domain/calendar/working-row.ts'
import type { WorkingRow as RowView, WorkingView } from './html/working.ts'

/** The working of a deadline for the eye: neighbouring closed days share a row, many rows fold to weeks. */
export function workingView(deadline: Deadline, more: Partial<Pick<WorkingView, 'rule' | 'dates'>> = {}): WorkingView {
  return {
    caption: `Counting the days from ${dateWords(deadline.started.date)}`,
    ...more,
    rows: rowViews(deadline.working),
    notes: notesOf(deadline),
  }
}

export function rowViews(rows: readonly WorkingRow[]): readonly RowView[] {
  let passed = false
  return foldRows(rows).map((row) => {
    const view: RowView = { is: kindOf(row, passed), dates: row.when, words: row.why, number: row.number }
    passed ||= row.due === true
    return view
  })
}

/** Whose bank holidays, and which parts are Concordat's default. */
export function notesOf({ basis, defaults, problem }: Deadline): string {
  const ours = defaults.length === 0 ? [] : ['Concordat’s default, which a policy can change:', ...defaults]
  return [...(problem === undefined ? [] : [problem]), basis, ...ours].join(' ')
}

function kindOf(row: WorkingRow, passed: boolean): RowView['is'] {
  if (row.due) return 'due'
  if (row.late) return 'late'
  if (!row.counts && row.number === undefined) return 'closed'
  if (row.number === 0) return 'start'
  return passed ? 'unused' : 'counted'
}
