/**
 * The calendar against a slow reference that walks day by day with Temporal and a Set, and shares no code with it:
 * every day of 2018 to 2028 in three nations, then random starts, lengths, settings and closed days.
 * A wrong calendar is planted (plain days added for the holidays found, a mistake seen in the wild): the property must catch it.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { shippedBankHolidays } from '../../../calendars/shipped.ts'
import { type Calendar, type Closure, type Nation, ourDaySettings } from './calendar.ts'
import { deadline } from './deadline.ts'
import type { Length } from './length.ts'
import { workingDays } from './working-days.ts'

const nations: readonly Nation[] = ['england-and-wales', 'scotland', 'northern-ireland']
const lists = new Map(nations.map((nation) => [nation, shippedBankHolidays(nation)]))
const sets = new Map(nations.map((nation) => [nation, new Set(datesIn(nation))]))

interface Sample {
  readonly nation: Nation
  readonly from: Temporal.Instant
  readonly length: Length
  readonly roll: boolean
  readonly equate: boolean
  readonly closures: readonly Closure[]
}

/** The day-by-day answer, as milliseconds. */
function slow({ nation, from, length, roll, equate, closures }: Sample): number {
  const works = (day: Temporal.PlainDate): boolean =>
    day.dayOfWeek <= 5 &&
    !sets.get(nation)?.has(day.toString()) &&
    !closures.some((c) => Temporal.PlainDate.compare(day, c.from) >= 0 && Temporal.PlainDate.compare(day, c.to) <= 0)
  const next = (day: Temporal.PlainDate): Temporal.PlainDate => day.add({ days: 1 })
  const fivePm = (day: Temporal.PlainDate): number =>
    day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '17:00' }).epochMilliseconds

  const local = from.toZonedDateTimeISO('Europe/London')
  if (length.unit === 'immediately') return local.add({ hours: 1 }).epochMilliseconds
  if (length.unit === 'hours' && !(equate && length.n % 24 === 0))
    return local.add({ hours: length.n }).epochMilliseconds

  let day = local.toPlainDate()
  if (works(day) && Temporal.PlainTime.compare(local.toPlainTime(), '17:00') > 0) day = next(day)
  while (!works(day)) day = next(day)
  if (!('n' in length)) return fivePm(day)

  if (length.unit === 'days' || length.unit === 'weeks' || length.unit === 'months' || length.unit === 'years') {
    day = day.add({ [length.unit]: length.n })
    if (roll) while (!works(day)) day = next(day)
    return fivePm(day)
  }
  let left = length.unit === 'hours' ? length.n / 24 : length.unit === 'working-weeks' ? length.n * 5 : length.n
  while (left > 0) {
    day = next(day)
    if (works(day)) left--
  }
  return fivePm(day)
}

function ours({ nation, from, length, roll, equate, closures }: Sample): number {
  return deadline(from, length, calendarOf(nation, closures, roll, equate)).at.epochMilliseconds
}

/** The planted defect: weekdays counted, then a plain day added for every holiday met. */
function wrong(sample: Sample): number {
  const { nation, from, length } = sample
  if (length.unit !== 'working-days') return slow(sample)
  const local = from.toZonedDateTimeISO('Europe/London')
  let day = local.toPlainDate()
  let holidays = 0
  for (let left = length.n; left > 0; ) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek > 5) continue
    left--
    if (sets.get(nation)?.has(day.toString())) holidays++
  }
  return day.add({ days: holidays }).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '17:00' })
    .epochMilliseconds
}

const first = Date.UTC(2018, 0, 1)
const last = Date.UTC(2028, 8, 1)
const instants = fc
  .integer({ min: first / 60_000, max: last / 60_000 })
  .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000))
const of = (
  unit: 'hours' | 'working-days' | 'days' | 'weeks' | 'working-weeks' | 'months',
  max: number,
): fc.Arbitrary<Length> => fc.integer({ min: 1, max }).map((n) => ({ unit, n }))
const lengths: fc.Arbitrary<Length> = fc.oneof(
  { weight: 4, arbitrary: of('working-days', 30) },
  of('working-weeks', 4),
  of('hours', 120),
  fc.constantFrom<Length>(
    { unit: 'hours', n: 24 },
    { unit: 'hours', n: 48 },
    { unit: 'immediately' },
    { unit: 'same-working-day' },
    { unit: 'without-delay' },
  ),
  of('days', 60),
  of('weeks', 8),
  of('months', 2),
)
const closures: fc.Arbitrary<readonly Closure[]> = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 3900 }), fc.integer({ min: 0, max: 12 })).map(([at, days]) => {
    const from = Temporal.PlainDate.from('2018-01-01').add({ days: at })
    return { from: from.toString(), to: from.add({ days }).toString(), why: 'Closed' }
  }),
  { maxLength: 40, size: 'max' },
)
const samples: fc.Arbitrary<Sample> = fc.record({
  nation: fc.constantFrom(...nations),
  from: instants,
  length: lengths,
  roll: fc.boolean(),
  equate: fc.boolean(),
  closures,
})

describe('the calendar against a slow reference', () => {
  for (const nation of nations) {
    test(`every day of 2018 to 2028 in ${nation}`, () => {
      const table = workingDays(calendarOf(nation))
      const days = everyDay()
      const working = days.filter((day) => day.getUTCDay() % 6 !== 0 && !sets.get(nation)?.has(iso(day))).map(iso)
      const isWorking = new Set(working)
      let before = 0
      for (const day of days) {
        const date = iso(day)
        assert.equal(table.isWorkingDay(date), isWorking.has(date), date)
        if (isWorking.has(date)) before++
        // `before` working days lie up to and with this one, so the nth after it has that many more before it.
        for (const n of [1, 2, 5, 20]) {
          const expected = working[before + n - 1]
          if (expected !== undefined) assert.equal(table.add(date, n), expected, `${date} + ${n}`)
        }
        assert.equal(table.count('2018-01-01', date), before, `up to ${date}`)
      }
      assert.equal(days.length, 4018)
    })
  }

  test('random starts, lengths, settings and closed days', () => {
    fc.assert(
      fc.property(samples, (sample) => assert.equal(iso(ours(sample)), iso(slow(sample)))),
      { numRuns: 1500 },
    )
  })

  test('an invariant of its own: no counted working day falls on a closed day, and more days are never sooner', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 40 }), ({ nation, from, closures }, n) => {
        const calendar = calendarOf(nation, closures)
        const one = deadline(from, { unit: 'working-days', n }, calendar)
        const more = deadline(from, { unit: 'working-days', n: n + 1 }, calendar)
        assert.ok(workingDays(calendar).isWorkingDay(one.date))
        assert.ok(more.at.epochMilliseconds > one.at.epochMilliseconds)
        // The working and the date come from the same sum: its counted rows are exactly the days of the limit.
        assert.deepEqual(
          one.working.filter(({ counts }) => counts).map(({ number }) => number),
          Array.from({ length: n }, (_, i) => i + 1),
        )
        assert.equal(one.working[one.working.length - 1]?.date, one.date)
      }),
      { numRuns: 200 },
    )
  })

  test('a planted wrong calendar is caught', () => {
    const found = fc.check(
      fc.property(samples, (sample) => wrong(sample) === slow(sample)),
      { numRuns: 1500 },
    )
    assert.equal(found.failed, true)
    const thursday = Temporal.Instant.from('2026-04-02T10:00+01:00')
    const sample: Sample = {
      nation: 'england-and-wales',
      from: thursday,
      length: { unit: 'working-days', n: 1 },
      roll: false,
      equate: false,
      closures: [],
    }
    assert.equal(iso(wrong(sample)).slice(0, 10), '2026-04-04', 'the wrong calendar says Saturday')
    assert.equal(iso(slow(sample)).slice(0, 10), '2026-04-07')
  })
})

function calendarOf(nation: Nation, closures: readonly Closure[] = [], roll = false, equate = false): Calendar {
  const holidays = lists.get(nation)
  assert.ok(holidays)
  const settings = { ...ourDaySettings, closedDates: roll ? ('roll' as const) : ('stay' as const) }
  return {
    holidays,
    closures,
    settings: equate ? { ...settings, twentyFourHours: { unit: 'working-days', n: 1 } } : settings,
  }
}

/** Straight from the file, past our own reader. */
function datesIn(nation: Nation): readonly string[] {
  const text = readFileSync(new URL(`../../../calendars/${nation}.json`, import.meta.url), 'utf8')
  return [...text.matchAll(/"date": "([\d-]{10})"/g)].map((match) => match[1] ?? '')
}

function everyDay(): Date[] {
  return Array.from({ length: (Date.UTC(2029, 0, 1) - first) / 86_400_000 }, (_, i) => new Date(first + i * 86_400_000))
}

function iso(at: Date | number): string {
  const text = new Date(at).toISOString()
  return typeof at === 'number' ? text : text.slice(0, 10)
}
