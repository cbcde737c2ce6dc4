import { readFileSync } from 'node:fs'
import type { BankHolidays, Nation } from '../domain/calendar/calendar.ts'
import { parseCalendar } from '../domain/calendar/parse-calendar.ts'

/** The bank holidays that come with the program. Throws when its own file is not what it should be. */
export function bankHolidays(nation: Nation): BankHolidays {
  const file = new URL(`../../calendars/${nation}.json`, import.meta.url)
  const read = parseCalendar(JSON.parse(readFileSync(file, 'utf8')))
  if ('problems' in read) throw new Error(`The bank holidays of ${nation} cannot be read: ${read.problems.join(' ')}`)
  return read.holidays
}
