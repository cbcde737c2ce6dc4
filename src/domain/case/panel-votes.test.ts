/** How a panel decides: by votes, one by one. Source: language.md section 2 "seats", "settings"; C-12, C-13. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryWords } from '../words/entry-words.ts'
import type { Ballot } from './entry.ts'
import { partOf } from './parts.ts'
import { sees } from './sees.ts'
import { move, post, raise, type Setting, small, votes, when } from './test-place.ts'

const policy = (seats: string, rest = '', moves = '') =>
  small(
    `
stages:
  talk: { is: Talk, between: worker, moves: { on: { by: raising worker, to: sits } } }
  sits: { is: Panel, aside: true, by: panel${moves} }
${rest}`,
  ).replace(/seats: \{[^}]*\}/, `seats: { agencies: 3, of: board-member, parties: any, ${seats} }`)

const four = ['school-member', 'council-member', 'police-member', 'clinic-member']
const at = '2026-03-03 10:00'
const sits = (text: string, people: readonly string[] = four, chairs?: string, setting: Setting = {}) =>
  raise(text, {}, 'school-worker', '2026-03-02 10:00', setting)
    .then(move('on'), 'school-worker', '2026-03-02 11:00')
    .then(compose(people, chairs), 'coordinator', '2026-03-02 12:00')

const compose = (people: readonly string[], chairs?: string) =>
  ({
    kind: 'compose panel',
    members: people.map((person) => ({
      person,
      agency: person.replace(/-.*/, ''),
      ...(person === chairs ? { chairs: true as const } : {}),
    })),
    leftOut: '',
  }) as const

const votesIn = (t: ReturnType<typeof sits>) =>
  t.entries.flatMap(({ what }) => (what.kind === 'decided' ? (what.votes ?? []) : []))

const decides = (...all: readonly (readonly Ballot[])[]) => move('decide', { votes: all.flat() })
const by = 'police-member'
const [a = '', b = '', c = '', d = ''] = four

const together = policy('decides: together, composed-by: coordinator')
const majority = (more = '', rest = '') => policy(`decides: majority, composed-by: coordinator${more}`, rest)

test('together: all who sit agree; nobody against, nobody abstaining, nobody away', () => {
  const t = sits(together)
  assert.match(t.refused(decides(votes('for', a, b, c)), by, at).because, /every member who sits takes part/)
  for (const other of ['against', 'abstains'] as const)
    assert.match(t.refused(decides(votes('for', a, b, c), votes(other, d)), by, at).because, /for the same outcome/)
  assert.equal(t.then(decides(votes('for', ...four)), by, at).stands, 'decided')
})

test('majority: more for it than against it, whoever abstains not counted', () => {
  const t = sits(majority())
  assert.equal(t.then(decides(votes('for', a, b), votes('against', c), votes('abstains', d)), by, at).stands, 'decided')
  assert.match(
    t.refused(decides(votes('for', a), votes('against', b, c), votes('abstains', d)), by, at).because,
    /more votes for this outcome/,
  )
  assert.match(t.refused(decides(votes('abstains', ...four)), by, at).because, /more votes for this outcome/)
})

test('quorum: `all` is ours and says so; a number or `majority` of the policy does not, and cites it', () => {
  const ours = sits(majority()).refused(decides(votes('for', a, b, c)), by, at)
  assert.match(ours.because, /Every member who sits takes part\..*Concordat’s default/)
  for (const [text, enough] of [
    [majority(', quorum: 2'), 2],
    [majority('', 'settings: { quorum: 2 }'), 2],
    [majority(', quorum: majority'), 3],
    [majority(', quorum: 3', 'settings: { quorum: 2 }'), 3],
  ] as const) {
    const t = sits(text)
    const refused = t.refused(decides(votes('for', ...four.slice(0, enough - 1))), by, at)
    assert.match(refused.because, new RegExp(`At least ${enough} members take part`), text)
    assert.doesNotMatch(refused.because, /default/)
    assert.equal(t.then(decides(votes('for', ...four.slice(0, enough))), by, at).stands, 'decided', text)
  }
})

test('a panel has to be as many as its quorum when it is chosen', () => {
  const t = raise(majority(', quorum: 4')).then(move('on'), 'school-worker', '2026-03-02 11:00')
  assert.match(t.refused(compose([a, b, c]), 'coordinator', at).because, /At least 4 members/)
})

test('a tie: the vote of whoever chairs decides; where nobody does, it says what to do', () => {
  const even = [votes('for', a, b), votes('against', c, d)] as const
  const none = sits(majority()).refused(decides(...even), by, at)
  assert.match(
    none.because,
    /nobody who chairs the Panel sits on it\. Have the panel name who chairs it.*Concordat’s default/,
  )
  assert.equal(sits(majority(), four, a).then(decides(...even), by, at).stands, 'decided')
  assert.match(
    sits(majority(), four, c).refused(decides(...even), by, at).because,
    /police-member, who chairs, is not for/,
  )
  const abstains = [votes('for', a), votes('against', c), votes('abstains', b, d)] as const
  assert.match(sits(majority(), four, d).refused(decides(...abstains), by, at).because, /has not voted for either/)
  assert.match(sits(majority(', ties: none')).refused(decides(...even), by, at).because, /lets nobody break a tie/)
})

test('a tie: the role that `ties` names chairs where somebody who holds it sits', () => {
  const setting = { posts: [post(b, 'council', 'director')] }
  const even = [votes('for', a, b), votes('against', c, d)] as const
  assert.equal(
    sits(majority(', ties: director'), four, undefined, setting).then(decides(...even), by, at).stands,
    'decided',
  )
  assert.equal(
    sits(majority('', 'settings: { ties: director }'), four, undefined, setting).then(decides(...even), by, at).stands,
    'decided',
  )
})

test('the same people may still name who chairs; other people may not be put in', () => {
  const t = sits(majority())
  assert.equal(t.refused(compose([a, b, c], a), 'coordinator', at).code, 'already done')
  const named = t.then(compose(four, a), 'coordinator', at)
  assert.equal(named.then(decides(votes('for', a, b), votes('against', c, d)), by, at).stands, 'decided')
  assert.equal(named.refused(compose(four, b), 'coordinator', at).code, 'already done')
})

test('whoever has a conflict steps aside: no vote, and those who are left decide if they still are a panel', () => {
  const conflict = { kind: 'declare conflict', words: 'My sister works there.' } as const
  const t = sits(together).then(conflict, d, at)
  assert.match(t.refused(decides(votes('for', ...four)), by, at).because, /steps aside and does not vote/)
  const decided = t.then(decides(votes('for', a, b, c)), by, at)
  assert.deepEqual(
    votesIn(decided).map((v) => [v.person, v.agency, v.title, v.vote, v.outcome]),
    [
      [a, 'school', 'board-member', 'for', 'decide'],
      [b, 'council', 'board-member', 'for', 'decide'],
      [c, 'police', 'board-member', 'for', 'decide'],
      [d, 'clinic', 'board-member', 'stepped aside', undefined],
    ],
  )
  const few = t.then(conflict, c, at)
  assert.match(few.refused(decides(votes('for', a, b)), a, at).because, /chosen again without them/)
})

test('one vote each, of members only, for an outcome that there is', () => {
  const t = sits(
    policy('decides: majority, quorum: 1, composed-by: coordinator', '', ', moves: { back: { by: panel, to: talk } }'),
  )
  const title = (...cast: readonly Ballot[]) => t.refused(decides(cast), by, at).title
  assert.equal(title({ person: 'housing-member', vote: 'for' }), 'housing-member has no vote')
  assert.equal(title(...votes('for', a, a)), `${a} has voted twice`)
  assert.equal(title({ person: a, vote: 'for', outcome: 'up' }), 'There is no such outcome')
  // A vote for another outcome is a vote against this one.
  const other: Ballot = { person: b, vote: 'for', outcome: 'back' }
  assert.match(t.refused(decides([...votes('for', a), other, ...votes('against', c)]), by, at).because, /more votes/)
  assert.equal(t.then(decides([...votes('for', a, c), other]), by, at).stands, 'decided')
})

test('whatever the panel does with the case it votes on: sending back and changing the decision too', () => {
  const t = sits(
    policy('decides: together, composed-by: coordinator', '', ', moves: { back: { by: panel, to: talk } }'),
  )
  assert.equal(t.refused(move('back'), by, at).code, 'panel')
  const back = t.then(move('back', { votes: votes('for', ...four) }), by, at)
  assert.equal(back.of('sent back')[0]?.what.votes?.length, 4)
  const decided = t.then(decides(votes('for', ...four)), by, at)
  const other = { kind: 'change decision', words: 'Otherwise.' } as const
  assert.equal(decided.refused(other, by, at).code, 'panel')
  const changed = decided.then({ ...other, votes: votes('for', ...four) }, by, at)
  assert.equal(changed.of('decision changed')[0]?.what.votes?.[0]?.vote, 'for')
})

test('the votes stand in the record, for both sides and the panel, in words', () => {
  const t = sits(majority(), four, a).then(decides(votes('for', a, b, c), votes('against', d)), by, at)
  const entry = t.entries.find((one) => one.what.kind === 'decided')
  const part = partOf(t.world, t.c, 'council-worker', when(at))
  assert.ok(entry && part)
  const view = {
    world: t.world,
    c: t.c,
    at: when(at),
    reader: 'council-worker',
    part,
    entries: t.entries,
    duties: t.due(at),
  }
  const { lines } = entryWords(entry, view)
  assert.ok(lines.includes(`${a} (board-member, The school), who chairs, voted for it.`), lines.join('|'))
  assert.ok(lines.includes(`${d} (board-member, The clinic) voted against it.`))
  assert.ok(sees(t.world, t.c, t.entries, 'council-worker', when(at)).has(entry.seq))
  assert.ok(!sees(t.world, t.c, t.entries, 'iro', when(at)).has(entry.seq))
})
