import type { Form } from '../form.ts'
import { audienceLine } from '../html/audience-line.ts'
import { checkboxes } from '../html/checkboxes.ts'
import { dateInput } from '../html/date-input.ts'
import { errorMessage } from '../html/error-message.ts'
import { fieldset } from '../html/fieldset.ts'
import { hint } from '../html/hint.ts'
import { classes, type Html, html } from '../html/html.ts'
import { input } from '../html/input.ts'
import { radios } from '../html/radios.ts'
import { select } from '../html/select.ts'
import { textarea } from '../html/textarea.ts'
import type { FormField } from './form-field.ts'

/** How large the question is: the page's own heading, one of several, plain, or heard only, because the heading just asked it. */
export type FieldSize = 'page' | 'm' | 's' | 'heard'

/** A question with what was typed and, where it was wrong, the sentence that says so. */
export function showField(field: FormField, form: Form, size: FieldSize = 's'): Html {
  return html`${control(field, form, size)}${field.readers && html`<div class="govuk-!-margin-bottom-6">${audienceLine(field.readers)}</div>`}`
}

function control(field: FormField, form: Form, size: FieldSize): Html {
  const { name } = field
  const error = form.error(name)
  const about = { hint: field.hint, error }
  const isPageHeading = size === 'page'
  const text = labelOf(field, size)
  const classed = (part: string) =>
    size === 'heard' ? 'govuk-visually-hidden' : `${part}--${isPageHeading ? 'l' : size}`
  const label = { text, classes: classed('govuk-label'), isPageHeading }
  const legend = { text, classes: classed('govuk-fieldset__legend'), isPageHeading }
  const value = form.typed(name)
  switch (field.kind) {
    case 'words':
      return textarea({ ...about, name, label, rows: field.rows ?? 5, value })
    case 'line':
      return input({ ...about, name, label, value, classes: field.width ?? '' })
    case 'yes-no': {
      const unsure = field.unsure && { value: 'unsure', text: 'I do not know' }
      return radios({
        ...about,
        name,
        legend,
        value,
        items: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, unsure],
      })
    }
    case 'one-of': {
      if (!field.asList) return radios({ ...about, name, legend, value, items: field.options })
      const items = field.options.flatMap((one) =>
        'value' in one ? [{ value: one.value, text: String(one.text) }] : [],
      )
      return select({ ...about, name, label, value, items: [{ value: '', text: 'Choose' }, ...items] })
    }
    case 'any-of':
      return checkboxes({ ...about, name, legend, values: form.typedList(name), items: field.options })
    case 'date':
      return dateInput({ ...about, id: name, namePrefix: name, legend, values: form.typedDate(name) })
    case 'moment':
      return html`${dateInput({ ...about, id: name, namePrefix: name, legend, values: form.typedDate(name) })}${input({
        name: `${name}-time`,
        label: 'Time, like 9:30am or 14:15',
        classes: 'govuk-input--width-5',
        value: form.typed(`${name}-time`),
        error: form.error(`${name}-time`),
      })}`
    case 'actions':
      return actionRows(field, form, legend)
  }
}

/** Boxes for words say that they may stay empty, where neither question nor hint does. */
function labelOf(field: FormField, size: FieldSize): string {
  const spoken =
    field.hint !== undefined || field.label.startsWith('If ') || (field.kind !== 'words' && field.kind !== 'line')
  return field.optional === true && size !== 'page' && !spoken ? `${field.label} (if you like)` : field.label
}

type Legend = { readonly text: string; readonly classes: string; readonly isPageHeading: boolean }

/** Three empty rows, and as many more as were filled. */
function actionRows(field: Extract<FormField, { kind: 'actions' }>, form: Form, legend: Legend): Html {
  const { name, hint: about } = field
  const error = form.error(name)
  const filled = form.rows(name).map((row) => Number(row.field('').slice(name.length + 1, -1)))
  const numbers = Array.from({ length: Math.max(field.rows ?? 3, ...filled) }, (_, i) => i + 1)
  const describedBy =
    classes(about !== undefined && `${name}-hint`, error !== undefined && `${name}-error`) || undefined
  const rows = numbers.map((n) => actionRow(`${name}-${n}`, n, form))
  const body = html`${about !== undefined && hint(about, `${name}-hint`)}${error !== undefined && errorMessage(error, `${name}-error`)}${rows}`
  return html`<div class="${classes('govuk-form-group', error !== undefined && 'govuk-form-group--error')}" id="${name}">${fieldset({ legend, describedBy }, body)}</div>`
}

function actionRow(id: string, n: number, form: Form): Html {
  const line = (part: string, text: string) =>
    input({
      name: `${id}-${part}`,
      label: text,
      value: form.typed(`${id}-${part}`),
      error: form.error(`${id}-${part}`),
    })
  const by = dateInput({
    id: `${id}-by`,
    namePrefix: `${id}-by`,
    legend: 'By when',
    values: form.typedDate(`${id}-by`),
    error: form.error(`${id}-by`),
  })
  return html`<div class="c-soft">${line('what', `${n}. What is to be done`)}${line('who', 'Who does it')}${by}</div>`
}
