import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Length, lengthWords, parseLength } from './length.ts'

describe('reading a length', () => {
  for (const [text, expected] of [
    ['5 working days', { unit: 'working-days', n: 5 }],
    ['1 working day', { unit: 'working-days', n: 1 }],
    ['48 hours', { unit: 'hours', n: 48 }],
    ['1 hour', { unit: 'hours', n: 1 }],
    ['1 working week', { unit: 'working-weeks', n: 1 }],
    ['2 working weeks', { unit: 'working-weeks', n: 2 }],
    ['28 days', { unit: 'days', n: 28 }],
    ['1 day', { unit: 'days', n: 1 }],
    ['2 weeks', { unit: 'weeks', n: 2 }],
    ['3 months', { unit: 'months', n: 3 }],
    ['1 year', { unit: 'years', n: 1 }],
    ['same working day', { unit: 'same-working-day' }],
    ['immediately', { unit: 'immediately' }],
    ['without delay', { unit: 'without-delay' }],
    ['  10   working   days ', { unit: 'working-days', n: 10 }],
    ['5 Working Days', { unit: 'working-days', n: 5 }],
  ] as readonly (readonly [string, Length])[]) {
    test(text, () => assert.deepEqual(parseLength(text), expected))
  }

  for (const [text, offset, problem] of [
    ['', 0, /missing/],
    ['5 business days', 2, /"business days" is not a unit of time\. Write a number and hours, working days, days/],
    ['5', 1, /The unit is missing/],
    ['  5 minutes', 4, /"minutes" is not a unit/],
    ['5 working days of raised', 2, /"working days of raised" is not a unit/],
    ['0 days', 0, /at least 1/],
    ['-3 days', 0, /whole number/],
    ['1.5 days', 1, /is not a unit/],
    ['two working days', 0, /in figures/],
    ['soon', 0, /not a length of time/],
    ['constructor', 0, /not a length of time/],
    ['5days', 1, /Leave a space: "5 days"/],
    ['11 years', 0, /at most 10 years/],
    ['99999999999999999999 working days', 0, /at most 10 years: 2500 working days/],
  ] as readonly (readonly [string, number, RegExp])[]) {
    test(`refuses "${text}"`, () => {
      const read = parseLength(text)
      assert.ok('problem' in read)
      assert.match(read.problem, problem)
      assert.equal(read.offset, offset)
    })
  }
})

test('a length written out reads back the same', () => {
  for (const text of [
    '5 working days',
    '1 working day',
    '48 hours',
    '1 working week',
    '28 days',
    '1 month',
    'same working day',
    'immediately',
    'without delay',
  ]) {
    const read = parseLength(text)
    assert.ok(!('problem' in read))
    assert.equal(lengthWords(read), text)
  }
})
