import { described, type Field, formGroup } from './field.ts'
import { attributes, classes, type Html, html } from './html.ts'
import { type Label, label } from './label.ts'

export type SelectOptions = Field & {
  readonly name: string
  /** Defaults to the name. */
  readonly id?: string | undefined
  readonly label: Label
  readonly items: readonly SelectItem[]
  /** The value chosen before. */
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly classes?: string | undefined
}

/** Without a value the text is the value. */
export type SelectItem = {
  readonly value?: string | number | undefined
  readonly text: string
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
}

/** GOV.UK select. */
export function select(options: SelectOptions): Html {
  const id = options.id ?? options.name
  const { by, html: about } = described(id, options)
  const own = attributes({
    class: classes('govuk-select', options.classes, options.error !== undefined && 'govuk-select--error'),
    id,
    name: options.name,
    disabled: options.disabled,
    'aria-describedby': by,
  })
  const items = options.items.map((item) => {
    const isChosen = options.value !== undefined && String(item.value ?? item.text) === String(options.value)
    const its = attributes({ value: item.value, selected: item.selected ?? isChosen, disabled: item.disabled })
    return html`<option${its}>${item.text}</option>`
  })
  return formGroup(options, html`${label(options.label, id)}${about}<select${own}>${items}</select>`)
}
