import { answersField } from './policy-form-answers.ts'
import { pick, radio } from './policy-form-choices.ts'
import type { Field } from './policy-form-field.ts'
import { type Known, whoChoices } from './policy-form-known.ts'
import { cites, says } from './policy-form-phrases.ts'
import { line, list } from './policy-form-simple.ts'

/** Who can be named in the rules. */
export const roleFields = (known: Known): readonly Field[] => [
  line({ key: 'is', label: 'What people call this role', needed: 'Write what people call this role' }),
  radio({
    key: 'at',
    label: 'Where is it held?',
    otherwise: 'agency',
    items: [
      { value: 'agency', text: 'In each agency' },
      { value: 'board', text: 'At the Board' },
      { value: 'outside', text: 'Outside' },
    ],
  }),
  line({
    key: 'tier',
    label: 'How high in the line of managers?',
    hint: '1 for the people who do the work, 2 for their managers, and so on. Empty for a role outside the line',
    width: 3,
  }),
  list({ key: 'or', label: 'Other titles that count as the same', hint: 'One a line', more: true }),
  list({
    key: 'else',
    label: 'Who steps in when nobody holds it, or all are away?',
    hint: 'Short names of roles, one a line, the first to be asked first',
    more: true,
  }),
  line({ key: ['contact', 'email'], label: 'Email', more: true }),
  line({ key: ['contact', 'phone'], label: 'Telephone', width: 20, more: true }),
  line({ key: ['contact', 'address'], label: 'Address', more: true }),
  line({ key: ['contact', 'find'], label: 'Where to look it up', more: true }),
  line({
    key: ['seats', 'agencies'],
    label: 'A panel: seats of how many agencies?',
    hint: 'Empty for a role that is no panel',
    width: 3,
    more: true,
  }),
  pick({
    key: ['seats', 'of'],
    label: 'A panel: who sits on it?',
    none: 'Not a panel',
    items: known.roles,
    more: true,
  }),
  line({ key: ['seats', 'rank'], label: 'A panel: of what rank?', more: true }),
  pick({
    key: ['seats', 'parties'],
    label: 'A panel: do the agencies of the case sit on it?',
    none: 'Not said',
    items: [
      { value: 'must', text: 'They must' },
      { value: 'where possible', text: 'Where possible' },
      { value: 'any', text: 'They may' },
      { value: 'never', text: 'Never' },
    ],
    more: true,
  }),
  pick({
    key: ['seats', 'decides'],
    label: 'A panel: how does it decide?',
    none: 'Not said',
    items: [
      { value: 'together', text: 'Together' },
      { value: 'majority', text: 'By majority' },
    ],
    more: true,
  }),
  pick({
    key: ['seats', 'composed-by'],
    label: 'A panel: who chooses its members?',
    none: 'The Chair',
    items: known.roles,
    more: true,
  }),
  cites,
  says,
]

/** A question about the child or the case. */
export const questionFields = (known: Known): readonly Field[] => [
  line({ key: 'ask', label: 'The question', needed: 'Write the question' }),
  answersField,
  pick({
    key: 'by',
    label: 'Who answers it?',
    none: 'Whoever raises the concern, or does what asks it',
    items: whoChoices(known, ['raising', 'responding', 'each', 'any'], ['raiser', 'decider']),
  }),
  cites,
  says,
]
