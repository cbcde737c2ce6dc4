import { described, type Field, formGroup } from './field.ts'
import { fieldset, type Legend } from './fieldset.ts'
import { hint } from './hint.ts'
import { attributes, type Content, classes, type Html, html, isShown } from './html.ts'
import { label } from './label.ts'

/** One answer to choose, or a divider ("or"). `conditional` is always shown without script, right under its answer. */
export type Choice =
  | { readonly divider: string }
  | {
      readonly value: string
      readonly text: Content
      readonly hint?: Content | undefined
      readonly conditional?: Html | undefined
      readonly checked?: boolean | undefined
      readonly disabled?: boolean | undefined
      readonly id?: string | undefined
      /** Checkboxes only: answers of different names in one group, and "none of these" (`exclusive`). */
      readonly name?: string | undefined
      readonly behaviour?: 'exclusive' | undefined
    }

export type ChoicesOptions = Field & {
  readonly name: string
  /** Ids start with this; defaults to the name. The first answer has it bare, so an error summary can point there. */
  readonly idPrefix?: string | undefined
  /** Question of the group. Without one no fieldset is drawn: only for a group already inside one. */
  readonly legend?: Legend | undefined
  readonly fieldsetClasses?: string | undefined
  readonly items: readonly (Choice | false | null | undefined)[]
  readonly small?: boolean | undefined
  readonly inline?: boolean | undefined
  readonly classes?: string | undefined
}

/** What radios and checkboxes share; pages call `radios` or `checkboxes`. */
export function choices(
  kind: 'radios' | 'checkboxes',
  options: ChoicesOptions,
  isChosen: (value: string) => boolean,
): Html {
  const block = `govuk-${kind}`
  const prefix = options.idPrefix ?? options.name
  const { by, html: about } = described(prefix, options)
  const names = classes(
    block,
    options.small && `${block}--small`,
    options.inline && `${block}--inline`,
    options.classes,
  )
  const loose = kind === 'checkboxes' && options.legend === undefined ? by : undefined
  const items = options.items.map(
    (item, i) => item && choice(kind, item, i === 0 ? prefix : `${prefix}-${i + 1}`, options.name, isChosen, loose),
  )
  const group = html`${about}<div class="${names}" data-module="${block}">${items}</div>`
  if (options.legend === undefined) return formGroup(options, group)
  return formGroup(
    options,
    fieldset({ legend: options.legend, describedBy: by, classes: options.fieldsetClasses }, group),
  )
}

function choice(
  kind: string,
  item: Choice,
  fallbackId: string,
  name: string,
  isChosen: (value: string) => boolean,
  describedBy: string | undefined,
): Html {
  const block = `govuk-${kind}`
  if ('divider' in item) return html`<div class="${block}__divider">${item.divider}</div>`
  const id = item.id ?? fallbackId
  const checked = item.checked ?? isChosen(item.value)
  const hintId = isShown(item.hint) ? `${id}-item-hint` : undefined
  const own = attributes({
    class: `${block}__input`,
    id,
    name: item.name ?? name,
    type: kind === 'radios' ? 'radio' : 'checkbox',
    value: item.value,
    checked,
    disabled: item.disabled,
    'data-aria-controls': item.conditional && `conditional-${id}`,
    'data-behaviour': item.behaviour,
    'aria-describedby': classes(describedBy, hintId) || undefined,
  })
  const hidden = !checked && `${block}__conditional--hidden`
  return html`<div class="${block}__item"><input${own}>${label(item.text, id, `${block}__label`)}${
    isShown(item.hint) && hint(item.hint, hintId, `${block}__hint`)
  }</div>${
    item.conditional &&
    html`<div class="${classes(`${block}__conditional`, hidden)}" id="conditional-${id}">${item.conditional}</div>`
  }`
}
