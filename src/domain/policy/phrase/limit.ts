import type { ProblemRule } from '../finding-rules.ts'
import type { Names } from '../names.ts'
import type { Condition, Event, Limit, LimitLength } from '../policy.ts'
import { didYouMean } from '../suggest.ts'
import { placeOf, type Report, spotIn, type TextTree } from '../tree.ts'
import { parseCondition } from './condition.ts'
import { type Cursor, cursorOf, peek, spotHere, take } from './cursor.ts'
import { parseEvent } from './event.ts'
import { parseCounted } from './length.ts'
import { parseWho } from './who.ts'

/** `LENGTH [of EVENT] [if CONDITION] [or sooner] [as a guide]`, in this order; commas may stand before the last two. */
export function parseLimit(phrase: TextTree, names: Names, report: Report): Limit | undefined {
  const cursor = cursorOf(phrase)
  const length = parseLimitLength(cursor, names, report)
  if (!length) return undefined
  let of: Event | undefined
  if (take(cursor, 'of')) {
    of = parseEvent(cursor, names, report, 'of')
    if (!of) return undefined
  }
  let condition: Condition | undefined
  if (take(cursor, 'if')) {
    condition = parseCondition(cursor, names, report)
    if (!condition) return undefined
  }
  const orSooner = take(cursor, ',', 'or', 'sooner') || take(cursor, 'or', 'sooner')
  const asAGuide = take(cursor, ',', 'as', 'a', 'guide') || take(cursor, 'as', 'a', 'guide')
  if (peek(cursor) !== undefined) {
    const { rule, message } = leftOver(cursor)
    report(rule, spotHere(cursor), message)
    return undefined
  }
  return {
    length,
    ...(of ? { of } : {}),
    ...(condition ? { if: condition } : {}),
    orSooner,
    asAGuide,
    text: phrase.text,
    place: placeOf(spotIn(phrase, 0)),
  }
}

/** Any LENGTH: counted, at once, as agreed or as set by someone. */
export function parseLimitLength(cursor: Cursor, names: Names, report: Report): LimitLength | undefined {
  if (take(cursor, 'immediately')) return { unit: 'immediately' }
  if (take(cursor, 'same', 'working', 'day')) return { unit: 'same-working-day' }
  if (take(cursor, 'without', 'delay')) return { unit: 'without-delay' }
  if (take(cursor, 'as', 'agreed')) return { unit: 'as-agreed' }
  if (take(cursor, 'as', 'set', 'by')) {
    const who = parseWho(cursor, names, report, 'set-by')
    return who && { unit: 'as-set-by', who }
  }
  const word = peek(cursor) ?? ''
  const guess = /^[0-9]/.test(word) ? '' : didYouMean(word, ['immediately', 'same', 'without'])
  if (guess !== '') {
    report('wrong-length', spotHere(cursor), `\`${word}\` does not begin a length.${guess}`)
    return undefined
  }
  return parseCounted(cursor, report)
}

const order = 'A limit is a length, then `of` what starts it, `if` when it counts, `or sooner`, `as a guide`.'

function leftOver(cursor: Cursor): { rule: ProblemRule; message: string } {
  const word = peek(cursor) ?? ''
  if (word === 'from' || word === 'after') {
    return { rule: 'extra-words', message: `Write \`of\` instead of \`${word}\`: \`2 working days of raised\`.` }
  }
  if (word === 'of' || word === 'if') {
    return { rule: 'extra-words', message: `\`${word}\` stands too late here. ${order}` }
  }
  return { rule: 'extra-words', message: `\`${word}\` cannot follow here. ${order}` }
}
