/**
 * `docs/writing-a-policy.md` is taught from real policies: every YAML block in it is read, merged and checked here.
 *
 * The words after `yaml` say what a block is:
 * `whole: NAME` a whole policy · `in: NAME` a part, laid over that policy · `in: NAME, new ladder` a part whose `stages` stand instead of its own ·
 * `…, as: NAME` what comes of it has a name too · `wrong …` has a mistake, and the block `text says` after it holds the finding, word for word.
 * A block `text explained: NAME` holds sentences that the program says of that policy.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedBankHolidays } from '../calendars/shipped.ts'
import { check } from '../src/domain/policy/check.ts'
import { explain } from '../src/domain/policy/explain.ts'
import { explainMarkdown } from '../src/domain/policy/explain-markdown.ts'
import { findingRules } from '../src/domain/policy/finding-rules.ts'
import { parsePolicy } from '../src/domain/policy/parse-policy.ts'
import { policyShape } from '../src/domain/policy/shape.ts'
import { kinds } from './rule-kinds/kinds.ts'
import { blocks, document, exampleUnder, headingsOf, library, policyNamed, wholeOf } from './writing-a-policy-blocks.ts'

function findings(text: string): readonly { readonly level: string; readonly message: string }[] {
  const read = parsePolicy(text, library)
  if (!read.ok) return read.problems.map(({ message }) => ({ level: 'error', message }))
  return check(read.policy, { holidays: shippedBankHolidays(read.policy.nation), library }).findings
}

const errorsIn = (text: string) => findings(text).filter((one) => one.level === 'error')

for (const [n, block] of blocks.entries()) {
  const { line, language, options } = block
  if (language === 'yaml' && options.has('wrong')) {
    test(`line ${line}: the mistake is found, and said in these words`, () => {
      const told = blocks[n + 1]
      assert.ok(told && told.options.has('says'), 'no block `text says` follows')
      const messages = findings(wholeOf(block)).map((one) => one.message)
      for (const words of told.text.trim().split('\n')) assert.ok(messages.includes(words), messages.join('\n'))
    })
  } else if (language === 'yaml') {
    test(`line ${line}: ${options.has('whole') ? 'a policy' : 'a part'} that may be adopted`, () => {
      assert.ok(options.has('whole') || options.has('in'), 'the block does not say what it is')
      assert.deepEqual(errorsIn(wholeOf(block)), [])
    })
  } else if (options.has('explained')) {
    test(`line ${line}: what the program says back`, () => {
      const read = parsePolicy(policyNamed(options.get('explained') ?? ''), library)
      assert.ok(read.ok)
      const said = explainMarkdown(explain(read.policy))
      for (const words of block.text.trim().split('\n')) assert.ok(said.includes(words), `${words}\nnot in\n${said}`)
    })
  }
}

test('the policy built up in the lessons is the whole one that is shown', () => {
  const last = policyNamed('lessons')
  const shown = policyNamed('mapleford')
  assert.ok(last && shown)
  const [built, written] = [parsePolicy(last), parsePolicy(shown)]
  assert.ok(built.ok && written.ok)
  assert.equal(built.policy.hash, written.policy.hash)
})

test('every rule kind has a heading and an example of its own', () => {
  const headings = headingsOf(document)
  for (const kind of kinds) {
    const n = headings.findIndex(({ title }) => title.startsWith(`${kind} `))
    const [from, to] = [headings[n]?.line ?? 0, headings[n + 1]?.line ?? Number.POSITIVE_INFINITY]
    assert.ok(from > 0, `${kind} has no heading`)
    assert.ok(
      blocks.some((one) => one.language === 'yaml' && one.line > from && one.line < to),
      `${kind} has no example`,
    )
  }
})

test('every key of the language is in the reference', () => {
  const reference = document.slice(document.indexOf('## Reference'))
  const missing = keysOf(policyShape).filter((key) => !reference.includes(`\`${key}\``))
  assert.deepEqual([...new Set(missing)], [])
})

test('every finding of the checker is in the document', () => {
  assert.deepEqual(
    findingRules.filter((rule) => !document.includes(`\`${rule}\``)),
    [],
  )
})

function keysOf(shape: typeof policyShape): readonly string[] {
  switch (shape.is) {
    case 'object':
      return Object.entries(shape.keys).flatMap(([key, of]) => [key, ...keysOf(of)])
    case 'map':
    case 'list':
    case 'some':
      return keysOf(shape.of)
    default:
      return []
  }
}

test('every rule kind is shown: the policy with it says something that it does not say without', () => {
  const without = new Set(sentencesOf(policyNamed('mapleford')))
  const silent = kinds.filter((kind) => sentencesOf(exampleUnder(`${kind} `)).every((one) => without.has(one)))
  assert.deepEqual(silent, [])
})

function sentencesOf(text: string): readonly string[] {
  const read = parsePolicy(text, library)
  assert.ok(read.ok)
  return explainMarkdown(explain(read.policy)).split('\n')
}

test('a mistake planted in an example is noticed', () => {
  const text = exampleUnder('K05 ')
  assert.deepEqual(errorsIn(text), [])
  assert.notEqual(errorsIn(text.replace('own manager', 'own manger')).length, 0)
})
