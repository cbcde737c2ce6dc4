/** When a duty arises. Each test is named by its sentence of language.md section 3. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agree, agreedBy, ladder, move, raise, said, small, up } from './test-place.ts'

const inTalk = (duties: string, rest = '', more: Parameters<typeof small>[1] = {}) =>
  small(ladder(`    duties:\n${duties}`, rest), more)

test('a stage’s duty arises once per visit: going back starts it anew, and the old one stays as it ended', () => {
  const text = small(
    ladder(
      '    duties:\n      talked: { who: raising worker, must: discuss, within: 2 working days }',
      'moves:\n  back: { by: raising party, to: talk }',
    ),
  )
  const t = raise(text)
    .then(up, 'school-worker', '2026-03-03 10:00')
    .then(move('back', { stage: 'talk' }), 'school-manager', '2026-03-09 10:00')
  assert.deepEqual(t.duty('talked', '2026-03-09 11:00'), ['overtaken 2026-03-04 17:00', 'open 2026-03-11 17:00'])
  const keys = t
    .due('2026-03-09 11:00')
    .filter((i) => i.id === 'talked')
    .map((i) => i.key)
  assert.deepEqual(keys, ['talked·1·0·school', 'talked·3·0·school'])
})

test('a policy’s duty arises once per case, whatever stages are entered', () => {
  const t = raise(small(ladder('', 'duties:\n  once: { who: raising worker, must: do something }'))).then(
    up,
    'school-worker',
    '2026-03-03 10:00',
  )
  assert.deepEqual(
    t
      .due('2026-03-04 10:00')
      .filter((i) => i.id === 'once')
      .map((i) => i.key),
    ['once·0·0·school'],
  )
})

test('with `when`: at every such event inside the scope', () => {
  const t = raise(small(ladder('', 'duties:\n  told: { who: raising party, must: tell iro, when: any stage }'))).then(
    up,
    'school-worker',
    '2026-03-03 10:00',
  )
  assert.deepEqual(
    t
      .due('2026-03-04 10:00')
      .filter((i) => i.id === 'told')
      .map((i) => [i.key, said(i.arose)]),
    [
      ['told·1·0·school', '2026-03-02 10:00'],
      ['told·2·0·school', '2026-03-03 10:00'],
    ],
  )
})

test('a stage’s duty never hears events of other visits; it does hear its own visit’s end', () => {
  const text = inTalk(
    `
      seen:   { who: raising worker, must: discuss }
      noted:  { who: raising worker, must: do note, when: seen }
      wrote:  { who: raising worker, must: do a summary, when: talk left, within: 2 working days }`,
    'moves:\n  back: { by: raising party, to: talk }',
  )
  const first = raise(text).then(act('discuss'), 'school-worker', '2026-03-02 12:00')
  assert.deepEqual(first.duty('noted', '2026-03-02 13:00'), ['open'])
  const again = first
    .then(up, 'school-worker', '2026-03-03 10:00')
    .then(move('back', { stage: 'talk' }), 'school-manager', '2026-03-04 10:00')
  assert.equal(
    again.due('2026-03-04 11:00').filter((i) => i.id === 'noted').length,
    1,
    'the second visit heard the first one’s talk',
  )
  assert.deepEqual(
    again.duty('wrote', '2026-03-04 11:00'),
    ['open 2026-03-05 17:00'],
    'what arose by the leaving is never overtaken',
  )
})

test('without `when`, every limit counting `of` something: it waits, is never late, blocks, and may be done early', () => {
  const text = inTalk(`
      talked: { who: raising worker, must: discuss }
      plan:   { who: raising worker, must: write plan, within: 2 working days of talked, before: agreed }`)
  const t = raise(text)
  assert.deepEqual(t.duty('plan', '2026-03-30 10:00'), ['waiting'])
  assert.equal(t.refused(agree, 'school-worker', '2026-03-02 11:00').code, 'blocked')
  const started = t.then(act('discuss'), 'school-worker', '2026-03-04 11:00')
  assert.deepEqual(started.duty('plan', '2026-03-05 10:00'), ['open 2026-03-06 17:00'])
  const early = t.then(act('write', { title: 'Plan', keys: ['plan·1·0·school'] }), 'school-worker', '2026-03-02 12:00')
  assert.deepEqual(early.duty('plan', '2026-03-02 13:00'), ['done'])
  early.then(agree, 'school-worker', '2026-03-02 14:00')
})

test('it arises at once where that event lies behind, and no sooner than its stage', () => {
  const text = small(
    ladder(
      '',
      '',
      '    duties:\n      ack: { who: responding manager, must: reply, within: 5 working days of raised }',
    ),
  )
  const t = raise(text).then(up, 'school-worker', '2026-03-04 10:00')
  assert.equal(said(t.live('ack', '2026-03-04 11:00').arose), '2026-03-04 10:00')
  assert.deepEqual(t.duty('ack', '2026-03-04 11:00'), ['open 2026-03-09 17:00'])
})

test('what waits for its own visit’s end arises by the leaving and is not overtaken by it', () => {
  const t = agreedBy(
    raise(inTalk('      letter: { who: responding worker, must: do a letter, within: 2 working days of agreed }')),
    '2026-03-03 10:00',
    'school-worker',
    'council-worker',
  )
  assert.deepEqual(t.duty('letter', '2026-03-03 11:00'), ['open 2026-03-05 17:00'])
})

test('what still waits when its stage is left is not owed', () => {
  const text = inTalk(
    '      letter: { who: responding worker, must: write a letter, within: 2 working days of agreed }',
  )
  const t = raise(text).then(up, 'school-worker', '2026-03-03 10:00')
  assert.deepEqual(t.duty('letter', '2026-03-03 11:00'), ['overtaken'])
  const ended = agreedBy(t, '2026-03-04 10:00', 'school-manager', 'council-manager')
  assert.deepEqual(ended.duty('letter', '2026-03-04 11:00'), ['overtaken'])
})

test('otherwise it arises on entering the stage, or on raising', () => {
  const t = raise(
    inTalk('      one: { who: raising worker, must: do one }', 'duties:\n  two: { who: raising worker, must: do two }'),
  )
  assert.equal(said(t.live('one', '2026-03-02 11:00').arose), '2026-03-02 10:00')
  assert.equal(said(t.live('two', '2026-03-02 11:00').arose), '2026-03-02 10:00')
})

test('one instance per ower: the raising side is one however many raised; responding and each, one per agency', () => {
  const text = inTalk(`
      ours:   { who: raising worker, must: do ours }
      theirs: { who: responding worker, must: do theirs }
      all:    { who: each worker, must: do all }`)
  const t = raise(text, { to: [{ agency: 'council' }, { agency: 'clinic' }] }).then(
    { kind: 'join as raiser', person: 'school-manager' },
    'school-worker',
    '2026-03-02 10:30',
  )
  const owers = (id: string) =>
    t
      .due('2026-03-02 11:00')
      .filter((i) => i.id === id)
      .map((i) => i.agency)
  assert.deepEqual(owers('ours'), ['school'])
  assert.deepEqual(owers('theirs'), ['council', 'clinic'])
  assert.deepEqual(owers('all'), ['school', 'council', 'clinic'])
})

test('who owes it also by an event hears its own agency’s event; everyone else hears that all have done it', () => {
  const text = inTalk(`
      read:  { who: responding worker, must: do read the file }
      reply: { who: responding worker, must: reply, when: read, within: 1 working day }
      note:  { who: raising worker, must: do note, when: read }`)
  const t = raise(text, { to: [{ agency: 'council' }, { agency: 'clinic' }] })
  const one = t.then(act('do', { keys: ['read·1·0·council'] }), 'council-worker', '2026-03-02 12:00')
  assert.deepEqual(one.duty('reply', '2026-03-02 13:00', 'council'), ['open 2026-03-03 17:00'])
  assert.deepEqual(one.duty('reply', '2026-03-02 13:00', 'clinic'), [])
  assert.deepEqual(one.duty('note', '2026-03-02 13:00'), [])
  const both = one.then(act('do', { keys: ['read·1·0·clinic'] }), 'clinic-worker', '2026-03-04 12:00')
  assert.equal(said(both.live('note', '2026-03-04 13:00').arose), '2026-03-04 12:00')
})

test('all who are still in have done it: an agency settled with is not waited for, one overtaken by leaving has not done it', () => {
  const text = inTalk(
    `
      read: { who: responding worker, must: do read the file }`,
    `duties:
  note: { who: raising worker, must: do note, when: read }`,
  )
  const t = raise(text, { to: [{ agency: 'council' }, { agency: 'clinic' }] }).then(
    act('do', { keys: ['read·1·0·council'] }),
    'council-worker',
    '2026-03-02 12:00',
  )
  const left = t.then(up, 'school-worker', '2026-03-03 10:00')
  assert.deepEqual(left.duty('note', '2026-03-03 11:00'), [], 'the clinic had not read it')
  const alone = move('agree', { end: 'agreed', alone: true })
  const settled = t.then(alone, 'clinic-worker', '2026-03-03 10:00').then(alone, 'school-worker', '2026-03-03 11:00')
  assert.equal(said(settled.live('note', '2026-03-03 12:00').arose), '2026-03-03 11:00')
})
