import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calendar, clock, england, length, lists, scotland } from '../../../test/calendar.ts'
import type { Calendar } from './calendar.ts'
import { deadline } from './deadline.ts'
import { OutsideCalendar } from './working-days.ts'

describe('where the bank holidays end', () => {
  test('a deadline beyond them says so, in its rows too', () => {
    const late = deadline(clock('2028-12-20T10:00'), length('10 working days'), calendar())
    assert.match(late.problem ?? '', /known from 2018 to 2028 only.*check/)
    assert.match(late.working.find(({ date }) => date === '2029-01-01')?.why ?? '', /if it is no bank holiday/)
  })
  test('so does one that starts before them', () => {
    assert.match(
      deadline(clock('2017-12-29T10:00'), length('5 working days'), calendar()).problem ?? '',
      /2018 to 2028/,
    )
  })
  test('inside there is no problem, and hours never have one', () => {
    assert.equal(deadline(clock('2028-12-20T10:00'), length('5 working days'), calendar()).problem, undefined)
    assert.equal(deadline(clock('2035-12-20T10:00'), length('5 hours'), calendar()).problem, undefined)
  })
  test('a century away it is an error', () => {
    assert.throws(() => deadline(clock('2126-04-01T10:00'), length('1 working day'), calendar()), OutsideCalendar)
  })
})

describe('the words of a deadline', () => {
  const easter = deadline(clock('2026-04-02T10:00'), length('1 working day'), calendar())
  test('the rule names what does not count', () => {
    assert.equal(easter.rule, '1 working day from Thursday 2 April 2026; Good Friday and Easter Monday do not count.')
    const week = deadline(clock('2026-12-21T10:00'), length('1 working week'), calendar())
    assert.equal(
      week.rule,
      '1 working week (5 working days) from Monday 21 December 2026; Christmas Day and Boxing Day do not count.',
    )
  })
  test('where it starts, and why', () => {
    assert.equal(easter.started.why, 'Starts at 10am')
    const saturday = deadline(clock('2026-03-14T09:30'), length('1 working day'), calendar())
    assert.equal(saturday.started.date, '2026-03-16')
    assert.equal(
      saturday.started.why,
      'Starts at 9:30am on a closed day (Weekend): counts as starting on Monday 16 March',
    )
    const evening = deadline(clock('2026-03-12T18:00'), length('1 working day'), calendar())
    assert.equal(
      evening.started.why,
      'Starts at 6pm, after the working day ends: counts as starting on Friday 13 March',
    )
  })
  test('what is ours is named, what the policy sets is not', () => {
    assert.deepEqual(easter.defaults, ['The working day ends at 5pm.', 'The day it starts is day 0.'])
    const set = calendar(england, { setByPolicy: ['working-day'] })
    assert.deepEqual(deadline(clock('2026-04-02T10:00'), length('1 working day'), set).defaults, [
      'The day it starts is day 0.',
    ])
    const soon = deadline(clock('2026-04-02T10:00'), length('immediately'), calendar())
    assert.equal(soon.defaults[0], '"Immediately" is read as within 1 hour.')
  })
  test('whose days', () => {
    assert.equal(
      easter.basis,
      "Bank holidays of England and Wales, worked out from the published rules, version 2026-11-22. No organisation's closed days are counted.",
    )
    const inset: Calendar = {
      ...calendar(scotland, {}, [{ from: '2026-04-07', to: '2026-04-07', why: 'Inset day' }]),
      closedDaysOf: 'Bramble Lane Nursery',
    }
    const basis = (from: string): string => deadline(clock(from), length('2 working days'), inset).basis
    assert.match(basis('2026-04-02T10:00'), /of Scotland.*Closed days of Bramble Lane Nursery: Inset day\.$/)
    assert.match(basis('2026-05-12T10:00'), /Bramble Lane Nursery has no closed days in this time\.$/)
    const fetched: Calendar = { ...calendar(), holidays: { ...lists[england], fetched: '2026-03-02' } }
    assert.match(deadline(clock('2026-04-02T10:00'), length('1 day'), fetched).basis, /fetched on 2 March 2026/)
  })
})
