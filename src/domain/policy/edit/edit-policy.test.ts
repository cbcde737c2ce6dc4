import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { parse } from 'yaml'
import type { Value, ValueMap } from '../write/value.ts'
import { type Change, type Path, valueAt } from './change.ts'
import { editPolicy } from './edit-policy.ts'
import { linesOf, pathFinder } from './path-at.ts'
import { textValue } from './tree-value.ts'

const files = [
  'policies/havering.yaml',
  'policies/ladybirds.yaml',
  'policies/playgroup.yaml',
  'policies/ready-steady-grow.yaml',
  'policies/st-marychurch.yaml',
  'policies/addenda/ladybirds-covid.yaml',
  'seeds/policies/exampleshire.yaml',
].map((path) => [path, readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')] as const)

/** The same by the YAML reader alone, as plain objects: nothing of the editor judges itself. */
const plain = (text: string): unknown => parse(text, { schema: 'failsafe', uniqueKeys: false })

type Plain = Record<string, unknown>

function at(root: unknown, path: Path): Plain {
  return path.reduce<unknown>((value, key) => (value as Plain)[key], root) as Plain
}

function done(text: string, change: Change): string {
  const edited = editPolicy(text, change)
  assert.ok(edited.ok, `${JSON.stringify(change)}: ${edited.ok ? '' : edited.problem.message}`)
  return edited.text
}

/** Every path of a file, to entries and to their keys. */
function paths(value: Value, below: Path = []): readonly Path[] {
  if (!(value instanceof Map)) return []
  return [...(value as ValueMap)].flatMap(([key, one]) => [[...below, key], ...paths(one, [...below, key])])
}

/** Some of them, spread over the file, for a file has hundreds: all were tried when this was written. */
const some = (all: readonly Path[]): readonly Path[] => all.filter((_, i) => i % Math.ceil(all.length / 5) === 0)

const comments = (text: string) => text.split('\n').filter((line) => /^\s*#/.test(line))

const rooted = (text: string): ValueMap => textValue(text) ?? assert.fail('cannot be read')

describe('editing a policy by form leaves everything else as it was written', () => {
  for (const [name, text] of files) {
    const root = rooted(text)
    const all = paths(root)

    test(`${name}: any value changed`, () => {
      const values = all.filter((path) => !(valueAt(root, path) instanceof Map))
      for (const path of some(values)) {
        const value = valueAt(root, path)
        const next = typeof value === 'string' ? 'changed, to: "other" words #1' : ['one', 'two, three']
        const now = done(text, { do: 'write', at: path, value: next })
        const expected = plain(text)
        at(expected, path.slice(0, -1))[path.at(-1) ?? ''] = next
        assert.deepEqual(plain(now), expected, path.join(' '))
        assert.deepEqual(comments(now), comments(text))
        const kept = new Set(now.split('\n'))
        const lost = text.split('\n').filter((line) => !kept.has(line))
        const own = linesOf(text, path).split('\n').length
        assert.ok(lost.length <= own, `${path.join(' ')} changed lines that are not its own: ${lost.join('|')}`)
      }
    })

    test(`${name}: any entry or key taken out`, () => {
      for (const path of some(all.filter((one) => one.length > 1))) {
        const now = done(text, { do: 'remove', at: path })
        const parent = at(plain(now), path.slice(0, -2))[path.at(-2) ?? ''] as Plain | undefined
        assert.ok(parent === undefined || !((path.at(-1) ?? '') in parent), path.join(' '))
        const before = plain(text)
        delete at(before, path.slice(0, -1))[path.at(-1) ?? '']
        if (parent !== undefined) assert.deepEqual(plain(now), before, path.join(' '))
      }
    })

    test(`${name}: an entry added to any list of ids, a key to any entry`, () => {
      const entry = new Map<string, Value>([
        ['is', 'Something: new'],
        ['cites', ['EX-1', 'EX-2']],
      ])
      for (const path of some(all.filter((one) => valueAt(root, one) instanceof Map))) {
        const now = done(text, { do: 'add', to: path, id: 'wholly-new', value: entry })
        const expected = plain(text)
        at(expected, path)['wholly-new'] = { is: 'Something: new', cites: ['EX-1', 'EX-2'] }
        assert.deepEqual(plain(now), expected, path.join(' '))
        assert.equal(Object.keys(at(plain(now), path)).at(-1), 'wholly-new')
        const lost = text.split('\n').filter((line) => !now.split('\n').includes(line))
        assert.ok(lost.length <= 1, lost.join('|'))
        assert.equal(
          done(now, { do: 'remove', at: [...path, 'wholly-new'] }),
          text,
          'and taken out again, nothing is left of it',
        )
      }
    })

    test(`${name}: neighbours changed about, and back`, () => {
      for (const path of some(all.filter((one) => one.length > 1))) {
        const down = editPolicy(text, { do: 'move', at: path, to: 'down' })
        if (!down.ok) continue
        const keys = Object.keys(at(plain(text), path.slice(0, -1)))
        const i = keys.indexOf(path.at(-1) ?? '')
        keys.splice(i, 2, keys[i + 1] ?? '', keys[i] ?? '')
        assert.deepEqual(Object.keys(at(plain(down.text), path.slice(0, -1))), keys)
        assert.deepEqual(plain(down.text), plain(text))
        assert.equal(done(down.text, { do: 'move', at: path, to: 'up' }), text)
      }
    })

    test(`${name}: set to what it says already is no change at all`, () => {
      for (const path of some(all)) {
        const value = valueAt(root, path)
        if (value instanceof Map) assert.equal(done(text, { do: 'set', at: path, values: value }), text)
      }
    })

    test(`${name}: every place in the file is found in its part`, () => {
      const lines = text.split('\n')
      const pathAt = pathFinder(text)
      for (const [i, line] of lines.entries()) {
        if (i % 7 !== 0) continue
        const column = line.search(/\S/) + 1
        if (column === 0 || line.trimStart().startsWith('#')) continue
        const path = pathAt({ line: i + 1, column })
        assert.ok(path.length > 0 || line.trimStart().startsWith('-'), `${i + 1}: ${line}`)
      }
    })
  }
})

describe('editing a policy by form', () => {
  const text = `# Ours.
id: small
stages:
  # Where it begins.
  talk:   { is: Talk, between: worker } # First of all.

  line:
    is: Line
    between: manager
`

  test('a limit and a duty are added where they belong, in the manner of the file', () => {
    const limit = done(text, { do: 'set', at: ['stages', 'talk'], values: new Map([['within', '3 working days']]) })
    assert.match(
      limit,
      /talk: {3}\{ is: Talk, between: worker, within: 3 working days \} # First of all\.\n\n {2}line:/,
    )
    const told = new Map([
      ['who', 'raising manager'],
      ['must', 'tell chair'],
    ])
    const duty = done(text, { do: 'add', to: ['stages', 'line', 'duties'], id: 'told', value: told })
    assert.match(duty, /between: manager\n {4}duties:\n {6}told: \{ who: raising manager, must: tell chair \}\n$/)
  })

  test('a stage written between braces is laid out in lines when a duty is added to it', () => {
    const now = done(text, {
      do: 'add',
      to: ['stages', 'talk', 'duties'],
      id: 'told',
      value: new Map([['must', 'discuss']]),
    })
    assert.match(
      now,
      /# Where it begins\.\n {2}talk:\n {4}is: Talk\n {4}between: worker\n {4}duties:\n {6}told: \{ must: discuss \} # First of all\.\n\n {2}line:/,
    )
  })

  test('a new stage comes after the one named, a new part of the file last', () => {
    const stage = new Map([['is', 'Between']])
    const now = done(text, { do: 'add', to: ['stages'], id: 'between-them', value: stage, after: 'talk' })
    assert.deepEqual([...(valueAt(rooted(now), ['stages']) as ValueMap).keys()], ['talk', 'between-them', 'line'])
    const review = done(text, { do: 'set', at: ['review'], values: new Map([['every', '1 year']]) })
    assert.ok(review.startsWith(text) && review.endsWith('review: { every: 1 year }\n'), review)
  })

  test('what is left empty goes; an entry with an id stays, for to be empty says something', () => {
    const bare = done('id: x\nreview: { every: 1 year }\nduties:\n  our-file: { cites: A }\n', {
      do: 'set',
      at: ['review'],
      values: new Map([['every', undefined]]),
    })
    assert.equal(bare, 'id: x\nduties:\n  our-file: { cites: A }\n')
    assert.match(
      done(bare, { do: 'set', at: ['duties', 'our-file'], values: new Map([['cites', undefined]]) }),
      /our-file: \{\}/,
    )
    assert.equal(done(bare, { do: 'remove', at: ['duties', 'our-file'] }), 'id: x\n')
  })

  test('comments right above go and move with their entry', () => {
    assert.doesNotMatch(done(text, { do: 'remove', at: ['stages', 'talk'] }), /Where it begins/)
    assert.match(
      done(text, { do: 'move', at: ['stages', 'talk'], to: 'down' }),
      /manager\n\n {2}# Where it begins\.\n {2}talk:/,
    )
    assert.match(done(text, { do: 'remove', at: ['id'] }), /^# Ours/)
  })

  test('what cannot be done says why, and changes nothing', () => {
    const refused = (of: string, change: Change) => {
      const edited = editPolicy(of, change)
      return edited.ok ? assert.fail(edited.text) : edited.problem
    }
    assert.equal(refused('id: "x\n', { do: 'remove', at: ['id'] }).line, 2)
    assert.match(refused(text, { do: 'remove', at: ['stages', 'top'] }).message, /not there any more/)
    assert.match(refused(text, { do: 'add', to: ['stages'], id: 'talk', value: new Map() }).message, /already/)
    assert.match(refused(text, { do: 'move', at: ['stages', 'talk'], to: 'up' }).message, /end of the order/)
    assert.match(refused('- a\n', { do: 'remove', at: ['id'] }).message, /list of keys with their values/)
  })

  test('odd but readable files: block texts, lists with dashes, explicit keys, braces over lines, no last line end', () => {
    const odd = `id: odd
title: >-
  Two
  lines
for:
  - child
  # and
  - theme
roles: {
  a: { is: A },   # first
  b: { is: B }
}
clauses:
  "X-1": |
    Words
    and words

  X-2: 'It''s'
raise:`
    const set = (at: Path, value: Value) => plain(done(odd, { do: 'write', at, value })) as Plain
    assert.equal(set(['title'], 'One: line').title, 'One: line')
    assert.deepEqual(set(['for'], ['adult']).for, ['adult'])
    assert.deepEqual(set(['for'], 'adult').for, 'adult')
    assert.deepEqual(set(['roles', 'b', 'is'], 'C').roles, { a: { is: 'A' }, b: { is: 'C' } })
    assert.deepEqual(set(['clauses', 'X-1'], 'short').clauses, { 'X-1': 'short', 'X-2': "It's" })
    assert.deepEqual(set(['raise', 'by'], ['a', 'b']).raise, { by: ['a', 'b'] })
    const added = done(odd, { do: 'add', to: ['roles'], id: 'c', value: new Map([['is', 'See']]) })
    assert.deepEqual((plain(added) as Plain).roles, { a: { is: 'A' }, b: { is: 'B' }, c: { is: 'See' } })
    assert.match(added, /# first/)
    for (const path of paths(rooted(odd))) if (path.length > 1) done(odd, { do: 'remove', at: path })
  })

  test('any words stand in a file as they were typed', () => {
    for (const words of [
      'null',
      '~',
      '- a',
      'a: b',
      'a #b',
      '"',
      "'",
      '{x',
      'yes',
      '1',
      ' x',
      'é\tü',
      'a\nb',
      '%',
      '@',
      '?',
      '*x',
      '&y',
      '!z',
      ', x',
      'x]',
    ])
      for (const path of [['stages', 'talk', 'is'], ['stages', 'line', 'is'], ['title'], ['stages', 'line', 'contact']])
        assert.equal(valueAt(rooted(done(text, { do: 'write', at: path, value: words })), path), words)
  })
})
