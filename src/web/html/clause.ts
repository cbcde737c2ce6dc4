import { type Content, type Html, html } from './html.ts'
import { type Link, link } from './link.ts'

/** A policy's own words. */
export type ClauseView = {
  /** Without quotation marks: they are added. */
  readonly words: string
  /** "Exampleshire policy, version 3". */
  readonly policy: string
  /** "clause EX-3.4" and where to read it. */
  readonly clause: Link
}

/** The words in quotation marks over policy, version and clause. */
export function clause({ words, policy, clause: where }: ClauseView): Html {
  return html`<blockquote class="c-clause"><p>“${words}”</p><cite>${policy}, ${link(where, 'c-nowrap')}</cite></blockquote>`
}

/** A clause number in a sentence: it never breaks across lines. */
export function clauseNumber(number: Content): Html {
  return html`<span class="c-nowrap">${number}</span>`
}
