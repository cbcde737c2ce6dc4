import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differences, facing, markedLines } from './outcome-diff.ts'

const left = [
  'A health visitor sees Theo at home by Friday 17 April.',
  'Notes go every Friday.',
  'She rings on the day of the visit.',
]
const right = ['A health visitor sees Theo at home by the end of April.', 'Notes go every Friday.']
const says = { only: 'Only in your words:', missing: 'Not in their words' }

test('lines that say nearly the same face each other; a line of one side alone faces nothing', () => {
  const rows = facing(left, right)
  assert.deepEqual(
    rows.map((row) => [row.left !== undefined, row.right !== undefined]),
    [
      [true, true],
      [true, true],
      [true, false],
    ],
  )
  assert.equal(differences(rows), 2)
})

test('only the words that differ are marked', () => {
  const [first, second, third] = markedLines(facing(left, right), 'left', says)
  assert.deepEqual(first, {
    pieces: ['A health visitor sees Theo at home by ', { marked: 'Friday 17', hidden: 'Differs:' }, ' April.'],
  })
  assert.deepEqual(second, { pieces: ['Notes go every Friday.'] })
  assert.deepEqual(third, { pieces: [{ marked: left[2], hidden: 'Only in your words:' }] })
  assert.deepEqual(markedLines(facing(left, right), 'right', says)[2], { missing: 'Not in their words' })
})

test('the same words in another order are two differences, and a capital or full stop is none', () => {
  assert.equal(differences(facing(['one two three', 'four five six'], ['Four five six.', 'one two three'])), 2)
  assert.equal(differences(facing(['One two three.'], ['one two three'])), 0)
  assert.equal(differences(facing([], ['one'])), 1)
})

test('nothing is lost: every line of both sides stands in some row, in order', () => {
  for (const [a, b] of [
    [left, right],
    [right, left],
    [['x'], []],
    [
      ['a b c d', 'e f g h'],
      ['e f g h x', 'a b c d'],
    ],
  ] as const) {
    const rows = facing(a, b)
    assert.deepEqual(
      rows.flatMap((row) => row.left ?? []),
      a,
    )
    assert.deepEqual(
      rows.flatMap((row) => row.right ?? []),
      b,
    )
  }
})
