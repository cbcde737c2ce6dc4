import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citedAt } from './cited-at.ts'
import { readShipped, type ShippedId, shippedIds } from './read-shipped.ts'

/** Every rule of the five sources, by policy: the common ones it is seen in, then its own. */
const rules: Readonly<Record<ShippedId, readonly string[]>> = {
  'st-marychurch': [...common(1, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17), ...upTo('SM', 12)],
  'ready-steady-grow': [...common(1, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 17), ...upTo('RSG', 8)],
  ladybirds: [...common(2, 3, 5, 7, 9, 15), ...upTo('LB', 6)],
  playgroup: [...common(1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16), ...upTo('PG', 5)],
  havering: [
    ...common(1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14),
    ...[
      '1.3',
      '1.4',
      '1.5',
      '1.6',
      '1.7',
      '1.8',
      '2.2',
      '2.4',
      '2.5',
      '2.7',
      '2.8',
      '2.10',
      '2.11',
      '2.12',
      '2.13',
      '4',
    ].map((id) => `HV-${id}`),
  ],
}

/** Rules that no stage, duty, move, fact or role says: who keeps them instead. */
const keptElsewhere: Readonly<Record<string, string>> = {
  'SM-8': 'the program: a record of visits; one with no supervisor is refused',
  'SM-9': 'the program: advice without a name, reading only with a role in the case, every reading logged',
  'SM-10': 'the directory: support services by kind',
  'SM-12': 'the policy’s read-with, which carries no clause',
  'RSG-8': 'the policy’s history and review, and the adopter’s signature',
  'LB-3': 'the directory: kinds of agency',
  'LB-5': 'the policy’s history and review',
  'HV-1.7': 'the program: each agency’s own policy is shown beside the governing one',
  'HV-4': 'the program: the flowchart is drawn from the policy',
}

for (const id of shippedIds) {
  const policy = readShipped(id)
  const found = citedAt(policy)

  test(`${id}: every rule of the source is cited or kept elsewhere, and has words`, () => {
    assert.deepEqual(
      rules[id].filter((rule) => !found.has(rule) && keptElsewhere[rule] === undefined),
      [],
    )
    assert.deepEqual(
      rules[id].filter((rule) => !policy.clauses[rule]),
      [],
    )
  })

  test(`${id}: no clause that the source does not have`, () => {
    assert.deepEqual(
      Object.keys(policy.clauses).filter((clause) => !rules[id].includes(clause)),
      [],
    )
  })

  test(`${id}: a rule is cited in something that happens, not only in a gap`, () => {
    const onlyGaps = [...found]
      .filter(([, places]) => places.every((place) => place === 'gaps'))
      .map(([clause]) => clause)
    assert.deepEqual(onlyGaps, onlyInGaps[id] ?? [])
  })
}

// The signature is the adopter's; the addendum, a file of its own, says LB-6.
const onlyInGaps: Readonly<Partial<Record<ShippedId, readonly string[]>>> = {
  'st-marychurch': ['SM-11'],
  ladybirds: ['LB-6'],
}

test('nothing is listed as kept elsewhere that a policy cites', () => {
  for (const id of shippedIds) {
    const found = citedAt(readShipped(id))
    assert.deepEqual(
      rules[id].filter((rule) => keptElsewhere[rule] !== undefined && found.has(rule)),
      [],
    )
  }
})

test('a rule that a policy loses is noticed', () => {
  const policy = readShipped('havering')
  const stages = policy.stages.map((stage) => ({
    ...stage,
    duties: stage.duties.filter((duty) => duty.id !== 'told-iro'),
  }))
  const facts = Object.fromEntries(Object.entries(policy.facts).map(([id, fact]) => [id, { ...fact, cites: [] }]))
  const roles = Object.fromEntries(Object.entries(policy.roles).map(([id, role]) => [id, { ...role, cites: [] }]))
  assert.equal(citedAt({ ...policy, stages, facts, roles }).has('HV-2.5'), false)
})

function common(...numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => `C-${number}`)
}

function upTo(prefix: string, last: number): readonly string[] {
  return Array.from({ length: last }, (_, index) => `${prefix}-${index + 1}`)
}
