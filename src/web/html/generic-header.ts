import { type Content, type Html, html } from './html.ts'

/** GOV.UK generic header: no crown. `aside` stands at its right end. */
export function genericHeader(logo: Content, url = '/', aside?: Html): Html {
  return html`<div class="govuk-generic-header"><div class="govuk-generic-header__container govuk-width-container"><div class="govuk-generic-header__logo"><a href="${url}" class="govuk-generic-header__homepage-link">${logo}</a></div>${aside}</div></div>`
}
