import { londonInstant } from '../../domain/calendar/london.ts'
import { notKnown } from '../../domain/case/condition.ts'
import type { Action, Answer, Answers } from '../../domain/case/entry.ts'
import type { At } from '../../domain/people/directory.ts'
import type { Form } from '../form.ts'
import { type FormField, valuesOf } from './form-field.ts'

/** An answer for each field that has one; what is wrong or missing is put on the form's errors. */
export function readFields(fields: readonly FormField[], form: Form): Answers {
  const values: Record<string, Answer> = {}
  for (const field of fields) {
    const value = readField(field, form)
    if (value !== undefined) values[field.name] = value
  }
  return values
}

/** The moment of `YYYY-MM-DDTHH:MM` in London. */
export const atOf = (moment: string): At => londonInstant(moment.slice(0, 10), moment.slice(11, 16)).epochMilliseconds

/** Words of an answer; empty when it is none. */
export const wordsOf = (values: Answers, name: string): string => {
  const found = values[name]
  return typeof found === 'string' ? found : ''
}

/** The options chosen. */
export const chosenOf = (values: Answers, name: string): readonly string[] => {
  const found = values[name]
  return Array.isArray(found)
    ? found.filter((one) => typeof one === 'string')
    : typeof found === 'string' && found !== ''
      ? [found]
      : []
}

export const actionsOf = (values: Answers, name: string): readonly Action[] => {
  const found = values[name]
  return Array.isArray(found) ? found.filter((one) => typeof one !== 'string') : []
}

function readField(field: FormField, form: Form): Answer | undefined {
  const { name } = field
  const missing = field.optional === true ? undefined : missingOf(field)
  switch (field.kind) {
    case 'words':
    case 'line':
      return form.text(name, missing) || undefined
    case 'yes-no':
      return field.unsure && form.typed(name) === 'unsure' ? notKnown : form.yesNo(name, missing)
    case 'one-of':
      return form.choice(name, valuesOf(field.options), missing)
    case 'any-of': {
      const offered = valuesOf(field.options)
      const given = form.list(name, missing)
      if (given.some((one) => !offered.includes(one))) form.fail(name, missing ?? 'Choose from the answers')
      const chosen = given.filter((one) => offered.includes(one))
      return chosen.length > 0 ? chosen : undefined
    }
    case 'date':
      return judged(field, form, form.date(name, missing))
    case 'moment': {
      const date = judged(field, form, form.date(name, missing))
      const time = form.time(`${name}-time`, date === undefined ? undefined : 'Give the time, like 9:30am or 14:15')
      return date === undefined || time === undefined ? undefined : `${date}T${time}`
    }
    case 'actions':
      return readActions(field, form)
  }
}

function judged(
  field: Extract<FormField, { kind: 'date' | 'moment' }>,
  form: Form,
  date: string | undefined,
): string | undefined {
  const { today, not } = field
  if (date === undefined || today === undefined || not === undefined) return date
  if (not === 'past' && date < today) form.fail(field.name, 'The date must be today or later')
  if (not === 'future' && date > today) form.fail(field.name, 'The date must be today or in the past')
  return date
}

/** Rows begun and not finished are said one by one; rows left empty count for nothing. */
function readActions(field: Extract<FormField, { kind: 'actions' }>, form: Form): readonly Action[] {
  return form.rows(field.name).map((row, i) => {
    const what = row.text('what', `Say what is to be done in row ${i + 1}`)
    const who = row.text('who', `Say who does it in row ${i + 1}`)
    const by = row.date('by', `Give the date by which it is done in row ${i + 1}`) ?? ''
    if (by !== '' && field.today !== undefined && by < field.today)
      row.fail('by', `The date in row ${i + 1} must be today or later`)
    return { what, who, by }
  })
}

function missingOf(field: FormField): string {
  if (field.missing !== undefined) return field.missing
  switch (field.kind) {
    case 'yes-no':
      return `Choose yes or no: ${field.label}`
    case 'one-of':
      return `Choose an answer: ${field.label}`
    case 'any-of':
      return `Choose at least one: ${field.label}`
    case 'date':
    case 'moment':
      return `Give the date: ${field.label}`
    case 'words':
    case 'line':
    case 'actions':
      return `Answer the question: ${field.label}`
  }
}
