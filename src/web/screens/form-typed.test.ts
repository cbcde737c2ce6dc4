import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readForm } from '../form.ts'
import { whatYouTyped } from '../typed.ts'
import type { FormField } from './form-field.ts'
import { typedLines } from './form-typed.ts'

const options = [
  { value: 'plan', text: 'A plan not carried out' },
  { value: 'need', text: 'Level of need' },
]
const fields: readonly FormField[] = [
  { kind: 'words', name: 'words', label: 'What was said?' },
  { kind: 'line', name: 'title', label: 'In a few words' },
  { kind: 'yes-no', name: 'settled', label: 'Did it settle it?' },
  { kind: 'one-of', name: 'way', label: 'How?', options },
  { kind: 'any-of', name: 'reason', label: 'About?', options },
  { kind: 'date', name: 'until', label: 'Until when?' },
  { kind: 'moment', name: 'happened', label: 'When?' },
  { kind: 'actions', name: 'todo', label: 'What is still to do?' },
]
const body = {
  words: 'no',
  title: 'plan',
  settled: 'no',
  way: 'plan',
  reason: ['plan', 'need'],
  'until-day': '9',
  'until-month': '4',
  'until-year': '2026',
  'happened-day': '31',
  'happened-month': '2',
  'happened-year': '2026',
  'happened-time': '4pm',
  'todo-1-what': 'Send the papers',
  'todo-1-who': 'Tom',
  'todo-1-by-day': '10',
  'todo-1-by-month': '4',
  'todo-1-by-year': '2026',
  'fact-on-plan': 'yes',
}

test('nothing that was typed or chosen is missing from what is given back', () => {
  const lines = typedLines(fields, readForm(body)).map(({ asked, given }) => [asked, given.toString()])
  assert.deepEqual(lines, [
    ['What was said?', 'no'],
    ['In a few words', 'plan'],
    ['Did it settle it?', 'No'],
    ['How?', 'A plan not carried out'],
    ['About?', 'A plan not carried out<br>Level of need'],
    ['Until when?', 'Thursday 9 April 2026'],
    ['When?', '31 2 2026 at 4pm'],
    ['What is still to do?', 'Send the papers, Tom, by Friday 10 April 2026'],
    ['On plan', 'Yes'],
  ])
})

test('without its questions a form is given back by the names of its boxes', () => {
  const page = whatYouTyped(readForm(body).all).toString()
  for (const typed of ['Thursday 9 April 2026', '31 2 2026', '4pm', 'plan, need', 'Send the papers', 'Yes'])
    assert.ok(page.includes(typed), typed)
  assert.equal(whatYouTyped(readForm({ later: 'yes', _csrf: 'x' }).all), false)
})
