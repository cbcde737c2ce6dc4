import { type Attributes, attributes, type Content, classes, type Html, html } from './html.ts'

export type ButtonOptions = {
  /** Starts with a verb and names the thing: "Send the concern". */
  readonly text: Content
  /** With an address it is a link that looks like a button: for going somewhere, never for changing something. */
  readonly href?: string | undefined
  readonly kind?: 'secondary' | 'warning' | 'inverse' | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** GOV.UK button. One green one to a page: the others are `secondary` or links. */
export function button(options: ButtonOptions): Html {
  const shared = {
    class: classes('govuk-button', options.kind && `govuk-button--${options.kind}`, options.classes),
    'data-module': 'govuk-button',
    ...options.attributes,
    id: options.id,
  }
  if (options.href !== undefined)
    return html`<a${attributes({ href: options.href, role: 'button', draggable: 'false', ...shared })}>${options.text}</a>`
  const own = attributes({
    type: options.type ?? 'submit',
    value: options.value,
    name: options.name,
    disabled: options.disabled,
    'aria-disabled': options.disabled ? 'true' : undefined,
    'data-prevent-double-click':
      options.preventDoubleClick === undefined ? undefined : String(options.preventDoubleClick),
    ...shared,
  })
  return html`<button${own}>${options.text}</button>`
}

/** Buttons and links side by side, under each other on a phone. */
export function buttonGroup(...pieces: readonly (Html | false | undefined)[]): Html {
  return html`<div class="govuk-button-group">${pieces}</div>`
}
