/** A length of time as a policy writes it. */
export type Length =
  | { readonly unit: CountedUnit; readonly n: number }
  | { readonly unit: 'immediately' | 'same-working-day' | 'without-delay' }

export type CountedUnit = 'hours' | 'working-days' | 'days' | 'weeks' | 'working-weeks' | 'months' | 'years'

/** `offset`: where in the text the trouble begins, counted from 0. */
export interface LengthProblem {
  readonly problem: string
  readonly offset: number
}

/** Reads "5 working days", "1 working day", "48 hours", "same working day", "immediately" ... A length is at most 10 years. */
export function parseLength(text: string): Length | LengthProblem {
  const start = text.length - text.trimStart().length
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (words === '') return { problem: `A length of time is missing. Write ${allowed}.`, offset: 0 }
  const named = namedLengths[words]
  if (named) return { unit: named }

  const number = /^(\d+)(\s*)/.exec(text.slice(start))
  if (!number?.[1]) return { problem: whyNoNumber(words), offset: start }
  const unitAt = start + number[0].length
  const unitText = text.slice(unitAt).trim()
  const unit = unitOf(unitText)
  if (!unit) {
    const said = unitText === '' ? 'The unit is missing' : `"${unitText}" is not a unit of time`
    return { problem: `${said}. Write ${allowed}.`, offset: unitAt }
  }
  if (number[2] === '') return { problem: `Leave a space: "${number[1]} ${unitText}".`, offset: unitAt }
  const n = Number(number[1])
  if (n < 1)
    return { problem: `A length is at least 1 ${unitWords[unit]}. For at once, write "immediately".`, offset: start }
  if (n > atMost[unit])
    return { problem: `A length is at most 10 years: ${atMost[unit]} ${unitWords[unit]}s.`, offset: start }
  return { unit, n }
}

/** The length as people read it: "5 working days", "1 hour", "the same working day" is "same working day" as in the policy. */
export function lengthWords(length: Length): string {
  switch (length.unit) {
    case 'immediately':
      return 'immediately'
    case 'same-working-day':
      return 'same working day'
    case 'without-delay':
      return 'without delay'
    case 'hours':
    case 'working-days':
    case 'days':
    case 'weeks':
    case 'working-weeks':
    case 'months':
    case 'years':
      return plural(length.n, unitWords[length.unit])
  }
}

/** "1 day", "2 days". */
export const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`

const allowed =
  'a number and hours, working days, days, weeks, working weeks, months or years; or "same working day", "without delay", "immediately"'

const unitWords: Readonly<Record<CountedUnit, string>> = {
  hours: 'hour',
  'working-days': 'working day',
  days: 'day',
  weeks: 'week',
  'working-weeks': 'working week',
  months: 'month',
  years: 'year',
}

// Ten years of each: the table of working days reaches further than that beyond the last list of bank holidays.
const atMost: Readonly<Record<CountedUnit, number>> = {
  hours: 87_600,
  'working-days': 2500,
  days: 3650,
  weeks: 520,
  'working-weeks': 500,
  months: 120,
  years: 10,
}

const namedLengths: Readonly<Record<string, 'immediately' | 'same-working-day' | 'without-delay'>> = Object.assign(
  Object.create(null) as Record<string, never>,
  { immediately: 'immediately', 'same working day': 'same-working-day', 'without delay': 'without-delay' },
)

function unitOf(text: string): CountedUnit | undefined {
  const words = text.toLowerCase().replace(/\s+/g, ' ')
  const units = Object.keys(unitWords) as CountedUnit[]
  return units.find((unit) => words === unitWords[unit] || words === `${unitWords[unit]}s`)
}

function whyNoNumber(words: string): string {
  if (/^[-+.]?\d/.test(words)) return `Write a whole number. ${sentence(allowed)}.`
  const spelt = /^(a|an|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|twenty)\b/.exec(words)
  if (spelt) return `Write the number in figures, as in "2 working days", not "${spelt[0]}".`
  return `This is not a length of time. Write ${allowed}.`
}

const sentence = (text: string): string => `Write ${text}`
