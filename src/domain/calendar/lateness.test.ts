import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calendar as calendarOf, clock, dueIn as due } from '../../../test/calendar.ts'
import { protectiveDeadline } from './deadline.ts'
import { lateness } from './lateness.ts'

const calendar = calendarOf()

describe('lateness', () => {
  const late = (d: ReturnType<typeof due>, at: string): string | undefined => lateness(d, clock(at), calendar)?.words
  test('working days', () => {
    const tuesday = due('2026-04-01T16:10', 2)
    assert.equal(tuesday.date, '2026-04-07')
    assert.equal(late(tuesday, '2026-04-07T16:59'), undefined)
    assert.equal(late(tuesday, '2026-04-07T17:00'), undefined)
    assert.equal(late(tuesday, '2026-04-07T20:00'), 'Late since 5pm today')
    assert.equal(late(tuesday, '2026-04-08T09:00'), 'Late by 1 working day')
    assert.equal(late(tuesday, '2026-04-09T18:00'), 'Late by 2 working days')
  })
  test('a Friday seen at the weekend', () => {
    const friday = due('2026-04-01T16:10', 5)
    assert.equal(late(friday, '2026-04-11T09:00'), 'Late since 5pm yesterday')
    assert.equal(late(friday, '2026-04-12T09:00'), 'Late since 5pm on Friday 10 April')
    assert.equal(late(friday, '2026-04-13T08:00'), 'Late by 1 working day')
  })
  test('hours, over a change of clocks too', () => {
    const hours = due('2026-03-28T12:00', 4, 'hours')
    assert.equal(late(hours, '2026-03-28T16:20'), 'Late by 20 minutes')
    assert.equal(late(hours, '2026-03-28T17:30'), 'Late by 1 hour')
    assert.equal(late(hours, '2026-03-29T03:00'), 'Late by 10 hours')
    assert.equal(late(hours, '2026-03-30T16:00'), 'Late by 47 hours')
    assert.equal(late(hours, '2026-03-30T17:00'), 'Late by 2 days')
  })
  test('days of the calendar, and a date that was given', () => {
    assert.equal(late(due('2026-03-27T10:00', 7, 'days'), '2026-04-05T09:00'), 'Late by 2 days')
    assert.equal(late(protectiveDeadline('2026-04-04', calendar), '2026-04-05T09:00'), 'Late by 1 day')
    assert.equal(late(protectiveDeadline('2026-04-04', calendar), '2026-04-04T18:00'), 'Late since 5pm today')
  })
})
