/** Life of an instance. Each test is named by its sentence of language.md section 3. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agreedBy, answer, ladder, move, raise, said, small, up } from './test-place.ts'

const inTalk = (duties: string, rest = '', more: Parameters<typeof small>[1] = {}) =>
  small(ladder(`    duties:\n${duties}`, rest), more)

test('open, late, done: and late stays remembered after done', () => {
  const t = raise(inTalk('      ack: { who: responding worker, must: reply, within: 2 working days }'))
  assert.deepEqual(t.duty('ack', '2026-03-04 17:00'), ['open 2026-03-04 17:00'], 'at the very moment it is not late')
  assert.deepEqual(t.duty('ack', '2026-03-04 17:01'), ['late 2026-03-04 17:00'])
  const done = t.then(act('reply'), 'council-worker', '2026-03-05 10:00')
  const ack = done.last('ack', '2026-03-06 10:00')
  assert.deepEqual([ack?.status, said(ack?.lateAt)], ['done', '2026-03-04 17:00'])
  assert.deepEqual(
    done
      .of('deadline passed')
      .filter((e) => e.what.what === 'ack')
      .map((e) => [e.what.what, said(e.happened)]),
    [['ack', '2026-03-04 17:00']],
  )
})

test('late stays remembered after overtaken, and though an answer moves its date afterwards', () => {
  const text = inTalk(
    '      ack: { who: responding worker, must: reply, within: [1 hour if urgency is red, 2 working days] }',
  )
  const left = raise(text, { facts: { urgency: 'red' } }).then(up, 'school-worker', '2026-03-02 12:00')
  const ack = left.last('ack', '2026-03-02 13:00')
  assert.deepEqual([ack?.status, said(ack?.lateAt)], ['overtaken', '2026-03-02 11:00'])
  const calmer = raise(text, { facts: { urgency: 'red' } })
    .wakes('2026-03-02 12:00')
    .then(answer('urgency', 'amber'), 'school-worker', '2026-03-02 12:10')
  const later = calmer.last('ack', '2026-03-02 13:00')
  assert.deepEqual(
    [later?.status, said(later?.due?.at), said(later?.lateAt)],
    ['open', '2026-03-04 17:00', '2026-03-02 11:00'],
  )
})

const everyVerb = `
      told:    { who: responding worker, must: tell iro }
      wrote:   { who: responding worker, must: write note }
      filed:   { who: responding worker, must: record it }
      sent:    { who: responding worker, must: refer to front-door }
      answers: { who: responding worker, must: answer on-plan }
      talks:   { who: responding worker, must: discuss }
      meets:   { who: responding worker, must: meet }
      replies: { who: responding worker, must: reply }
      asks:    { who: responding worker, must: consult own manager }
      signs:   { who: responding worker, must: agree plan }
      does:    { who: responding worker, must: do it }
      keeps:   { who: responding worker, must: keep it }`
const owed = ['told', 'wrote', 'filed', 'sent', 'answers']
const attempts = ['talks', 'meets', 'replies', 'asks', 'signs', 'does', 'keeps']

test('on leaving the stage, notices and papers are still owed and attempts overtaken: the table of acts', () => {
  const t = raise(inTalk(everyVerb)).then(up, 'school-worker', '2026-03-02 11:00')
  for (const id of owed)
    assert.deepEqual(
      t.duty(id, '2026-03-02 12:00').map((d) => d.split(' ')[0]),
      ['open'],
      id,
    )
  for (const id of attempts)
    assert.deepEqual(
      t.duty(id, '2026-03-02 12:00').map((d) => d.split(' ')[0]),
      ['overtaken'],
      id,
    )
})

test('an agency that settled: its attempts overtaken, its notices still owed, and nothing new falls on it', () => {
  const alone = move('agree', { end: 'agreed', alone: true })
  const t = raise(
    small(
      ladder(`    duties:${everyVerb}`, '', '    duties:\n      later: { who: responding manager, must: tell iro }'),
    ),
    { to: [{ agency: 'council' }, { agency: 'clinic' }] },
  )
    .then(alone, 'school-worker', '2026-03-02 11:00')
    .then(alone, 'council-worker', '2026-03-02 11:30')
  for (const id of owed)
    assert.deepEqual(
      t.duty(id, '2026-03-02 12:00', 'council').map((d) => d.split(' ')[0]),
      ['open'],
      id,
    )
  for (const id of attempts) {
    assert.deepEqual(
      t.duty(id, '2026-03-02 12:00', 'council').map((d) => d.split(' ')[0]),
      ['overtaken'],
      id,
    )
    assert.deepEqual(
      t.duty(id, '2026-03-02 12:00', 'clinic').map((d) => d.split(' ')[0]),
      ['open'],
      id,
    )
  }
  const line = t.then(up, 'school-worker', '2026-03-03 10:00')
  assert.deepEqual(
    line
      .due('2026-03-03 11:00')
      .filter((i) => i.id === 'later')
      .map((i) => i.agency),
    ['clinic'],
  )
})

test('when the case ends, the policy’s attempts are overtaken and its notices still owed', () => {
  const text = small(
    ladder(
      '',
      `duties:
  tried: { who: raising worker, must: do try }
  told:  { who: raising worker, must: tell iro }`,
    ),
  )
  const t = agreedBy(raise(text), '2026-03-02 11:00', 'school-worker', 'council-worker')
  assert.deepEqual(t.duty('tried', '2026-03-02 12:00'), ['overtaken'])
  assert.deepEqual(t.duty('told', '2026-03-02 12:00'), ['open 2026-03-02 17:00'])
})

test('a `keep` holds from its event until the stage is left; a breach is an entry', () => {
  const t = raise(inTalk('      kept: { who: each worker, must: keep calm }'))
  const { key } = t.live('kept', '2026-03-02 11:00', 'council')
  const broken = t.then({ kind: 'breach', key, words: 'They shouted.' }, 'school-worker', '2026-03-02 12:00')
  assert.equal(broken.of('breached').length, 1)
  const left = broken.then(up, 'school-worker', '2026-03-02 13:00')
  assert.deepEqual(left.duty('kept', '2026-03-02 14:00', 'council'), ['overtaken'])
  assert.equal(
    left.refused({ kind: 'breach', key, words: 'Again.' }, 'school-worker', '2026-03-02 14:00').code,
    'missing',
  )
})

test('a standstill holds again when the case is opened again', () => {
  const text = small(
    ladder('', 'duties:\n  as-is: { who: each party, must: keep the arrangement as it is, when: raised }'),
  )
  const t = agreedBy(raise(text), '2026-03-02 11:00', 'school-worker', 'council-worker')
  assert.deepEqual(t.duty('as-is', '2026-03-02 12:00', 'council'), ['overtaken'])
  assert.deepEqual(
    t
      .then({ kind: 'reopen', words: 'Not so.' }, 'school-worker', '2026-03-03 10:00')
      .duty('as-is', '2026-03-03 11:00', 'council'),
    ['open'],
  )
})

test('one entry may answer several instances, and names them', () => {
  const t = raise(
    inTalk(`
      first: { who: responding worker, must: reply }
      again: { who: responding worker, must: reply, within: 2 working days }`),
  ).then(act('reply'), 'council-worker', '2026-03-02 12:00')
  assert.deepEqual(t.of('replied')[0]?.answers, ['first·1·0·council', 'again·1·0·council'])
})

test('`discuss` is joint: one entry counts for every agency whose people took part', () => {
  const text = inTalk('      talked: { who: each worker, must: discuss }')
  const t = raise(text, { to: [{ agency: 'council' }, { agency: 'clinic' }] }).then(
    act('discuss', { tookPart: ['council-worker'] }),
    'school-worker',
    '2026-03-02 12:00',
  )
  const status = (agency: string) => t.last('talked', '2026-03-02 13:00', agency)?.status
  assert.deepEqual([status('school'), status('council'), status('clinic')], ['done', 'done', 'open'])
})

test('a notice is done only when it reaches every role it names, or says in words whom it reached', () => {
  const t = raise(inTalk('      told: { who: raising worker, must: tell iro and coordinator }'))
  const { key } = t.live('told', '2026-03-02 11:00')
  assert.equal(
    t.refused(act('tell', { keys: [key], to: ['iro'] }), 'school-worker', '2026-03-02 12:00').code,
    'missing',
  )
  assert.deepEqual(
    t.then(act('tell', { to: ['iro'] }), 'school-worker', '2026-03-02 12:00').duty('told', '2026-03-02 13:00'),
    ['open 2026-03-02 17:00'],
  )
  assert.deepEqual(
    t
      .then(act('tell', { to: ['iro', 'coordinator'] }), 'school-worker', '2026-03-02 12:00')
      .duty('told', '2026-03-02 13:00'),
    ['done 2026-03-02 17:00'],
  )
  assert.deepEqual(
    t
      .then(act('tell', { keys: [key], toWords: 'Both, by post' }), 'school-worker', '2026-03-02 12:00')
      .duty('told', '2026-03-02 13:00'),
    ['done 2026-03-02 17:00'],
  )
})

test('a form’s questions are answered in doing it', () => {
  const text = inTalk('      form: { who: raising worker, must: write challenge, asks: [pack] }', '', {
    facts: '  pack: { ask: Pack, asks: [exact, on-plan] }\n',
  })
  const t = raise(text)
  const { key } = t.live('form', '2026-03-02 11:00')
  const wrote = (facts: Record<string, string | boolean>) => act('write', { keys: [key], title: 'Challenge', facts })
  assert.equal(t.refused(wrote({ exact: 'This.' }), 'school-worker', '2026-03-02 12:00').code, 'missing')
  assert.equal(
    t.then(wrote({ exact: 'This.', 'on-plan': true }), 'school-worker', '2026-03-02 12:00').c.answers['on-plan']
      ?.length,
    1,
  )
})

test('no act does another’s duty, and no act signs, answers or keeps', () => {
  const t = raise(
    inTalk(`
      signs: { who: each worker, must: agree plan, before: agreed }
      ack:   { who: raising worker, must: reply }`),
  )
  assert.equal(
    t.refused(act('do', { keys: ['signs·1·0·school'] }), 'school-worker', '2026-03-02 12:00').code,
    'missing',
  )
  assert.equal(
    t.refused(act('agree', { keys: ['signs·1·0·school'] }), 'school-worker', '2026-03-02 12:00').code,
    'missing',
  )
  assert.equal(
    t.refused(act('tell', { keys: ['ack·1·0·school'], to: ['iro'] }), 'school-worker', '2026-03-02 12:00').code,
    'missing',
  )
})
