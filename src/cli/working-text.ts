import { foldRows } from '../domain/calendar/fold-rows.ts'
import type { WorkingRow } from '../domain/calendar/working-row.ts'

/** The working as two columns: the date, and what happens on it. */
export function workingText(rows: readonly WorkingRow[]): string {
  const folded = foldRows(rows)
  const wide = Math.max(0, ...folded.flatMap((row) => row.when.map((when) => when.length)))
  return folded
    .flatMap((row) => row.when.map((when, i) => `  ${when.padEnd(wide)}   ${i === 0 ? row.why : ''}`.trimEnd()))
    .join('\n')
}
