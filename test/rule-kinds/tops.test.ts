/** The top of a ladder: K31 to K36. Each kind as a small policy, driven through the engine. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partOf } from '../../src/domain/case/parts.ts'
import { act, agreedBy, ladder, move, raise, small, up, votes, when } from '../../src/domain/case/test-place.ts'

const toTop = (t: ReturnType<typeof raise>) =>
  t.then(up, 'school-worker', '2026-03-03 10:00').then(up, 'school-manager', '2026-03-03 11:00')

const panel = small(`
stages:
  talk:  { is: Talk, between: worker }
  top:   { is: Chair, by: chair, moves: { back: { by: chair, to: talk }, convene: { by: chair, to: sits } } }
  sits:  { is: Panel, aside: true, by: panel, duties: { heard: { who: each party, may: write representation to panel } } }
`)
const convened = () =>
  raise(panel).then(up, 'school-worker', '2026-03-03 10:00').then(move('convene'), 'chair', '2026-03-03 11:00')
const seats = (...agencies: readonly string[]) =>
  ({
    kind: 'compose panel',
    members: agencies.map((agency) => ({ person: `${agency}-member`, agency })),
    leftOut: '',
  }) as const
const sitting = () => convened().then(seats('school', 'council', 'police'), 'chair', '2026-03-03 12:00')

test('K31 the Chair resolves it directly or convenes a panel', () => {
  const t = raise(panel).then(up, 'school-worker', '2026-03-03 10:00')
  assert.deepEqual([...t.may('chair', '2026-03-03 11:00')].sort(), ['back>talk', 'convene>sits', 'decide>decided'])
  assert.deepEqual([t.then(move('decide'), 'chair', '2026-03-03 11:00').stands, convened().stands], ['decided', 'sits'])
})

test('K32 the composition of a panel is enforced', () => {
  assert.equal(convened().refused(seats('school', 'council'), 'chair', '2026-03-03 12:00').code, 'panel')
  assert.equal(convened().refused(seats('school', 'clinic', 'police'), 'chair', '2026-03-03 12:00').code, 'panel')
  assert.equal(sitting().of('panel composed').length, 1)
})

test('K33 the panel hears representations and decides together', () => {
  const t = sitting()
  const heard = t.then(
    act('write', {
      keys: [t.live('heard', '2026-03-03 13:00', 'council').key],
      to: ['police-member', 'school-member', 'council-member'],
      title: 'Ours',
    }),
    'council-worker',
    '2026-03-03 13:00',
  )
  assert.equal(heard.last('heard', '2026-03-03 14:00', 'council')?.status, 'done')
  assert.equal(
    heard.refused(move('decide', { votes: votes('for', 'police-member') }), 'police-member', '2026-03-04 10:00').code,
    'panel',
  )
  assert.equal(
    heard.then(
      move('decide', { votes: votes('for', 'police-member', 'school-member', 'council-member') }),
      'police-member',
      '2026-03-04 10:00',
    ).stands,
    'decided',
  )
})

test('K34 the top only mediates and keeps a register', () => {
  const text = small(
    '\nstages:\n  talk: { is: Talk, between: worker }\n  top: { is: Directors, between: director, with: [chair] }\nregister: { kept-by: coordinator, from: top }\n',
  )
  const t = raise(text)
  assert.equal(partOf(t.world, t.c, 'coordinator', when('2026-03-02 11:00')), undefined)
  const top = t.then(up, 'school-worker', '2026-03-03 10:00')
  assert.equal(partOf(top.world, top.c, 'coordinator', when('2026-03-03 11:00'))?.level, 'board')
  assert.equal(top.refused(move('decide'), 'chair', '2026-03-03 11:00').code, 'no such move')
  assert.equal(agreedBy(top, '2026-03-03 12:00', 'school-director', 'council-director').stands, 'agreed')
})

test('K35 members engaged before the Chair', () => {
  const text = small(
    ladder(
      '',
      '',
      '    duties:\n      engaged: { who: raising manager, must: consult each board-member, before: top }',
    ),
  )
  const t = raise(text).then(up, 'school-worker', '2026-03-02 11:00')
  const no = t.refused(up, 'school-manager', '2026-03-02 12:00')
  assert.deepEqual([no.code, no.first], ['blocked', ['engaged·2·0·school']])
  assert.equal(
    t
      .then(act('consult', { to: ['school-member', 'council-member'] }), 'school-manager', '2026-03-02 12:00')
      .then(up, 'school-manager', '2026-03-02 13:00').stands,
    'top',
  )
})

test('K36 one of several outcomes, one of them back down', () => {
  const text = small(
    ladder('').replace(
      'by: chair\n',
      'by: chair\n    moves:\n      uphold: { by: chair, to: decided }\n      refuse-it: { by: chair, to: decided }\n      back: { by: chair, to: line }\n',
    ),
  )
  const t = toTop(raise(text))
  assert.equal(t.then(move('uphold'), 'chair', '2026-03-04 10:00').c.end?.move, 'uphold')
  const back = t.then(move('back'), 'chair', '2026-03-04 10:00')
  assert.deepEqual(
    [back.stands, back.of('sent back').length, back.duty('line', '2026-03-04 11:00').at(-1)],
    ['line', 1, 'open 2026-03-11 17:00'],
  )
})
