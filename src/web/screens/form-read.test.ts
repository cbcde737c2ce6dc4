import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { notKnown } from '../../domain/case/condition.ts'
import { readForm } from '../form.ts'
import type { FormField } from './form-field.ts'
import { actionsOf, atOf, chosenOf, readFields, wordsOf } from './form-read.ts'
import { showField } from './form-show.ts'
import { withAnswers } from './raise-draft.ts'

const actions: FormField = {
  kind: 'actions',
  name: 'outstanding',
  label: 'What is still to be done?',
  optional: true,
  today: '2026-04-08',
}
const radios: FormField = {
  kind: 'one-of',
  name: 'way',
  label: 'How?',
  options: [{ value: 'phone', text: 'By phone' }],
}

describe('reading a form by its fields', () => {
  test('what was not offered is not an answer', () => {
    const form = readForm({ way: 'pigeon' })
    assert.deepEqual(readFields([radios], form), {})
    assert.equal(form.error('way'), 'Choose an answer: How?')
    const many = readForm({ who: ['a', 'b', 'z'] })
    const values = readFields(
      [
        {
          kind: 'any-of',
          name: 'who',
          label: 'Who?',
          options: [
            { value: 'a', text: 'A' },
            { value: 'b', text: 'B' },
          ],
        },
      ],
      many,
    )
    assert.deepEqual(chosenOf(values, 'who'), ['a', 'b'])
  })

  test('rows left empty count for nothing; a row begun is asked to be finished, and says which', () => {
    const form = readForm({
      'outstanding-1-what': '',
      'outstanding-2-what': 'See Theo',
      'outstanding-2-who': '',
      'outstanding-2-by-day': '17',
      'outstanding-2-by-month': 'April',
      'outstanding-2-by-year': '2026',
    })
    readFields([actions], form)
    assert.deepEqual(
      form.errors.map((one) => one.field),
      ['outstanding-2-who'],
    )
    const done = readForm({ outstanding: [{ what: 'See Theo', who: 'Sunita Rao', by: '2026-04-17' }] })
    assert.deepEqual(actionsOf(readFields([actions], done), 'outstanding'), [
      { what: 'See Theo', who: 'Sunita Rao', by: '2026-04-17' },
    ])
    const past = readForm({ outstanding: [{ what: 'See Theo', who: 'Sunita Rao', by: '2026-04-01' }] })
    readFields([actions], past)
    assert.equal(past.ok, false)
  })

  test('a date that cannot be is refused by what it cannot be', () => {
    const day: FormField = { kind: 'date', name: 'date', label: 'Which day?', today: '2026-04-08', not: 'past' }
    const past = readForm({ date: '2026-04-07' })
    readFields([day], past)
    assert.equal(past.error('date'), 'The date must be today or later')
    assert.equal(wordsOf(readFields([day], readForm({ date: '2026-04-08' })), 'date'), '2026-04-08')
  })

  test('a moment is a date and a clock time in London, summer time among it', () => {
    const when: FormField = { kind: 'moment', name: 'when', label: 'When?' }
    const values = readFields(
      [when],
      readForm({ 'when-day': '30', 'when-month': '3', 'when-year': '2026', 'when-time': '4:10pm' }),
    )
    assert.equal(wordsOf(values, 'when'), '2026-03-30T16:10')
    assert.equal(atOf('2026-03-30T16:10'), Date.UTC(2026, 2, 30, 15, 10))
  })

  test('I do not know is an answer, neither yes nor no, and is kept on the page', () => {
    const field: FormField = { kind: 'yes-no', name: 'on-plan', label: 'Is the child on a plan?', unsure: true }
    const form = readForm({ 'on-plan': 'unsure' })
    assert.deepEqual(readFields([field], form), { 'on-plan': notKnown })
    assert.equal(form.ok, true)
    assert.match(showField(field, form).toString(), /value="unsure" checked/)
  })

  test('every kind of field gives back what was typed', () => {
    const form = readForm({ words: '<b>', 'outstanding-5-what': 'Fifth row' })
    assert.match(showField({ kind: 'words', name: 'words', label: 'Words' }, form).toString(), /&lt;b&gt;<\/textarea>/)
    const rows = showField(actions, form).toString()
    assert.match(rows, /id="outstanding-5-what"[^>]*value="Fifth row"/)
    assert.doesNotMatch(rows, /outstanding-6-what/)
  })
})

describe('the draft of a concern', () => {
  test('a step’s own answers are put anew; a question whose name begins the same keeps its own', () => {
    const before = {
      'fact-evidence': 'old',
      'fact-evidence-source': 'our notes',
      agencies: ['a', 'b'],
      'date-day': '1',
    }
    const fields: readonly FormField[] = [{ kind: 'words', name: 'fact-evidence', label: 'What shows it?' }]
    assert.deepEqual(withAnswers(before, fields, readForm({ 'fact-evidence': 'new' }), 'about-evidence'), {
      'fact-evidence-source': 'our notes',
      agencies: ['a', 'b'],
      'date-day': '1',
      'fact-evidence': 'new',
      'at-step': 'about-evidence',
    })
    const date: readonly FormField[] = [{ kind: 'date', name: 'date', label: 'Which day?' }]
    assert.equal('date-day' in withAnswers(before, date, readForm({ 'date-month': '4' }), 'date'), false)
  })
})
