import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { exampleshire } from './exampleshire.ts'
import { parsePolicy } from './parse-policy.ts'

function rulesOf(text: string): readonly string[] {
  const result = parsePolicy(text)
  return result.ok ? [] : result.problems.map(({ rule }) => rule)
}

test('a file of two megabytes is refused without being parsed', () => {
  const large = exampleshire + '# x\n'.repeat(500_000)
  const start = performance.now()
  assert.deepEqual(rulesOf(large), ['too-large'])
  assert.ok(performance.now() - start < 200)
})

test('256 KB is counted in bytes, not characters', () => {
  const wide = `${exampleshire}# ${'é'.repeat(140_000)}\n`
  assert.ok(wide.length < 256 * 1024)
  assert.deepEqual(rulesOf(wide), ['too-large'])
  assert.deepEqual(rulesOf(`${exampleshire}# ${'e'.repeat(140_000)}\n`), [])
})

test('a bomb of aliases is refused at once, for aliases are never followed', () => {
  const bomb = [
    'a: &a [x, x]',
    ...'bcdefghijklmnopqrst'
      .split('')
      .map((key, index) => `${key}: &${key} [${`*${'abcdefghijklmnopqrs'[index]}, `.repeat(9)}x]`),
  ].join('\n')
  const start = performance.now()
  const rules = rulesOf(bomb)
  assert.ok(rules.includes('alias') && rules.includes('anchor'))
  assert.ok(performance.now() - start < 500)
})

test('deep nesting, however deep, is a problem and not a fault', () => {
  for (const piece of ['[', '{', '- ', '? ', 'a: ', '{a: ', '"', '&a ', '!x ', '- [', '|\n', 'x:\n ']) {
    const text = piece.repeat(Math.floor(60_000 / piece.length))
    const start = performance.now()
    assert.ok(rulesOf(text).length > 0, piece)
    assert.ok(performance.now() - start < 10_000, piece)
  }
  assert.deepEqual(rulesOf(`id: ${'['.repeat(100)}x${']'.repeat(100)}\n`), ['too-deep'])
})

test('hundreds of duties in a row are read in time, and thousands of anything are told to be too many', () => {
  const chain = Array.from({ length: 400 }, (_, n) => `  d${n}: { who: chair, must: meet, when: d${n + 1} }`).join('\n')
  const long = `${chain}\n  d400: { who: chair, must: meet }\n`
  const start = performance.now()
  assert.deepEqual(rulesOf(exampleshire.replace('duties:\n  lead-now', `duties:\n${long}  lead-now`)), [])
  assert.deepEqual(
    rulesOf(
      exampleshire.replace(
        'duties:\n  lead-now',
        `duties:\n${long.replace(/(d400: .*must: meet) }/, '$1, when: d0 }')}  lead-now`,
      ),
    ),
    ['circle'],
  )
  for (const [pocket, line] of [
    ['roles', 'is: Worker, tier: 2'],
    ['stages', 'is: Talk, between: worker, within: 1 working day'],
    ['facts', 'ask: Is it?'],
    ['duties', 'who: chair, must: meet'],
    ['moves', 'by: chair, to: next'],
  ] as const) {
    const many = Array.from({ length: 2000 }, (_, n) => `  many-${n}: { ${line} }\n`).join('')
    const rules = rulesOf(exampleshire.replace(new RegExp(`^${pocket}:\n`, 'm'), `${pocket}:\n${many}`))
    assert.ok(rules.includes('too-large'), `${pocket}: ${rules.slice(0, 3)}`)
  }
  assert.ok(performance.now() - start < 5000)
})

test('names that every object has are no ids: looked up by one, an object answers with what nobody wrote', () => {
  assert.ok(rulesOf(exampleshire.replaceAll('talk:', 'constructor:')).includes('bad-id'))
  assert.ok(rulesOf(exampleshire.replace('EX-1: Any', 'toString: Any')).includes('bad-id'))
  assert.deepEqual(rulesOf(exampleshire.replace('on-plan:', 'prototype: { ask: Is it? }\n  on-plan:')), [])
  assert.ok(rulesOf(`${exampleshire}__proto__: { a: b }\n`).includes('unknown-key'))
  assert.ok(
    rulesOf(exampleshire.replace('who: chair', 'who: x').replace('by: chair', 'by: constructor')).includes(
      'unknown-role',
    ),
  )
})

test('a character that nobody can see is a problem, however it is written', () => {
  for (const hidden of ['\\0', '\\e', '\\u202e', '\\ud800', '\\uffff', '\u2066'])
    assert.deepEqual(
      rulesOf(exampleshire.replace(/^title: .*$/m, `title: "Talk${hidden}ing"`)),
      ['wrong-value'],
      hidden,
    )
  assert.deepEqual(rulesOf(exampleshire.replace(/^title: .*$/m, 'title: "Talk\\ting \\u00e9 👩‍👧"')), [])
})

test('places are right in quoted and folded phrases', () => {
  const placed = (phrase: string) => {
    const result = parsePolicy(exampleshire.replace('within: 5 working days\n', `within: ${phrase}\n`))
    assert.ok(!result.ok)
    return result.problems.map(({ rule, line, column }) => [rule, line, column])
  }
  const line = exampleshire.split('\n').findIndex((one) => one.includes('within: 5 working days')) + 1
  assert.deepEqual(placed('5 workig days'), [['wrong-unit', line, 15]])
  assert.deepEqual(placed('"5 workig days"'), [['wrong-unit', line, 16]])
  assert.deepEqual(placed("'5 workig days'"), [['wrong-unit', line, 16]])
  assert.deepEqual(placed('"5\\x20workig days"'), [['wrong-unit', line, 19]])
  assert.deepEqual(placed('5\n      workig days'), [['wrong-unit', line + 1, 7]])
  assert.deepEqual(placed('>-\n      5\n      workig days'), [['wrong-unit', line + 2, 7]])
})

test('every problem of any text at all is inside the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), broken()),
      (text) => {
        const result = parsePolicy(text)
        if (result.ok) return
        assert.ok(result.problems.length > 0 && result.problems.length <= 100)
        const lines = text.split('\n')
        for (const { line, column, message, rule } of result.problems) {
          assert.ok(line >= 1 && line <= lines.length, `${rule} in line ${line} of ${lines.length}`)
          assert.ok(column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1, `${rule} in column ${column}`)
          assert.match(rule, /^[a-z]+(-[a-z]+)*$/)
          assert.ok(message.length > 10)
        }
      },
    ),
    { numRuns: 600, seed: 20260409 },
  )
})

/** The example with something cut out, put in or doubled. */
function broken(): fc.Arbitrary<string> {
  const pieces = [
    '',
    ' ',
    '\t',
    ':',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '&a ',
    '*a',
    '!t ',
    '\n',
    '\r\n',
    '#',
    '|',
    '>',
    'null',
    'not ',
    ' and ',
    ' or ',
    'of ',
    '(',
    ')',
    ',',
    '\u0000',
    '𝒜',
  ]
  return fc
    .tuple(fc.nat(exampleshire.length), fc.nat(40), fc.array(fc.constantFrom(...pieces), { maxLength: 4 }))
    .map(([from, length, put]) => exampleshire.slice(0, from) + put.join('') + exampleshire.slice(from + length))
}
