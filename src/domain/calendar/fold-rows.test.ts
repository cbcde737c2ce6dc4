import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clock, dueIn as due } from '../../../test/calendar.ts'
import { foldRows } from './fold-rows.ts'
import { textOf } from './text-of.ts'
import { workingRows } from './working-rows.ts'

const lines = (rows: ReturnType<typeof foldRows>): string[] => rows.map((row) => `${row.when.join(', ')}: ${row.why}`)

describe('folding', () => {
  test('15 rows are not folded', () => {
    // Monday 2 March and the twelve working days after it, with two weekends of one row each.
    const rows = foldRows(due('2026-03-02T10:00', 12).working)
    assert.equal(rows.length, 15)
    assert.ok(rows.every((row) => !row.why.includes(' to ')))
  })
  test('more than 15 fold whole weeks, with the weekend that follows', () => {
    assert.deepEqual(lines(foldRows(due('2026-04-01T16:10', 20).working)), [
      'Wed 1 April: Starts at 4:10pm. The day it starts is day 0',
      'Thu 2 April: Working day 1',
      'Fri 3 April: Good Friday, a bank holiday: does not count',
      'Sat 4 April, Sun 5 April: Weekend: does not count',
      'Mon 6 April: Easter Monday, a bank holiday: does not count',
      'Tue 7 April: Working day 2',
      'Wed 8 April: Working day 3',
      'Thu 9 April: Working day 4',
      'Fri 10 April: Working day 5',
      'Sat 11 April, Sun 12 April: Weekend: does not count',
      'Monday 13 to Friday 24 April: Working days 6 to 15',
      'Mon 27 April: Working day 16',
      'Tue 28 April: Working day 17',
      'Wed 29 April: Working day 18',
      'Thu 30 April: Working day 19',
      'Fri 1 May: Working day 20. Due by 5pm',
    ])
    assert.deepEqual(lines(foldRows(due('2026-06-01T10:00', 14).working)).slice(6, 8), [
      'Monday 8 to Friday 12 June: Working days 5 to 9',
      'Mon 15 June: Working day 10',
    ])
  })
  test('no date is lost, doubled or out of order, and what is due, today or late stays to be seen', () => {
    for (const n of [1, 13, 14, 15, 40, 120, 260]) {
      const rows = workingRows(due('2025-10-01T10:00', n), clock('2026-12-01T09:00'))
      const folded = foldRows(rows)
      assert.deepEqual(
        folded.flatMap(({ dates }) => dates),
        rows.map(({ date }) => date),
      )
      assert.equal(folded.filter((row) => row.due).length, 1)
      assert.equal(folded.filter((row) => row.today).length, 1)
    }
  })
  test('28 days fold into weeks of seven', () => {
    const text = lines(foldRows(due('2026-03-02T10:00', 28, 'days').working))
    assert.ok(text.includes('Monday 9 to Sunday 15 March: Days 7 to 13'), text.join('\n'))
    assert.equal(text.at(-1), 'Mon 30 March: Day 28. Due by 5pm')
  })
})

test('the working as plain text', () => {
  assert.equal(
    textOf(due('2026-04-02T10:00', 1)),
    `Due by 5pm on Tuesday 7 April 2026
1 working day from Thursday 2 April 2026; Good Friday and Easter Monday do not count.

Thu 2 April: Starts at 10am. The day it starts is day 0
Fri 3 April: Good Friday, a bank holiday: does not count
Sat 4 April, Sun 5 April: Weekend: does not count
Mon 6 April: Easter Monday, a bank holiday: does not count
Tue 7 April: Working day 1. Due by 5pm

Bank holidays of England and Wales, worked out from the published rules, version 2026-11-22. No organisation's closed days are counted.
Concordat's default, not the policy's rule: The working day ends at 5pm.
Concordat's default, not the policy's rule: The day it starts is day 0.
`,
  )
})
