import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { shippedBankHolidays } from '../../../calendars/shipped.ts'
import { type BankHolidays, type Calendar, ourDaySettings } from './calendar.ts'
import { OutsideCalendar, workingDays } from './working-days.ts'

const england = shippedBankHolidays('england-and-wales')
const inset = [{ from: '2026-04-08', to: '2026-04-08', why: 'Inset day' }]
const calendar = (change: Partial<Calendar> = {}): Calendar => ({
  holidays: england,
  closures: [],
  settings: ourDaySettings,
  ...change,
})

describe('the table of working days', () => {
  const table = workingDays(calendar({ closures: inset }))

  test('says why a day does not work', () => {
    assert.deepEqual(table.why('2026-04-03'), { kind: 'bank-holiday', name: 'Good Friday' })
    assert.deepEqual(table.why('2026-04-04'), { kind: 'weekend' })
    assert.deepEqual(table.why('2026-04-07'), { kind: 'working' })
    assert.deepEqual(table.why('2026-04-08'), { kind: 'closed', why: 'Inset day' })
    assert.deepEqual(table.why('2029-04-03'), { kind: 'unknown' })
    assert.deepEqual(table.why('2126-04-03'), { kind: 'unknown' })
  })

  test('adds forwards, backwards and not at all', () => {
    assert.equal(table.add('2026-04-02', 1), '2026-04-07')
    assert.equal(table.add('2026-04-02', 2), '2026-04-09')
    assert.equal(table.add('2026-04-04', 1), '2026-04-07')
    assert.equal(table.add('2026-04-02', 0), '2026-04-02')
    assert.equal(table.add('2026-04-04', 0), '2026-04-07')
    assert.equal(table.add('2026-04-07', -1), '2026-04-02')
    assert.equal(table.add('2026-04-05', -1), '2026-04-02')
    assert.equal(table.add('2026-04-09', -2), '2026-04-02')
  })

  test('counts working days after one date, up to and with another', () => {
    assert.equal(table.count('2026-04-02', '2026-04-07'), 1)
    assert.equal(table.count('2026-04-02', '2026-04-02'), 0)
    assert.equal(table.count('2026-04-03', '2026-04-06'), 0)
    assert.equal(table.count('2026-04-09', '2026-04-02'), -2)
  })

  test('never says working where nobody knows the bank holidays', () => {
    assert.equal(table.covers('2028-12-31'), true)
    assert.equal(table.covers('2029-01-01'), false)
    assert.throws(() => table.isWorkingDay('2029-01-02'), OutsideCalendar)
    assert.throws(() => table.isWorkingDay('2017-12-29'), OutsideCalendar)
    assert.throws(() => table.add('2028-12-29', 1), /known from 2018 to 2028 only/)
    assert.throws(() => table.add('2018-01-02', -1), OutsideCalendar)
    assert.throws(() => table.count('2028-12-01', '2029-01-05'), OutsideCalendar)
  })

  test('an empty list knows no day', () => {
    const nothing: BankHolidays = { ...england, days: [] }
    const empty = workingDays(calendar({ holidays: nothing }))
    assert.equal(empty.covers('2026-04-07'), false)
    assert.throws(() => empty.isWorkingDay('2026-04-07'), /No bank holidays of England and Wales are known/)
  })

  test('is built once for a list and its closed days, whatever the settings', () => {
    assert.equal(workingDays(calendar({ closures: inset })), table)
    assert.equal(
      workingDays(calendar({ closures: inset, settings: { ...ourDaySettings, closedDates: 'roll' } })),
      table,
    )
    assert.equal(workingDays(calendar({ closures: [] })), workingDays(calendar({ closures: [] })))
    assert.notEqual(workingDays(calendar({ closures: [...inset] })), table)
    assert.notEqual(workingDays(calendar({ holidays: { ...england } })), workingDays(calendar()))
  })
})
