import type { Form } from '../form.ts'
import { type Content, html, join } from '../html/html.ts'
import { givenDate, plainLines, type TypedLine } from '../typed.ts'
import type { FormField } from './form-field.ts'

/** What was typed into a form, question by question in its words: every kind of field, and whatever else was sent. */
export function typedLines(fields: readonly FormField[], form: Form): readonly TypedLine[] {
  const asked = fields.flatMap((field): readonly TypedLine[] => {
    const given = givenTo(field, form)
    return given === undefined ? [] : [{ asked: field.label, given }]
  })
  const rest = form.all.filter(({ name }) => !fields.some((field) => isOf(field, name)))
  return [...asked, ...plainLines(rest)]
}

function givenTo(field: FormField, form: Form): Content | undefined {
  const typed = form.typed(field.name)
  switch (field.kind) {
    case 'words':
    case 'line':
      return typed === '' ? undefined : typed
    case 'yes-no':
      return { yes: 'Yes', no: 'No', unsure: 'I do not know' }[typed] ?? (typed === '' ? undefined : typed)
    case 'one-of':
    case 'any-of': {
      const chosen = form.typedList(field.name).filter((value) => value !== '')
      return chosen.length === 0
        ? undefined
        : join(
            chosen.map((value) => textOf(field, value)),
            html`<br>`,
          )
    }
    case 'date':
      return dateOf(field.name, form)
    case 'moment': {
      const parts = [dateOf(field.name, form), form.typed(`${field.name}-time`)].filter((part) => part)
      return parts.length === 0 ? undefined : parts.join(' at ')
    }
    case 'actions': {
      const rows = form.rows(field.name).map((row) => {
        const by = givenDate(row.field('by'), form.all) ?? row.typed('by')
        return [row.typed('what'), row.typed('who'), by === '' ? '' : `by ${by}`]
          .filter((part) => part !== '')
          .join(', ')
      })
      return rows.length === 0 ? undefined : join(rows, html`<br>`)
    }
  }
}

const dateOf = (name: string, form: Form): string | undefined =>
  givenDate(name, form.all) ?? plainLines(form.all.filter((one) => one.name === name))[0]?.given.toString()

const textOf = (field: Extract<FormField, { kind: 'one-of' | 'any-of' }>, value: string): Content =>
  field.options.flatMap((one) => ('value' in one && one.value === value ? [one.text] : []))[0] ?? value

function isOf(field: FormField, name: string): boolean {
  if (name === field.name) return true
  const rest = name.startsWith(`${field.name}-`) ? name.slice(field.name.length + 1) : ''
  switch (field.kind) {
    case 'date':
      return /^(day|month|year)$/.test(rest)
    case 'moment':
      return /^(day|month|year|time)$/.test(rest)
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
