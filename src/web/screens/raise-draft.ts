import type { Draft } from '../../app/app.ts'
import type { Answer } from '../../domain/case/entry.ts'
import type { Form } from '../form.ts'
import type { FormField } from './form-field.ts'

/** Where the draft of a concern was left. */
export const stepName = 'at-step'

type Fields = Draft['fields']

/** The draft with one step's answers as they were typed now: what was unticked goes, everything else stays. */
export function withAnswers(before: Fields, fields: readonly FormField[], form: Form, step: string): Fields {
  const own = (name: string) => fields.some((field) => belongs(field, name))
  const kept = Object.entries(before).filter(([name]) => !own(name))
  const typed = form.all
    .filter(({ name }) => own(name))
    .map(({ name, values }): readonly [string, Answer] => [name, values.length === 1 ? (values[0] ?? '') : values])
  return { ...Object.fromEntries(kept), ...Object.fromEntries(typed), [stepName]: step }
}

/** Whether a name that was sent is one of this field's boxes. */
function belongs(field: FormField, name: string): boolean {
  if (name === field.name) return true
  if (!name.startsWith(`${field.name}-`)) return false
  const rest = name.slice(field.name.length + 1)
  switch (field.kind) {
    case 'date':
    case 'moment':
      return ['day', 'month', 'year', 'time'].includes(rest)
    case 'actions':
      return /^\d{1,2}-/.test(rest)
    case 'words':
    case 'line':
    case 'yes-no':
    case 'one-of':
    case 'any-of':
      return false
  }
}
