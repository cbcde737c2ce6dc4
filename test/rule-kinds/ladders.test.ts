/** Ladders, tiers and roles: K01 to K06, K53, K55, K57, K64. Each kind as a small policy, driven through the engine. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, ladder, move, post, raise, refusedRaising, small, up } from '../../src/domain/case/test-place.ts'
import { noticed, readsIt } from './reached.ts'

test('K01 an ordered ladder of named steps', () => {
  let t = raise(small(ladder()))
  const climbed = [t.stands]
  for (const by of ['school-worker', 'school-manager']) {
    t = t.then(up, by, '2026-03-03 10:00')
    climbed.push(t.stands)
  }
  assert.deepEqual(climbed, ['talk', 'line', 'top'])
  assert.equal(
    raise(small(ladder())).refused(move('up', { stage: 'top' }), 'school-worker', '2026-03-03 10:00').code,
    'no such move',
    'a step is not skipped',
  )
})

test('K02 an unnumbered or optional first step: consult own manager', () => {
  const optional = raise(small(ladder('    duties:\n      advice: { who: raising worker, may: consult own manager }')))
  optional.then(up, 'school-worker', '2026-03-02 11:00')
  const asked = optional.then(
    act('consult', { keys: ['advice·1·0·school'], to: ['school-manager'] }),
    'school-worker',
    '2026-03-02 11:00',
  )
  assert.deepEqual(
    [asked.last('advice', '2026-03-02 12:00')?.status, asked.of('consulted')[0]?.audience],
    ['done', { to: 'agency', agency: 'school' }],
  )
  assert.deepEqual(
    readsIt(asked, 'consulted', ['school-worker', 'school-manager', 'council-worker'], '2026-03-02 12:00'),
    [true, true, false],
    'for one’s own agency’s eyes',
  )
  const stage = raise(
    small(
      '\nstages:\n  consult: { is: Consult, between: [raising worker, raising manager] }\n  talk: { is: Talk, between: worker }\n',
    ),
  )
  assert.deepEqual(
    [stage.c.visits[0]?.inside, stage.refused(act('reply'), 'council-worker', '2026-03-02 11:00').code],
    [true, 'no part'],
  )
  assert.equal(stage.then(up, 'school-worker', '2026-03-02 11:00').c.visits[1]?.inside, false)
})

test('K03 mirrored tiers: each side’s equivalents are brought in', () => {
  const t = raise(small(ladder())).then(up, 'school-worker', '2026-03-02 11:00')
  assert.deepEqual(
    t.c.visits[1]?.people.map((p) => p.person),
    ['school-manager', 'council-manager'],
  )
  assert.deepEqual(noticed(t), ['council-manager', 'school-manager'])
})

test('K04 a one-sided ladder: the raiser climbs the other side’s hierarchy alone', () => {
  const text = small(
    '\nstages:\n  one: { is: One, between: [worker, manager] }\n  two: { is: Two, between: [worker, senior] }\n',
  )
  const t = raise(text).then(up, 'school-worker', '2026-03-02 11:00')
  assert.deepEqual(
    t.c.visits.map((v) => v.people.map((p) => p.person)),
    [
      ['school-worker', 'council-manager'],
      ['school-worker', 'council-senior'],
    ],
  )
  assert.deepEqual(noticed(t), ['council-senior', 'school-worker'])
  assert.ok(t.then(act('reply'), 'council-senior', '2026-03-02 12:00').of('replied').length === 1)
})

test('K05 both report up their own line at the same time', () => {
  const t = raise(
    small(ladder('    duties:\n      report: { who: each worker, must: tell own manager, within: 1 working day }')),
  )
  assert.deepEqual(t.duty('report', '2026-03-02 11:00'), ['open 2026-03-03 17:00', 'open 2026-03-03 17:00'])
  const done = t.then(act('tell', { to: ['council-manager'] }), 'council-worker', '2026-03-02 12:00')
  assert.deepEqual(
    [
      done.last('report', '2026-03-02 13:00', 'council')?.status,
      done.last('report', '2026-03-02 13:00', 'school')?.status,
    ],
    ['done', 'open'],
  )
  assert.equal(
    t.refused(
      act('tell', { keys: ['report·1·0·council'], to: ['school-manager'] }),
      'council-worker',
      '2026-03-02 12:00',
    ).code,
    'missing',
    'their own manager, not ours',
  )
})

const named = (rest: string) =>
  small('\nstages:\n  one: { is: One, between: nurse, duties: { ack: { who: responding nurse, must: reply } } }\n', {
    roles: `  nurse: { is: Named nurse, ${rest} }\n`,
  })

test('K06 tier substitution: a title that counts as the same, else a proxy', () => {
  const posts = [post('ada', 'council', 'designated-nurse')]
  raise(named('or: [designated nurse], else: [lead]'), {}, 'school-worker', '2026-03-02 10:00', { posts }).then(
    act('reply'),
    'ada',
    '2026-03-02 11:00',
  )
  const proxy = raise(named('else: [lead]')).then(act('reply'), 'council-lead', '2026-03-02 11:00')
  assert.deepEqual(
    [proxy.of('replied')[0]?.by, proxy.last('ack', '2026-03-02 12:00')?.status],
    ['council-lead', 'done'],
  )
})

test('K53 a substitute when a person is not available', () => {
  const text = small(ladder('    duties:\n      ack: { who: responding manager, must: reply }'))
  const away = { 'council-manager': { from: '2026-03-02', to: '2026-03-03', cover: 'council-senior' } }
  const t = raise(text, {}, 'school-worker', '2026-03-02 10:00', { away })
  assert.equal(t.then(act('reply'), 'council-senior', '2026-03-03 10:00').of('replied')[0]?.as, 'manager')
  assert.notEqual(
    t.refused(act('reply', { keys: ['ack·1·0·council'] }), 'council-senior', '2026-03-04 10:00').code,
    undefined,
    'back at work, the holder does it',
  )
})

test('K55 whoever the policy names is found, and where nobody is in the directory words will do', () => {
  const t = raise(small(ladder('    duties:\n      sent: { who: raising worker, must: refer to front-door }')))
  assert.equal(
    t.refused(act('refer', { keys: ['sent·1·0·school'] }), 'school-worker', '2026-03-02 11:00').code,
    'missing',
  )
  assert.equal(
    t
      .then(
        act('refer', { keys: ['sent·1·0·school'], toWords: 'The duty officer' }),
        'school-worker',
        '2026-03-02 11:00',
      )
      .last('sent', '2026-03-02 12:00')?.status,
    'done',
  )
  assert.equal(t.world.policy.roles['front-door']?.contact?.phone, '0')
})

test('K57 who may start it', () => {
  const text = small(ladder('', 'raise: { by: [volunteer, lead] }'), { roles: '  volunteer: { is: Volunteer }\n' })
  const posts = [post('vi', 'school', 'volunteer')]
  assert.equal(raise(text, {}, 'vi', '2026-03-02 10:00', { posts }).stands, 'talk')
  assert.equal(refusedRaising(text, {}, 'school-worker').code, 'not raised here')
})

test('K64 open-ended repetition through the tiers, then only up', () => {
  const text = small(
    '\nstages:\n  line: { is: Line, between: manager, repeats: tiers }\n  top: { is: Chair, by: chair }\n',
  )
  const t = raise(text).then(move('again'), 'school-worker', '2026-03-03 10:00')
  assert.deepEqual(
    [t.stands, t.c.visits[1]?.people.map((p) => p.person)],
    ['line', ['school-senior', 'council-senior']],
  )
  const last = t.then(move('again'), 'school-senior', '2026-03-04 10:00')
  assert.deepEqual(
    last.may('school-director', '2026-03-04 11:00').filter((m) => m.startsWith('again') || m.startsWith('up')),
    ['up>top'],
  )
})
