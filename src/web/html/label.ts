import { attributes, type Content, classes, type Html, html } from './html.ts'

/** A label: plain words, or words with a size (`govuk-label--l`) and perhaps as the heading of the page. */
export type Label =
  | Content
  | { readonly text: Content; readonly classes?: string | undefined; readonly isPageHeading?: boolean | undefined }

/** GOV.UK label for the control with the id `forId`. */
export function label(given: Label, forId: string, extra?: string): Html {
  const { text, classes: own, isPageHeading } = spelt(given)
  const it = html`<label${attributes({ class: classes('govuk-label', extra, own), for: forId })}>${text}</label>`
  return isPageHeading ? html`<h1 class="govuk-label-wrapper">${it}</h1>` : it
}

function spelt(given: Label): Exclude<Label, Content> {
  return typeof given === 'string' || !('text' in given) ? { text: given } : given
}
