import { attributes, type Content, classes, type Html, html } from './html.ts'

/** An address with its words. `hidden` is said after the words, for lists of "Change" and "Delete". */
export type Link = { readonly text: Content; readonly href: string; readonly hidden?: string | undefined }

/** GOV.UK link. */
export function link({ text, href, hidden }: Link, extra?: string): Html {
  return html`<a${attributes({ class: classes('govuk-link', extra), href })}>${text}${
    hidden !== undefined && html`<span class="govuk-visually-hidden"> ${hidden}</span>`
  }</a>`
}
