/** What language.md promises and the engine did not do. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, ladder, move, raise, small, up } from '../../src/domain/case/test-place.ts'

test('somebody in an agency may be the one who decides', () => {
  const stages = (by: string) => `\nstages:\n  talk: { is: Talk, between: worker }\n  home: { is: Home, by: ${by} }\n`
  const t = raise(small(stages('raising senior'))).then(up, 'school-worker', '2026-03-02 11:00')
  assert.equal(t.then(move('decide'), 'school-senior', '2026-03-02 12:00').stands, 'decided')
  const other = raise(small(stages('responding senior'))).then(up, 'school-worker', '2026-03-02 11:00')
  assert.equal(other.then(move('decide'), 'council-senior', '2026-03-02 12:00').stands, 'decided')
})

test('a form with two questions in words is not answered by the reason alone', () => {
  const text = small(ladder('    moves:\n      up: { by: raising worker, asks: [form] }'), {
    facts: '  also: { ask: What else?, kind: words }\n  form: { ask: Form, asks: [exact, also] }\n',
  })
  assert.equal(
    raise(text).refused(move('up', { facts: { exact: 'This.' } }), 'school-worker', '2026-03-02 11:00').code,
    'missing',
  )
})

test('`each` and `everyone` are reached when every agency is', () => {
  const t = (words: string) => raise(small(ladder(`    duties:\n      told: { who: raising worker, must: ${words} }`)))
  const after = (words: string, verb: 'tell' | 'consult', ...to: readonly string[]) =>
    t(words).then(act(verb, { to }), 'school-worker', '2026-03-02 11:00').last('told', '2026-03-02 12:00')?.status
  assert.equal(after('tell each manager', 'tell', 'council-manager'), 'open')
  assert.equal(after('tell each manager', 'tell', 'council-manager', 'school-manager'), 'done')
  assert.equal(after('consult each board-member', 'consult', 'council-member'), 'open')
  assert.equal(after('tell everyone', 'tell', 'school-manager'), 'open')
  assert.equal(after('tell everyone', 'tell', 'council-worker'), 'done')
})
