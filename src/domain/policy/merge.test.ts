import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleshire } from './exampleshire.ts'
import { parsePolicy } from './parse-policy.ts'
import type { Policy } from './policy.ts'

const library = (id: string, version?: number) =>
  id === 'exampleshire' && (version === undefined || version === 3) ? exampleshire : undefined

const variation = (rest: string) => `id: local\nchanges: { policy: exampleshire, version: 3 }\n${rest}`
const addendum = (rest: string) =>
  `id: for-a-time\nchanges: { policy: exampleshire, version: 3, from: 2026-01-05, until: 2026-02-27 }\n${rest}`

function read(text: string, from = library): Policy {
  const result = parsePolicy(text, from)
  assert.ok(result.ok, JSON.stringify(result.ok || result.problems))
  return result.policy
}

function problems(text: string, from: Parameters<typeof parsePolicy>[1] = library) {
  const result = parsePolicy(text, from)
  assert.ok(!result.ok, 'the file was accepted')
  return result.problems.map(({ rule, line, column }) => [rule, line, column])
}

const duty = (policy: Policy, id: string) =>
  [...policy.duties, ...policy.stages.flatMap((stage) => stage.duties)].find((one) => one.id === id)

test('a variation holds differences only, and says whose each element is', () => {
  const local = read(variation('title: Ours\nstages:\n  line:\n    duties:\n      answer: { within: 1 working day }\n'))
  assert.equal(local.id, 'local')
  assert.equal(local.version, 1)
  assert.deepEqual(local.changes, { policy: 'exampleshire', version: 3 })
  assert.equal(duty(local, 'answer')?.origin, 'policy')
  assert.deepEqual(
    duty(local, 'answer')?.within.map(({ text }) => text),
    ['1 working day'],
  )
  assert.deepEqual(duty(local, 'answer')?.within[0]?.place, { line: 7, column: 25 })
  assert.equal(duty(local, 'talked')?.origin, 'parent')
  assert.equal(duty(local, 'talked')?.place.policy, 'exampleshire')
  assert.equal(duty(local, 'our-same-words')?.origin, 'refined')
  assert.equal(duty(local, 'our-file')?.origin, 'ours')
  assert.equal(local.stages.find(({ id }) => id === 'line')?.origin, 'parent')
  assert.notEqual(local.hash, read(exampleshire).hash)
})

test('the title of the parent stands until the variation has its own', () => {
  assert.equal(read(variation('for: [theme]\n')).title, 'Settling professional disagreement')
})

test('empty values remove, and must, should and may are one slot', () => {
  const local = read(
    variation(
      'stages:\n  line:\n    duties:\n      chase: null\n      told-iro: { should: tell iro }\n    within: null\n',
    ),
  )
  assert.equal(duty(local, 'chase'), undefined)
  assert.equal(duty(local, 'told-iro')?.force, 'should')
  assert.deepEqual(local.stages.find(({ id }) => id === 'line')?.within, [])
})

test('the kinds of a fact are one slot', () => {
  assert.deepEqual(
    read(variation('facts: { on-plan: { kind: date } }\nstages: { line: { duties: { told-iro: { if: null } } } }\n'))
      .facts['on-plan']?.kind,
    { type: 'date' },
  )
})

test('a new stage goes after the one it names, else last', () => {
  const stages = (rest: string) => read(variation(`stages:\n${rest}`)).stages.map(({ id }) => id)
  assert.deepEqual(stages('  between-them: { is: New, between: manager, after: talk }\n'), [
    'talk',
    'between-them',
    'line',
    'top',
    'panel-stage',
  ])
  assert.deepEqual(stages('  last-one: { is: New, by: chair }\n'), ['talk', 'line', 'top', 'panel-stage', 'last-one'])
  assert.deepEqual(problems(variation('stages: { new-one: { is: New, by: chair, after: tolk } }\n')), [
    ['unknown-stage', 3, 49],
  ])
  assert.deepEqual(problems(variation('stages: { line: { after: top } }\n')), [['after-not-here', 3, 19]])
})

test('removing what something still names is told where it was removed', () => {
  const result = parsePolicy(variation('roles:\n  iro: null\n'), library)
  assert.ok(!result.ok)
  assert.deepEqual(
    result.problems.map(({ rule, line, column }) => [rule, line, column]),
    [['unknown-role', 4, 3]],
  )
  assert.match(result.problems[0]?.message ?? '', /line 38 of `exampleshire` still names it/)
})

test('a parent that is not there, is another version or is broken refuses the file at its name', () => {
  assert.deepEqual(
    problems(variation(''), () => undefined),
    [['unknown-policy', 2, 20]],
  )
  assert.deepEqual(problems('id: local\nchanges: { policy: exampleshire, version: 2 }\n'), [['unknown-policy', 2, 20]])
  assert.deepEqual(
    problems('id: local\nchanges: { policy: exampleshire, version: 2 }\n', () => exampleshire),
    [['unknown-policy', 2, 20]],
  )
  assert.deepEqual(
    problems(variation(''), () => 'id: exampleshire\n'),
    [['parent-has-problems', 2, 20]],
  )
})

test('a policy that varies itself through its parents is refused', () => {
  const one = 'id: one\ntitle: One\nchanges: { policy: two, version: 1 }\n'
  const two = 'id: two\ntitle: Two\nchanges: { policy: one, version: 1 }\n'
  assert.ok(problems(one, (id) => (id === 'two' ? two : one)).length > 0)
})

test('an addendum keeps its dates and may change limits, contacts, words and settings, and add duties', () => {
  const text = addendum(`roles: { coordinator: { contact: { email: other@exampleshire.example } } }
settings: { gate: 2 working days }
duties:
  ring-first: { who: raising worker, should: consult own lead, if: on-plan }
  lead-now: { within: 1 hour }
stages:
  talk: { contact: [phone, video], within: 5 working days, says: No one is met in person for now. }
  line: { duties: { rung: { who: each manager, must: discuss }, answer: { within: 3 working days, says: Longer for now. } } }
`)
  const policy = read(text)
  assert.deepEqual(policy.changes, { policy: 'exampleshire', version: 3, from: '2026-01-05', until: '2026-02-27' })
  assert.deepEqual(policy.stages[0]?.contact, ['phone', 'video'])
  assert.equal(duty(policy, 'rung')?.origin, 'policy')
})

test('an addendum touches nothing by which a running case could strand', () => {
  const refused: readonly (readonly [string, number, number])[] = [
    ['stages: { new-one: { is: New, by: chair } }\n', 3, 22],
    ['stages: { talk: { moves: { up: { if: on-plan } } } }\n', 3, 34],
    ['stages: { talk: { if: on-plan } }\n', 3, 19],
    ['stages: { line: { duties: { answer: { if: on-plan } } } }\n', 3, 39],
    ['stages: { line: { duties: { rung: { who: each manager, must: discuss, before: up } } } }\n', 3, 71],
    ['moves: { out: { by: raiser, to: withdrawn } }\n', 3, 17],
    ['tracks: { all: { stages: [talk] } }\n', 3, 1],
    ['roles: { iro: { is: Someone else } }\n', 3, 17],
    ['nation: scotland\n', 3, 1],
  ]
  for (const [text, line, column] of refused) {
    const told = problems(addendum(text)).filter(([rule]) => rule === 'addendum-may-not')
    assert.deepEqual(told[0], ['addendum-may-not', line, column], text)
    // The same differences without dates are a variation, and none of this applies.
    const plain = parsePolicy(variation(text), library)
    assert.ok(plain.ok || plain.problems.every(({ rule }) => rule !== 'addendum-may-not'), text)
  }
  assert.deepEqual(
    problems('id: x\nchanges: { policy: exampleshire, version: 3, from: 2026-02-01, until: 2026-01-01 }\n'),
    [['wrong-value', 2, 71]],
  )
})
