import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { SealBroken } from '../faults.ts'
import { KeyCache, makeDataKey, unwrapDataKey } from './data-keys.ts'
import { createKeys } from './keys-folder.ts'
import { lookupHash, type Place, seal, unseal } from './seal.ts'

const key = randomBytes(32)
const place: Place = {
  table: 'entry',
  partnership: 'p',
  caseId: 'c',
  row: '1',
  column: 'sealed',
  owner: 'school',
  keyVersion: 1,
}

describe('a sealed value', () => {
  test('opens where it was sealed', () => {
    for (const words of ['', 'Zoë 🐝', 'x'.repeat(100_000)])
      assert.equal(unseal(key, place, seal(key, place, words)).toString(), words)
  })

  test('opens nowhere else, and with no other key', () => {
    const sealed = seal(key, place, 'words')
    for (const name of ['table', 'partnership', 'caseId', 'row', 'column', 'owner'] as const)
      assert.throws(() => unseal(key, { ...place, [name]: `${place[name]}x` }, sealed), SealBroken, name)
    assert.throws(() => unseal(key, { ...place, keyVersion: 2 }, sealed), SealBroken)
    assert.throws(() => unseal(randomBytes(32), place, sealed), SealBroken)
    // The parts of a place cannot be shifted into one another.
    assert.throws(() => unseal(key, { ...place, caseId: 'c1', row: '' }, sealed), SealBroken)
  })

  test('a thousand values moved or changed by one bit: none opens', () => {
    for (let i = 0; i < 1000; i++) {
      const sealed = seal(key, { ...place, row: String(i) }, `words ${i}`)
      assert.throws(() => unseal(key, { ...place, row: String(i + 1) }, sealed), SealBroken)
      const bit = i % (sealed.length * 8)
      sealed[bit >> 3] = (sealed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      assert.throws(() => unseal(key, { ...place, row: String(i) }, sealed), SealBroken)
    }
  })

  test('the same words twice do not look the same', () => {
    assert.notDeepEqual(seal(key, place, 'words'), seal(key, place, 'words'))
  })
})

describe('data keys', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'concordat-keys-'))
  after(() => rmSync(dir, { recursive: true, force: true }))
  const keys = await createKeys(join(dir, 'one'))
  const at = { partnership: 'p', caseId: 'c', owner: 'school' }

  test('a wrapped key opens for its own compartment and installation alone', async () => {
    const { made, row } = makeDataKey(keys, at)
    assert.deepEqual(unwrapDataKey(keys, row), made)
    assert.throws(() => unwrapDataKey(keys, { ...row, owner: 'council' }), SealBroken)
    assert.throws(() => unwrapDataKey(keys, { ...row, caseId: 'd' }), SealBroken)
    assert.throws(() => unwrapDataKey(keys, { ...row, masterVersion: 2 }), SealBroken)
    assert.throws(() => unwrapDataKey({ ...keys, master: new Map([[1, randomBytes(32)]]) }, row), SealBroken)
  })

  test('the cache keeps the newest, by compartment and version', () => {
    const cache = new KeyCache(2)
    for (const owner of ['a', 'b', 'c']) cache.put({ ...at, owner }, { version: 1, key })
    assert.equal(cache.get({ ...at, owner: 'a' }, 1), undefined)
    assert.ok(cache.get({ ...at, owner: 'c' }, 1))
    assert.equal(cache.get({ ...at, owner: 'c' }, 2), undefined)
  })

  test('each installation has other passwords and lookups', async () => {
    const other = await createKeys(join(dir, 'two'))
    assert.notEqual(keys.passwordOf('concordat_app'), other.passwordOf('concordat_app'))
    assert.notEqual(keys.passwordOf('concordat_app'), keys.passwordOf('concordat_work'))
    assert.notDeepEqual(lookupHash(keys.lookup, 'school', 'Zoë'), lookupHash(other.lookup, 'school', 'Zoë'))
    assert.notDeepEqual(lookupHash(keys.lookup, 'school', 'Zoë'), lookupHash(keys.lookup, 'council', 'Zoë'))
  })
})
