import { readFileSync } from 'node:fs'
import type { BankHolidays, Nation } from '../src/domain/calendar/calendar.ts'
import { parseCalendar } from '../src/domain/calendar/parse-calendar.ts'

/** The bank holidays shipped with the program. Throws when the file beside this one is not what it should be. */
export function shippedBankHolidays(nation: Nation): BankHolidays {
  const read = parseCalendar(JSON.parse(readFileSync(new URL(`${nation}.json`, import.meta.url), 'utf8')))
  if ('problems' in read) throw new Error(`calendars/${nation}.json: ${read.problems.join(' ')}`)
  return read.holidays
}
