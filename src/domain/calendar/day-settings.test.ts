import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Temporal } from 'temporal-polyfill'
import { calendar, clock, england, length } from '../../../test/calendar.ts'
import type { Calendar, Closure } from './calendar.ts'
import { deadline, fromDate, protectiveDeadline } from './deadline.ts'

/** In London, with the offset, so that the hour of a change of clocks is told apart. */
const shown = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO('Europe/London').toString({ timeZoneName: 'never', smallestUnit: 'minute' })
const due = (from: string, text: string, on: Calendar = calendar()): string =>
  shown(deadline(clock(from), length(text), on).at)

describe('closed days of an organisation', () => {
  const closed = (from: string, to = from): readonly Closure[] => [{ from, to, why: 'Inset day' }]
  test('one Monday', () => {
    assert.equal(
      due('2026-03-13T10:00', '1 working day', calendar(england, {}, closed('2026-03-16'))),
      '2026-03-17T17:00+00:00',
    )
  })
  test('a fortnight round Easter', () => {
    const on = calendar(england, {}, closed('2026-03-30', '2026-04-10'))
    assert.equal(due('2026-03-27T10:00', '1 working day', on), '2026-04-13T17:00+01:00')
    assert.equal(due('2026-03-31T10:00', '1 working day', on), '2026-04-14T17:00+01:00')
  })
  test('on a weekend and a bank holiday they change nothing', () => {
    const on = calendar(england, {}, [...closed('2026-04-03', '2026-04-06')])
    assert.equal(due('2026-04-02T10:00', '1 working day', on), '2026-04-07T17:00+01:00')
  })
  test('hours run through them, days of the calendar may end on them', () => {
    const on = calendar(england, {}, closed('2026-03-10'))
    assert.equal(due('2026-03-09T10:00', '24 hours', on), '2026-03-10T10:00+00:00')
    assert.equal(due('2026-03-09T10:00', '1 day', on), '2026-03-10T17:00+00:00')
  })
})

describe('settings', () => {
  const equated = calendar(england, { twentyFourHours: { unit: 'working-days', n: 1 } })
  const roll = calendar(england, { closedDates: 'roll' })
  test('24 hours may equal 1 working day', () => {
    assert.equal(due('2026-04-01T10:00', '48 hours', equated), '2026-04-07T17:00+01:00')
    assert.equal(due('2026-03-13T18:00', '24 hours', equated), '2026-03-17T17:00+00:00')
  })
  test('then hours that are no whole number of days still run by the clock', () => {
    assert.equal(due('2026-04-01T10:00', '4 hours', equated), '2026-04-01T14:00+01:00')
    assert.equal(due('2026-04-01T10:00', '36 hours', equated), '2026-04-02T22:00+01:00')
  })
  test('closed dates roll to the next working day where the policy says so', () => {
    assert.equal(due('2026-03-27T10:00', '7 days', roll), '2026-04-07T17:00+01:00')
    assert.equal(due('2026-04-01T10:00', '3 days', roll), '2026-04-07T17:00+01:00')
    assert.equal(due('2026-12-31T10:00', '1 month', roll), '2027-02-01T17:00+00:00')
    assert.equal(due('2026-03-09T10:00', '1 week', roll), '2026-03-16T17:00+00:00')
  })
  test('another working day', () => {
    const early = calendar(england, { workingDay: { from: '08:00', to: '15:30' } })
    assert.equal(due('2026-03-09T15:30', '1 working day', early), '2026-03-10T15:30+00:00')
    assert.equal(due('2026-03-09T15:31', '1 working day', early), '2026-03-11T15:30+00:00')
  })
  test('another reading of immediately and without delay', () => {
    const on = calendar(england, { immediately: { unit: 'hours', n: 2 }, withoutDelay: { unit: 'working-days', n: 1 } })
    assert.equal(due('2026-03-09T10:00', 'immediately', on), '2026-03-09T12:00+00:00')
    assert.equal(due('2026-03-09T10:00', 'without delay', on), '2026-03-10T17:00+00:00')
  })
  test('settings that explain themselves by themselves end at an hour', () => {
    const on = calendar(england, { immediately: { unit: 'without-delay' }, withoutDelay: { unit: 'immediately' } })
    assert.equal(due('2026-03-09T10:00', 'immediately', on), '2026-03-09T11:00+00:00')
  })
})

describe('a date that protects a child', () => {
  test('ends at 5pm of its date and never rolls', () => {
    const easterSunday = protectiveDeadline('2026-04-05', calendar(england, { closedDates: 'roll' }))
    assert.equal(shown(easterSunday.at), '2026-04-05T17:00+01:00')
    assert.equal(easterSunday.date, '2026-04-05')
    assert.deepEqual(
      easterSunday.working.map(({ due }) => due),
      [true],
    )
  })
  test('refuses what is no date', () => {
    assert.throws(() => protectiveDeadline('2026-02-30', calendar()), /is not a date/)
  })
})

describe('a start of which only the date is known', () => {
  test('hours count from the end of that date, working days from that date', () => {
    const start = (text: string): string => shown(fromDate('2026-04-02', length(text), calendar()))
    assert.equal(start('48 hours'), '2026-04-03T00:00+01:00')
    assert.equal(start('2 working days'), '2026-04-02T17:00+01:00')
    assert.equal(
      shown(
        deadline(fromDate('2026-04-01', length('1 working day'), calendar()), length('1 working day'), calendar()).at,
      ),
      '2026-04-02T17:00+01:00',
    )
  })
})
