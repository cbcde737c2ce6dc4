import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedBankHolidays } from '../../../calendars/shipped.ts'
import type { BankHolidays } from './calendar.ts'
import { parseGovUk, refresh } from './gov-uk.ts'

const shipped = shippedBankHolidays('scotland')

/** In the shape of GOV.UK's list: the years 2024 to 2027, without the World Cup day and with a day more in 2027. */
const list = (): unknown => ({
  scotland: {
    division: 'scotland',
    events: [
      ...shipped.days
        .filter(({ date }) => date >= '2024' && date < '2028' && date !== '2026-06-15')
        .map(({ date, name }) => ({ title: name, date, notes: '', bunting: true })),
      { title: 'A new day', date: '2027-12-31', notes: '', bunting: true },
    ],
  },
})

function read(json: unknown): BankHolidays {
  const parsed = parseGovUk(json, 'scotland', '2026-11-20')
  if ('problems' in parsed) throw new Error(parsed.problems.join(' '))
  return parsed.holidays
}

test('a newer list replaces the years it holds, keeps the others, and says what changed', () => {
  const { holidays, added, removed } = refresh(shipped, read(list()))
  assert.deepEqual(added, [{ date: '2027-12-31', name: 'A new day' }])
  assert.deepEqual(removed, [{ date: '2026-06-15', name: 'World Cup bank holiday' }])
  assert.equal(holidays.fetched, '2026-11-20')
  assert.equal(holidays.days.length, shipped.days.length)
  assert.deepEqual(
    holidays.days.map(({ date }) => date),
    holidays.days.map(({ date }) => date).toSorted(),
  )
})

test('the same list again changes nothing', () => {
  const once = refresh(shipped, read(list())).holidays
  const { added, removed } = refresh(once, read(list()))
  assert.deepEqual([added, removed], [[], []])
})

test('what is not such a list is refused with a sentence', () => {
  for (const json of [null, [], {}, { scotland: { events: 'none' } }, { wales: { events: [] } }]) {
    const parsed = parseGovUk(json, 'scotland', '2026-11-20')
    assert.match('problems' in parsed ? (parsed.problems[0] ?? '') : '', /no events for Scotland/)
  }
  const parsed = parseGovUk({ scotland: { events: [{ title: 'Day', date: 'soon' }] } }, 'scotland', '2026-11-20')
  assert.match('problems' in parsed ? (parsed.problems[0] ?? '') : '', /no date that exists/)
})
