import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { dutyReference, references } from './references.ts'

const rows = Array.from({ length: 400 }, (_, n) => ({
  seq: n + 1,
  hash: createHash('sha256').update(`entry ${n}`).digest(),
}))

describe('references', () => {
  test('are ten digits of the entry’s hash, each its own', () => {
    const refs = references(rows)
    assert.equal(new Set(refs.values()).size, rows.length)
    for (const { seq, hash } of rows) assert.equal(refs.get(seq), hash.toString('hex').slice(0, 10))
  })

  test('two that begin alike: the later one has other digits, and as many; what came before never changes', () => {
    const refs = references(rows, 3)
    const plain = rows.map(({ hash }) => hash.toString('hex').slice(0, 3))
    assert.ok(new Set(plain).size < rows.length, 'they do begin alike')
    assert.equal(new Set(refs.values()).size, rows.length)
    for (const ref of refs.values()) assert.match(ref, /^[0-9a-f]{3}$/)
    const sooner = references(rows.slice(0, 200), 3)
    for (const [seq, ref] of sooner) assert.equal(refs.get(seq), ref)
  })

  test('of duties say which duty, and nothing that can be guessed without the key', () => {
    const key = Buffer.alloc(32, 7)
    const ref = dutyReference(key, 'here', 'case', 'talk·2·0·school')
    assert.match(ref, /^talk·[0-9a-f]{12}$/)
    const others = [
      dutyReference(key, 'here', 'case', 'talk·3·0·school'),
      dutyReference(key, 'here', 'another', 'talk·2·0·school'),
      dutyReference(Buffer.alloc(32, 8), 'here', 'case', 'talk·2·0·school'),
    ]
    assert.equal(new Set([ref, ...others]).size, 4)
    assert.equal(dutyReference(key, 'here', 'case', 'talk·2·0·school'), ref)
  })
})
