import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { agreedBy, ladder, move, policyOf, raise, small, type Told, up } from '../test-place.ts'
import { replay } from './replay.ts'

const under = (told: Told, text: string) =>
  replay(told.entries, told.world, { ...told.world, policy: policyOf(text) }).differences

const today = small(ladder())

/** A case that goes up a rung and is agreed there. */
const past = () =>
  agreedBy(
    raise(today).then(up, 'school-worker', '2026-03-04 10:00'),
    '2026-03-10 10:00',
    'school-manager',
    'council-manager',
  )

describe('a past case under a draft', () => {
  test('under its own policy is what it was', () => {
    assert.deepEqual(under(past(), today), [])
  })

  test('has other dates where a limit changes, and is late where it was not', () => {
    const found = under(past(), small(ladder().replace('within: 5 working days', 'within: 1 working day')))
    assert.deepEqual(
      found.map(({ kind, ...more }) => [kind, 'what' in more ? more.what : '']),
      [
        ['date', 'talk'],
        ['late', 'talk'],
      ],
    )
  })

  test('tells somebody else where the draft tells more, and owes what the draft adds', () => {
    const draft = small(
      ladder(
        '',
        '',
        '    duties:\n      heard: { who: raising manager, must: tell chair }\n      noted: { who: responding manager, must: do note it, within: 1 working day }',
      ),
    )
    const found = under(past(), draft)
    assert.ok(found.some((one) => one.kind === 'notice' && one.what === 'heard' && one.only === 'would'))
    assert.ok(found.some((one) => one.kind === 'duty' && one.what === 'noted' && one.only === 'would'))
    const back = replay(
      agreedBy(
        raise(draft).then(up, 'school-worker', '2026-03-04 10:00'),
        '2026-03-10 10:00',
        'school-manager',
        'council-manager',
      ).entries,
      past().world,
      past().world,
    )
    assert.deepEqual(back.differences, [], 'the record itself says nothing of what was only owed')
  })

  test('is refused what the draft forbids, with the clause, and ends otherwise', () => {
    const found = under(
      past(),
      small(
        ladder('    moves:\n      up: { by: raising manager, cites: S-1 }', 'clauses: { S-1: Managers take it up. }'),
      ),
    )
    const refused = found.find((one) => one.kind === 'refusal')
    assert.ok(refused?.kind === 'refusal' && refused.what === 'up', JSON.stringify(found))
    assert.deepEqual(refused.cites, ['S-1'])
    assert.equal(refused.at, Date.parse('2026-03-04T10:00Z'))
  })

  test('is not agreed where the draft has no such move', () => {
    const found = under(past(), small(ladder('', 'moves: { agree: null }')))
    assert.ok(found.some((one) => one.kind === 'outcome' && one.was === 'agreed' && one.would === undefined))
    assert.ok(found.some((one) => one.kind === 'refusal' && one.what === 'agree'))
  })

  test('a jump and a refusal to go further are lived again as they were', () => {
    const gone = raise(today).then(
      move('no-further', { end: 'recorded', facts: { 'our-why': 'Enough.' } }),
      'school-worker',
      '2026-03-05 10:00',
    )
    assert.deepEqual(under(gone, today), [])
  })
})
