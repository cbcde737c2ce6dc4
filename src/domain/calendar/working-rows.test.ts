import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calendar as calendarOf, clock, dueIn as due } from '../../../test/calendar.ts'
import { ourDaySettings } from './calendar.ts'
import { deadline } from './deadline.ts'
import { foldRows } from './fold-rows.ts'
import type { Length } from './length.ts'
import { workingRows } from './working-rows.ts'

const calendar = calendarOf()

const lines = (rows: ReturnType<typeof foldRows>): string[] => rows.map((row) => `${row.when.join(', ')}: ${row.why}`)

describe('the working', () => {
  const easter = due('2026-04-01T16:10', 5)
  test('day by day over Easter, as drawn', () => {
    assert.deepEqual(lines(foldRows(easter.working)), [
      'Wed 1 April: Starts at 4:10pm. The day it starts is day 0',
      'Thu 2 April: Working day 1',
      'Fri 3 April: Good Friday, a bank holiday: does not count',
      'Sat 4 April, Sun 5 April: Weekend: does not count',
      'Mon 6 April: Easter Monday, a bank holiday: does not count',
      'Tue 7 April: Working day 2',
      'Wed 8 April: Working day 3',
      'Thu 9 April: Working day 4',
      'Fri 10 April: Working day 5. Due by 5pm',
    ])
    assert.equal(easter.working.length, 10)
    assert.deepEqual(
      easter.working.filter((row) => row.due).map(({ date, number }) => [date, number]),
      [['2026-04-10', 5]],
    )
  })
  test('a start that counts later shows where it counts from', () => {
    assert.deepEqual(lines(foldRows(due('2026-04-03T11:00', 1).working)), [
      'Fri 3 April: Starts at 11am on a closed day (Good Friday, a bank holiday): counts as starting on Tuesday 7 April',
      'Sat 4 April, Sun 5 April: Weekend: does not count',
      'Mon 6 April: Easter Monday, a bank holiday: does not count',
      'Tue 7 April: Counts as starting on this day, which is day 0',
      'Wed 8 April: Working day 1. Due by 5pm',
    ])
  })
  test('hours name the change of the clocks', () => {
    assert.deepEqual(lines(foldRows(due('2026-03-28T12:00', 48, 'hours').working)), [
      'Sat 28 March: Starts at midday. The hours run on',
      'Sun 29 March: Weekend: the hours run on. The clocks go forward: this day has 23 hours',
      'Mon 30 March: 48 hours: due by 1pm',
    ])
    const after = deadline(clock('2026-03-29T12:00'), { unit: 'hours', n: 1 }, calendar)
    assert.deepEqual(
      lines(foldRows(after.working)),
      ['Sun 29 March: Starts at midday. 1 hour: due by 1pm'],
      'a change that was before the start is not named',
    )
  })
  test('days that stay, days that roll', () => {
    const three: Length = { unit: 'days', n: 3 }
    assert.equal(
      lines(foldRows(deadline(clock('2026-04-01T10:00'), three, calendar).working)).at(-1),
      'Sat 4 April: Day 3. Due by 5pm. Weekend: the date stays',
    )
    const roll = { ...calendar, settings: { ...ourDaySettings, closedDates: 'roll' as const } }
    assert.deepEqual(lines(foldRows(deadline(clock('2026-04-01T10:00'), three, roll).working)).slice(-4), [
      'Sat 4 April: Day 3. Weekend: the date moves to the next working day',
      'Sun 5 April: Weekend: does not count',
      'Mon 6 April: Easter Monday, a bank holiday: does not count',
      'Tue 7 April: The next working day. Due by 5pm',
    ])
  })
  test('months have a row each', () => {
    assert.deepEqual(lines(foldRows(due('2025-01-31T10:00', 2, 'months').working)), [
      'Fri 31 January: Starts at 10am. The day it starts is day 0',
      'Fri 28 February: 1 month, the last day of that month',
      'Mon 31 March: 2 months. Due by 5pm',
    ])
  })
  test('today is marked, and lateness follows the day it was due', () => {
    const tuesday = due('2026-04-01T16:10', 2)
    assert.equal(workingRows(tuesday, clock('2026-04-02T12:00'))[1]?.why, 'Working day 1 (today)')
    assert.deepEqual(lines(foldRows(workingRows(tuesday, clock('2026-04-08T09:00')))).slice(-2), [
      'Tue 7 April: Working day 2. Due by 5pm',
      'Wed 8 April: Today. Late by 1 working day',
    ])
    const friday = due('2026-04-01T16:10', 5)
    assert.deepEqual(lines(foldRows(workingRows(friday, clock('2026-04-14T09:00')))).slice(-3), [
      'Sat 11 April, Sun 12 April: Weekend: does not count',
      'Mon 13 April: Late by 1 working day',
      'Tue 14 April: Today. Late by 2 working days',
    ])
    assert.equal(workingRows(friday, clock('2026-04-10T17:00')).length, friday.working.length)
  })
})
