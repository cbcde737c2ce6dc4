import { described, type Field, formGroup } from './field.ts'
import { fieldset, type Legend } from './fieldset.ts'
import { classes, type Html, html } from './html.ts'
import { input } from './input.ts'

export type DatePart = 'day' | 'month' | 'year'

export type DateInputOptions = Field & {
  readonly id: string
  readonly legend: Legend
  /** Fields are then named `<namePrefix>-day` and so on; otherwise `day`, `month`, `year`. */
  readonly namePrefix?: string | undefined
  /** As typed, also when wrong. */
  readonly values?: { readonly [part in DatePart]?: string | undefined } | undefined
  /** The parts that are wrong; all of them when there is an error and this is left out. */
  readonly wrong?: readonly DatePart[] | undefined
  readonly classes?: string | undefined
}

/** GOV.UK date input: day, month and year in three boxes, with ids `<id>-day` and so on. */
export function dateInput(options: DateInputOptions): Html {
  const { by, html: about } = described(options.id, options)
  const wrong = options.wrong ?? (options.error === undefined ? [] : parts)
  const boxes = parts.map((part) => {
    const value = options.values?.[part]
    return html`<div class="govuk-date-input__item">${input({
      label: { text: names[part], classes: 'govuk-date-input__label' },
      id: `${options.id}-${part}`,
      name: options.namePrefix === undefined ? part : `${options.namePrefix}-${part}`,
      classes: classes(
        'govuk-date-input__input',
        wrong.includes(part) && 'govuk-input--error',
        `govuk-input--width-${part === 'year' ? 4 : 2}`,
      ),
      inputmode: 'numeric',
      value: value === '' ? undefined : value,
    })}</div>`
  })
  const group = html`${about}<div class="${classes('govuk-date-input', options.classes)}" id="${options.id}">${boxes}</div>`
  return formGroup(options, fieldset({ legend: options.legend, describedBy: by, role: 'group' }, group))
}

const parts: readonly DatePart[] = ['day', 'month', 'year']
const names: { readonly [part in DatePart]: string } = { day: 'Day', month: 'Month', year: 'Year' }
