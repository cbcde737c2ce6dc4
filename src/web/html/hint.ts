import { attributes, type Content, classes, type Html, html } from './html.ts'

/** GOV.UK hint. `id` is what the control's `aria-describedby` names. */
export function hint(text: Content, id?: string, extra?: string): Html {
  return html`<div${attributes({ id, class: classes('govuk-hint', extra) })}>${text}</div>`
}
