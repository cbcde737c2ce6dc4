import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { canonical, instant } from './canonical.ts'
import { isGenuine, signCheckpoint } from './checkpoint.ts'
import { type ChainedHead, entryHash, NOTHING_BEFORE } from './entry-hash.ts'

describe('canonical JSON', () => {
  test('keys in order, no spaces, absent members left out, numbers as ECMAScript writes them', () => {
    const value = {
      b: [1, -0, 1e21, 0.1, 1e-7],
      a: { z: undefined, é: 'é\u2028"\\', A: null },
      '\ud83d\ude00': true,
      '\ufb33': false,
    }
    assert.equal(
      canonical(value),
      '{"a":{"A":null,"é":"é\u2028\\"\\\\"},"b":[1,0,1e+21,0.1,1e-7],"\ud83d\ude00":true,"\ufb33":false}',
    )
  })

  test('what JSON cannot say exactly is refused', () => {
    for (const value of [Number.NaN, Infinity, () => 1, Symbol('x'), 1n, '\ud800', { '\ud800': 1 }])
      assert.throws(() => canonical(value), TypeError)
  })

  test('the order in which members were written does not matter, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value)
        assert.equal(canonical(JSON.parse(text)), text)
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)))
        assert.equal(canonical(backwards(value)), text)
      }),
    )
  })
})

describe('the hash of an entry', () => {
  const head: ChainedHead = {
    partnership: 'exampleshire',
    caseId: 'c1',
    seq: 1,
    kind: 'note',
    happened: instant(1775120400123),
    told: instant(1775120400123),
    recorded: instant(1775120400123),
    by: 'amal',
    as: null,
    agency: 'school',
    side: 'raising',
    owner: 'school',
    audience: 'parties',
    audienceAgency: null,
    audiencePeople: [],
    inConfidence: false,
    policyId: 'sample',
    policyVersion: 1,
    policyHash: 'f',
    answers: [],
    corrects: null,
    keyVersion: 1,
  }

  test('is the one that these bytes written out by hand have', () => {
    const sealed = Buffer.from('sealed words')
    const content = createHash('sha256').update('sealed words').digest('hex')
    const bytes =
      'concordat entry v1\n' +
      `{"agency":"school","answers":[],"as":null,"audience":"parties","audienceAgency":null,"audiencePeople":[],"by":"amal","caseId":"c1","content":"${content}",` +
      '"corrects":null,"happened":"2026-04-02T09:00:00.123Z","inConfidence":false,"keyVersion":1,"kind":"note","owner":"school","partnership":"exampleshire",' +
      `"policyHash":"f","policyId":"sample","policyVersion":1,"prev":"${'00'.repeat(32)}","recorded":"2026-04-02T09:00:00.123Z","seq":1,"side":"raising",` +
      '"told":"2026-04-02T09:00:00.123Z"}'
    assert.equal(
      entryHash(head, sealed, NOTHING_BEFORE).toString('hex'),
      createHash('sha256').update(bytes).digest('hex'),
    )
    // A golden vector: if this changes, records already written no longer verify.
    assert.equal(
      entryHash(head, sealed, NOTHING_BEFORE).toString('hex'),
      '5ab3dc3fc30e753aad05dc215e8ce55339486dccceb466be1ced3c381acf0db0',
    )
  })

  test('changes with the words, with what came before and with any column', () => {
    const whole = entryHash(head, Buffer.from('x'), NOTHING_BEFORE)
    assert.notDeepEqual(entryHash(head, Buffer.from('y'), NOTHING_BEFORE), whole)
    assert.notDeepEqual(entryHash(head, Buffer.from('x'), whole), whole)
    for (const key of Object.keys(head))
      assert.notDeepEqual(entryHash({ ...head, [key]: 'other' }, Buffer.from('x'), NOTHING_BEFORE), whole, key)
  })
})

test('a checkpoint holds for what was signed, by who signed, and nothing else', () => {
  const [mine, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')]
  const said = { partnership: 'p', caseId: 'c', seq: 3, hash: 'ab', at: instant(0), signer: 's' }
  const checkpoint = signCheckpoint(mine.privateKey, said)
  assert.ok(isGenuine(mine.publicKey, checkpoint))
  assert.ok(!isGenuine(other.publicKey, checkpoint))
  for (const change of [{ seq: 2 }, { hash: 'ac' }, { caseId: 'd' }, { at: instant(1) }])
    assert.ok(!isGenuine(mine.publicKey, { ...checkpoint, ...change }))
})

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, backwards(member)]),
  )
}
