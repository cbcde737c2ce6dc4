import { attributes, type Content, classes, type Html, html } from './html.ts'

/** GOV.UK inset text. */
export function insetText(
  body: Content,
  options: { readonly id?: string | undefined; readonly classes?: string | undefined } = {},
): Html {
  return html`<div${attributes({ id: options.id, class: classes('govuk-inset-text', options.classes) })}>${body}</div>`
}
