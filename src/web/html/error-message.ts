import { attributes, type Content, type Html, html } from './html.ts'

/** GOV.UK error message, said as "Error: ..." to those who listen. */
export function errorMessage(text: Content, id?: string): Html {
  return html`<p${attributes({ id, class: 'govuk-error-message' })}><span class="govuk-visually-hidden">Error:</span> ${text}</p>`
}
