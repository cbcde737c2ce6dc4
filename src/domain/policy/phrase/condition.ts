import type { FactName, Names } from '../names.ts'
import type { Condition } from '../policy.ts'
import { choices, didYouMean } from '../suggest.ts'
import { placeOf, type Report } from '../tree.ts'
import { type Cursor, peek, spotHere, take } from './cursor.ts'

const deepest = 20

/**
 * `FACT` · `FACT is ANSWER` · `not …` · `… and …` · `… or …`, with brackets wherever *and* meets *or*.
 * Stops at the words that can follow a condition in a limit: a comma, `or sooner`, `as a guide`.
 */
export function parseCondition(cursor: Cursor, names: Names, report: Report, depth = 0): Condition | undefined {
  if (depth > deepest) {
    report('too-deep', spotHere(cursor), 'This condition has too many brackets. Ask a simpler question as a fact.')
    return undefined
  }
  const first = parseTerm(cursor, names, report, depth)
  if (!first) return undefined
  const joiner = joinerHere(cursor)
  if (joiner === undefined) return first
  const of: Condition[] = [first]
  for (let next = joinerHere(cursor); next !== undefined; next = joinerHere(cursor)) {
    if (next !== joiner) {
      const message = 'Where `and` meets `or`, brackets say which belong together: `a and (b or c)`.'
      report('and-or-brackets', spotHere(cursor), message)
      return undefined
    }
    cursor.at += 1
    const term = parseTerm(cursor, names, report, depth)
    if (!term) return undefined
    of.push(term)
  }
  return { op: joiner, of }
}

function joinerHere(cursor: Cursor): 'and' | 'or' | undefined {
  const word = peek(cursor)
  if (word === 'and') return 'and'
  return word === 'or' && peek(cursor, 1) !== 'sooner' ? 'or' : undefined
}

function parseTerm(cursor: Cursor, names: Names, report: Report, depth: number): Condition | undefined {
  let isNot = false
  while (take(cursor, 'not')) isNot = !isNot
  const term = peek(cursor) === '(' ? parseBracket(cursor, names, report, depth) : parseAtom(cursor, names, report)
  if (!term) return undefined
  return isNot ? { op: 'not', of: term } : term
}

function parseBracket(cursor: Cursor, names: Names, report: Report, depth: number): Condition | undefined {
  const open = spotHere(cursor)
  cursor.at += 1
  const inside = parseCondition(cursor, names, report, depth + 1)
  if (!inside) return undefined
  if (take(cursor, ')')) return inside
  report('bracket-open', open, 'This bracket is not closed.')
  return undefined
}

function parseAtom(cursor: Cursor, names: Names, report: Report): Condition | undefined {
  const id = peek(cursor)
  const spot = spotHere(cursor)
  const fact = id === undefined ? undefined : names.facts.get(id)
  if (id === undefined || fact === undefined) {
    report('unknown-fact', spot, unknownFact(id, names))
    return undefined
  }
  cursor.at += 1
  const place = placeOf(spot)
  if (!take(cursor, 'is')) {
    if (fact.type === 'yes-no') return { op: 'yes', fact: id, place }
    report('wrong-answer', spot, needsAnswer(id, fact))
    return undefined
  }
  const answer = peek(cursor)
  if (answer !== undefined && fact.answers.includes(answer)) {
    cursor.at += 1
    return { op: 'is', fact: id, answer, place }
  }
  const at = answer === undefined ? spot : spotHere(cursor)
  if (fact.type === 'yes-no')
    report('wrong-answer', at, `\`${id}\` is answered yes or no: write \`${id}\` or \`not ${id}\`.`)
  else if (fact.answers.length === 0) report('wrong-answer', spot, needsAnswer(id, fact))
  else report('unknown-answer', at, unknownAnswer(id, answer, fact))
  return undefined
}

function unknownFact(word: string | undefined, names: Names): string {
  if (word === undefined) return 'A condition is missing here: write a fact, such as `on-plan`, or `reason is plan`.'
  if (names.stages.has(word) || names.duties.has(word)) {
    const what = names.stages.has(word) ? 'a stage' : 'a duty'
    return `\`${word}\` is ${what}, which happens: a condition tests a fact. Write \`when: ${word}\` for what happens.`
  }
  const guess = didYouMean(word, names.facts.keys())
  return `There is no fact \`${word}\`.${guess || ' Add the question under `facts`.'}`
}

function needsAnswer(id: string, fact: FactName): string {
  const [answer] = fact.answers
  if (answer !== undefined) return `\`${id}\` has several answers: say which, such as \`${id} is ${answer}\`.`
  return `\`${id}\` is not answered by yes or no nor by a choice, so it cannot be tested.`
}

function unknownAnswer(id: string, answer: string | undefined, fact: FactName): string {
  if (answer === undefined) return `Which answer? \`${id}\` has ${choices(fact.answers)}.`
  return `\`${id}\` has no answer \`${answer}\`.${didYouMean(answer, fact.answers) || ` It has ${choices(fact.answers)}.`}`
}
