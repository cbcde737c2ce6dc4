/** Events, keys and occurrences. Each test is named by its sentence of language.md section 3 "Events" and "When a duty arises". */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, agree, agreedBy, answer, ladder, move, policyOf, raise, said, small, told, up } from './test-place.ts'

const inTalk = (duties: string, rest = '', more: Parameters<typeof small>[1] = {}) =>
  small(ladder(`    duties:\n${duties}`, rest), more)

test('it counts only while `if` holds: an answer starts it at that moment, its clock too', () => {
  const t = raise(
    inTalk('      report: { who: raising worker, must: do report, if: on-plan, within: 2 working days }'),
    { facts: { 'on-plan': false } },
  )
  assert.deepEqual(t.duty('report', '2026-03-04 10:00'), [])
  const on = t.then(answer('on-plan', true), 'school-worker', '2026-03-05 10:00')
  assert.deepEqual(on.duty('report', '2026-03-05 11:00'), ['open 2026-03-09 17:00'])
})

test('or turns it not needed; turned back, one not yet done starts afresh as a new occurrence', () => {
  const text = inTalk('      report: { who: raising worker, must: do report, if: on-plan, within: 2 working days }')
  const t = raise(text, { facts: { 'on-plan': true } }).then(
    answer('on-plan', false),
    'school-worker',
    '2026-03-03 10:00',
  )
  assert.deepEqual(t.duty('report', '2026-03-20 10:00'), ['not needed 2026-03-04 17:00'])
  const back = t.then(answer('on-plan', true), 'school-worker', '2026-03-09 10:00')
  assert.deepEqual(back.duty('report', '2026-03-09 11:00'), ['not needed 2026-03-04 17:00', 'open 2026-03-11 17:00'])
  assert.equal(back.live('report', '2026-03-09 11:00').key, 'report·1·1·school')
})

test('what was done stays done: no answer asks for it again', () => {
  const text = inTalk('      report: { who: raising worker, must: do report, if: on-plan, within: 2 working days }')
  const t = raise(text, { facts: { 'on-plan': true } })
    .then(act('do'), 'school-worker', '2026-03-02 12:00')
    .then(answer('on-plan', false), 'school-worker', '2026-03-03 10:00')
    .then(answer('on-plan', true), 'school-worker', '2026-03-04 10:00')
  assert.deepEqual(t.duty('report', '2026-03-04 11:00'), ['done 2026-03-04 17:00'])
})

test('an unanswered fact is not yes and is no option, so `not FACT` holds until answered', () => {
  const t = raise(
    inTalk(`
      is-so: { who: raising worker, must: do yes, if: on-plan }
      not-so: { who: raising worker, must: do no, if: not on-plan }
      red: { who: raising worker, must: do red, if: urgency is red }
      not-red: { who: raising worker, must: do not red, if: not urgency is red }`),
  )
  const ids = t
    .due('2026-03-02 11:00')
    .filter((i) => ['is-so', 'not-so', 'red', 'not-red'].includes(i.id))
    .map((i) => i.id)
  assert.deepEqual(ids, ['not-so', 'not-red'])
})

test('keys are stable: an act told of later than it happened does not take the number of one told before', () => {
  const text = inTalk(`
      met:     { who: raising worker, must: do meet }
      rang:    { who: raising worker, must: do ring }
      minutes: { who: raising worker, must: do minutes, when: [met, rang], within: 2 working days }`)
  const rang = raise(text).then(act('do', { keys: ['rang·1·0·school'] }), 'school-worker', '2026-03-04 12:00')
  const key = rang.live('minutes', '2026-03-04 13:00').key
  const written = rang.then(act('do', { keys: [key] }), 'school-worker', '2026-03-04 14:00')
  const met = written.then(
    act('do', { keys: ['met·1·0·school'], happened: Date.parse('2026-03-03T11:00:00Z') }),
    'school-worker',
    '2026-03-04 15:00',
  )
  assert.deepEqual(
    met
      .due('2026-03-04 16:00')
      .filter((i) => i.id === 'minutes')
      .map((i) => [i.key, i.status, said(i.due?.at)]),
    [
      [key, 'done', '2026-03-06 17:00'],
      ['minutes·1·1·school', 'open', '2026-03-05 17:00'],
    ],
  )
})

test('keys are stable: an answer does not renumber what another event started', () => {
  const text = inTalk(`
      met:     { who: raising worker, must: do meet }
      rang:    { who: raising worker, must: do ring }
      minutes: { who: raising worker, must: do minutes, when: [met, rang], if: on-plan }`)
  const t = raise(text, { facts: { 'on-plan': true } })
    .then(act('do', { keys: ['met·1·0·school'] }), 'school-worker', '2026-03-03 10:00')
    .then(answer('on-plan', false), 'school-worker', '2026-03-03 11:00')
    .then(answer('on-plan', true), 'school-worker', '2026-03-03 12:00')
    .then(act('do', { keys: ['rang·1·0·school'] }), 'school-worker', '2026-03-03 13:00')
  const before = t
    .due('2026-03-03 14:00')
    .filter((i) => i.id === 'minutes')
    .map((i) => [i.key, said(i.arose)])
  const turned = t
    .then(answer('on-plan', false), 'school-worker', '2026-03-04 10:00')
    .then(answer('on-plan', true), 'school-worker', '2026-03-04 11:00')
  const after = turned
    .due('2026-03-04 12:00')
    .filter((i) => i.id === 'minutes')
    .map((i) => [i.key, said(i.arose)])
  assert.deepEqual(after.slice(0, before.length), before)
})

test('`joined`: each agency hears its own joining; whoever is of no agency hears all', () => {
  const text = small(
    ladder(
      '',
      `duties:
  read:  { who: responding worker, must: do read the file, when: joined, within: 2 working days }
  listed: { who: coordinator, must: record agencies, when: joined }`,
    ),
  )
  const t = raise(text).then(
    { kind: 'join', agency: 'clinic', words: 'They hold the plan.' },
    'school-worker',
    '2026-03-04 10:00',
  )
  assert.deepEqual(t.duty('read', '2026-03-04 11:00', 'council'), ['open 2026-03-04 17:00'])
  assert.deepEqual(t.duty('read', '2026-03-04 11:00', 'clinic'), ['open 2026-03-06 17:00'])
  assert.equal(t.due('2026-03-04 11:00').filter((i) => i.id === 'listed').length, 2)
})

test('`after DUTY`: done or late, whichever first, and only once', () => {
  const text = inTalk(`
      asked: { who: responding worker, must: reply, within: 2 working days }
      met:   { who: raising worker, must: do meet, when: after asked, within: 1 working day }`)
  const done = raise(text).then(act('reply'), 'council-worker', '2026-03-03 10:00')
  assert.deepEqual(done.duty('met', '2026-03-03 11:00'), ['open 2026-03-04 17:00'])
  const late = raise(text)
  assert.deepEqual(late.duty('met', '2026-03-04 16:59'), [])
  assert.deepEqual(late.duty('met', '2026-03-05 10:00'), ['open 2026-03-06 17:00'])
  const both = late.then(act('reply'), 'council-worker', '2026-03-05 12:00')
  assert.equal(both.due('2026-03-05 13:00').filter((i) => i.id === 'met').length, 1)
})

test('`every LENGTH` while the stage lasts', () => {
  const t = raise(
    inTalk('      check: { who: raising worker, must: do check, when: every 2 working days, within: 1 working day }'),
  )
  assert.deepEqual(t.duty('check', '2026-03-04 16:00'), [])
  assert.deepEqual(t.duty('check', '2026-03-09 10:00'), ['late 2026-03-06 17:00', 'open 2026-03-10 17:00'])
  const left = t.then(up, 'school-worker', '2026-03-09 11:00')
  assert.equal(left.due('2026-03-20 10:00').filter((i) => i.id === 'check').length, 2)
})

test('`every LENGTH` while the case lasts: not while it stands ended, and on again when it is opened again', () => {
  const text = small(ladder('', 'duties:\n  check: { who: coordinator, should: tell iro, when: every 1 week }'))
  const t = agreedBy(raise(text), '2026-03-12 10:00', 'school-worker', 'council-worker')
  const arose = (so: typeof t, at: string) =>
    so
      .due(at)
      .filter((i) => i.id === 'check')
      .map((i) => said(i.arose))
  assert.deepEqual(arose(t, '2026-03-26 10:00'), ['2026-03-09 17:00'])
  const open = t.then({ kind: 'reopen', words: 'It was not so.' }, 'school-worker', '2026-03-24 10:00')
  assert.deepEqual(arose(open, '2026-04-01 10:00'), ['2026-03-09 17:00', '2026-03-30 17:00'])
})

test('what a length’s end starts has the next working day: it is not late the moment it is born', () => {
  const text = inTalk(`
      asked: { who: responding worker, must: reply, within: 2 working days }
      chase: { who: coordinator, should: tell responding manager, when: asked late }`)
  const t = raise(text)
  assert.deepEqual(t.duty('chase', '2026-03-04 17:30'), ['open 2026-03-05 17:00'])
})

test('`action late`: an agreed action not done by its day, and only that', () => {
  const text = small(ladder('', 'duties:\n  chase: { who: coordinator, must: tell everyone, when: action late }'))
  const ended = raise(text)
    .then(agree, 'school-worker', '2026-03-03 10:00')
    .then(
      move('agree', {
        end: 'agreed',
        outstanding: [
          { what: 'Visit', who: 'Tom', by: '2026-03-10' },
          { what: 'Ring', who: 'Ann', by: '2026-03-11' },
        ],
      }),
      'council-worker',
      '2026-03-03 11:00',
    )
  assert.deepEqual(ended.duty('chase', '2026-03-10 16:00'), [])
  const opened = ended.c.outstanding[1]
  assert.ok(opened)
  const done = ended.then(
    { kind: 'finish action', opened: { seq: opened.seq, index: opened.index }, words: 'Rang.' },
    'council-worker',
    '2026-03-10 10:00',
  )
  assert.deepEqual(
    done.duty('chase', '2026-03-12 10:00'),
    ['open 2026-03-11 17:00'].map(() => 'late 2026-03-11 17:00'),
  )
})

test('a waiting duty of the policy holds up its own target from any stage', () => {
  const text = small(
    ladder(
      '',
      'duties:\n  engaged: { who: raising manager, must: consult own director, within: 2 working days of line, before: top }',
    ),
  )
  const t = raise(text).then(up, 'school-worker', '2026-03-03 10:00')
  assert.equal(t.refused(up, 'school-manager', '2026-03-03 11:00').code, 'blocked')
})

test('the same question again gives the same answer, and another moment another', () => {
  const t = raise(policyOf(inTalk('      asked: { who: responding worker, must: reply, within: 2 working days }')))
  const same = told(t.world, t.entries)
  assert.deepEqual(t.duty('asked', '2026-03-05 10:00'), same.duty('asked', '2026-03-05 10:00'))
  assert.notDeepEqual(t.duty('asked', '2026-03-05 10:00'), t.duty('asked', '2026-03-03 10:00'))
})
