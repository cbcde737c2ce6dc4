/** Panel seats. Source: language.md section 2 "seats" and section 3 "Ends"; clause C-12. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '../people/directory.ts'
import { candidatesFor, seatsOf } from './panel-rule.ts'
import { move, post, raise, type Setting, small, votes, when } from './test-place.ts'

const policy = (
  seats = 'agencies: 3, of: board-member, rank: senior officer, parties: must, decides: together',
  rest = '',
) =>
  small(
    `
stages:
  talk: { is: Talk, between: worker, moves: { on: { by: raising worker, to: top } } }
  top:  { is: Chair, by: chair, moves: { convene: { by: chair, to: sits } } }
  sits: { is: Panel, aside: true, by: panel, moves: { again: null, back: { by: panel, to: top } } }
${rest}`,
  ).replace(/seats: \{[^}]*\}/, `seats: { ${seats} }`)

const before = (text = policy(), setting: Setting = {}) =>
  raise(text, {}, 'school-worker', '2026-03-02 10:00', setting)
    .then(move('on'), 'school-worker', '2026-03-02 11:00')
    .then(move('convene'), 'chair', '2026-03-02 12:00')

const compose = (members: readonly PersonId[], leftOut = '') =>
  ({
    kind: 'compose panel',
    members: members.map((person) => ({ person, agency: person.replace(/-.*/, '') })),
    leftOut,
  }) as const
const good = ['school-member', 'council-member', 'police-member']
const at = '2026-03-03 10:00'
const decide = (...inFavour: readonly PersonId[]) => move('decide', { votes: votes('for', ...inFavour) })
const no = (t: ReturnType<typeof raise>, members: readonly PersonId[], leftOut = '') =>
  t.refused(compose(members, leftOut), 'chair', at)

test('a panel is composed before it may decide, by `composed-by`, default the chair', () => {
  const t = before()
  assert.equal(seatsOf(t.world, t.c)?.composedBy, 'chair')
  assert.equal(t.refused(compose(good), 'school-worker', at).code, 'not yours')
  assert.equal(t.refused(decide(...good), 'chair', at).code, 'not yours')
  const sits = t.then(compose(good), 'chair', at)
  assert.equal(sits.then(decide(...good), 'police-member', at).stands, 'decided')
  const other = before(
    policy('agencies: 3, of: board-member, parties: any, decides: together, composed-by: coordinator'),
  )
  assert.equal(other.then(compose(good), 'coordinator', at).of('panel composed').length, 1)
})

test('where nobody decided before it and nobody is named, somebody of the Board composes it', () => {
  const text = policy().replace(
    'to: top } } }',
    'to: sits } }, duties: { told: { who: raising worker, must: tell coordinator } } }',
  )
  const t = raise(text)
    .then(
      { kind: 'act', verb: 'tell', act: { words: 'Told.', to: ['coordinator'] } },
      'school-worker',
      '2026-03-02 10:30',
    )
    .then(move('on'), 'school-worker', '2026-03-02 11:00')
  assert.equal(t.then(compose(good), 'coordinator', at).of('panel composed').length, 1)
})

test('so many different agencies', () => {
  const t = before()
  assert.match(no(t, ['school-member', 'council-member']).because, /3 different agencies|Three different agencies/)
})

test('of this rank', () => {
  assert.match(no(before(), [...good, 'housing-member']).because, /senior officer/)
  before(policy('agencies: 3, of: board-member, parties: must, decides: together')).then(
    compose([...good, 'housing-member']),
    'chair',
    at,
  )
})

test('full members of the Board', () => {
  assert.match(no(before(policy(), { membership: { police: 'associate' } }), good).because, /full member/)
})

test('the agencies concerned must be on it', () => {
  assert.match(no(before(), ['school-member', 'police-member', 'clinic-member']).because, /concerned/)
})

test('where possible: left out with a reason', () => {
  const t = before(policy('agencies: 3, of: board-member, parties: where possible, decides: together'))
  const three = ['school-member', 'police-member', 'clinic-member']
  assert.equal(no(t, three).code, 'missing')
  assert.equal(
    t.then(compose(three, 'Nobody is free.'), 'chair', at).of('panel composed')[0]?.what.leftOut,
    'Nobody is free.',
  )
})

test('never: whoever speaks for an agency concerned stays off; any: it does not matter', () => {
  const never = before(policy('agencies: 3, of: board-member, parties: never, decides: together'))
  assert.match(no(never, good).because, /keeps those off/)
  never.then(compose(['police-member', 'housing-member', 'clinic-member']), 'chair', at)
  before(policy('agencies: 3, of: board-member, parties: any, decides: together')).then(
    compose(['police-member', 'housing-member', 'clinic-member']),
    'chair',
    at,
  )
})

test('somebody who speaks for an agency concerned counts for it', () => {
  const setting = {
    without: ['school-member'],
    posts: [post('education-member', 'education', 'board-member', { rank: 'Senior officer', speaksFor: ['school'] })],
  }
  before(policy(), setting).then(compose(['education-member', 'council-member', 'police-member']), 'chair', at)
})

test('nobody who took part, and nobody with a conflict', () => {
  const setting = { posts: [post('school-worker', 'school', 'board-member', { rank: 'Senior officer' })] }
  const t = before(policy(), setting)
  const members = [
    { person: 'school-worker', agency: 'school' },
    ...compose(['council-member', 'police-member']).members,
  ]
  assert.match(t.refused({ kind: 'compose panel', members, leftOut: '' }, 'chair', at).because, /Took part/)
  assert.equal(candidatesFor(t.world, t.c, when(at)).find((x) => x.person === 'school-worker')?.may, false)
})

test('conflicts step aside: a member who declares one after it was chosen, and it is chosen again', () => {
  const t = before()
    .then(compose([...good, 'clinic-member']), 'chair', at)
    .then({ kind: 'declare conflict', words: 'My sister works there.' }, 'clinic-member', at)
  const conflicted = t.refused(decide(...good, 'clinic-member'), 'police-member', at)
  assert.match(conflicted.because, /steps aside and does not vote/)
  assert.match(no(t, [...good, 'clinic-member']).because, /conflict/)
  assert.equal(t.then(compose(good), 'chair', at).then(decide(...good), 'police-member', at).stands, 'decided')
})

test('chosen once; in a new visit, anew', () => {
  const t = before().then(compose(good), 'chair', at)
  assert.equal(no(t, good).code, 'already done')
  assert.equal(t.refused(move('back'), 'police-member', at).code, 'panel', 'one member alone sends nothing back')
  const again = t
    .then(move('back', { votes: votes('for', ...good) }), 'police-member', at)
    .then(move('convene'), 'chair', at)
  assert.equal(again.refused(decide(...good), 'police-member', at).code, 'panel')
  again.then(compose(good), 'chair', at)
})

test('together: every member takes part', () => {
  const t = before().then(compose(good), 'chair', at)
  assert.equal(t.refused(decide('police-member', 'school-member'), 'police-member', at).code, 'panel')
})

const majority = 'agencies: 3, of: board-member, parties: any, decides: majority'
const five = [...good, 'clinic-member', 'housing-member']

test('by majority, with the quorum that the policy sets; ours is all of them', () => {
  const sits = (text: string) => before(text).then(compose(five), 'chair', at)
  assert.equal(sits(policy(majority)).refused(decide(...good), 'police-member', at).code, 'panel')
  assert.equal(sits(policy(majority)).then(decide(...five), 'police-member', at).stands, 'decided')
  const half = sits(policy(`${majority}, quorum: majority`))
  assert.equal(half.refused(decide('police-member', 'school-member'), 'police-member', at).code, 'panel')
  assert.equal(half.then(decide(...good), 'police-member', at).stands, 'decided')
  const four = sits(policy(majority, 'settings: { quorum: 4 }'))
  assert.equal(four.refused(decide(...good), 'police-member', at).code, 'panel')
  assert.equal(four.then(decide(...good, 'clinic-member'), 'police-member', at).stands, 'decided')
})

test('together means every member, whatever the quorum', () => {
  const text = policy('agencies: 3, of: board-member, parties: must, decides: together, quorum: majority')
  const t = before(text).then(compose(good), 'chair', at)
  assert.equal(t.refused(decide('police-member', 'school-member'), 'police-member', at).code, 'panel')
})

test('a party does not choose the panel as well', () => {
  const setting = {
    posts: [post('school-worker', 'board', 'coordinator')],
    without: ['coordinator'],
  }
  const text = policy('agencies: 3, of: board-member, parties: any, decides: together, composed-by: coordinator')
  assert.equal(before(text, setting).refused(compose(good), 'school-worker', at).code, 'not yours')
})
