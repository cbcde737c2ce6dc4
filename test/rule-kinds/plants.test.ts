/** Every rule kind has an example, and a plant that takes the engine's support for it out; `test/rule-kinds/try-plants.ts` tries them. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { kinds } from './kinds.ts'
import { plants } from './plants.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const examples = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => read(name))
  .join('\n')

test('every rule kind has its example, and its plant', () => {
  assert.deepEqual(
    kinds.filter((kind) => !new RegExp(`^test\\('${kind} `, 'm').test(examples)),
    [],
  )
  assert.deepEqual(
    plants.map(({ kind }) => kind),
    kinds,
  )
})

test('every plant still fits the code', () => {
  const misfits = plants.filter(({ file, find }) => read(`../../src/domain/${file}`).split(find).length !== 2)
  assert.deepEqual(misfits, [])
})
