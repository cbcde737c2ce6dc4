import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Temporal } from 'temporal-polyfill'
import { calendar, clock, england, length, ni, scotland } from '../../../test/calendar.ts'
import type { Calendar, Nation } from './calendar.ts'
import { deadline } from './deadline.ts'

/** In London, with the offset, so that the hour of a change of clocks is told apart. */
const shown = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO('Europe/London').toString({ timeZoneName: 'never', smallestUnit: 'minute' })
const due = (from: string, text: string, on: Calendar = calendar()): string =>
  shown(deadline(clock(from), length(text), on).at)

/** Length, start by the clock in London, deadline, and why. Worked out by hand with a wall calendar. */
type Case = readonly [text: string, from: string, expected: string, why: string]

const cases: Readonly<Record<Nation, readonly Case[]>> = {
  [england]: [
    ['1 working day', '2026-03-09T10:00', '2026-03-10T17:00+00:00', 'a plain Monday'],
    ['10 working days', '2026-03-09T10:00', '2026-03-23T17:00+00:00', 'two plain weeks'],
    ['1 working day', '2026-03-13T10:00', '2026-03-16T17:00+00:00', 'over a weekend'],
    ['1 working day', '2026-03-13T17:30', '2026-03-17T17:00+00:00', 'after 5pm on a Friday starts on Monday'],
    ['5 working days', '2026-03-14T09:00', '2026-03-23T17:00+00:00', 'Saturday starts on Monday'],
    ['5 working days', '2026-03-15T23:59', '2026-03-23T17:00+00:00', 'late on Sunday starts on Monday'],
    ['1 working day', '2026-03-09T00:00', '2026-03-10T17:00+00:00', 'midnight belongs to the day that begins'],
    ['1 working day', '2026-03-09T07:30', '2026-03-10T17:00+00:00', 'before 9am is that day'],
    ['1 working day', '2026-03-09T23:59', '2026-03-11T17:00+00:00', 'late in the evening is the next day'],
    ['1 working day', '2026-04-02T10:00', '2026-04-07T17:00+01:00', 'Easter 2026'],
    ['1 working day', '2026-04-02T16:59:59', '2026-04-07T17:00+01:00', 'a second before 5pm'],
    ['1 working day', '2026-04-02T17:00', '2026-04-07T17:00+01:00', '5pm itself is not after 5pm'],
    ['1 working day', '2026-04-02T17:00:01', '2026-04-08T17:00+01:00', 'a second after 5pm'],
    ['5 working days', '2026-04-01T16:10', '2026-04-10T17:00+01:00', 'over Easter'],
    ['1 working day', '2026-04-03T10:00', '2026-04-08T17:00+01:00', 'starts on Good Friday'],
    ['1 working day', '2026-04-04T11:00', '2026-04-08T17:00+01:00', 'starts on Easter Saturday'],
    ['2 working days', '2026-04-06T09:00', '2026-04-09T17:00+01:00', 'starts on Easter Monday'],
    ['1 working day', '2026-05-01T10:00', '2026-05-05T17:00+01:00', 'early May'],
    ['1 working day', '2026-05-22T10:00', '2026-05-26T17:00+01:00', 'spring'],
    ['2 working days', '2026-08-28T10:00', '2026-09-02T17:00+01:00', 'summer'],
    ['1 working week', '2026-12-21T10:00', '2026-12-30T17:00+00:00', 'Christmas 2026, Boxing Day on Monday'],
    ['1 working day', '2026-12-24T10:00', '2026-12-29T17:00+00:00', 'Christmas Eve 2026'],
    ['1 working day', '2026-12-24T17:30', '2026-12-30T17:00+00:00', 'Christmas Eve 2026, in the evening'],
    ['1 working day', '2025-12-24T10:00', '2025-12-29T17:00+00:00', 'Christmas 2025, no substitute'],
    ['1 working day', '2027-12-24T10:00', '2027-12-29T17:00+00:00', 'Christmas 2027, two substitutes'],
    ['1 working day', '2022-12-23T10:00', '2022-12-28T17:00+00:00', 'Christmas 2022 on a Sunday'],
    ['1 working day', '2020-12-24T10:00', '2020-12-29T17:00+00:00', 'Christmas 2020, Boxing Day on Saturday'],
    ['1 working day', '2025-12-31T12:00', '2026-01-02T17:00+00:00', 'over New Year'],
    ['1 working day', '2026-12-31T10:00', '2027-01-04T17:00+00:00', 'New Year on a Friday'],
    ['1 working day', '2027-12-31T10:00', '2028-01-04T17:00+00:00', 'New Year on a Saturday'],
    ['1 working day', '2022-06-01T10:00', '2022-06-06T17:00+01:00', 'the Platinum Jubilee'],
    ['1 working day', '2022-05-27T10:00', '2022-05-30T17:00+01:00', 'the spring holiday of 2022 had moved away'],
    ['1 working day', '2022-09-16T10:00', '2022-09-20T17:00+01:00', 'the State Funeral'],
    ['1 working day', '2023-05-05T10:00', '2023-05-09T17:00+01:00', 'the Coronation'],
    ['2 working days', '2023-04-28T10:00', '2023-05-03T17:00+01:00', 'early May 2023 as ever'],
    ['1 working day', '2020-05-07T10:00', '2020-05-11T17:00+01:00', 'VE Day'],
    ['1 working day', '2020-05-01T10:00', '2020-05-04T17:00+01:00', 'the early May Monday of 2020 was a working day'],
    ['1 working day', '2026-06-12T10:00', '2026-06-15T17:00+01:00', 'the World Cup day is Scottish'],
    ['1 working day', '2024-02-28T10:00', '2024-02-29T17:00+00:00', 'onto the leap day'],
    ['1 working day', '2024-02-29T10:00', '2024-03-01T17:00+00:00', 'off the leap day'],
    ['1 working day', '2026-03-27T10:00', '2026-03-30T17:00+01:00', '5pm is 5pm when the clocks went forward'],
    ['1 working day', '2026-10-23T10:00', '2026-10-26T17:00+00:00', '5pm is 5pm when the clocks went back'],
    ['same working day', '2026-04-02T10:00', '2026-04-02T17:00+01:00', 'today'],
    ['same working day', '2026-04-02T17:00', '2026-04-02T17:00+01:00', 'at 5pm: this very moment'],
    ['same working day', '2026-04-02T17:30', '2026-04-07T17:00+01:00', 'in the evening: the next working day'],
    ['same working day', '2026-04-04T12:00', '2026-04-07T17:00+01:00', 'on Saturday: the next working day'],
    ['without delay', '2026-04-02T10:00', '2026-04-02T17:00+01:00', 'read as the same working day'],
    ['4 hours', '2026-03-13T16:00', '2026-03-13T20:00+00:00', 'into the evening'],
    ['48 hours', '2026-04-02T16:10', '2026-04-04T16:10+01:00', 'through Good Friday to a Saturday'],
    ['72 hours', '2026-03-13T18:00', '2026-03-16T18:00+00:00', 'over a weekend, from after 5pm'],
    ['24 hours', '2026-03-28T12:00', '2026-03-29T13:00+01:00', 'the clocks go forward'],
    ['1 hour', '2026-03-29T00:30', '2026-03-29T02:30+01:00', 'the hour that is skipped'],
    ['24 hours', '2026-10-24T12:00', '2026-10-25T11:00+00:00', 'the clocks go back'],
    ['1 hour', '2026-10-25T00:30', '2026-10-25T01:30+01:00', 'the first 1:30am'],
    ['2 hours', '2026-10-25T00:30', '2026-10-25T01:30+00:00', 'the second 1:30am'],
    ['72 hours', '2026-10-23T17:30', '2026-10-26T16:30+00:00', 'over a weekend with a change'],
    ['immediately', '2026-03-15T03:15', '2026-03-15T04:15+00:00', 'within the hour, on a Sunday night'],
    ['28 days', '2026-03-02T10:00', '2026-03-30T17:00+01:00', 'days of the calendar'],
    ['7 days', '2026-03-27T10:00', '2026-04-03T17:00+01:00', 'Good Friday, and it stays'],
    ['3 days', '2026-04-01T10:00', '2026-04-04T17:00+01:00', 'Saturday, and it stays'],
    ['2 weeks', '2026-03-09T10:00', '2026-03-23T17:00+00:00', 'weeks'],
    ['1 day', '2024-02-28T10:00', '2024-02-29T17:00+00:00', 'leap day'],
    ['28 days', '2026-03-14T10:00', '2026-04-13T17:00+01:00', 'Saturday counts as Monday'],
    ['1 week', '2026-03-13T18:00', '2026-03-23T17:00+00:00', 'after 5pm on Friday counts as Monday'],
    ['1 month', '2025-01-31T10:00', '2025-02-28T17:00+00:00', 'a short month'],
    ['1 month', '2024-01-31T10:00', '2024-02-29T17:00+00:00', 'a short month of a leap year'],
    [
      '2 months',
      '2024-01-31T10:00',
      '2024-03-31T17:00+01:00',
      'the second month is not short: Easter Sunday, and it stays',
    ],
    ['1 month', '2026-12-31T10:00', '2027-01-31T17:00+00:00', 'over the year end, to a Sunday'],
    ['6 months', '2026-08-28T10:00', '2027-02-28T17:00+00:00', 'half a year'],
    ['1 year', '2024-02-29T10:00', '2025-02-28T17:00+00:00', 'a year from the leap day'],
    ['2 working weeks', '2026-03-30T10:00', '2026-04-15T17:00+01:00', 'ten working days over Easter'],
  ],
  [scotland]: [
    ['5 working days', '2026-04-01T16:10', '2026-04-09T17:00+01:00', 'Easter Monday is a working day'],
    ['1 working day', '2026-04-02T10:00', '2026-04-06T17:00+01:00', 'Good Friday is not'],
    ['1 working day', '2025-12-31T12:00', '2026-01-05T17:00+00:00', '1 and 2 January'],
    ['1 working day', '2026-12-31T10:00', '2027-01-05T17:00+00:00', '2 January on a Saturday'],
    ['1 working day', '2027-12-31T10:00', '2028-01-05T17:00+00:00', 'both on a weekend'],
    ['1 working day', '2022-12-30T10:00', '2023-01-04T17:00+00:00', '1 January on a Sunday'],
    ['1 working week', '2026-12-21T10:00', '2026-12-30T17:00+00:00', 'Christmas 2026'],
    ['1 working day', '2026-12-24T10:00', '2026-12-29T17:00+00:00', 'Christmas Eve 2026'],
    ['1 working day', '2026-06-12T10:00', '2026-06-16T17:00+01:00', 'the World Cup day'],
    ['1 working day', '2026-07-31T10:00', '2026-08-04T17:00+01:00', 'summer is the first Monday of August'],
    ['1 working day', '2026-08-28T10:00', '2026-08-31T17:00+01:00', 'and not the last'],
    ['1 working day', '2026-11-27T10:00', '2026-12-01T17:00+00:00', "St Andrew's Day"],
    ['1 working day', '2024-11-29T10:00', '2024-12-03T17:00+00:00', "St Andrew's Day on a Saturday"],
    ['1 working day', '2022-06-01T10:00', '2022-06-06T17:00+01:00', 'the Platinum Jubilee'],
  ],
  [ni]: [
    ['1 working day', '2026-04-02T10:00', '2026-04-07T17:00+01:00', 'Easter 2026'],
    ['1 working day', '2026-03-16T10:00', '2026-03-18T17:00+00:00', "St Patrick's Day"],
    ['1 working day', '2024-03-15T10:00', '2024-03-19T17:00+00:00', "St Patrick's Day on a Sunday"],
    ['1 working day', '2018-03-16T10:00', '2018-03-20T17:00+00:00', "St Patrick's Day on a Saturday"],
    ['1 working day', '2027-07-09T10:00', '2027-07-13T17:00+01:00', '12 July'],
    ['1 working day', '2026-07-10T10:00', '2026-07-14T17:00+01:00', '12 July on a Sunday'],
    ['1 working day', '2025-07-11T10:00', '2025-07-15T17:00+01:00', '12 July on a Saturday'],
    ['1 working day', '2025-12-31T12:00', '2026-01-02T17:00+00:00', '2 January is a working day'],
  ],
}

for (const nation of [england, scotland, ni] as const) {
  describe(nation, () => {
    for (const [text, from, expected, why] of cases[nation]) {
      test(`${text} from ${from}: ${why}`, () => assert.equal(due(from, text, calendar(nation)), expected))
    }
  })
}
