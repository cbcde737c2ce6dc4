import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectClauses } from './expect-clauses.ts'
import { readShipped } from './read-shipped.ts'

expectClauses('ladybirds', {
  'C-2': ['facts.reason'],
  'C-3': ['duties.our-risk-now'],
  'C-5': ['stages.talk'],
  'C-7': ['raise', 'facts.exact', 'facts.aim', 'facts.evidence', 'facts.evidence-source', 'facts.actions-to-date'],
  'C-9': ['duties.our-file'],
  'C-15': ['duties.respectful', 'duties.our-same-words'],
  'LB-1': ['stages.talk', 'stages.line', 'stages.top', 'stages.line.moves.up', 'facts.affecting', 'gaps'],
  'LB-2': ['facts.parents-permission', 'facts.why-share', 'duties.permission', 'gaps'],
  'LB-4': ['raise', 'facts.exact', 'facts.aim', 'facts.how-resolved', 'duties.our-file'],
  'LB-6': ['gaps'],
})

const policy = readShipped('ladybirds')

test('ladybirds LB-1 every stage is without delay, whose meaning stays ours', () => {
  for (const stage of policy.stages)
    assert.deepEqual(
      stage.within.map((limit) => limit.text),
      ['without delay'],
      stage.id,
    )
  assert.ok(!policy.settings.setByPolicy.includes('without-delay'))
})

test('ladybirds C-2 eight concerns about how another acts', () => {
  const kind = policy.facts['reason']?.kind
  assert.equal(kind?.type === 'any-of' ? Object.keys(kind.options).length : 0, 8)
})

test('ladybirds LB-2 permission is asked before anything is sent and holds nothing up', () => {
  assert.ok(policy.raise.asks.includes('parents-permission'))
  assert.deepEqual(policy.duties.find((duty) => duty.id === 'permission')?.before, [])
})

test('ladybirds LB-5 dated history, and a review sooner on new information', () => {
  assert.ok(policy.history.length >= 5)
  assert.deepEqual(
    policy.history.map((entry) => entry.date),
    policy.history.map((entry) => entry.date).toSorted(),
  )
  assert.ok(policy.review?.sooner)
})

test('ladybirds LB-6 the addendum takes meeting in person away, and only then', () => {
  const addendum = readShipped('addenda/ladybirds-covid')
  const met = (id: string, of: typeof policy) => of.stages.find((stage) => stage.id === id)?.contact ?? []
  assert.deepEqual([addendum.changes?.from, addendum.changes?.until], ['2020-03-23', '2020-08-31'])
  for (const id of ['talk', 'line']) {
    assert.deepEqual(met(id, policy), [], 'none written: every way will do')
    assert.ok(met(id, addendum).includes('phone'))
    assert.ok(!met(id, addendum).includes('face to face') && !met(id, addendum).includes('meeting'))
  }
  assert.ok(addendum.duties.some((duty) => duty.cites.includes('LB-6')))
})
