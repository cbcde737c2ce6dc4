import { described, type Field, formGroup } from './field.ts'
import { type Attributes, attributes, type Content, classes, type Html, html } from './html.ts'
import { type Label, label } from './label.ts'

export type InputOptions = Field & {
  readonly name: string
  /** Defaults to the name. */
  readonly id?: string | undefined
  readonly label: Label
  readonly value?: string | number | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'number' | 'search' | 'password' | 'url' | 'date' | undefined
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | 'email' | 'tel' | 'none' | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: string | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly prefix?: Content | undefined
  readonly suffix?: Content | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** GOV.UK text input with its label, hint and error. What was typed comes back in `value`. */
export function input(options: InputOptions): Html {
  const id = options.id ?? options.name
  const { by, html: about } = described(id, options)
  const own = attributes({
    class: classes('govuk-input', options.classes, options.error !== undefined && 'govuk-input--error'),
    id,
    name: options.name,
    type: options.type ?? 'text',
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': by,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
    ...options.attributes,
  })
  const control = html`<input${own}>`
  return formGroup(options, html`${label(options.label, id)}${about}${withAffixes(options, control)}`)
}

function withAffixes({ prefix, suffix }: InputOptions, control: Html): Html {
  if (prefix === undefined && suffix === undefined) return control
  return html`<div class="govuk-input__wrapper">${
    prefix !== undefined && html`<div class="govuk-input__prefix" aria-hidden="true">${prefix}</div>`
  }${control}${suffix !== undefined && html`<div class="govuk-input__suffix" aria-hidden="true">${suffix}</div>`}</div>`
}
