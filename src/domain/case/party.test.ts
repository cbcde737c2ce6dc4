/** Who is a `party`. Source: language.md section 2, built-in roles. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdersInCase } from './holders-in-case.ts'
import { agree, ladder, raise, small, when } from './test-place.ts'

test('whoever owes a duty for an agency acts for it: `party` is everybody who does, and each may sign', () => {
  const text = small(
    ladder('    duties: { brief: { who: raising lead, must: do brief }, may: { who: responding lead, may: do it } }'),
  )
  const t = raise(text)
  const parties = holdersInCase(t.world, t.c, 'party', undefined, when('2026-03-02 11:00')).map((h) => h.person)
  assert.deepEqual(parties, ['school-worker', 'council-worker', 'school-lead'])
  assert.deepEqual(
    holdersInCase(t.world, t.c, 'party', 'council', when('2026-03-02 11:00')).map((h) => h.person),
    ['council-worker'],
  )
  assert.deepEqual(t.may('school-lead', '2026-03-02 11:00').includes('agree>agreed'), true)
  const agreed = t.then(agree, 'council-worker', '2026-03-02 12:00').then(agree, 'school-lead', '2026-03-02 13:00')
  assert.equal(agreed.stands, 'agreed')
})

test('`party` is worked out without the duties that fall to a `party`, and for everyone too', () => {
  const text = small(
    ladder(
      '    duties: { told: { who: each party, must: tell everyone }, brief: { who: raising lead, must: do brief } }',
    ),
  )
  const t = raise(text)
  const everyone = holdersInCase(t.world, t.c, 'everyone', undefined, when('2026-03-02 11:00')).map((h) => h.person)
  assert.deepEqual(everyone, ['school-worker', 'council-worker', 'school-lead'])
})
