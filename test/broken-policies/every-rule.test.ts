/**
 * Policies that are broken at one place each. The first line of a file says what is to be found in it: `# finds: RULE LINE:COLUMN`.
 * Lines below it may say what else is known: `# today: DATE`, `# directory: NAME` (`with/NAME.json`), `# current: POLICY VERSION`
 * (the version that has come since), `# most: NUMBER` (of situations to walk); parents stand in `with/` too. Every rule of the checker has a file. Source: issue 3; language.md section 5.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { shippedBankHolidays } from '../../calendars/shipped.ts'
import { checkText } from '../../src/domain/policy/check.ts'
import { findingRules, problemRules } from '../../src/domain/policy/finding-rules.ts'
import type { Library } from '../../src/domain/policy/layers.ts'

/** What every policy is told, however good: which of our defaults hold and which not, how long it takes at most, whom it waits for. Left out but where a file is about it. */
const toldToAll: readonly string[] = ['defaults-in-use', 'defaults-overridden', 'longest-total', 'waits-for-one']

/** The one rule whose file cannot be kept here: it is about files that are too large. */
const grown: Readonly<Record<string, string>> = { 'too-large': `# finds: too-large 1:1\n${'# more\n'.repeat(40_000)}` }

const files: ReadonlyMap<string, string> = new Map([
  ...readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.yaml'))
    .map((name): [string, string] => [name, read(name)]),
  ...Object.entries(grown),
])

for (const [name, text] of files)
  test(`${name} gives its finding and no other`, () => {
    const [rule = '', where] = (said(text, 'finds') ?? '').split(' ')
    const found = findings(text).filter((one) => one.rule === rule || !toldToAll.includes(one.rule))
    const told = found.map((one) => `${one.rule} ${one.line}:${one.column}`)
    // What every policy is told may be told here of another place too.
    if (toldToAll.includes(rule)) assert.ok(told.includes(`${rule} ${where}`), told.join(', '))
    else assert.deepEqual(told, [`${rule} ${where}`])
    for (const { message, story } of found) for (const line of [message, ...story]) assert.match(line, /^\S.*[.?!]”?$/s)
  })

test('the policy that most of them were made of is sound: what is found comes of the one thing that is wrong', () => {
  const found = findings(read('with/exampleshire-1.yaml')).map((one) => one.rule)
  assert.deepEqual(
    found.filter((rule) => !toldToAll.includes(rule)),
    [],
  )
})

test('every rule that the checker can tell has a file here, and no file is about another', () => {
  const here = new Set([...files.values()].map((text) => said(text, 'finds')?.split(' ')[0] ?? ''))
  assert.deepEqual(here, new Set([...problemRules, ...findingRules]))
})

function findings(text: string) {
  const today = said(text, 'today')
  const directory = said(text, 'directory')
  const most = said(text, 'most')
  return checkText(text, {
    holidays: shippedBankHolidays,
    library: libraryOf(said(text, 'current')),
    ...(most === undefined ? {} : { most: Number(most) }),
    ...(today === undefined ? {} : { today }),
    ...(directory === undefined ? {} : { directory: JSON.parse(read(`with/${directory}.json`)) }),
  }).findings
}

/** Parents by id and version; the current one is the first, unless a file says that it has moved on. */
function libraryOf(current: string | undefined): Library {
  const [id, latest] = current?.split(' ') ?? []
  return (wanted, version = wanted === id ? Number(latest) : 1) => {
    const name = `${wanted}-${version}.yaml`
    return readdirSync(`${import.meta.dirname}/with`).includes(name) ? read(`with/${name}`) : undefined
  }
}

function said(text: string, key: string): string | undefined {
  return new RegExp(`^# ${key}: (.+)$`, 'm').exec(text)?.[1]
}

function read(name: string): string {
  return readFileSync(`${import.meta.dirname}/${name}`, 'utf8')
}
