import { ends, type Names } from '../names.ts'
import type { Blocks } from '../policy.ts'
import { didYouMean } from '../suggest.ts'
import { placeOf, type Report, type TextTree } from '../tree.ts'
import { atEnd, cursorOf, peek, spotHere } from './cursor.ts'

/** What a duty is `before`: a stage, an end, a move, a duty or `closed`. */
export function parseBlocks(phrase: TextTree, names: Names, report: Report): Blocks | undefined {
  const cursor = cursorOf(phrase)
  const spot = spotHere(cursor)
  const place = placeOf(spot)
  const end = ends.find((word) => word === phrase.text.trim())
  if (end) return { type: 'end', id: end, place }
  const id = peek(cursor) ?? ''
  cursor.at += 1
  if (id === 'closed') return atEnd(cursor, report, '`closed` stands alone.') ? { type: 'closed', place } : undefined
  const meanings = [
    ...(names.stages.has(id) ? (['stage'] as const) : []),
    ...(names.duties.has(id) ? (['duty'] as const) : []),
    ...(names.moves.has(id) ? (['move'] as const) : []),
  ]
  const [type] = meanings
  if (type === undefined) {
    report('unknown-target', spot, unknown(id, names))
    return undefined
  }
  if (meanings.length > 1) {
    const message = `\`${id}\` is both a ${meanings.join(' and a ')}. Give one of them another id, so that this means one thing.`
    report('ambiguous-name', spot, message)
    return undefined
  }
  return atEnd(cursor, report, 'Write several as a list: `[top, agreed]`.') ? { type, id, place } : undefined
}

function unknown(id: string, names: Names): string {
  if (names.facts.has(id))
    return `\`${id}\` is a fact. A duty comes before a stage, an end, a move, another duty or \`closed\`.`
  const guess = didYouMean(id, [...names.stages, ...names.duties.keys(), ...names.moves, ...ends, 'closed'])
  return `There is no stage, end, move or duty \`${id}\`.${guess}`
}
