import type { CountedLength, CountedUnit } from '../policy.ts'
import { didYouMean } from '../suggest.ts'
import type { Report } from '../tree.ts'
import { type Cursor, peek, spotHere } from './cursor.ts'

const units: Readonly<Record<string, CountedUnit>> = {
  hour: 'hours',
  hours: 'hours',
  day: 'days',
  days: 'days',
  week: 'weeks',
  weeks: 'weeks',
  month: 'months',
  months: 'months',
  year: 'years',
  years: 'years',
}

const working: Readonly<Record<string, CountedUnit>> = {
  day: 'working-days',
  days: 'working-days',
  week: 'working-weeks',
  weeks: 'working-weeks',
}

const list = 'Write hours, working days, days, weeks, working weeks, months or years.'

/** `N hours / working days / days / weeks / working weeks / months / years`. */
export function parseCounted(cursor: Cursor, report: Report): CountedLength | undefined {
  const number = peek(cursor) ?? ''
  const start = spotHere(cursor)
  if (!/^[1-9][0-9]{0,4}$/.test(number)) {
    report(
      'wrong-length',
      spotHere(cursor),
      `${numberProblem(number)} Write a whole number and a unit: \`5 working days\`.`,
    )
    return undefined
  }
  cursor.at += 1
  const isWorking = peek(cursor) === 'working'
  if (isWorking) cursor.at += 1
  const word = peek(cursor)
  const known = isWorking ? working : units
  const unit = word !== undefined && Object.hasOwn(known, word) ? known[word] : undefined
  if (unit === undefined) {
    report('wrong-unit', spotHere(cursor), unitProblem(word, isWorking, peek(cursor, 1)))
    return undefined
  }
  cursor.at += 1
  const n = Number(number)
  if (n <= atMost[unit]) return { unit, n }
  report('wrong-length', start, `A length is at most ten years: ${atMost[unit]} ${unit.replace('-', ' ')}.`)
  return undefined
}

// Ten years, as the calendar counts it: beyond that a number is a slip, and dates run out.
const atMost: Readonly<Record<CountedUnit, number>> = {
  hours: 87_600,
  'working-days': 2500,
  days: 3650,
  weeks: 520,
  'working-weeks': 500,
  months: 120,
  years: 10,
}

function numberProblem(word: string): string {
  if (word === '') return 'A length is missing here.'
  if (/^[0-9]+[a-z]+$/.test(word)) return `Put a space between number and unit in \`${word}\`.`
  return `\`${word}\` does not begin a length.`
}

function unitProblem(word: string | undefined, isWorking: boolean, next: string | undefined): string {
  if (word === undefined) return `The unit is missing. ${list}`
  if (isWorking && Object.hasOwn(units, word))
    return `There are no working ${word}: only working days and working weeks.`
  if (/^minutes?$/.test(word)) return `A deadline does not count minutes. ${list}`
  const isUnit = next !== undefined && Object.hasOwn(units, next)
  const guess = isUnit ? didYouMean(word, ['working']) : didYouMean(word, [...Object.keys(units), 'working'])
  return `\`${word}\` is not a unit of time.${guess || ` ${list}`}`
}
