import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entry, EntryKind, What } from '../case/entry.ts'
import { fresh, lateReply, silentEnough, viewOf } from './case-example.ts'
import { at } from './case-example-place.ts'
import { entryWords } from './entry-words.ts'

const late = lateReply()
const view = viewOf(late, 'joanne', silentEnough)
const people = [{ person: 'grace', agency: 'services', side: 'responding' as const, role: 'manager' }]
const start = { stage: 'line', passed: [], tier: 0, inside: false, people }
const act = { words: 'Words.', to: ['helen'] }
const end = { move: 'agree', words: 'Words.', facts: {}, outstanding: [] }
const key = 'answer·2·0·services'

/** Every kind once, with the heading it must have. A kind without a line here does not compile. */
const headings: { readonly [K in EntryKind]: readonly [What & { kind: K }, string] } = {
  raised: [
    {
      kind: 'raised',
      number: '1',
      subject: { kind: 'child', name: 'Leila R' },
      title: 'x',
      facts: {},
      track: 'all',
      start: { ...start, passed: ['talk'] },
      words: '',
      raisers: ['amira'],
      agencies: [],
      late: false,
    },
    'Concern raised at stage 2, line managers',
  ],
  joined: [{ kind: 'joined', agency: 'health', why: 'They see her weekly.' }, 'Exampleshire Community Health joined'],
  'raiser joined': [{ kind: 'raiser joined', person: 'dilys' }, 'Dilys Owen raises it too'],
  'supporter joined': [
    { kind: 'supporter joined', person: 'dilys', supports: 'amira' },
    'Dilys Owen supports Amira Hussain',
  ],
  told: [{ kind: 'told', ...act }, 'Helen Baptiste told'],
  written: [
    { kind: 'written', title: 'outcome letter', ...act, to: ['amira'] },
    'Outcome letter sent to Amira Hussain',
  ],
  recorded: [{ kind: 'recorded', ...act }, 'Put on record'],
  referred: [{ kind: 'referred', ...act }, 'Referred to Helen Baptiste'],
  discussed: [{ kind: 'discussed', words: 'Words.', way: 'phone', settled: false }, 'Talked by phone. Not settled'],
  met: [{ kind: 'met', words: 'Words.', settled: true }, 'Met. Settled'],
  replied: [{ kind: 'replied', words: 'Words.', way: 'e-mail' }, 'Replied by email'],
  'reply weighed': [{ kind: 'reply weighed', reply: 1, satisfied: false, words: '' }, 'The reply is not enough'],
  consulted: [{ kind: 'consulted', ...act, to: ['joanne'] }, 'Asked Joanne Pike for advice or help'],
  done: [{ kind: 'done', ...act }, 'Done'],
  breached: [{ kind: 'breached', words: 'Words.' }, 'Something that had to be kept was not kept'],
  proposed: [
    { kind: 'proposed', of: 'our-same-words', visit: 2, lines: ['One.', 'Two.'], outstanding: [] },
    'Outcome written, for each side to confirm',
  ],
  confirmed: [{ kind: 'confirmed', of: 'our-same-words', proposal: 1, facts: {} }, 'Outcome confirmed'],
  'not confirmed': [
    { kind: 'not confirmed', of: 'our-same-words', words: 'Words.', stage: start },
    'Outcome not confirmed. Stage 2 is open again',
  ],
  'fact answered': [{ kind: 'fact answered', fact: 'on-plan', answer: true, words: '' }, 'Is the child on a plan? Yes'],
  'gate asked': [
    { kind: 'gate asked', move: 'up', facts: ['justified'], side: 'raising', words: '' },
    'Asked: “Is the concern justified?”',
  ],
  'risk reviewed': [
    { kind: 'risk reviewed', level: 'serious', words: 'Words.' },
    'Risk checked: serious, not immediate',
  ],
  'interim arrangement': [
    { kind: 'interim arrangement', words: 'Words.', answersFor: 'tom', until: '2026-04-09' },
    'Arrangement to keep Leila safe',
  ],
  'arrangement checked': [{ kind: 'arrangement checked', words: 'Words.' }, 'Checked what keeps Leila safe'],
  'protective date': [
    { kind: 'protective date', date: '2026-04-09', words: 'Words.' },
    'The date that protects Leila: Thursday 9 April 2026',
  ],
  'no protective date': [{ kind: 'no protective date', words: '' }, 'No sooner date is needed to protect Leila'],
  'date set': [{ kind: 'date set', key, date: '2026-04-09', words: '' }, 'Date set: Thursday 9 April 2026'],
  waived: [{ kind: 'waived', key, words: 'Words.', samePerson: false }, 'Not needed: reply to you'],
  'move signed': [
    { kind: 'move signed', move: 'agree', end: 'agreed', alone: false, words: '', facts: {} },
    'Said that it is settled',
  ],
  escalated: [{ kind: 'escalated', move: 'up', start, words: 'Words.', facts: {} }, 'Taken to stage 2, line managers'],
  'sent back': [
    { kind: 'sent back', move: 'back', start, words: 'Words.', facts: {} },
    'Sent back to stage 2, line managers',
  ],
  agreed: [{ kind: 'agreed', end: 'agreed', ...end }, 'Settled by agreement'],
  decided: [{ kind: 'decided', end: 'decided', ...end }, 'Decided'],
  'went no further': [
    { kind: 'went no further', end: 'recorded', ...end },
    'Disagreement recorded. It goes no further',
  ],
  withdrawn: [{ kind: 'withdrawn', end: 'withdrawn', ...end }, 'Concern withdrawn'],
  'handed over': [{ kind: 'handed over', end: 'handed over', ...end }, 'Handed over to another procedure'],
  'raiser withdrew': [{ kind: 'raiser withdrew', person: 'amira', words: '' }, 'Amira Hussain no longer raises this'],
  'settled with': [{ kind: 'settled with', agency: 'health', words: '' }, 'Settled with Exampleshire Community Health'],
  'decision changed': [{ kind: 'decision changed', words: 'Words.' }, 'Decision changed'],
  dissented: [{ kind: 'dissented', words: 'Words.' }, 'Disagreement with the decision recorded'],
  reopened: [{ kind: 'reopened', words: 'Words.', start }, 'Opened again at stage 2, line managers'],
  'panel composed': [
    { kind: 'panel composed', members: [{ person: 'dilys', agency: 'nursery' }], leftOut: '' },
    'Panel chosen',
  ],
  'conflict declared': [
    { kind: 'conflict declared', person: 'dilys', words: 'Words.' },
    'Dilys Owen declared a conflict',
  ],
  note: [{ kind: 'note', words: 'Words.' }, 'Note'],
  information: [
    { kind: 'information', words: 'Words.', from: 'health', fromWords: 'Sunita Rao, health visitor' },
    'Information from Exampleshire Community Health, given in confidence',
  ],
  shared: [
    {
      kind: 'shared',
      entry: 1,
      words: 'Words.',
      with: { agencies: ['health'], people: ['helen'] },
      ground: 'override',
      familyTold: 'not safe',
    },
    'Passed on to Exampleshire Community Health and Helen Baptiste',
  ],
  'not shared': [{ kind: 'not shared', words: 'Words.', asked: 'the school' }, 'Not passed on'],
  permission: [
    { kind: 'permission', step: 'refused', of: 'family', words: '' },
    'Leila’s family did not give permission',
  ],
  'outstanding opened': [
    { kind: 'outstanding opened', action: { what: 'Send the papers', who: 'Tom Reddy', by: '2026-04-16' } },
    'To be done: send the papers',
  ],
  'outstanding done': [
    { kind: 'outstanding done', opened: { seq: 99, index: 0 }, words: 'Words.' },
    'Done: something agreed',
  ],
  debriefed: [{ kind: 'debriefed', words: 'Words.' }, 'Talked it over afterwards'],
  'learning point': [{ kind: 'learning point', words: 'Words.' }, 'Learning point'],
  corrected: [{ kind: 'corrected', words: 'Words.', why: 'A slip.' }, 'Correction'],
  closed: [{ kind: 'closed', words: '', undone: ['x'] }, 'Case closed, with things left undone'],
  'deadline passed': [
    { kind: 'deadline passed', key, due: at('2026-04-07', '17:00'), what: 'answer' },
    '5pm passed without a reply',
  ],
  'dates moved': [{ kind: 'dates moved', words: 'A bank holiday was added.' }, 'Dates moved'],
  'version changed': [
    {
      kind: 'version changed',
      from: 1,
      version: { id: 'ex', version: 2, hash: 'b' },
      stages: {},
      start: { stage: 'talk', passed: [], tier: 0, inside: false, people: [] },
      added: [],
      words: 'The new limits are better for this child.',
    },
    'Goes on under version 2 of the policy',
  ],
  addendum: [{ kind: 'addendum', step: 'began', addendum: 'x-y' }, 'A temporary change to the policy began'],
}

function entryOf(what: What, more: Partial<Entry> = {}): Entry {
  const time = at('2026-04-07', '17:00')
  return {
    seq: 50,
    happened: time,
    told: time,
    recorded: time,
    by: 'joanne',
    agency: 'nursery',
    side: 'raising',
    owner: 'nursery',
    audience: { to: 'parties' },
    inConfidence: false,
    policy: view.c.policy,
    answers: [],
    what,
    ...more,
  }
}

for (const [kind, [what, heading]] of Object.entries(headings)) {
  test(`${kind}: ${heading}`, () => {
    const words = entryWords(entryOf(what), view)
    assert.equal(words.heading, heading)
    const all = [words.heading, words.by, words.when, words.text, ...words.lines, words.audience.text].join('\n')
    assert.doesNotMatch(all, /undefined|\[object|NaN|·/)
    for (const id of ['our-same-words', 'on-plan', 'told-iro', 'panel-stage', 'x-y'])
      assert.ok(!all.includes(id), `${id} in ${all}`)
    assert.doesNotMatch(all, /\b(he|she|his|him)\b/i)
  })
}

test('who can read it: both sides, one agency and whose it is, people by name, whoever was told besides', () => {
  const said = (more: Partial<Entry>, what: What = { kind: 'note', words: 'x' }) =>
    entryWords(entryOf(what, more), view).audience
  assert.deepEqual(said({}), { isForBoth: true, text: 'Both sides can read this' })
  assert.deepEqual(said({ audience: { to: 'agency', agency: 'nursery' } }), {
    isForBoth: false,
    text: 'Only Bramble Lane Nursery can read this',
  })
  assert.equal(
    said({ audience: { to: 'agency', agency: 'nursery' }, owner: 'health' }).text,
    'Only Bramble Lane Nursery can read this. It belongs to Exampleshire Community Health',
  )
  assert.equal(
    said({ audience: { to: 'people', people: ['amira', 'joanne'] } }).text,
    'Only Amira Hussain and Joanne Pike can read this',
  )
  assert.equal(said({}, { kind: 'told', ...act }).text, 'Both sides can read this, and so can Helen Baptiste')
})

test('by whom, to whom, and when it was recorded if later', () => {
  const by = (seq: number) => {
    const entry = view.entries.find((e) => e.seq === seq)
    assert.ok(entry)
    return entryWords(entry, view).by
  }
  const seqOf = (kind: EntryKind) => view.entries.find((e) => e.what.kind === kind)?.seq ?? 0
  assert.equal(by(seqOf('raised')), 'Amira Hussain, to Tom Reddy')
  assert.equal(by(seqOf('discussed')), 'Amira Hussain with Tom Reddy. Recorded at 4:02pm the same day')
  assert.equal(by(seqOf('escalated')), 'Amira Hussain, to Grace Adeyemi')
  assert.equal(by(seqOf('note')), 'Joanne Pike, Bramble Lane Nursery')
  const reply = view.entries.find((e) => e.what.kind === 'deadline passed' && e.what.what === 'answer')
  assert.ok(reply)
  assert.equal(
    entryWords(reply, view).by,
    'Recorded by Concordat. It was for Grace Adeyemi, Exampleshire Children’s Services (clause EX-3)',
  )
})

test('a notice says why it had to go, with its clause', () => {
  const words = entryWords(entryOf({ kind: 'told', ...act }, { answers: ['told-iro·2·0·nursery'] }), view)
  assert.equal(words.heading, 'Reviewing officer told')
  assert.deepEqual(words.lines, ['Required because the child is on a plan (clause EX-3).'])
})

test('an answer and an option are said in the policy’s words', () => {
  const raisedEntry = fresh().entries[0]
  assert.ok(raisedEntry)
  const { lines } = entryWords(raisedEntry, viewOf(fresh(), 'tom', at('2026-03-30', '15:00')))
  assert.ok(lines.includes('What is it about? A plan not carried out'), lines.join('\n'))
})

test('words given as the answer to a question stand once', () => {
  const words = 'They have not replied.'
  const up: What = { kind: 'escalated', move: 'up', start, words, facts: { 'our-why': words } }
  const made = (what: What): Entry => ({ ...(late.entries[0] as Entry), what })
  assert.equal(entryWords(made(up), view).text, words)
  assert.deepEqual(entryWords(made(up), view).lines, [])
  const other = entryWords(made({ ...up, facts: { 'our-why': 'The child cannot wait.' } }), view)
  assert.deepEqual(other.lines, ['Why? The child cannot wait.'])
})

test('what was written under an earlier version is told in its words', () => {
  const { world } = view
  const renamed = {
    ...world.policy,
    version: world.policy.version + 1,
    stages: world.policy.stages.map((s) => ({ ...s, id: `new-${s.id}`, is: 'Renamed' })),
  }
  const after = { ...view, world: { ...world, policy: renamed, before: [world.policy] } }
  const raised = view.entries[0]
  assert.ok(raised)
  const entry: Entry = { ...raised, what: headings.raised[0] }
  assert.equal(entryWords(entry, after).heading, headings.raised[1])
  assert.notEqual(entryWords(entry, { ...after, world: { ...world, policy: renamed } }).heading, headings.raised[1])
})
