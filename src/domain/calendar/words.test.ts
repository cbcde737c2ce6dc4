import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { dateWords, listWords, nearWords, plainDate, shortDate, spanWords, timeWords, whenWords } from './words.ts'

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

test('dates', () => {
  assert.equal(dateWords('2026-04-09'), 'Thursday 9 April 2026')
  assert.equal(shortDate('2026-04-09'), 'Thu 9 April')
  assert.equal(plainDate('2026-03-02'), '2 March 2026')
  assert.equal(dateWords('2024-02-29'), 'Thursday 29 February 2024')
  assert.equal(dateWords('1969-12-31'), 'Wednesday 31 December 1969')
})

test('times', () => {
  const words = ['17:00', '09:30', '12:00', '00:00', '12:05', '00:15', '11:59', '23:59'].map((time) => timeWords(time))
  assert.deepEqual(words, ['5pm', '9:30am', 'midday', 'midnight', '12:05pm', '12:15am', '11:59am', '11:59pm'])
  assert.equal(timeWords(at('2026-04-09T16:00:00Z')), '5pm', 'in London, in summer')
  assert.equal(timeWords(at('2026-01-09T17:00:59Z')), '5pm', 'seconds are left out')
})

test('date and time together', () => {
  assert.equal(whenWords(at('2026-04-09T16:00:00Z')), '5pm, Thursday 9 April 2026')
  assert.equal(whenWords(at('2026-04-08T23:30:00Z')), '12:30am, Thursday 9 April 2026')
})

test('near words count days of the calendar in London', () => {
  const now = at('2026-04-07T22:59:00Z')
  assert.deepEqual(
    ['2026-04-07', '2026-04-08', '2026-04-09', '2026-04-06'].map((date) => nearWords(date, now)),
    ['Today', 'Tomorrow', 'In 2 days', 'Monday 6 April'],
  )
  assert.equal(nearWords('2026-04-08', at('2026-04-07T23:00:00Z')), 'Today', 'past midnight in summer')
})

test('spans and lists', () => {
  assert.equal(spanWords('2026-04-13', '2026-04-17'), 'Monday 13 to Friday 17 April')
  assert.equal(spanWords('2026-04-27', '2026-05-01'), 'Monday 27 April to Friday 1 May')
  assert.equal(spanWords('2026-12-28', '2027-01-01'), 'Monday 28 December 2026 to Friday 1 January 2027')
  assert.equal(listWords(['Good Friday']), 'Good Friday')
  assert.equal(listWords(['a', 'b', 'c']), 'a, b and c')
})
