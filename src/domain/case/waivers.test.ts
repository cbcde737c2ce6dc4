/** Waivers. Each test is named by its sentence of language.md section 3 "Life of an instance". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partOf } from './parts.ts'
import { sees } from './sees.ts'
import { shownCase, shownDuties } from './shown.ts'
import { act, answer, ladder, post, raise, said, small, up, when } from './test-place.ts'

const inTalk = (duties: string, rest = '', more: Parameters<typeof small>[1] = {}) =>
  small(ladder(`    duties:\n${duties}`, rest), more)

const waive = (key: string, words = 'It was done in another way.') => ({ kind: 'waive', key, words }) as const

test('a `should` or `may` is let go by its ower, with a reason', () => {
  const t = raise(inTalk('      ack: { who: responding worker, should: reply }'))
  assert.equal(t.refused(waive('ack·1·0·council', ' '), 'council-worker', '2026-03-02 12:00').code, 'missing')
  assert.equal(t.refused(waive('ack·1·0·council'), 'school-worker', '2026-03-02 12:00').code, 'not yours')
  assert.deepEqual(
    t.then(waive('ack·1·0·council'), 'council-worker', '2026-03-02 12:00').duty('ack', '2026-03-02 13:00'),
    ['waived'],
  )
})

test('a `must` only by the role in `waive`', () => {
  const t = raise(
    inTalk(`
      ack:  { who: responding worker, must: reply }
      told: { who: raising worker, must: tell coordinator }`),
  ).then(act('tell', { to: ['coordinator'] }), 'school-worker', '2026-03-02 11:00')
  assert.equal(t.refused(waive('ack·1·0·council'), 'council-worker', '2026-03-02 12:00').code, 'not yours')
  assert.deepEqual(
    t.then(waive('ack·1·0·council'), 'coordinator', '2026-03-02 12:00').duty('ack', '2026-03-02 13:00'),
    ['waived'],
  )
  const chair = raise(
    inTalk(
      `
      ack:  { who: responding worker, must: reply }
      told: { who: raising worker, must: tell coordinator and chair }`,
      'settings: { waive: chair }',
    ),
  ).then(act('tell', { to: ['coordinator', 'chair'] }), 'school-worker', '2026-03-02 11:00')
  assert.equal(chair.refused(waive('ack·1·0·council'), 'coordinator', '2026-03-02 12:00').code, 'not yours')
  chair.then(waive('ack·1·0·council'), 'chair', '2026-03-02 12:00')
})

test('"same person": a notice to whoever wrote the entry that started it is waived at once', () => {
  const text = inTalk('      told: { who: raising manager, must: tell raising worker }')
  const t = raise(text)
  assert.deepEqual(
    t.duty('told', '2026-03-02 11:00').map((d) => d.split(' ')[0]),
    ['waived'],
  )
  assert.deepEqual(
    t.of('waived').map((e) => [e.by, e.what.samePerson, said(e.happened)]),
    [['concordat', true, '2026-03-02 10:00']],
  )
  const other = raise(text.replace('tell raising worker', 'tell responding worker'))
  assert.deepEqual(other.of('waived').length, 0)
})

test('"same person": what waits for the telling goes on, for whoever is told knows', () => {
  const text = inTalk(`
      told:   { who: each worker, must: tell own manager, within: 1 working day }
      passed: { who: each manager, must: tell coordinator, when: told, within: 1 working day }`)
  const t = raise(text, {}, 'school-manager')
  assert.deepEqual(
    t.of('waived').map((e) => e.what.key),
    ['told·1·0·school'],
  )
  assert.deepEqual(t.duty('passed', '2026-03-02 11:00', 'school'), ['open 2026-03-03 17:00'])
  assert.deepEqual(t.duty('passed', '2026-03-02 11:00', 'council'), [])
  const both = t.then(act('tell', { to: ['council-manager'] }), 'council-worker', '2026-03-02 12:00')
  assert.deepEqual(both.duty('passed', '2026-03-02 13:00', 'council'), ['open 2026-03-03 17:00'])
})

test('"same person": an answer is the entry that started what hangs on it', () => {
  const text = inTalk('      told: { who: raising worker, must: tell own lead, if: on-plan }')
  const t = raise(text.replace('told:', 'brief: { who: raising lead, must: do brief }\n      told:')).then(
    answer('on-plan', true),
    'school-lead',
    '2026-03-02 12:00',
  )
  assert.deepEqual(
    t.of('waived').map((e) => e.what.key),
    ['told·1·0·school'],
  )
  const byWorker = raise(text).then(answer('on-plan', true), 'school-worker', '2026-03-02 12:00')
  assert.equal(byWorker.of('waived').length, 0)
})

test('"same person": one to be consulted who is the only holder and owes it', () => {
  const text = inTalk('      advice: { who: raising manager, must: consult own manager }')
  assert.equal(raise(text).of('waived').length, 1)
  const two = { posts: [post('school-deputy', 'school', 'manager', { tier: 2 })] }
  assert.equal(raise(text, {}, 'school-worker', '2026-03-02 10:00', two).of('waived').length, 0)
})

test('what is waived blocks nothing', () => {
  const t = raise(inTalk('      ack: { who: raising worker, should: reply, before: up }'))
  assert.equal(t.refused(up, 'school-worker', '2026-03-02 12:00').code, 'blocked')
  t.then(waive('ack·1·0·school'), 'school-worker', '2026-03-02 12:00').then(up, 'school-worker', '2026-03-02 12:30')
})

test('a role of the Board that `waive` names needs no other part: it knows of the case, lets a `must` go, and reads nothing else', () => {
  const text = inTalk('      ack: { who: responding worker, must: reply }', 'settings: { waive: coordinator }')
  const t = raise(text)
  const part = partOf(t.world, t.c, 'coordinator', when('2026-03-02 11:00'))
  assert.deepEqual([part?.level, part?.side], ['board', 'board'])
  assert.ok(part)
  const seen = sees(t.world, t.c, t.entries, 'coordinator', when('2026-03-02 11:00'))
  assert.equal(seen.size, 0)
  const shown = shownCase(t.c, part, seen)
  assert.deepEqual([shown.subject.name, shown.title], ['', ''])
  assert.ok(shownDuties(t.c, part, t.due('2026-03-02 11:00')).some((i) => i.key === 'ack·1·0·council'))
  assert.equal(t.refused(waive('ack·1·0·council', ' '), 'coordinator', '2026-03-02 12:00').code, 'missing')
  assert.equal(t.refused({ kind: 'note', words: 'Hm.' }, 'coordinator', '2026-03-02 12:00').code, 'not yours')
  const letGo = t.then(waive('ack·1·0·council'), 'coordinator', '2026-03-02 12:00')
  assert.deepEqual(letGo.duty('ack', '2026-03-02 13:00'), ['waived'])
  assert.equal(partOf(t.world, t.c, 'chair', when('2026-03-02 11:00')), undefined)
  const board = raise(inTalk('      ack: { who: responding worker, must: reply }'))
  assert.equal(
    partOf(board.world, board.c, 'coordinator', when('2026-03-02 11:00')),
    undefined,
    'the whole Board knows of nothing',
  )
})

test('a role of an agency that `waive` names lets go what its own agency owes, and no other', () => {
  const text = inTalk(
    `
      ack:   { who: responding worker, must: reply }
      brief: { who: each lead, must: do brief }`,
    'settings: { waive: lead }',
  )
  const t = raise(text)
  assert.equal(t.refused(waive('ack·1·0·council'), 'school-lead', '2026-03-02 12:00').code, 'not yours')
  t.then(waive('ack·1·0·council'), 'council-lead', '2026-03-02 12:00')
})
