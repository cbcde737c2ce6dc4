/** Addenda that overlap. Source: decision 14; language.md section 3, last paragraph. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ladder, policyOf, small } from '../case/test-place.ts'
import { addendaTogether } from './addenda-together.ts'

const base = small(
  ladder(
    '    contact: [phone]\n    duties:\n      ack: { who: responding worker, must: reply, within: 2 working days }',
  ),
)
const addendum = (id: string, from: string, rest: string) =>
  policyOf(`id: ${id}\ntitle: T\nchanges: { policy: small, version: 1, from: ${from} }\n${rest}`, { small: base })

const longer = (days: number) => `stages: { talk: { duties: { ack: { within: ${days} working days } } } }\n`

test('two that begin on one day and change one thing are wrong, and both are named', () => {
  const policy = policyOf(base)
  const two = [addendum('first', '2026-03-09', longer(5)), addendum('second', '2026-03-09', longer(7))]
  const [clash, ...more] = addendaTogether(policy, two)
  assert.deepEqual([clash?.addenda, clash?.what, more], [['first', 'second'], 'the duty `ack`', []])
  assert.match(clash?.message ?? '', /`first` and `second` begin on the same day, 2026-03-09/)
  const settings = 'settings: { gate: 2 working days, tell-within: 1 day }\n'
  assert.deepEqual(
    addendaTogether(policy, [
      addendum('a', '2026-03-09', settings),
      addendum('b', '2026-03-09', 'settings: { tell-within: 2 days }\n'),
    ]).map((x) => x.what),
    ['the setting `tell-within`'],
  )
})

test('on other days, on other things, or of another version: no clash', () => {
  const policy = policyOf(base)
  const first = addendum('first', '2026-03-09', longer(5))
  assert.deepEqual(addendaTogether(policy, [first, addendum('second', '2026-03-10', longer(7))]), [])
  assert.deepEqual(
    addendaTogether(policy, [first, addendum('second', '2026-03-09', 'stages: { talk: { contact: [video] } }\n')]),
    [],
  )
  assert.deepEqual(addendaTogether({ ...policy, version: 2 }, [first, addendum('second', '2026-03-09', longer(7))]), [])
})
