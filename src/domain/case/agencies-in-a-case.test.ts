/** Several agencies, one agency, themes, tracks, and raising. Named by sentences of language.md sections 2 and 3. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agree, ladder, move, raise, refusedRaising, said, small, up } from './test-place.ts'

test('one case, one stage, one stage limit; each agency its own instances and clocks, from when it joined', () => {
  const text = small(ladder('    duties:\n      ack: { who: responding worker, must: reply, within: 2 working days }'))
  const t = raise(text).then(
    { kind: 'join', agency: 'clinic', words: 'They hold the notes.' },
    'council-worker',
    '2026-03-04 10:00',
  )
  assert.deepEqual(t.duty('ack', '2026-03-04 11:00', 'clinic'), ['open 2026-03-06 17:00'])
  assert.deepEqual(
    t.duty('ack', '2026-03-04 11:00', 'council'),
    ['open 2026-03-04 17:00'],
    'joining restarts no clock of others',
  )
  assert.deepEqual(t.duty('talk', '2026-03-04 11:00'), ['open 2026-03-09 17:00'])
})

test('a waiting duty of one who joins later hears what lies behind, from when it joined', () => {
  const text = small(
    ladder('    duties:\n      plan: { who: responding worker, must: write plan, within: 5 working days of raised }'),
  )
  const t = raise(text).then({ kind: 'join', agency: 'clinic', words: 'Theirs.' }, 'council-worker', '2026-03-04 10:00')
  assert.deepEqual(
    [said(t.live('plan', '2026-03-04 11:00', 'clinic').arose), t.duty('plan', '2026-03-04 11:00', 'clinic')],
    ['2026-03-04 10:00', ['open 2026-03-09 17:00']],
  )
})

test('who may bring an agency in, and not twice', () => {
  const t = raise(small(ladder()))
  assert.equal(
    t.refused({ kind: 'join', agency: 'council', words: 'Again.' }, 'school-worker', '2026-03-02 11:00').code,
    'already done',
  )
  assert.equal(
    t.refused({ kind: 'join', agency: 'nowhere', words: 'There.' }, 'school-worker', '2026-03-02 11:00').code,
    'missing',
  )
  assert.equal(
    t.refused({ kind: 'join', agency: 'clinic', words: 'Us.' }, 'clinic-worker', '2026-03-02 11:00').code,
    'no part',
  )
})

const inside = small(`
stages:
  advice: { is: Advice, between: [raising worker, raising manager], duties: { asked: { who: raising worker, must: consult own manager, within: 1 working day } } }
  talk:   { is: Talk, between: worker, duties: { ack: { who: responding worker, must: reply, within: 2 working days } } }
`)

test('an inside stage is one side’s own: the other joins at the first stage that is not', () => {
  const t = raise(inside)
  assert.deepEqual(
    [
      t.c.agencies.find((a) => a.agency === 'council')?.joinedAt,
      t.refused(agree, 'council-worker', '2026-03-02 11:00').code,
    ],
    [undefined, 'no part'],
  )
  assert.deepEqual(t.duty('our-safe-meanwhile', '2026-03-02 11:00'), [])
  const talk = t.then(up, 'school-worker', '2026-03-03 10:00')
  assert.equal(said(talk.c.agencies.find((a) => a.agency === 'council')?.joinedAt), '2026-03-03 10:00')
  assert.deepEqual(talk.duty('ack', '2026-03-03 11:00'), ['open 2026-03-05 17:00'])
})

test('same-agency is worked out, and a disagreement inside one agency runs between its people', () => {
  const text = small(
    ladder(
      '    duties:\n      all: { who: each worker, must: record it }',
      'tracks:\n  own: { if: same-agency, stages: [talk, line] }\n  usual: { stages: [talk, line, top] }',
    ),
  )
  const t = raise(text, { to: [{ agency: 'school', person: 'school-manager' }] })
  assert.equal(t.c.track, 'own')
  assert.equal(raise(text).c.track, 'usual')
  const one = t.then(agree, 'school-worker', '2026-03-02 11:00')
  assert.equal(one.stands, 'talk', 'one of two people of the same agency does not agree for both')
  assert.equal(one.then(agree, 'school-manager', '2026-03-02 11:30').stands, 'agreed')
  const keys = t.due('2026-03-02 11:00').map((i) => i.key)
  assert.equal(new Set(keys).size, keys.length, 'no key stands for two duties')
})

test('cross-area is answered as a fact', () => {
  const text = small(
    ladder('', 'duties:\n  both: { who: raising worker, must: tell each coordinator, if: cross-area }'),
  )
  assert.equal(raise(text, { facts: { 'cross-area': true } }).duty('both', '2026-03-02 11:00').length, 1)
  assert.equal(raise(text).duty('both', '2026-03-02 11:00').length, 0)
})

test('subject is theme: its own track, and refused where the policy is not for one', () => {
  const text = small(
    ladder(
      '',
      'for: [child, theme]\ntracks:\n  themes: { if: subject is theme, stages: [line, top] }\n  usual: { stages: [talk, line, top] }',
    ),
  )
  const t = raise(text, { subject: { kind: 'theme', name: '' } })
  assert.deepEqual([t.c.track, t.stands], ['themes', 'line'])
  assert.equal(refusedRaising(small(ladder()), { subject: { kind: 'theme', name: '' } }).code, 'not raised here')
})

test('the first track whose `if` holds; fixed on raising: a fact that changes later changes no ladder', () => {
  const text = small(
    ladder('', 'tracks:\n  short: { if: on-plan, stages: [talk, top] }\n  usual: { stages: [talk, line, top] }'),
  )
  const t = raise(text, { facts: { 'on-plan': true } }).then(
    { kind: 'answer', fact: 'on-plan', answer: false, words: 'No more.' },
    'school-worker',
    '2026-03-02 11:00',
  )
  assert.equal(t.then(up, 'school-worker', '2026-03-02 12:00').stands, 'top')
})

// Raising.

const window = (late: string) => small(ladder('', `raise: { within: 48 hours of seen-on, late: ${late} }`))

test('the window to raise: refused when it is over, or recorded as late', () => {
  const seen = (date: string) => ({ facts: { 'seen-on': date } })
  assert.equal(refusedRaising(window('refuse'), seen('2026-02-27')).code, 'out of time')
  assert.equal(
    raise(window('refuse'), seen('2026-02-28')).c.raisedLate,
    false,
    'hours from a date count from the end of that day',
  )
  assert.equal(raise(window('accept'), seen('2026-02-27')).c.raisedLate, true)
  assert.equal(raise(window('accept'), seen('2026-02-28T12:00')).c.raisedLate, false)
})

test('who may raise: the roles the policy names, or any person of the agency', () => {
  const text = small(ladder('', 'raise: { by: [lead, manager] }'))
  assert.equal(refusedRaising(text, {}).code, 'not raised here')
  assert.equal(raise(text, {}, 'school-lead').stands, 'talk')
  assert.equal(raise(small(ladder()), {}, 'school-director').stands, 'talk')
  assert.equal(refusedRaising(small(ladder()), {}, 'council-worker').code, 'no part')
  assert.equal(refusedRaising(small(ladder()), { to: [] }).code, 'missing')
})

test('several agencies may be asked at once', () => {
  const t = raise(small(ladder()), { to: [{ agency: 'council' }, { agency: 'clinic' }] })
  assert.deepEqual(
    t.c.visits[0]?.people.map((p) => `${p.side} ${p.person}`),
    ['raising school-worker', 'responding council-worker', 'responding clinic-worker'],
  )
})

test('what is said with a concern is on its record', () => {
  const t = raise(small(ladder()), {
    risk: { level: 'serious', words: 'He is back.' },
    protective: { date: '2026-03-05', words: 'She goes home.' },
    arrangement: { words: 'Gran has her.', answersFor: 'school-worker' },
    supporter: 'school-lead',
  })
  assert.deepEqual(
    t.entries.map((e) => e.what.kind),
    ['raised', 'protective date', 'interim arrangement', 'risk reviewed', 'supporter joined'],
  )
  assert.deepEqual(
    t.duty('our-risk-now', '2026-03-02 11:00').map((d) => d.split(' ')[0]),
    ['done'],
  )
})

test('answers of immediate harm open its path at once, from any stage and by either side', () => {
  const t = raise(small(ladder())).then(up, 'school-worker', '2026-03-02 11:00')
  assert.deepEqual(
    t.may('school-manager', '2026-03-02 12:00').filter((m) => m.startsWith('urgent')),
    [],
  )
  const harm = t.then(
    { kind: 'review risk', level: 'immediate', words: 'He is back.' },
    'council-manager',
    '2026-03-02 12:00',
  )
  assert.deepEqual(
    harm.may('school-manager', '2026-03-02 12:00').filter((m) => m.startsWith('urgent')),
    ['urgent>top'],
  )
})

test('whoever only hears of it does not act in it', () => {
  const text = small(ladder('    duties:\n      told: { who: raising worker, must: tell iro }'))
  const t = raise(text).then(act('tell', { to: ['iro'] }), 'school-worker', '2026-03-02 11:00')
  assert.equal(t.refused(move('agree', { end: 'agreed' }), 'iro', '2026-03-02 12:00').code, 'not yours')
  assert.equal(t.refused(act('discuss'), 'iro', '2026-03-02 12:00').code, 'not yours')
})

test('whoever joins later owes nothing for what lay behind, but stands in the stage it joins and in what was raised', () => {
  const text = small(
    ladder(
      '',
      `duties:
  filed: { who: each party, must: record it, when: any stage left }
  seen:  { who: responding party, must: do see, when: any stage }
  as-is: { who: each party, must: keep it so, when: raised }`,
    ),
  )
  const t = raise(text)
    .then(up, 'school-worker', '2026-03-03 10:00')
    .then({ kind: 'join', agency: 'clinic', words: 'Theirs too.' }, 'school-worker', '2026-03-04 10:00')
  const of = (id: string) =>
    t
      .due('2026-03-04 11:00')
      .filter((i) => i.id === id && i.agency === 'clinic')
      .map((i) => i.key)
  assert.deepEqual([of('filed'), of('seen'), of('as-is')], [[], ['seen·2·0·clinic'], ['as-is·0·0·clinic']])
})

test('of a stage inside the raising agency the other owes nothing', () => {
  const t = raise(inside).then(up, 'school-worker', '2026-03-03 10:00')
  assert.deepEqual(
    t
      .due('2026-03-03 11:00')
      .filter((i) => i.id === 'our-file')
      .map((i) => i.agency),
    ['school'],
  )
})

test('whoever owes something may do it though they only hear of the case, and nobody says that others met', () => {
  const text = small(
    ladder(
      '    duties:\n      seen: { who: iro, must: meet }\n      told: { who: raising worker, must: tell coordinator }\n      all:  { who: each worker, must: discuss }',
    ),
  )
  const t = raise(text).then(act('tell', { to: ['coordinator'] }), 'school-worker', '2026-03-02 11:00')
  assert.equal(t.then(act('meet'), 'iro', '2026-03-02 12:00').last('seen', '2026-03-02 13:00')?.status, 'done')
  const hearsay = act('discuss', { tookPart: ['school-worker', 'council-worker'] })
  assert.equal(t.refused(hearsay, 'coordinator', '2026-03-02 12:00').code, 'not yours')
})

test('another agency’s yes is recorded by whoever asked it, and only about what they can read', () => {
  const kept = raise(small(ladder())).then(
    { kind: 'keep information', words: 'He was weighed.', from: 'clinic', fromWords: 'By phone' },
    'school-worker',
    '2026-03-02 11:00',
  )
  const seq = kept.of('information')[0]?.seq ?? 0
  const permit = (step: 'asked' | 'given') =>
    ({ kind: 'permit', step, of: 'clinic', entry: seq, words: 'They said so.' }) as const
  assert.equal(kept.refused(permit('asked'), 'council-worker', '2026-03-02 12:00').code, 'missing')
  const asked = kept.then(permit('asked'), 'school-worker', '2026-03-02 12:00')
  assert.equal(asked.refused(permit('given'), 'council-worker', '2026-03-02 13:00').code, 'missing')
  asked.then(permit('given'), 'school-worker', '2026-03-02 13:00')
})

const themes = small(ladder('', 'for: [child, theme]'))
const theme = { subject: { kind: 'theme', name: '' } } as const

test('themes: no child, so no date that protects one, and nobody is asked about a risk to it', () => {
  const t = raise(themes, theme)
  const protect = { kind: 'protect', date: '2026-03-05', words: 'Then.' } as const
  assert.match(t.refused(protect, 'school-worker', '2026-03-02 11:00').title, /theme/)
  assert.match(t.refused({ kind: 'need no date', words: 'None.' }, 'school-worker', '2026-03-02 11:00').title, /theme/)
  assert.match(refusedRaising(themes, { ...theme, protective: { date: '2026-03-05', words: 'Then.' } }).title, /theme/)
  assert.deepEqual(
    [t.duty('our-risk-now', '2026-03-02 11:00'), t.duty('our-safe-meanwhile', '2026-03-02 11:00')],
    [[], []],
  )
  const child = raise(themes)
  assert.equal(child.duty('our-risk-now', '2026-03-02 11:00').length, 1)
  child.then(protect, 'school-worker', '2026-03-02 11:00')
})
