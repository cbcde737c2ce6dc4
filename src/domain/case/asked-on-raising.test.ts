/** What a policy asks on raising has to be answered: `decide` itself refuses without. Source: language.md section 2 "raise"; C-6; rule kind K54. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holds, notKnown } from './condition.ts'
import { decide } from './decide.ts'
import type { Answer, Answers } from './entry.ts'
import { worldOf } from './test-directory.ts'
import { act, answer, ladder, policyOf, raise, small, told, up, when } from './test-place.ts'

const raising = (text: string, facts: Answers) => {
  const world = worldOf(policyOf(text))
  const answer = decide(
    world,
    undefined,
    {
      kind: 'raise',
      number: 'EX-1',
      title: 'A disagreement',
      subject: { kind: 'child', name: 'Leila' },
      from: 'school',
      to: [{ agency: 'council' }],
      facts,
    },
    { person: 'school-worker', at: when('2026-03-02 10:00') },
  )
  return { world, answer }
}

function raisedWith(text: string, facts: Answers) {
  const { world, answer } = raising(text, facts)
  if (!answer.ok) throw new Error(`${answer.refusal.title}. ${answer.refusal.because}`)
  return told(world, answer.value)
}

function refusedWith(text: string, facts: Answers) {
  const { answer } = raising(text, facts)
  if (answer.ok) throw new Error('It was not refused.')
  return answer.refusal
}

test('what the policy asks on raising is answered before it is sent, nested forms too', () => {
  const text = small(ladder('', 'raise: { asks: [form, seen-on], cites: A }\nclauses: { A: Say what it is. }'), {
    facts: '  form: { ask: A form, asks: [inner, exact] }\n  inner: { ask: Another, asks: [on-plan, urgency] }\n',
  })
  const all = { exact: 'This.', 'on-plan': false, urgency: 'amber', 'seen-on': '2026-03-01' }
  raisedWith(text, all)
  const none = refusedWith(text, {})
  assert.deepEqual([none.code, none.title, none.cites], ['missing', 'Answer 4 more questions first', ['A']])
  for (const ask of ['What exactly?', 'On a plan?', 'How urgent?', 'When was it seen?'])
    assert.ok(none.because.includes(ask))
  for (const id of Object.keys(all)) {
    const { [id as 'exact']: _, ...others } = all
    assert.match(refusedWith(text, others).title, /^Answer the question: /, id)
  }
  assert.equal(refusedWith(text, { ...all, exact: '  ' }).code, 'missing')
})

test('not known is an answer to yes or no, and is neither', () => {
  const text = small(
    ladder(
      '',
      'raise: { asks: [on-plan] }\ntracks:\n  short: { if: on-plan, stages: [top] }\n  usual: { stages: [talk, line, top] }',
    ),
  )
  const t = raisedWith(text, { 'on-plan': notKnown })
  assert.equal(t.c.track, 'usual')
  const plan = (given: Answer) =>
    holds({ op: 'is', fact: 'on-plan', answer: 'no', place: { line: 1, column: 1 } }, () => given)
  assert.deepEqual([plan(notKnown), plan(false)], [false, true])
})

test('a child in immediate danger is not kept waiting by a form; what somebody else answers holds nobody up', () => {
  const text = small(ladder('', 'raise: { asks: [exact, justified] }'))
  raisedWith(text, { 'immediate-harm': true })
  raisedWith(text, { exact: 'This.' })
  assert.equal(refusedWith(text, {}).title, 'Answer the question: What exactly?')
})

test('a duty to answer a form is done when each of its questions is, and what it asks besides', () => {
  const text = small(ladder('    duties: { told: { who: raising worker, must: answer form, asks: [urgency] } }'), {
    facts: '  form: { ask: A form, asks: [inner, exact] }\n  inner: { ask: Another, asks: [on-plan] }\n',
  })
  const t = raise(text)
  assert.match(t.refused(answer('form', 'So.'), 'school-worker', '2026-03-02 11:00').title, /one by one/)
  const some = t
    .then(answer('on-plan', false), 'school-worker', '2026-03-02 11:00')
    .then(answer('exact', 'This.'), 'school-worker', '2026-03-02 11:01')
  assert.deepEqual(some.duty('told', '2026-03-02 12:00'), ['open'])
  const all = some.then(answer('urgency', 'amber'), 'school-worker', '2026-03-02 12:00')
  assert.deepEqual(all.duty('told', '2026-03-02 13:00'), ['done'])
})

test('a move or an act is not made with a question of its form open, nested ones too', () => {
  const facts = '  form: { ask: A form, asks: [inner] }\n  inner: { ask: Another, asks: [on-plan] }\n'
  const text = small(
    ladder(`    duties: { brief: { who: raising worker, must: do brief, asks: [form] } }
    moves: { up: { asks: [form] } }`),
    { facts },
  )
  const t = raise(text)
  const keys = ['brief·1·0·school']
  for (const command of [up, act('do', { keys }), act('do', { keys, facts: { inner: 'So.' } })])
    assert.match(t.refused(command, 'school-worker', '2026-03-02 11:00').title, /On a plan/)
  const done = t.then(act('do', { keys, facts: { 'on-plan': false } }), 'school-worker', '2026-03-02 11:00')
  assert.equal(done.then(up, 'school-worker', '2026-03-02 12:00').stands, 'line')
})
