import type { BankHoliday, BankHolidays, Nation } from './calendar.ts'
import { nationWords } from './calendar.ts'
import { dayNumber, isDate, weekday } from './day-number.ts'
import { dayName, plainDate } from './words.ts'

export type ParsedCalendar = { readonly holidays: BankHolidays } | { readonly problems: readonly string[] }

/** Reads a file of `calendars/`: `{ nation, source, fetched, version, days: [{ date, name, note? }] }`. Says everything that is wrong with it, a sentence each. */
export function parseCalendar(json: unknown): ParsedCalendar {
  if (!isObject(json)) return { problems: ['The calendar is not an object with nation, source, version and days.'] }
  const problems: string[] = []
  const { nation, source, version, fetched, days } = json
  if (!isNation(nation)) problems.push(`The nation is not known. Write ${Object.keys(nationWords).join(', ')}.`)
  if (!isText(source)) problems.push('The source is missing: where do these days come from?')
  if (!isText(version)) problems.push('The version is missing: a text that changes whenever the days change.')
  if (fetched !== null && fetched !== undefined && !isDate(fetched))
    problems.push('The date fetched is not a date. Write it as 2026-04-09, or null when it was not fetched.')
  const list = readDays(days, problems)
  if (problems.length > 0 || !isNation(nation) || !isText(source) || !isText(version)) return { problems }
  return { holidays: { nation, version, source, ...(isDate(fetched) ? { fetched } : {}), days: list } }
}

function readDays(days: unknown, problems: string[]): readonly BankHoliday[] {
  if (!Array.isArray(days) || days.length === 0) {
    problems.push('The list of days is missing or empty.')
    return []
  }
  const list: BankHoliday[] = []
  days.forEach((day: unknown, i) => {
    const where = `Day ${i + 1} of the list`
    if (!isObject(day) || !isDate(day['date']))
      return void problems.push(`${where} has no date that exists. Write it as 2026-04-09.`)
    const date = day['date']
    const name = day['name']
    if (!isText(name)) return void problems.push(`${plainDate(date)} has no name.`)
    if (weekday(dayNumber(date)) > 5)
      problems.push(`${plainDate(date)} is a ${dayName(date)}. List the substitute day instead.`)
    const last = list[list.length - 1]
    if (last && last.date === date) problems.push(`${plainDate(date)} stands in the list twice.`)
    else if (last && last.date > date)
      problems.push(`${plainDate(date)} comes after ${plainDate(last.date)} in the list. Put the days in order.`)
    list.push({ date, name })
  })
  problems.push(...thinYears(list))
  return list
}

/** A year with fewer days than any nation ever has was cut off: its days would pass for working days in silence. */
function thinYears(list: readonly BankHoliday[]): readonly string[] {
  const years = list.map(({ date }) => +date.slice(0, 4))
  const problems: string[] = []
  for (let year = Math.min(...years); year <= Math.max(...years); year++) {
    const n = years.filter((one) => one === year).length
    if (n < fewest)
      problems.push(`The year ${year} has ${n} days. Every nation has at least ${fewest}: the list is not whole.`)
  }
  return problems
}

const fewest = 8

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isNation = (value: unknown): value is Nation => typeof value === 'string' && Object.hasOwn(nationWords, value)
