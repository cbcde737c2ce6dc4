import type { RegisterLine } from './register-lines.ts'

/** The register as CSV (RFC 4180): the columns of the page, nothing more. */
export function csvOf(lines: readonly RegisterLine[]): string {
  const rows = [columns.map(([, title]) => title), ...lines.map((line) => columns.map(([key]) => line[key]))]
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

const columns: readonly (readonly [Exclude<keyof RegisterLine, 'id' | 'open'>, string])[] = [
  ['number', 'Case'],
  ['child', 'Child'],
  ['raisedBy', 'Raised by'],
  ['with', 'With'],
  ['stage', 'Stage'],
  ['about', 'What it is about'],
  ['waitingFor', 'Waiting for'],
  ['due', 'Due'],
  ['late', 'Late'],
]

/** A spreadsheet runs what begins with these: an apostrophe in front makes it words. */
function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
