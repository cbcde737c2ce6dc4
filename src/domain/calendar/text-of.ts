import type { Deadline } from './deadline.ts'
import { foldRows } from './fold-rows.ts'
import { dateWords, timeWords } from './words.ts'

/** The working as plain text, line by line, for e-mail, "Copy as text" and print. Lines end with a line feed, the last too. */
export function textOf(deadline: Deadline): string {
  const rows = foldRows(deadline.working).map((row) => `${row.when.join(', ')}: ${row.why}`)
  return [
    `Due by ${timeWords(deadline.at)} on ${dateWords(deadline.date)}`,
    deadline.rule,
    '',
    ...rows,
    '',
    ...(deadline.problem === undefined ? [] : [deadline.problem]),
    deadline.basis,
    ...deadline.defaults.map((says) => `Concordat's default, not the policy's rule: ${says}`),
    '',
  ].join('\n')
}
