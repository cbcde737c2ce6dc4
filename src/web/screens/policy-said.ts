import type { Sentence } from '../../domain/policy/explain.ts'
import { type Html, html, join } from '../html/html.ts'

/** A sentence with its clauses in brackets, each a link to the clause. */
export function said({ text, cites }: Sentence): Html {
  if (cites.length === 0) return html`${text}`
  const stopped = text.endsWith('.')
  const clauses = join(
    cites.map((id) => html`<a class="govuk-link c-nowrap" href="#${id}">${id}</a>`),
    ', ',
  )
  return html`${stopped ? text.slice(0, -1) : text} (${clauses})${stopped && '.'}`
}

export function saidList(list: readonly Sentence[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${list.map((one) => html`<li>${said(one)}</li>`)}</ul>`
}
