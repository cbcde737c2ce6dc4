import { counted } from '../../domain/policy/shape.ts'
import { html } from '../html/html.ts'
import { many, pick, radio } from './policy-form-choices.ts'
import type { Field } from './policy-form-field.ts'
import { type Known, ownQuestion } from './policy-form-known.ts'
import { cites, condition, says, within } from './policy-form-phrases.ts'
import { line, list, words } from './policy-form-simple.ts'

/** The policy itself: what it is called, where it holds, whom a case may be about. */
export const aboutFields = (): readonly Field[] => [
  line({ key: 'title', label: 'What people call it', needed: 'Write what people call it' }),
  line({
    key: 'id',
    label: 'Short name',
    hint: 'Small letters, figures and hyphens. The same for all its versions',
    width: 20,
    needed: 'Write its short name',
  }),
  line({ key: 'version', label: 'Version', hint: 'A whole number. An adopted version never changes', width: 3 }),
  radio({
    key: 'nation',
    label: 'Whose bank holidays count?',
    items: [
      { value: 'england-and-wales', text: 'England and Wales' },
      { value: 'scotland', text: 'Scotland' },
      { value: 'northern-ireland', text: 'Northern Ireland' },
    ],
  }),
  many({
    key: 'for',
    label: 'Whom may a case be about?',
    hint: 'Nothing chosen means a child',
    items: [
      { value: 'child', text: 'A child' },
      { value: 'adult', text: 'An adult' },
      { value: 'theme', text: 'A theme, and nobody in particular' },
    ],
  }),
  list({ key: 'read-with', label: 'To be read with', hint: 'Other policies, one a line' }),
]

/** Raising: who may, what is asked, until when. */
export const raiseFields = (known: Known): readonly Field[] => [
  many({
    key: 'by',
    label: 'Who may raise a concern?',
    hint: 'Nothing chosen means anybody of an agency',
    items: known.roles.filter(({ at }) => at === 'agency'),
  }),
  many({
    key: 'asks',
    label: 'What are they asked?',
    hint: 'Whether the child is in immediate danger is always asked first',
    items: known.questions.filter(({ asked, value }) => asked && !ownQuestion(value)),
  }),
  { ...within('must it be raised?'), more: true },
  radio({
    key: 'late',
    label: 'When it is raised too late',
    otherwise: 'accept',
    items: [
      { value: 'accept', text: 'It is taken, and recorded as late' },
      { value: 'refuse', text: 'It is refused' },
    ],
    more: true,
  }),
  cites,
  says,
]

/** One order of the stages. */
export const trackFields = (known: Known): readonly Field[] => [
  condition('Which cases take it?', false, known),
  list({ key: 'stages', label: 'Its stages, in order', hint: 'Their short names, one a line', rows: 6 }),
  cites,
]

export const registerFields = (known: Known): readonly Field[] => [
  pick({ key: 'kept-by', label: 'Who keeps the register?', none: 'Nobody', items: known.roles }),
  pick({ key: 'from', label: 'From which stage on does it see cases?', none: 'Choose', items: known.stages }),
  line({ key: 'report', label: 'How often is it reported?', hint: html`Such as <code>every 1 year</code>`, width: 20 }),
  many({
    key: 'counts',
    label: 'What does it count?',
    items: counted.map((value) => ({ value, text: `By ${value}` })),
  }),
  cites,
  says,
]

export const reviewFields = (): readonly Field[] => [
  line({
    key: 'every',
    label: 'How often is the policy reviewed?',
    hint: html`Such as <code>1 year</code>`,
    width: 20,
  }),
  line({ key: 'sooner', label: 'What brings a review sooner?' }),
  cites,
  says,
]

export const clauseFields = (): readonly Field[] => [
  words({ key: [], label: 'The rule, in your own plain words', rows: 4, needed: 'Write the rule' }),
]
