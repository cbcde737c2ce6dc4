import { type Content, classes, type Html, html } from './html.ts'

/** GOV.UK warning text. `fallback` is what is said instead of the exclamation mark. */
export function warningText(body: Content, fallback = 'Warning', extra?: string): Html {
  return html`<div class="${classes('govuk-warning-text', extra)}"><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${fallback}</span> ${body}</strong></div>`
}
