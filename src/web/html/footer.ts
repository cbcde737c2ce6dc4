import { type Html, html } from './html.ts'
import type { Link } from './link.ts'

/** GOV.UK footer without crown and licence. */
export function footer(links: readonly Link[]): Html {
  return html`<div class="govuk-footer"><div class="govuk-width-container"><div class="govuk-footer__meta"><div class="govuk-footer__meta-item govuk-footer__meta-item--grow"><h2 class="govuk-visually-hidden">Support links</h2><ul class="govuk-footer__inline-list">${links.map(
    ({ text, href }) =>
      html`<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="${href}">${text}</a></li>`,
  )}</ul></div></div></div></div>`
}
