import { ends, type Names } from '../names.ts'
import type { Target } from '../policy.ts'
import { didYouMean } from '../suggest.ts'
import type { Report, TextTree } from '../tree.ts'
import { atEnd, cursorOf, peek, spotHere } from './cursor.ts'

/** Where a move leads: a stage, an end, `next`, `same` or `any stage`. */
export function parseTarget(phrase: TextTree, names: Names, report: Report): Target | undefined {
  const words = phrase.text.trim()
  const end = ends.find((word) => word === words)
  if (end) return { type: 'end', end }
  if (words === 'next' || words === 'same' || words === 'any stage') return { type: words }
  const cursor = cursorOf(phrase)
  const spot = spotHere(cursor)
  const id = peek(cursor) ?? ''
  cursor.at += 1
  if (names.stages.has(id)) {
    return atEnd(cursor, report, 'Write several targets as a list: `[line, top]`.') ? { type: 'stage', id } : undefined
  }
  const guess = didYouMean(id, [...names.stages, ...ends, 'next', 'same'])
  const ways = ' A move leads to a stage, an end, `next`, `same` or `any stage`.'
  report('unknown-target', spot, `There is no stage or end \`${id}\`.${guess || ways}`)
  return undefined
}
