import type { Sentence } from '../../domain/policy/explain.ts'
import { type Html, html, join } from '../html/html.ts'

/** A sentence with its clauses in brackets, each a link to the clause. */
export function said({ text, cites }: Sentence): Html {
  if (cites.length === 0) return html`${text}`
  return html`${text} (${join(
    cites.map((id) => html`<a class="govuk-link c-nowrap" href="#${id}">${id}</a>`),
    ', ',
  )})`
}

export function saidList(list: readonly Sentence[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${list.map((one) => html`<li>${said(one)}</li>`)}</ul>`
}
