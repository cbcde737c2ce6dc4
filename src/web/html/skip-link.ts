import { type Content, type Html, html } from './html.ts'

/** GOV.UK skip link, first on every page. */
export function skipLink(text: Content, href: string): Html {
  return html`<a href="${href}" class="govuk-skip-link" data-module="govuk-skip-link">${text}</a>`
}
