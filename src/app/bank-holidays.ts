import { readFileSync } from 'node:fs'
import type { BankHolidays, Nation } from '../domain/calendar/calendar.ts'
import { parseCalendar } from '../domain/calendar/parse-calendar.ts'

/**
 * The bank holidays that come with the program, for public pages and the command line: they must work without the database. Cases go by
 * the calendar of their partnership. Throws when its own file is not what it should be.
 */
export function bankHolidays(nation: Nation): BankHolidays {
  const known = lists.get(nation)
  if (known) return known
  const read = parseCalendar(
    JSON.parse(readFileSync(new URL(`../../calendars/${nation}.json`, import.meta.url), 'utf8')),
  )
  if ('problems' in read) throw new Error(`The bank holidays of ${nation} cannot be read: ${read.problems.join(' ')}`)
  lists.set(nation, read.holidays)
  return read.holidays
}

// The same list each time: the table of working days hangs on it.
const lists = new Map<Nation, BankHolidays>()
