import { heading } from './heading.ts'
import { type Content, classes, type Html, html } from './html.ts'

/** GOV.UK confirmation panel: "Sent", and what follows. */
export function panel(
  title: Content,
  body?: Content,
  options: { readonly level?: 1 | 2 | 3 | undefined; readonly classes?: string | undefined } = {},
): Html {
  return html`<div class="${classes('govuk-panel', 'govuk-panel--confirmation', options.classes)}">${heading(options.level ?? 1, title, { classes: 'govuk-panel__title' })}${
    body !== undefined && html`<div class="govuk-panel__body">${body}</div>`
  }</div>`
}
