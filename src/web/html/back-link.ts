import { attributes, type Content, type Html, html } from './html.ts'

/** GOV.UK back link. It names where it goes, or says "Back" between questions. */
export function backLink(text: Content, href: string): Html {
  return html`<a${attributes({ href, class: 'govuk-back-link' })}>${text}</a>`
}
