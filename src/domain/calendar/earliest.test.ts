import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calendar as calendarOf, dueIn as due } from '../../../test/calendar.ts'
import { protectiveDeadline } from './deadline.ts'
import { earliest } from './earliest.ts'

const calendar = calendarOf()

describe('whichever is sooner', () => {
  const policy = { label: "The policy's limit", deadline: due('2026-04-01T16:10', 5) }
  const child = { label: 'The date that protects Leila', deadline: protectiveDeadline('2026-04-09', calendar) }
  test('says which, and why, and keeps the other', () => {
    const { chosen, all, why } = earliest([policy, child])
    assert.equal(chosen, child)
    assert.equal(why, 'The sooner one counts: The date that protects Leila, 5pm, Thursday 9 April 2026.')
    assert.deepEqual(
      all.map(({ used, words }) => [used, words]),
      [
        [false, "The policy's limit: 5pm, Friday 10 April 2026, not used"],
        [true, 'The date that protects Leila: 5pm, Thursday 9 April 2026'],
      ],
    )
  })
  test('one alone, two alike, none', () => {
    assert.equal(earliest([policy]).why, "The policy's limit, 5pm, Friday 10 April 2026.")
    const same = { label: 'Same', deadline: protectiveDeadline('2026-04-10', calendar) }
    assert.equal(earliest([policy, same]).chosen, policy)
    assert.match(earliest([policy, same]).why, /end at the same time\.$/)
    assert.equal(earliest([]).chosen, undefined)
  })
})
