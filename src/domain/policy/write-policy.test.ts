import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShipped, shippedIds } from '../../../policies/read-shipped.ts'
import { everything } from '../words/phrase-example.ts'
import { exampleshire } from './exampleshire.ts'
import type { Library } from './layers.ts'
import { parsePolicy } from './parse-policy.ts'
import type { Policy } from './policy.ts'
import { policyWith, rows } from './rule-kinds.testing.ts'
import { writePolicy } from './write-policy.ts'

function read(text: string, library?: Library): Policy {
  const result = parsePolicy(text, library)
  assert.ok(result.ok, JSON.stringify(result.ok || result.problems, null, 1) + text)
  return result.policy
}

/** What a policy says: without where it was written, and without the layout of its limits. */
const said = (policy: Policy): unknown =>
  JSON.parse(
    JSON.stringify(policy, (key, value) =>
      ['place', 'clausePlaces', 'hash'].includes(key) || (key === 'text' && typeof value === 'string')
        ? undefined
        : value,
    ),
  )

/** A variation standing alone: what it had from its parent is its own now. */
const alone = (policy: Policy): unknown => {
  const { changes: _changes, ...rest } = policy
  return JSON.parse(JSON.stringify(said(rest)).replaceAll('"origin":"parent"', '"origin":"policy"'))
}

const corpus: readonly (readonly [string, Policy])[] = [
  ...shippedIds.map((id) => [id, readShipped(id)] as const),
  ['exampleshire', read(exampleshire)],
  ['everything', read(everything)],
  ...rows.map(([kind, row]) => [kind, read(policyWith(row))] as const),
]

for (const [name, policy] of corpus)
  test(`${name}: written and read again it is the same policy, and written again the same text`, () => {
    const text = writePolicy(policy)
    assert.deepEqual(said(read(text)), said(policy))
    assert.equal(writePolicy(read(text)), text)
  })

test('the shipped policies keep their hash: not a word of them is lost or turned round', () => {
  for (const id of shippedIds) assert.equal(read(writePolicy(readShipped(id))).hash, readShipped(id).hash, id)
})

test('an addendum is written whole, or as its differences from its parent', () => {
  const addendum = readShipped('addenda/ladybirds-covid')
  assert.deepEqual(said(read(writePolicy(addendum))), alone(addendum))
  const parent = readShipped('ladybirds')
  const text = writePolicy(addendum, parent)
  assert.equal(text.split('\n').length, 16, text)
  assert.deepEqual(said(read(text, () => writePolicy(parent))), said(addendum))
})

const variation = `id: local
title: Local
version: 2
changes: { policy: exampleshire, version: 3 }
facts: { urgent: null, conduct: { kind: words } }
stages:
  talk: { within: null, duties: { talked: { should: meet } }, moves: { up: { by: raising party, asks: null } } }
  line: { duties: { answer: { within: 2 days }, chase: null, more: { who: each manager, must: discuss } } }
  between-them: { is: Heads, between: head, after: line }
  yet-another: { is: Heads again, between: head, after: between-them }
  panel-stage: null
  top: { moves: { convene: { to: line }, decide: { is: Decide now } } }
duties: { our-debrief: null, lead-now: { cites: EX-2, if: null } }
moves: { other-way: null, agree: { by: raising party } }
`
test('a variation: what it removes, replaces, adds and where', () => {
  const library = () => exampleshire
  const policy = read(variation, library)
  const text = writePolicy(policy, read(exampleshire))
  assert.deepEqual(said(read(text, library)), said(policy))
  assert.deepEqual(said(read(writePolicy(policy))), alone(policy))
})

test('what a policy takes from ours without a change, and what it takes away', () => {
  const text = policyWith({ duty: 'our-file: {}\n  our-debrief: null', policyMove: 'no-further: null' })
  const policy = read(text)
  assert.equal(policy.duties.find(({ id }) => id === 'our-file')?.origin, 'refined')
  assert.deepEqual(said(read(writePolicy(policy))), said(policy))
  assert.match(writePolicy(policy), /our-file: +\{\}/)
})

const awkward = [
  'A: b',
  'a #b',
  '- a',
  '?',
  'null',
  '~',
  'yes',
  '"q"',
  "it's",
  'a, b',
  '{x}',
  '[x]',
  '%a',
  '@a',
  '`a`',
  '& a',
  'a:',
  '12',
  'two  spaces',
  'ü — “x”',
  'a\nb',
  '|',
  '> a',
  '#',
  '---',
  'a\\b',
  '*',
]
test('words that YAML would read otherwise', () => {
  const before = read(exampleshire)
  for (const text of awkward) {
    const policy: Policy = {
      ...before,
      title: text,
      readWith: [text, text],
      clauses: { ...before.clauses, 'EX-1': text },
      raise: { ...before.raise, says: text },
      gaps: [{ cites: ['EX-1'], says: text, ours: `${text} x` }],
      moves: before.moves.map((move) => ({ ...move, is: `${text} x`, says: text })),
    }
    const again = read(writePolicy(policy))
    assert.deepEqual(
      [again.title, again.readWith, again.clauses['EX-1'], again.raise.says, again.gaps[0]?.says, again.moves[0]?.says],
      [text, [text, text], text, text, text, text],
      text,
    )
  }
})

test('a line is at most 120 wide where a text can be put on a line of its own', () => {
  for (const [name, policy] of corpus.slice(0, 6)) {
    const long = writePolicy(policy)
      .split('\n')
      .filter((line) => line.length > 120 && /\{/.test(line))
    assert.deepEqual(long, [], name)
  }
})

test('planted: a changed limit and a lost question are seen', () => {
  const policy = readShipped('st-marychurch')
  const text = writePolicy(policy)
  for (const [from, to] of [
    ['10 working days of top', '11 working days of top'],
    ['aim, evidence, evidence-source', 'aim, evidence'],
  ] as const)
    assert.notDeepEqual(said(read(text.replace(from, to))), said(policy))
})
