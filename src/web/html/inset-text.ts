import { attributes, type Content, classes, type Html, html } from './html.ts'

/** GOV.UK inset text. */
export function insetText(body: Content, options: { readonly id?: string; readonly classes?: string } = {}): Html {
  return html`<div${attributes({ id: options.id, class: classes('govuk-inset-text', options.classes) })}>${body}</div>`
}
