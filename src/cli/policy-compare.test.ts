import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parsePolicy } from '../domain/policy/parse-policy.ts'
import { besideEachOther, wrapped } from './columns.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'concordat-compare-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function policy(...args: readonly string[]) {
  const ran = spawnSync(process.execPath, ['bin/concordat.mjs', 'policy', ...args], { cwd: root, encoding: 'utf8' })
  return { code: ran.status, out: ran.stdout, error: ran.stderr }
}
const two = ['policies/havering.yaml', 'policies/ready-steady-grow.yaml'] as const

test('compare: one tells the reviewing officer and the other the safeguarding lead, in 100 columns', () => {
  const { code, out } = policy('compare', ...two)
  assert.equal(code, 0)
  const words = out.replace(/\s+/g, ' ')
  assert.match(
    words,
    /Havering has the independent reviewing officer told, Ready Steady Grow has the designated safeguarding lead told/,
  )
  assert.match(words, /Here there is no such stage\./)
  assert.deepEqual(
    out.split('\n').filter((line) => line.length > 100),
    [],
  )
})

test('strictest: as JSON, with where each duty comes from; the file it keeps reads as a policy', () => {
  const file = join(folder, 'both.yaml')
  const { code, out } = policy('strictest', ...two, '--out', file, '--json')
  const { origins, conflicts } = JSON.parse(out)
  assert.equal(code, 0)
  const iro = origins.find((one: { id: string }) => one.id === 'told-iro')
  assert.deepEqual([iro.from, iro.cites], ['a', ['havering/HV-2.5']])
  assert.equal(conflicts.length, 1)
  assert.ok(parsePolicy(readFileSync(file, 'utf8')).ok)
})

test('a file that is not there ends with 2 and a sentence', () => {
  const { code, error } = policy('compare', two[0], 'nowhere.yaml')
  assert.equal(code, 2)
  assert.match(error, /nowhere\.yaml cannot be read: there is no such file\./)
})

test('columns: words are never cut, and both sides go on as long as either', () => {
  assert.deepEqual(wrapped('one two three', 7), ['one two', 'three'])
  assert.deepEqual(besideEachOther('one two', 'a', 3), ['one  | a', 'two  |'])
})
