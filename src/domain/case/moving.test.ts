/** Moves. Each test is named by its sentence of language.md section 3 "Moves". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agree, answer, ladder, move, post, raise, refusedRaising, said, small, up } from './test-place.ts'

const code = (t: ReturnType<typeof raise>, ...step: Parameters<ReturnType<typeof raise>['refused']>) =>
  t.refused(...step).code

test('for the current stage: its own moves, and the policy’s not refined or removed there', () => {
  const text = small(
    ladder(`    moves:
      up: { by: raising manager }
      agree: null
      other: { by: raising worker, to: top }`),
  )
  const t = raise(text)
  assert.equal(code(t, up, 'school-worker', '2026-03-02 11:00'), 'not yours')
  assert.equal(code(t, agree, 'school-worker', '2026-03-02 11:00'), 'no such move')
  assert.equal(t.then(move('other', { stage: 'top' }), 'school-worker', '2026-03-02 11:00').stands, 'top')
  const line = t.then(up, 'school-manager', '2026-03-02 11:00')
  line.then(agree, 'school-manager', '2026-03-02 12:00')
  assert.equal(code(line, move('other'), 'school-worker', '2026-03-02 12:00'), 'no such move')
})

test('a move whose target does not exist is not there: no `next` on the last rung, no decider without `by`, no `same` without repeats', () => {
  const t = raise(small('\nstages:\n  talk: { is: Talk, between: worker }\n'))
  assert.deepEqual([...t.may('school-worker', '2026-03-02 11:00')].sort(), [
    'agree>agreed',
    'no-further>recorded',
    'withdraw>withdrawn',
  ])
  assert.equal(code(t, up, 'school-worker', '2026-03-02 11:00'), 'no such move')
})

test('a target passed over by its own `if` is not there, and gets nothing', () => {
  const text = small(
    ladder('', '', '    if: on-plan\n    duties:\n      told: { who: raising manager, must: tell iro }'),
  )
  const over = raise(text).then(up, 'school-worker', '2026-03-02 11:00')
  assert.equal(over.stands, 'top')
  assert.deepEqual(over.duty('told', '2026-03-02 12:00'), [])
  assert.equal(raise(text, { facts: { 'on-plan': true } }).then(up, 'school-worker', '2026-03-02 11:00').stands, 'line')
})

test('`if` must hold, and its form’s answers count', () => {
  const text = small(ladder('    moves:\n      straight: { by: raising worker, to: top, if: urgency is red }'))
  const t = raise(text)
  assert.equal(code(t, move('straight'), 'school-worker', '2026-03-02 11:00'), 'condition')
  assert.equal(
    t.then(move('straight', { facts: { urgency: 'red' } }), 'school-worker', '2026-03-02 11:00').stands,
    'top',
  )
})

test('`when`: it exists once that has happened in this visit', () => {
  const text = small(
    ladder(
      `    duties:
      ack: { who: responding worker, must: reply, within: 1 working day }
    moves:
      silence: { by: raising worker, to: top, when: ack late }
      back-again: { by: raising worker, to: line, when: ack }`,
      '',
      '    moves: { back: { by: raising manager, to: talk } }',
    ),
  )
  const t = raise(text)
  assert.equal(code(t, move('silence'), 'school-worker', '2026-03-03 16:00'), 'no such move')
  assert.equal(t.then(move('silence'), 'school-worker', '2026-03-03 17:01').stands, 'top')
  const again = t
    .then(up, 'school-worker', '2026-03-04 10:00')
    .then(move('back', { stage: 'talk' }), 'school-manager', '2026-03-04 11:00')
  assert.equal(
    code(again, move('silence'), 'school-worker', '2026-03-04 12:00'),
    'no such move',
    'the other visit’s silence does not count',
  )
})

test('a move’s own questions are asked', () => {
  const text = small(ladder('    moves:\n      straight: { by: raising worker, to: top, asks: [exact, on-plan] }'))
  const t = raise(text)
  assert.equal(
    code(t, move('straight', { facts: { 'on-plan': true } }), 'school-worker', '2026-03-02 11:00'),
    'missing',
  )
  assert.equal(code(raise(small(ladder())), move('up', { words: ' ' }), 'school-worker', '2026-03-02 11:00'), 'missing')
  assert.equal(
    t.then(move('straight', { facts: { 'on-plan': true, exact: 'This.' } }), 'school-worker', '2026-03-02 11:00')
      .stands,
    'top',
  )
})

test('a move with several targets offers each', () => {
  const text = small(ladder('    moves:\n      straight: { by: raising worker, to: [line, top] }'))
  const t = raise(text)
  assert.deepEqual(
    t.may('school-worker', '2026-03-02 11:00').filter((m) => m.startsWith('straight')),
    ['straight>line', 'straight>top'],
  )
  assert.equal(t.then(move('straight', { stage: 'top' }), 'school-worker', '2026-03-02 11:00').stands, 'top')
})

// Gates.

const gated = small(
  ladder(
    '    moves:\n      up: { by: raising manager, if: justified }\n      straight: { by: raising worker, to: top, if: justified }',
    '',
    '    moves: { back: { by: raising manager, to: talk } }',
  ),
)
const ask = (id: string) => ({ kind: 'ask gate', move: id, words: 'Please look.' }) as const

test('a gate: anyone of that side asks, and the answer falls on whose it is within `gate`', () => {
  const t = raise(gated)
  assert.equal(code(t, up, 'school-worker', '2026-03-02 11:00'), 'not yours')
  assert.equal(code(t, ask('up'), 'council-worker', '2026-03-02 11:00'), 'not yours')
  const asked = t.then(ask('up'), 'school-worker', '2026-03-02 11:00')
  const gate = asked.due('2026-03-02 12:00').find((i) => i.gate)
  assert.deepEqual([gate?.gate?.fact, gate?.agency, said(gate?.due?.at)], ['justified', 'school', '2026-03-03 17:00'])
  assert.equal(code(asked, answer('justified', true), 'school-worker', '2026-03-02 12:00'), 'not yours')
  assert.equal(code(asked, answer('justified', true), 'council-manager', '2026-03-02 12:00'), 'no part')
  assert.equal(code(asked, ask('up'), 'school-worker', '2026-03-02 12:00'), 'already done')
  const yes = asked.then(answer('justified', true), 'school-manager', '2026-03-02 13:00')
  assert.equal(yes.then(up, 'school-manager', '2026-03-02 14:00').stands, 'line')
})

test('facts the mover may answer are asked on the move’s own form', () => {
  const t = raise(gated).then(ask('up'), 'school-worker', '2026-03-02 11:00')
  const offer = t.offers('school-manager', '2026-03-02 12:00').find((o) => o.move.id === 'up')
  assert.deepEqual(offer?.asks.map((f) => f.id).slice(0, 1), ['justified'])
  assert.equal(t.then(move('up', { facts: { justified: true } }), 'school-manager', '2026-03-02 12:00').stands, 'line')
})

test('a no with its reason keeps it closed, and may become a yes', () => {
  const asked = raise(gated).then(ask('up'), 'school-worker', '2026-03-02 11:00')
  assert.equal(code(asked, answer('justified', false, ' '), 'school-manager', '2026-03-02 12:00'), 'missing')
  const no = asked.then(answer('justified', false, 'We have not rung them.'), 'school-manager', '2026-03-02 12:00')
  assert.equal(code(no, up, 'school-manager', '2026-03-20 12:00'), 'condition')
  assert.equal(code(no, up, 'school-worker', '2026-03-20 12:00'), 'not yours')
  assert.equal(
    no
      .then(answer('justified', true), 'school-manager', '2026-03-21 12:00')
      .then(up, 'school-manager', '2026-03-21 13:00').stands,
    'line',
  )
})

test('unanswered past that, `up` opens to anyone of that side only, and the record says so', () => {
  const asked = raise(gated).then(ask('up'), 'school-worker', '2026-03-02 11:00')
  assert.equal(asked.refused(up, 'school-worker', '2026-03-03 16:00').code, 'not yours')
  assert.equal(asked.refused(up, 'council-worker', '2026-03-04 10:00').code, 'not yours')
  const opened = asked.then(up, 'school-worker', '2026-03-04 10:00')
  assert.equal(opened.stands, 'line')
  assert.deepEqual(
    opened
      .of('deadline passed')
      .filter((e) => e.what.what === 'justified')
      .map((e) => said(e.happened)),
    ['2026-03-03 17:00'],
  )
})

test('never a jump: silence on it leaves any other move shut', () => {
  const asked = raise(gated).then(ask('straight'), 'school-worker', '2026-03-02 11:00')
  assert.equal(code(asked, move('straight'), 'school-worker', '2026-03-20 10:00'), 'gate')
})

test('a new visit asks again', () => {
  const t = raise(gated)
    .then(ask('up'), 'school-worker', '2026-03-02 11:00')
    .then(up, 'school-worker', '2026-03-04 10:00')
    .then(move('back', { stage: 'talk' }), 'school-manager', '2026-03-04 11:00')
  assert.equal(code(t, up, 'school-worker', '2026-03-04 12:00'), 'not yours')
  t.then(ask('up'), 'school-worker', '2026-03-04 12:00')
})

// Blocked.

const blocked = (force: string, before = 'up') =>
  small(
    ladder(`    duties:
      ours:   { who: raising worker, ${force}: do ours, before: ${before} }
      theirs: { who: responding worker, ${force}: reply, within: 1 working day, before: ${before} }`),
  )

test('blocked while a `must` or `should` that is before its id or target is live; a `may` blocks nothing', () => {
  for (const force of ['must', 'should'])
    assert.deepEqual(
      raise(blocked(force)).refused(up, 'school-worker', '2026-03-02 11:00').first,
      ['ours·1·0·school', 'theirs·1·0·council'],
      force,
    )
  assert.equal(raise(blocked('may')).then(up, 'school-worker', '2026-03-02 11:00').stands, 'line')
  assert.equal(code(raise(blocked('must', 'line')), up, 'school-worker', '2026-03-02 11:00'), 'blocked')
  assert.equal(code(raise(blocked('must', 'agreed')), agree, 'school-worker', '2026-03-02 11:00'), 'blocked')
})

test('released: owed by another side, late, and the move goes to a stage', () => {
  const t = raise(blocked('must')).then(act('do'), 'school-worker', '2026-03-02 12:00')
  assert.equal(code(t, up, 'school-worker', '2026-03-03 16:00'), 'blocked')
  assert.equal(t.then(up, 'school-worker', '2026-03-04 10:00').stands, 'line')
  assert.deepEqual(
    raise(blocked('must')).refused(up, 'school-worker', '2026-03-04 10:00').first,
    ['ours·1·0·school'],
    'one’s own lateness releases nothing',
  )
})

test('nobody gets an agreement unsigned: an end is not released by silence', () => {
  const t = raise(blocked('must', 'agreed')).then(act('do'), 'school-worker', '2026-03-02 12:00')
  assert.deepEqual(t.refused(agree, 'school-worker', '2026-03-20 10:00').first, ['theirs·1·0·council'])
})

test('`urgent` is never blocked, and only while there is immediate harm', () => {
  const t = raise(blocked('must', '[up, line, top, urgent]'))
  assert.equal(code(t, move('urgent', { stage: 'top' }), 'school-worker', '2026-03-02 11:00'), 'condition')
  const harm = t.then(
    { kind: 'review risk', level: 'immediate', words: 'He is back.' },
    'council-worker',
    '2026-03-02 11:00',
  )
  assert.equal(harm.then(move('urgent', { stage: 'top' }), 'school-worker', '2026-03-02 11:00').stands, 'top')
})

test('a condition that only mentions immediate harm is not urgent by that', () => {
  const text = (condition: string) =>
    small(
      ladder(`    duties:
      ours: { who: raising worker, must: do ours, before: top }
    moves:
      straight: { by: raising worker, to: top, if: ${condition} }`),
    )
  assert.equal(
    code(
      raise(text('immediate-harm or on-plan'), { facts: { 'on-plan': true } }),
      move('straight'),
      'school-worker',
      '2026-03-02 11:00',
    ),
    'blocked',
  )
  assert.equal(
    code(raise(text('not immediate-harm')), move('straight'), 'school-worker', '2026-03-02 11:00'),
    'blocked',
  )
})

test('`before` waits for all still in', () => {
  const text = small(ladder('    duties:\n      read: { who: responding worker, must: do read, before: up }'))
  const t = raise(text, { to: [{ agency: 'council' }, { agency: 'clinic' }] }).then(
    act('do'),
    'council-worker',
    '2026-03-02 11:00',
  )
  assert.deepEqual(t.refused(up, 'school-worker', '2026-03-02 12:00').first, ['read·1·0·clinic'])
})

// Jumping, going back, repeating.

const notices = small(
  ladder(
    '',
    '',
    `    duties:
      told:   { who: raising manager, must: tell iro, if: on-plan }
      plain:  { who: raising manager, must: tell coordinator, within: 1 working day }
      leaving: { who: raising manager, must: tell chair, when: line left }
      paper:  { who: raising manager, must: write summary }
      talked: { who: each manager, must: discuss }`,
  ).replace('between: worker\n', 'between: worker\n    moves: { straight: { by: raising worker, to: top } }\n'),
)

test('jumping over: each passed rung gets an empty visit; its plain notices arise there and then, nothing else of it', () => {
  const t = raise(notices, { facts: { 'on-plan': true } }).then(move('straight'), 'school-worker', '2026-03-03 10:00')
  assert.deepEqual(
    t.c.visits.map((v) => [v.stage, v.passed, said(v.from), said(v.to)]),
    [
      ['talk', false, '2026-03-02 10:00', '2026-03-03 10:00'],
      ['line', true, '2026-03-03 10:00', '2026-03-03 10:00'],
      ['top', false, '2026-03-03 10:00', undefined],
    ],
  )
  const arose = (id: string) => t.duty(id, '2026-03-03 11:00')
  assert.deepEqual(
    [arose('told'), arose('plain'), arose('leaving'), arose('paper'), arose('talked')],
    [['open 2026-03-03 17:00'], ['open 2026-03-04 17:00'], [], [], []],
  )
  assert.deepEqual(t.duty('line', '2026-03-03 11:00'), [])
})

test('a rung left out by the track gets nothing', () => {
  const text = `${notices}tracks:\n  short: { if: on-plan, stages: [talk, top] }\n  usual: { stages: [talk, line, top] }\n`
  const t = raise(text, { facts: { 'on-plan': true } }).then(up, 'school-worker', '2026-03-03 10:00')
  assert.equal(t.stands, 'top')
  assert.deepEqual([t.duty('told', '2026-03-03 11:00'), t.c.visits.length], [[], 2])
})

test('going back opens a new visit with new instances; the old ones stay as they ended, and notices of both are owed', () => {
  const text = small(
    ladder(
      '    duties:\n      told: { who: raising worker, must: tell iro }',
      '',
      '    moves: { back: { by: raising manager, to: talk } }',
    ),
  )
  const t = raise(text)
    .then(up, 'school-worker', '2026-03-02 11:00')
    .then(move('back', { stage: 'talk' }), 'school-manager', '2026-03-03 10:00')
  assert.equal(t.of('sent back').length, 1)
  assert.deepEqual(t.duty('told', '2026-03-03 11:00'), ['late 2026-03-02 17:00', 'open 2026-03-03 17:00'])
})

test('back from a stage aside is back too, and onward from it is not', () => {
  const text = small(`
stages:
  talk: { is: Talk, between: worker, moves: { convene: { by: raising worker, to: side } } }
  side: { is: Side, aside: true, between: manager, moves: { back: { by: raising manager, to: talk }, on: { by: raising manager, to: top } } }
  top:  { is: Chair, by: chair }
`)
  const side = raise(text).then(move('convene'), 'school-worker', '2026-03-02 11:00')
  assert.equal(side.then(move('back'), 'school-manager', '2026-03-02 12:00').of('sent back').length, 1)
  assert.equal(side.then(move('on'), 'school-manager', '2026-03-02 12:00').of('sent back').length, 0)
  assert.equal(code(side, up, 'school-manager', '2026-03-02 12:00'), 'no such move', 'aside is not a rung')
})

const again = move('again')
const tiers = small(
  '\nstages:\n  line: { is: Line, between: manager, repeats: tiers, within: 2 working days }\n  top: { is: Chair, by: chair }\n',
)

test('`repeats: tiers`: `again` opens a new visit with the next tier of each agency’s line, up to the top; then only `up`', () => {
  let t = raise(tiers)
  t = t.then(again, 'school-worker', '2026-03-03 10:00').then(again, 'school-senior', '2026-03-04 10:00')
  assert.deepEqual(
    t.c.visits.map((v) => [v.tier, v.people.map((p) => p.person)]),
    [
      [0, ['school-worker', 'council-manager']],
      [1, ['school-senior', 'council-senior']],
      [2, ['school-director', 'council-director']],
    ],
  )
  assert.equal(code(t, again, 'school-director', '2026-03-05 10:00'), 'no such move')
  assert.equal(t.then(up, 'school-director', '2026-03-05 10:00').stands, 'top')
})

test('an agency without a higher one keeps its top person', () => {
  const without = { without: ['council-senior', 'council-director'] }
  const t = raise(tiers, {}, 'school-manager', '2026-03-02 10:00', without).then(
    again,
    'school-manager',
    '2026-03-03 10:00',
  )
  assert.deepEqual(
    t.c.visits[1]?.people.map((p) => p.person),
    ['school-senior', 'council-manager'],
  )
})

test('each side climbs from its own role', () => {
  const text = small(
    '\nstages:\n  line: { is: Line, between: [raising manager, responding director], repeats: tiers }\n  top: { is: Chair, by: chair }\n',
  )
  const onlyTheirs = { without: ['school-senior', 'school-director'] }
  assert.equal(
    code(
      raise(text, {}, 'school-manager', '2026-03-02 10:00', onlyTheirs),
      again,
      'school-manager',
      '2026-03-02 11:00',
    ),
    'no such move',
  )
  const higher = { ...onlyTheirs, posts: [post('council-chief', 'council', 'chief', { tier: 5 })] }
  const t = raise(text, {}, 'school-manager', '2026-03-02 10:00', higher).then(
    again,
    'school-manager',
    '2026-03-02 11:00',
  )
  assert.deepEqual(
    t.c.visits[1]?.people.map((p) => p.person),
    ['school-manager', 'council-chief'],
  )
})

test('signed by each, one by one: it happens with the last', () => {
  const text = small(ladder('    moves:\n      joint: { by: each worker, to: top }'))
  const t = raise(text, { to: [{ agency: 'council' }, { agency: 'clinic' }] })
  const one = t.then(move('joint'), 'council-worker', '2026-03-02 11:00')
  assert.equal(code(one, move('joint'), 'council-worker', '2026-03-02 11:30'), 'already done')
  const two = one.then(move('joint'), 'school-worker', '2026-03-02 12:00')
  assert.deepEqual([two.stands, two.of('move signed').length], ['talk', 2])
  assert.equal(two.then(move('joint'), 'clinic-worker', '2026-03-02 13:00').stands, 'top')
})

test('signatures belong to their visit', () => {
  const text = small(ladder('', 'moves:\n  back: { by: raising party, to: talk }'))
  const t = raise(text)
    .then(agree, 'council-worker', '2026-03-02 11:00')
    .then(up, 'school-worker', '2026-03-02 12:00')
    .then(move('back', { stage: 'talk' }), 'school-worker', '2026-03-02 13:00')
  assert.equal(t.then(agree, 'school-worker', '2026-03-02 14:00').stands, 'talk')
})

test('`any`: whoever of either side comes first', () => {
  const text = small(ladder('    moves:\n      meet: { by: any worker, to: top }'))
  assert.equal(raise(text).then(move('meet'), 'council-worker', '2026-03-02 11:00').stands, 'top')
  assert.equal(code(raise(text), move('meet'), 'council-manager', '2026-03-02 11:00'), 'no part')
})

// At intake.

const start = (id: string, stage: string, words = 'She goes home today.') => ({ start: { move: id, stage, words } })

test('at intake `urgent` offers the starting rung, with its reason, and passed rungs’ notices are owed', () => {
  const t = raise(notices, { facts: { 'immediate-harm': true, 'on-plan': true }, ...start('urgent', 'top') })
  assert.deepEqual([t.stands, t.duty('told', '2026-03-02 11:00')], ['top', ['open 2026-03-02 17:00']])
  assert.equal(refusedRaising(notices, start('urgent', 'top')).code, 'condition')
  assert.equal(
    refusedRaising(notices, { facts: { 'immediate-harm': true }, ...start('urgent', 'top', ' ') }).code,
    'missing',
  )
  assert.equal(
    refusedRaising(notices, { facts: { 'immediate-harm': true }, ...start('up', 'top') }).code,
    'no such move',
  )
})

test('at intake a policy’s own jump is for whom the policy gives it', () => {
  const text = small(ladder('', 'moves:\n  straight: { by: raising lead, to: top, asks: [exact] }'))
  assert.equal(refusedRaising(text, start('straight', 'top')).code, 'not yours')
  assert.equal(raise(text, start('straight', 'top'), 'school-lead').stands, 'top')
})
