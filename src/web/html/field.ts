import { errorMessage } from './error-message.ts'
import { hint } from './hint.ts'
import { type Content, classes, type Html, html } from './html.ts'

/** What every question may carry beside its control. `error` is one sentence; `describedBy` names further ids. */
export type Field = {
  readonly hint?: Content | undefined
  readonly error?: Content | undefined
  readonly describedBy?: string | undefined
  /** Classes of the form group around the control. */
  readonly groupClasses?: string | undefined
}

/** The hint and error of a field with the ids its control must name: `<id>-hint` and `<id>-error`. */
export function described(id: string, field: Field): { readonly by: string | undefined; readonly html: Html } {
  const by = classes(
    field.describedBy,
    field.hint !== undefined && `${id}-hint`,
    field.error !== undefined && `${id}-error`,
  )
  return {
    by: by === '' ? undefined : by,
    html: html`${field.hint !== undefined && hint(field.hint, `${id}-hint`)}${field.error !== undefined && errorMessage(field.error, `${id}-error`)}`,
  }
}

/** GOV.UK form group around a control, with the red line when there is an error. */
export function formGroup(field: Field, body: Html): Html {
  const names = classes('govuk-form-group', field.error !== undefined && 'govuk-form-group--error', field.groupClasses)
  return html`<div class="${names}">${body}</div>`
}
