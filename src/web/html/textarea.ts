import { described, type Field, formGroup } from './field.ts'
import { type Attributes, attributes, classes, type Html, html } from './html.ts'
import { type Label, label } from './label.ts'

export type TextareaOptions = Field & {
  readonly name: string
  /** Defaults to the name. */
  readonly id?: string | undefined
  readonly label: Label
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly disabled?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** GOV.UK textarea. No counting of characters: nobody is cut off while explaining. */
export function textarea(options: TextareaOptions): Html {
  const id = options.id ?? options.name
  const { by, html: about } = described(id, options)
  const own = attributes({
    class: classes('govuk-textarea', options.error !== undefined && 'govuk-textarea--error', options.classes),
    id,
    name: options.name,
    rows: options.rows ?? 5,
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    disabled: options.disabled,
    'aria-describedby': by,
    autocomplete: options.autocomplete,
    ...options.attributes,
  })
  return formGroup(
    options,
    html`${label(options.label, id)}${about}<textarea${own}>${kept(options.value ?? '')}</textarea>`,
  )
}

/** Browsers swallow a first empty line in a textarea; doubling it gives back what was typed. */
function kept(value: string): string {
  return /^\r?\n/.test(value) ? `\n${value}` : value
}
