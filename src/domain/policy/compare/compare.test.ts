import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShipped, shippedIds } from '../../../../policies/read-shipped.ts'
import { everything } from '../../words/phrase-example.ts'
import { exampleshire } from '../exampleshire.ts'
import { parsePolicy } from '../parse-policy.ts'
import type { Policy } from '../policy.ts'
import { policyWith, rows } from '../rule-kinds.testing.ts'
import { compare } from './compare.ts'
import type { Compared, Difference, Topic } from './compared.ts'

function read(text: string): Policy {
  const result = parsePolicy(text)
  assert.ok(result.ok, JSON.stringify(result.ok || result.problems))
  return result.policy
}

const lines = (compared: Compared) => compared.parts.flatMap((part) => part.differences)
const unlike = (compared: Compared) => lines(compared).filter((one) => one.kind !== 'same')
const [havering, ready] = [readShipped('havering'), readShipped('ready-steady-grow')]
const policies = [...shippedIds.map((id) => readShipped(id)), read(exampleshire), read(everything)]

for (const policy of [...policies, ...rows.map(([, row]) => read(policyWith(row)))])
  test(`${policy.id} beside itself: nothing differs`, () => assert.deepEqual(unlike(compare(policy, policy)), []))

const turned = { 'only-in-a': 'only-in-b', 'only-in-b': 'only-in-a', differs: 'differs', same: 'same' } as const
const told = ({ kind, topic, a, b }: Difference, turn: boolean) =>
  JSON.stringify(turn ? [turned[kind], topic, b, a] : [kind, topic, a, b])

for (const [i, a] of policies.entries())
  for (const b of policies.slice(i + 1))
    test(`${a.id} beside ${b.id} is ${b.id} beside ${a.id}, the other way round`, () => {
      const [one, two] = [compare(a, b), compare(b, a)]
      const [left, right] = [lines(one).map((line) => told(line, false)), lines(two).map((line) => told(line, true))]
      assert.deepEqual(
        left.filter((line) => !right.includes(line)),
        [],
      )
      assert.equal(left.length, right.length)
      assert.equal(one.counts['only-in-a'], two.counts['only-in-b'])
    })

test('one tells the reviewing officer, the other the safeguarding lead; each is said to be missing beside the other', () => {
  const compared = compare(havering, ready)
  const line = lines(compared).find(({ about }) => about.startsWith('Who is told if the child is on a protection plan'))
  assert.ok(line)
  assert.match(line.a.text, /must tell the independent reviewing officer/)
  assert.match(line.b.text, /must tell their own designated safeguarding lead/)
  assert.deepEqual(line.b.also, ['Here the independent reviewing officer is not told.'])
  assert.deepEqual(line.a.also, ['Here the designated safeguarding lead is not told at this point.'])
  assert.deepEqual(
    [line.a.clauses.map(({ id }) => id), line.b.clauses.map(({ id }) => id), line.topic, line.kind],
    [['HV-2.5'], ['RSG-4'], 'notices', 'differs'],
  )
  assert.equal(
    compared.headlines[0],
    'If the child is on a protection plan or looked after, Havering has the independent reviewing officer told, Ready Steady Grow has the designated safeguarding lead told.',
  )
})

test('stages are paired by who meets in them, whatever they are called', () => {
  const renamed = read(
    exampleshire
      .replaceAll('panel-stage', 'hearing')
      .replace('  talk:\n', '  first:\n')
      .replace('  line:\n', '  second:\n')
      .replace('is: Line managers', 'is: Bosses')
      .replace('to: line', 'to: second')
      .replace('from: line', 'from: second')
      .replace('id: exampleshire', 'id: other'),
  )
  assert.deepEqual(
    unlike(compare(read(exampleshire), renamed)).map(({ about, a, b }) => [about, a.text, b.text]),
    [['The stage', 'Stage 2: Line managers.', 'Stage 2: Bosses.']],
  )
  assert.deepEqual(
    compare(havering, ready)
      .parts.filter(({ id }) => id.startsWith('stage-'))
      .map(({ title }) => title),
    [
      'Talk to each other / Talk with the other worker',
      'Take advice from the safeguarding team',
      'Line managers / The other worker’s managers, tier by tier',
      'Senior managers, tier by tier',
      'Chair of the Board',
      'Resolution panel',
    ],
  )
})

test('two versions: what changed, in the order of the ladder', () => {
  const next = read(
    exampleshire
      .replace('version: 3', 'version: 4')
      .replace('within: 5 working days\n', 'within: 3 working days\n')
      .replace('reply, within: [4 hours if urgent, 2 working days]', 'reply, within: 2 working days')
      .replace(/ {6}chase:.*\n/, '')
      .replace('  top:\n', '  heads: { is: Heads of service, between: head, within: 2 days }\n  top:\n')
      .replace('moves:\n  other-way', 'settings: { reopen: 14 days }\nmoves:\n  other-way'),
  )
  const compared = compare(read(exampleshire), next)
  assert.ok(compared.versions)
  const seen = unlike(compared).map(({ kind, topic, about }): readonly [string, Topic, string] => [kind, topic, about])
  assert.deepEqual(seen, [
    ['differs', 'limits', 'Limit'],
    ['differs', 'duties', 'Reply to the other side'],
    ['only-in-a', 'notices', 'Tell the head of service who was asked'],
    ['only-in-b', 'stages', 'The stage'],
    ['differs', 'stages', 'The stage'],
    ['differs', 'settings', 'Reopen'],
  ])
  const chase = unlike(compared).find(({ topic }) => topic === 'notices')
  assert.equal(chase?.b.text, 'Here the head of service who was asked is not told.')
  assert.match(compared.headlines.join(' '), /Version 3 has 3 stages, version 4 has 4\./)
})

test('a window, a question, a gate and a register that only one has are said to be missing from the other', () => {
  const plain = read(policyWith({ top: 'raise: { asks: [reason] }' }))
  const more = read(
    policyWith({
      top: 'raise: { asks: [reason, wanted, conference-end], within: 48 hours of conference-end, late: refuse }\nregister: { kept-by: coordinator, from: line }',
      inStageMove: 'up: { by: raising manager, if: justified }',
    }).replace('id: kinds', 'id: more'),
  )
  const missing = unlike(compare(plain, more)).map(({ a, b }) => [a.says, a.text, b.says] as const)
  for (const words of [
    'Here it may be raised at any time.',
    'Here “What do you want?” is not asked on raising.',
    'Here nobody keeps a register.',
  ])
    assert.ok(
      missing.some(([says, text, other]) => !says && text === words && other),
      words,
    )
  const gate = unlike(compare(plain, more)).find(({ topic }) => topic === 'gates')
  assert.match(gate?.a.text ?? '', /The side that raised it may/)
  assert.match(gate?.b.text ?? '', /the manager of the side that raised it may/)
})

test('every sentence is whole: no id, nothing undefined, nothing empty', () => {
  for (const a of policies)
    for (const b of policies)
      for (const { about, a: left, b: right } of lines(compare(a, b)))
        for (const text of [left.text, right.text, ...left.also, ...right.also]) {
          assert.match(text, /[.?!]”?$/, `${about}: ${text}`)
          assert.doesNotMatch(text, /undefined|\[object|\s\s|\.\./, `${about}: ${text}`)
        }
})

test('planted: a shorter limit and a dropped notice are seen', () => {
  const text = exampleshire.replace('id: exampleshire', 'id: planted')
  assert.equal(unlike(compare(read(exampleshire), read(text))).length, 0)
  assert.equal(
    unlike(compare(read(exampleshire), read(text.replace('3 working days or', '2 working days or')))).length,
    1,
  )
  assert.equal(unlike(compare(read(exampleshire), read(text.replace(/ {6}told-iro:.*\n/, '')))).length, 1)
})
