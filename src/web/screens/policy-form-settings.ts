import { valueAt } from '../../domain/policy/edit/change.ts'
import { textValue } from '../../domain/policy/edit/tree-value.ts'
import { ours } from '../../domain/policy/ours.ts'
import type { Field } from './policy-form-field.ts'
import { line } from './policy-form-simple.ts'

const asked: Readonly<Record<string, string>> = {
  'working-day': 'Hours of a working day',
  'without-delay': 'How long is “without delay”?',
  immediately: 'How long is “immediately”?',
  'tell-within': 'When is a notice due that says no time?',
  gate: 'How long has a question that holds up a way on?',
  '24-hours': 'What do 24 hours mean?',
  'closed-dates': 'When a time in days ends on a closed day',
  reopen: 'How long can an agreement be reopened?',
  'stop-the-clock': 'When does the clock stop?',
  waive: 'Who may let go something that must be done?',
  quorum: 'How many of a panel have to take part?',
  ties: 'Who breaks a tie?',
  conflicts: 'What does a member with a part in the case do?',
}

const hints: Readonly<Record<string, string>> = {
  '24-hours': 'Write 1 working day where the policy means that',
  'closed-dates': 'Write stay, or roll to go on to the next working day',
  waive: 'The short name of a role, or board',
}

/** Our defaults, each with what holds where it is left empty. */
export const settingFields = (): readonly Field[] =>
  Object.entries(asked).map(([key, label]) => {
    const own = valueAt(textValue(ours), ['settings', key])
    const otherwise = typeof own === 'string' ? `Left empty, Concordat’s default: ${own}` : 'Left empty, it is not set'
    const hint = hints[key] === undefined ? otherwise : `${hints[key]}. ${otherwise}`
    return line({ key, label, hint, width: 20 })
  })
