/** Life of an instance. Each test is named by its sentence of language.md section 3. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agree, agreedBy, answer, ladder, move, post, raise, said, small, up, when } from './test-place.ts'

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

// Who may do it.

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

// Waivers.

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

// Signing.

const signing = inTalk(
  '      plan: { who: each worker, must: agree action plan, within: 2 working days, before: agreed }',
)
const proposal = (t: ReturnType<typeof raise>) => t.c.proposals.at(-1)?.seq ?? 0
const propose = {
  kind: 'propose',
  of: 'plan',
  lines: ['We visit on Friday.'],
  outstanding: [{ what: 'Visit', who: 'Tom', by: '2026-03-06' }],
} as const

test('`agree`: every agency signs the same words; the last signature does it for all', () => {
  const t = raise(signing).then(propose, 'school-worker', '2026-03-02 11:00')
  const one = t.then({ kind: 'confirm', proposal: proposal(t), facts: {} }, 'school-worker', '2026-03-02 12:00')
  assert.equal(one.last('plan', '2026-03-02 13:00', 'school')?.status, 'open')
  assert.equal(one.refused(agree, 'school-worker', '2026-03-02 13:00').code, 'blocked')
  const both = one.then({ kind: 'confirm', proposal: proposal(t), facts: {} }, 'council-worker', '2026-03-03 12:00')
  assert.deepEqual(both.duty('plan', '2026-03-03 13:00'), ['done 2026-03-04 17:00', 'done 2026-03-04 17:00'])
  both.then(agree, 'school-worker', '2026-03-03 13:00')
})

test('whoever signed in time is not late because another signs late', () => {
  const t = raise(signing).then(propose, 'school-worker', '2026-03-02 11:00')
  const one = t
    .then({ kind: 'confirm', proposal: proposal(t), facts: {} }, 'school-worker', '2026-03-02 12:00')
    .wakes('2026-03-05 10:00')
  assert.deepEqual(
    [
      one.last('plan', '2026-03-05 10:00', 'school')?.lateAt,
      said(one.last('plan', '2026-03-05 10:00', 'council')?.lateAt),
    ],
    [undefined, '2026-03-04 17:00'],
  )
})

test('one that will not sign says why, and the duty stays', () => {
  const t = raise(signing).then(propose, 'school-worker', '2026-03-02 11:00')
  const no = { kind: 'not confirm', of: 'plan', proposal: proposal(t), words: '' } as const
  assert.equal(t.refused(no, 'council-worker', '2026-03-02 12:00').code, 'missing')
  const not = t.then({ ...no, words: 'Friday is too late.' }, 'council-worker', '2026-03-02 12:00')
  assert.equal(not.last('plan', '2026-03-02 13:00', 'council')?.status, 'open')
  const other = not.then({ ...propose, lines: ['We visit tomorrow.'] }, 'council-worker', '2026-03-02 13:00')
  const signed = other
    .then({ kind: 'confirm', proposal: proposal(other), facts: {} }, 'council-worker', '2026-03-02 13:10')
    .then({ kind: 'confirm', proposal: proposal(other), facts: {} }, 'school-worker', '2026-03-02 13:20')
  assert.equal(signed.last('plan', '2026-03-02 14:00', 'council')?.status, 'done')
})

test('what a signed plan holds is outstanding from its signing', () => {
  const t = raise(signing).then(propose, 'school-worker', '2026-03-02 11:00')
  const confirm = { kind: 'confirm', proposal: proposal(t), facts: {} } as const
  const signed = t
    .then(confirm, 'school-worker', '2026-03-02 12:00')
    .then(confirm, 'council-worker', '2026-03-02 12:10')
  assert.deepEqual(
    signed.c.outstanding.map((o) => o.action.what),
    ['Visit'],
  )
})

test('`before: DUTY` refuses that duty’s entry; another side’s silence does not', () => {
  const text = inTalk(`
      read:  { who: raising worker, must: do read, before: spoke }
      file:  { who: responding worker, must: do file, within: 1 working day, before: spoke }
      spoke: { who: raising worker, must: discuss }`)
  const t = raise(text)
  assert.deepEqual(t.refused(act('discuss'), 'school-worker', '2026-03-02 11:00').first, [
    'read·1·0·school',
    'file·1·0·council',
  ])
  const read = t.then(act('do', { keys: ['read·1·0·school'] }), 'school-worker', '2026-03-02 12:00')
  assert.deepEqual(read.refused(act('discuss'), 'school-worker', '2026-03-02 13:00').first, ['file·1·0·council'])
  read.then(act('discuss'), 'school-worker', '2026-03-04 10:00')
  assert.equal(when('2026-03-04 10:00') > when('2026-03-03 17:00'), true)
})

test('`before: DUTY` holds back an answer and a signature too', () => {
  const text = inTalk(`
      read:  { who: raising worker, must: do read, before: [says, plan] }
      says:  { who: raising worker, must: answer exact }
      plan:  { who: each worker, must: agree plan }`)
  const t = raise(text)
  assert.equal(t.refused(answer('exact', 'This.'), 'school-worker', '2026-03-02 11:00').code, 'blocked')
  assert.equal(t.refused(propose, 'school-worker', '2026-03-02 11:00').code, 'blocked')
})
