/** Who may do a duty. Each test is named by its sentence of language.md section 3 "Life of an instance". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, ladder, post, raise, small, up } from './test-place.ts'

const inTalk = (duties: string, rest = '', more: Parameters<typeof small>[1] = {}) =>
  small(ladder(`    duties:\n${duties}`, rest), more)

const asked = inTalk('      ack: { who: responding manager, must: reply, within: 2 working days }')

test('it is done by whoever holds the role in that agency; nobody else, silently', () => {
  const t = raise(asked)
  t.then(act('reply'), 'council-manager', '2026-03-02 12:00')
  const key = { keys: ['ack·1·0·council'] }
  assert.equal(t.refused(act('reply', key), 'council-worker', '2026-03-02 12:00').code, 'not yours')
  assert.equal(t.refused(act('reply', key), 'clinic-manager', '2026-03-02 12:00').code, 'no part')
  const t2 = t.then(act('reply'), 'council-worker', '2026-03-02 12:00')
  assert.deepEqual(
    t2.duty('ack', '2026-03-02 13:00'),
    ['open 2026-03-04 17:00'],
    'a free reply of somebody else does not do it',
  )
})

test('an `or` title counts', () => {
  const posts = [post('sal', 'council', 'supervisor')]
  raise(asked, {}, 'school-worker', '2026-03-02 10:00', { posts }).then(act('reply'), 'sal', '2026-03-02 12:00')
})

test('a recorded cover counts while the holder is away, and the entry says in which role', () => {
  const away = { 'council-manager': { from: '2026-03-02', to: '2026-03-06', cover: 'council-senior' } }
  const t = raise(asked, {}, 'school-worker', '2026-03-02 10:00', { away })
  const done = t.then(act('reply'), 'council-senior', '2026-03-02 12:00')
  assert.equal(done.of('replied')[0]?.as, 'manager')
  assert.equal(
    t.refused(act('reply', { keys: ['ack·1·0·council'] }), 'council-lead', '2026-03-02 12:00').code,
    'no part',
  )
})

test('the `else` steps in when nobody holds it, or all are away', () => {
  raise(asked, {}, 'school-worker', '2026-03-02 10:00', { without: ['council-manager'] }).then(
    act('reply'),
    'council-lead',
    '2026-03-02 12:00',
  )
  const away = { 'council-manager': { from: '2026-03-02', to: '2026-03-06' } }
  const t = raise(asked, {}, 'school-worker', '2026-03-02 10:00', { away })
  assert.equal(t.then(act('reply'), 'council-lead', '2026-03-02 12:00').of('replied')[0]?.as, 'manager')
})

test('the `else` steps in too for somebody who stands in a stage already and goes away', () => {
  const text = small(ladder('', '', '    duties:\n      ack: { who: responding manager, must: reply }'))
  const away = { 'council-manager': { from: '2026-03-10', to: '2026-03-20' } }
  const t = raise(text, {}, 'school-worker', '2026-03-02 10:00', { away }).then(up, 'school-worker', '2026-03-03 10:00')
  assert.equal(
    t.refused(act('reply', { keys: ['ack·2·0·council'] }), 'council-lead', '2026-03-09 10:00').code,
    'no part',
  )
  t.then(act('reply', { keys: ['ack·2·0·council'] }), 'council-lead', '2026-03-10 10:00')
})

test('a tier nobody holds: `else`, then the most senior person the agency has', () => {
  const nobody = { without: ['council-senior', 'council-director', 'council-lead'] }
  const text = inTalk('      ack: { who: responding director, must: reply }')
  raise(text, {}, 'school-worker', '2026-03-02 10:00', nobody).then(act('reply'), 'council-manager', '2026-03-02 12:00')
})

test('somebody who acts for both sides does neither: the role’s `else` steps in', () => {
  const posts = [post('school-worker', 'council', 'manager', { tier: 2 })]
  const t = raise(asked, {}, 'school-worker', '2026-03-02 10:00', { posts, without: ['council-manager'] })
  assert.equal(
    t.refused(act('reply', { keys: ['ack·1·0·council'] }), 'school-worker', '2026-03-02 12:00').code,
    'not yours',
  )
})

test('one person may hold two roles on one side, and the entry says in which they act', () => {
  const posts = [post('school-worker', 'school', 'manager', { tier: 2 })]
  const text = inTalk('      ack: { who: raising manager, must: reply }')
  const t = raise(text, {}, 'school-worker', '2026-03-02 10:00', { posts }).then(
    act('reply'),
    'school-worker',
    '2026-03-02 12:00',
  )
  assert.equal(t.of('replied')[0]?.as, 'manager')
})
