/** Days since 1 January 1970 of an ISO date: whole numbers make a table of days a plain array. Throws a RangeError for what is no date. */
export function dayNumber(date: string): number {
  const month = (digits(date, 0) * 100 + digits(date, 2) - firstYear) * 12 + digits(date, 5) - 1
  const number = (monthStarts[month] ?? Number.NaN) + digits(date, 8) - 1
  // Written back and compared: 31 February, a thirteenth month or a stray letter do not come back the same.
  if (number >= 0 && isoDate(number) === date) return number
  const far = numberOf(date)
  if (!Number.isFinite(far) || isoDate(far) !== date)
    throw new RangeError(`"${date}" is not a date. Write it as 2026-04-09.`)
  return far
}

/** The ISO date of a day number. Throws a RangeError for what is no number. */
export function isoDate(number: number): string {
  const known = isoDates[number]
  if (known !== undefined) return known
  const iso = new Date(number * 86_400_000).toISOString().slice(0, 10)
  if (number >= 0 && number < isoDates.length) isoDates[number] = iso
  return iso
}

/** 1 = Monday to 7 = Sunday. 1 January 1970 was a Thursday. */
export const weekday = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

/** Whether the text is an ISO date that exists. */
export function isDate(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && isoDate(numberOf(text)) === text
}

const digits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528

const numberOf = (date: string): number =>
  Math.round(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / 86_400_000)

// A century from 1970 is looked up; other dates are worked out. Reading and writing dates costs more than any sum with them.
const firstYear = 1970
const monthStarts = Float64Array.from({ length: 1200 }, (_, i) => Date.UTC(firstYear, i, 1) / 86_400_000)
const isoDates: (string | undefined)[] = new Array<string | undefined>(36_525)
