import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { dayNumber, isDate, isoDate, weekday } from './day-number.ts'
import { clocksChange, dateAt, inLondon, londonInstant } from './london.ts'

const zoned = (ms: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/London')
const moments = fc.oneof(
  fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2080, 0, 1) }),
  // Within a day and a half of a change of clocks.
  fc
    .tuple(
      fc.constantFrom('2018-03-25', '2026-03-29', '2026-10-25', '2028-10-29'),
      fc.integer({ min: -129_600_000, max: 129_600_000 }),
    )
    .map(([date, off]) => Date.parse(`${date}T01:00Z`) + off),
)

test('clock time in London is what Temporal says, near the changes of the clocks too', () => {
  fc.assert(
    fc.property(moments, (ms) => {
      const expected = zoned(ms)
      const got = inLondon(Temporal.Instant.fromEpochMilliseconds(ms))
      assert.equal(got.date, expected.toPlainDate().toString())
      assert.equal(dateAt(ms), got.date)
      assert.ok(
        Math.abs(
          got.minutes - (expected.hour * 60 + expected.minute + expected.second / 60 + expected.millisecond / 60_000),
        ) < 1e-6,
      )
    }),
    { numRuns: 1000 },
  )
})

test('and back: the instant of a clock time', () => {
  fc.assert(
    fc.property(moments, (ms) => {
      const expected = zoned(ms).round('minute')
      const time = expected.toPlainTime().toString({ smallestUnit: 'minute' })
      const date = expected.toPlainDate().toString()
      const want = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: 'Europe/London', plainTime: time })
      assert.equal(londonInstant(date, time).epochMilliseconds, want.epochMilliseconds)
    }),
    { numRuns: 1000 },
  )
})

test('the days on which the clocks change', () => {
  assert.deepEqual(['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'].map(clocksChange), [
    undefined,
    'forward',
    undefined,
    'back',
    undefined,
  ])
})

test('day numbers and dates are each other backwards', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 90_000 }), (day) => {
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: day })
      assert.equal(isoDate(day), date.toString())
      assert.equal(dayNumber(date.toString()), day)
      assert.equal(weekday(day), date.dayOfWeek)
    }),
  )
})

test('what is no date', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '2026-04-1a',
    '2026-0:-01',
    '',
    'tomorrow!!',
    '2026-04-01T10:00',
  ]) {
    assert.throws(() => dayNumber(text), RangeError, text)
    assert.equal(isDate(text), false, text)
  }
  assert.equal(isDate('2024-02-29'), true)
  assert.equal(isDate(20240229), false)
})
