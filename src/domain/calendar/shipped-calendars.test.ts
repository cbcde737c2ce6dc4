import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import Holidays from 'date-holidays'
import { shippedBankHolidays } from '../../../calendars/shipped.ts'
import { coverage, type Nation } from './calendar.ts'
import { parseCalendar } from './parse-calendar.ts'

const places: readonly (readonly [Nation, string])[] = [
  ['england-and-wales', 'ENG'],
  ['england-and-wales', 'WLS'],
  ['scotland', 'SCT'],
  ['northern-ireland', 'NIR'],
]

/** Where the package is known to be wrong: days it lacks (+) and days it has too many (-). Each with its reason. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // A one-off day proclaimed in February 2026, after the package was made.
  SCT: ['+2026-06-15'],
}

describe('the calendars we ship', () => {
  for (const [nation, region] of places) {
    test(`${nation} agrees with date-holidays for ${region}, but for what is listed here`, () => {
      const ours = new Set(shippedBankHolidays(nation).days.map(({ date }) => date))
      const theirs = new Set(fromPackage(region))
      const differences = [
        ...[...ours].filter((date) => !theirs.has(date)).map((date) => `+${date}`),
        ...[...theirs].filter((date) => !ours.has(date)).map((date) => `-${date}`),
      ]
      assert.deepEqual(differences, exceptions[region] ?? [])
      assert.ok(theirs.size > 80, 'the package was read')
    })
  }

  test('they cover 2018 to 2028 and name where they come from', () => {
    for (const [nation] of places) {
      const holidays = shippedBankHolidays(nation)
      assert.deepEqual(coverage(holidays), { from: '2018-01-01', to: '2028-12-31' })
      assert.match(holidays.source, /^https:\/\/www\.gov\.uk\/bank-holidays .*not fetched.*administrator/)
      assert.equal(holidays.fetched, undefined)
    }
  })

  test('one-off days and moved days are there, and the days they moved from are not', () => {
    const has = (nation: Nation, date: string): boolean =>
      shippedBankHolidays(nation).days.some((day) => day.date === date)
    for (const [nation] of places) {
      for (const date of ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'])
        assert.ok(has(nation, date), `${nation} ${date}`)
      for (const date of ['2020-05-04', '2022-05-30']) assert.ok(!has(nation, date), `${nation} ${date}`)
    }
    assert.deepEqual(
      [has('scotland', '2026-06-15'), has('england-and-wales', '2026-06-15'), has('northern-ireland', '2026-06-15')],
      [true, false, false],
    )
    assert.deepEqual([has('scotland', '2026-04-06'), has('england-and-wales', '2026-04-06')], [false, true])
  })

  test('how many days each nation has in an ordinary year', () => {
    const in2025 = (nation: Nation): number =>
      shippedBankHolidays(nation).days.filter(({ date }) => date.startsWith('2025')).length
    assert.deepEqual([in2025('england-and-wales'), in2025('scotland'), in2025('northern-ireland')], [8, 9, 10])
  })
})

describe('reading a calendar', () => {
  const good = (): Record<string, unknown> & { days: { date: unknown; name: unknown }[] } =>
    JSON.parse(readFileSync(new URL('../../../calendars/scotland.json', import.meta.url), 'utf8'))
  const problems = (json: unknown): readonly string[] => {
    const read = parseCalendar(json)
    return 'problems' in read ? read.problems : []
  }

  test('a good one has no problems', () => assert.deepEqual(problems(good()), []))
  test('what is not an object', () => assert.match(problems([])[0] ?? '', /not an object/))
  test('says everything that is wrong, not only the first', () => {
    assert.equal(problems({ nation: 'wales', days: [] }).length, 4)
  })
  for (const [what, spoil, expected] of [
    ['a nation nobody knows', (c) => (c['nation'] = 'wales'), /nation is not known/],
    ['no version', (c) => (c['version'] = ''), /version is missing/],
    ['no source', (c) => delete c['source'], /source is missing/],
    ['a date fetched that is none', (c) => (c['fetched'] = 'March'), /date fetched is not a date/],
    ['no days', (c) => (c.days = []), /missing or empty/],
    [
      'a date that does not exist',
      (c) => set(c, 3, { date: '2018-02-30' }),
      /Day 4 of the list has no date that exists/,
    ],
    ['a day without a name', (c) => set(c, 3, { name: ' ' }), /7 May 2018 has no name/],
    [
      'a day twice',
      (c) => c.days.splice(3, 0, { date: '2018-05-07', name: 'Again' }),
      /7 May 2018 stands in the list twice/,
    ],
    ['days out of order', (c) => c.days.reverse(), /Put the days in order/],
    [
      'a Saturday',
      (c) => c.days.splice(3, 0, { date: '2018-05-05', name: 'Day' }),
      /5 May 2018 is a Saturday. List the substitute/,
    ],
    ['a year cut off', (c) => c.days.splice(-4), /The year 2028 has 5 days/],
    [
      'a year left out',
      (c) => (c.days = c.days.filter(({ date }) => !String(date).startsWith('2024'))),
      /The year 2024 has 0 days/,
    ],
  ] as readonly (readonly [string, (calendar: ReturnType<typeof good>) => unknown, RegExp])[]) {
    test(what, () => {
      const calendar = good()
      spoil(calendar)
      assert.match(problems(calendar)[0] ?? 'no problem found', expected)
    })
  }

  function set(calendar: ReturnType<typeof good>, at: number, change: { date?: unknown; name?: unknown }): void {
    Object.assign(calendar.days[at] ?? {}, change)
  }
})

/** Weekdays only: the package lists a Saturday and its substitute. */
function fromPackage(region: string): string[] {
  const source = new Holidays('GB', region)
  const dates: string[] = []
  for (let year = 2018; year <= 2028; year++) {
    for (const { date, type } of source.getHolidays(year)) {
      const day = date.slice(0, 10)
      if ((type === 'public' || type === 'bank') && new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0) dates.push(day)
    }
  }
  return dates
}
