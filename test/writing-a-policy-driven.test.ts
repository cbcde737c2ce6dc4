/** The harder things that `docs/writing-a-policy.md` teaches do what it says: its own examples, driven through the engine. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  act,
  answer,
  move,
  policyOf,
  post,
  raise as raised,
  refusedRaising,
  type Setting,
  up,
} from '../src/domain/case/test-place.ts'
import { exampleUnder, laidOver, library, policyNamed } from './writing-a-policy-blocks.ts'

const posts = [post('officer', 'review', 'reviewing-officer')]

function raise(text: string, facts: Record<string, string | boolean | readonly string[]> = {}, setting: Setting = {}) {
  return raised(text, { facts: { urgency: 'green', ...facts } }, 'school-worker', '2026-03-06 10:00', {
    posts,
    ...setting,
  })
}

type Told = ReturnType<typeof raise>
const upTo = (t: Told, ...people: readonly string[]) =>
  people.reduce((so, person, n) => so.then(up, person, `2026-03-06 1${n + 1}:00`), t)

test('five stages: one inside an agency, one that is only there when wanted', () => {
  const t = raise(exampleUnder('Five stages or more'))
  assert.deepEqual([t.stands, t.c.visits[0]?.inside], ['consult', true])
  const seniors = upTo(t, 'school-worker', 'school-worker', 'school-manager')
  assert.equal(seniors.stands, 'seniors')
  assert.equal(seniors.then(up, 'school-senior', '2026-03-06 15:00').stands, 'directors', 'no mediator is wanted')
  const wanted = seniors.then(answer('mediation-wanted', true), 'school-senior', '2026-03-06 15:00')
  assert.equal(wanted.then(up, 'school-senior', '2026-03-06 15:30').stands, 'mediate')
})

/** A case under this part of Mapleford's policy, at its senior managers, on Friday 6 March 2026. */
function atSeniors(heading: string, facts: Parameters<typeof raise>[1] = {}) {
  return raise(exampleUnder(heading), { reason: ['plan'], ...facts })
    .then(act('reply'), 'council-manager', '2026-03-06 10:30')
    .then(up, 'school-manager', '2026-03-06 11:00')
}

test('several clocks in a stage: hours on one side, working days on the other', () => {
  const t = atSeniors('Several clocks in a stage')
  const at = '2026-03-06 11:30'
  assert.deepEqual(
    ['received', 'read-in', 'position', 'seniors'].map((id) => t.duty(id, at)),
    [['open 2026-03-06 14:00'], ['open 2026-03-07 07:00'], ['open 2026-03-07 23:00'], ['open 2026-03-13 17:00']],
    'hours run on over the weekend, working days do not',
  )
  assert.deepEqual(t.duty('considered', at), [], 'not before the reply')
  const replied = t.then(act('reply'), 'council-senior', '2026-03-06 12:00')
  assert.deepEqual(replied.duty('considered', '2026-03-06 12:30'), ['open 2026-03-10 17:00'])
  assert.deepEqual(replied.duty('talked', at), [], 'the stage below has its own')
})

test('the dates that the reference names', () => {
  const due = (within: string) =>
    raise(laidOver(policyNamed('mapleford'), `stages: { talk: { within: ${within} } }`)).duty(
      'talk',
      '2026-03-06 10:30',
    )
  assert.deepEqual(
    ['2 working days', '48 hours', '2 days'].map((within) => due(within)[0]),
    ['open 2026-03-10 17:00', 'open 2026-03-08 10:00', 'open 2026-03-08 17:00'],
  )
})

test('a clock that depends on urgency, and the longer one under a flag', () => {
  const text = exampleUnder('A clock that depends on urgency')
  const talk = (urgency: string) => raise(text, { urgency }).duty('talk', '2026-03-06 10:30')[0]
  assert.deepEqual(
    [talk('red'), talk('amber'), talk('green')],
    ['open 2026-03-09 17:00', 'open 2026-03-11 17:00', 'open 2026-03-13 17:00'],
  )
  const seniors = (court: boolean) =>
    atSeniors('A clock that depends on urgency', { court }).duty('seniors', '2026-03-06 11:30')[0]
  assert.deepEqual([seniors(false), seniors(true)], ['open 2026-03-18 17:00', 'open 2026-03-27 17:00'])
})

test('an urgent branch: a track on raising, a jump later', () => {
  const text = exampleUnder('An urgent branch')
  const red = raise(text, { urgency: 'red' })
  assert.deepEqual([red.stands, red.duty('rang', '2026-03-06 10:30')], ['hot-line', ['open 2026-03-06 11:00']])
  assert.deepEqual(red.duty('why-red', '2026-03-06 10:30'), ['open 2026-03-06 11:00'])
  assert.equal(red.then(up, 'school-manager', '2026-03-06 11:00').stands, 'top')
  const later = raise(text).then(answer('unsafe-tonight', true), 'school-manager', '2026-03-06 11:00')
  assert.equal(later.then(move('now', { stage: 'hot-line' }), 'school-manager', '2026-03-06 11:10').stands, 'hot-line')
})

test('separate tracks', () => {
  const text = exampleUnder('Separate tracks')
  const track = (facts: Parameters<typeof raise>[1]) => raise(text, facts).c.track
  assert.deepEqual(
    [
      track({ resources: true, reason: ['sharing'] }),
      track({ resources: true, reason: ['need'] }),
      track({ reason: ['plan'] }),
      track({}),
    ],
    ['budget', 'usual', 'plans', 'usual'],
  )
})

test('a window to raise, counted from the end of the day', () => {
  const text = exampleUnder('A window to raise')
  const on = (date: string) => ({ facts: { 'minutes-on': date, urgency: 'green' } })
  const refused = refusedRaising(text, on('2026-03-01'), 'school-worker', '2026-03-06 10:00')
  assert.deepEqual([refused.code, refused.cites], ['out of time', ['MF-1']])
  assert.ok(raise(text, on('2026-03-02').facts).stands)
})

test('everybody reports up their own line', () => {
  const t = raise(exampleUnder('Everybody reports up their own line'))
  assert.deepEqual(t.duty('report', '2026-03-06 10:30'), ['open 2026-03-06 16:00', 'open 2026-03-06 16:00'])
  const told = t.then(act('tell', { to: ['council-manager'] }), 'council-worker', '2026-03-06 11:00')
  assert.deepEqual(told.last('report', '2026-03-06 11:30', 'council')?.status, 'done')
  assert.equal(told.last('report', '2026-03-06 17:00', 'school')?.status, 'late')
})

test('a meeting chaired by the child’s status, its minutes after', () => {
  const heading = 'A meeting: who calls it'
  const inCare = atSeniors(heading, { 'in-care': true })
  assert.deepEqual(inCare.duty('called', '2026-03-06 12:00'), ['open 2026-03-09 17:00'])
  assert.deepEqual(inCare.duty('met-in-care', '2026-03-06 12:00'), ['open 2026-03-16 17:00'])
  assert.deepEqual(inCare.duty('met-others', '2026-03-06 12:00'), [])
  const met = inCare.then(act('meet', { chair: 'officer' }), 'officer', '2026-03-11 10:00')
  assert.deepEqual(met.duty('minutes', '2026-03-11 11:00'), ['open 2026-03-16 17:00'])
  const others = atSeniors(heading, { 'in-care': false })
  assert.deepEqual(others.duty('met-in-care', '2026-03-06 12:00'), [])
  const held = others.then(act('meet', { chair: 'council-senior' }), 'council-senior', '2026-03-11 10:00')
  assert.deepEqual(held.duty('minutes', '2026-03-11 11:00'), ['open 2026-03-16 17:00'])
})

test('an end that only records, with its form', () => {
  const t = atSeniors('An end that only records')
  const go = (facts: Record<string, string>) => move('for-the-record', { end: 'recorded', facts, words: '' })
  assert.equal(t.refused(go({ differs: 'The risk.' }), 'school-senior', '2026-03-06 12:00').code, 'missing')
  const facts = { differs: 'The risk.', 'rests-on': 'What she said.' }
  assert.equal(t.then(go(facts), 'school-senior', '2026-03-06 12:00').stands, 'recorded')
})

test('silence: the case goes on by itself', () => {
  const t = raise(exampleUnder('Silence'), { reason: ['plan'] }).wakes('2026-03-12 09:00')
  assert.equal(t.stands, 'seniors')
  assert.deepEqual(
    t.of('escalated').map((e) => e.by),
    ['concordat'],
  )
})

test('a local policy has its own days', () => {
  const text = policyNamed('mapleford-clinics')
  const t = raised(policyOf(text, { mapleford: library('mapleford') ?? '' }), {}, 'school-worker', '2026-03-06 10:00')
  assert.deepEqual(t.duty('talk', '2026-03-06 10:30'), ['open 2026-03-10 17:00'])
  assert.deepEqual([t.duty('advice', '2026-03-06 10:30'), t.duty('told-trust', '2026-03-06 10:30').length], [[], 2])
})

test('an addendum holds between its dates, for running cases too', () => {
  const base = policyNamed('mapleford')
  const flood = policyOf(policyNamed('mapleford-floods'), { mapleford: base })
  const addenda = [{ id: 'mapleford-floods', from: '2026-11-02', until: '2027-01-31', policy: flood }]
  const talk = (at: string) =>
    raised(base, {}, 'school-worker', at, { posts, addenda }).duty('talk', at.replace('10:00', '10:30'))[0]
  assert.deepEqual(
    [talk('2026-10-26 10:00'), talk('2026-11-09 10:00')],
    ['open 2026-11-02 17:00', 'open 2026-11-19 15:00'],
  )
})
