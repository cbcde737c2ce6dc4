import type { Sentence } from '../../domain/policy/explain.ts'
import { type Html, html, join } from '../html/html.ts'
import { tag } from '../html/tag.ts'

/** What stands beside a sentence that is Concordat's and not the policy's. */
export const oursMark: Html = tag('Concordat’s default', 'grey')

/** A sentence with its clauses in brackets, each a link to the clause; what is ours is marked so. */
export function said({ text, cites, origin }: Sentence): Html {
  return html`${withClauses(text, cites)}${origin === 'ours' && html` ${oursMark}`}`
}

function withClauses(text: string, cites: Sentence['cites']): Html {
  if (cites.length === 0) return html`${text}`
  const stopped = text.endsWith('.')
  const clauses = join(
    cites.map((id) => html`<a class="govuk-link c-nowrap" href="#clause-${id}">${id}</a>`),
    ', ',
  )
  return html`${stopped ? text.slice(0, -1) : text} (${clauses})${stopped && '.'}`
}

/** Where a heading says already whose the sentences are, `marked` is false. */
export function saidList(list: readonly Sentence[], marked = true): Html {
  return html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${list.map((one) => html`<li>${marked ? said(one) : withClauses(one.text, one.cites)}</li>`)}</ul>`
}
