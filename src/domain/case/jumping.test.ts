/** Jumping over, going back, repeating, signing together, and starting higher. Source: language.md section 3 "Moves". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agree, ladder, move, post, raise, refusedRaising, said, small, up } from './test-place.ts'

const code = (t: ReturnType<typeof raise>, ...step: Parameters<ReturnType<typeof raise>['refused']>) =>
  t.refused(...step).code

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
      [0, ['school-manager', 'council-manager']],
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
