import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copiesOf, traces } from '../bin/own-text-rules.ts'

// Put together here, so that this file does not hold what it looks for.
const slash = '/'
const kind = 'PRIVATE'

test('planted: paths, registries and keys of one machine are found, with their line', () => {
  const path = ['', 'home', 'ann', 'concordat'].join(slash)
  assert.deepEqual(traces(`one\ntwo ${path}`, []), ['line 2: a path of one machine'])
  assert.deepEqual(traces(`https:${slash}${slash}registry.example.org/a`, []), [
    'line 1: the address of a package registry',
  ])
  assert.deepEqual(traces(`-----BEGIN ${kind} KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ`, []), ['line 1: a private key'])
  assert.deepEqual(traces('see /srv/clone/here', ['/srv/clone']), ['line 1: a path of this machine'])
})

test('addresses of pages and relative paths are no traces', () => {
  assert.deepEqual(traces("href='/cases/1' import '../work/sweep.ts' src/home/page /tmp", []), [])
})

test('planted: eight words in a row of a source are found, however they are set', () => {
  const copied = copiesOf(['The quick brown fox jumps over\n  the lazy dog. Then it rests.'])
  assert.deepEqual(copied('# quick, brown\n# fox: jumps over the lazy DOG'), [
    'line 1: words of a source: "quick brown fox jumps over the lazy dog"',
  ])
  assert.deepEqual(copied('quick brown fox jumps over a lazy dog'), [])
})

test('planted: e-mail addresses, telephone numbers and postcodes of a source are found', () => {
  const copied = copiesOf(['Ring 01632 960 001 or write to desk@board.example, EX4 9ZZ'])
  assert.deepEqual(copied('tel: 01632960001, Desk@board.example, EX4 9ZZ'), [
    'a contact of a source: desk@board.example',
    'a contact of a source: 01632960001',
    'a contact of a source: EX4 9ZZ',
  ])
  assert.deepEqual(copied('tel: 01632 960 002, other@board.example'), [])
})
