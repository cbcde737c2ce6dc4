import { type Content, type Html, html } from './html.ts'
import { type MarkView, mark } from './mark.ts'

/** What each side wrote down as agreed, with the same numbering, so that the lines face each other. */
export type TwoWordings = { readonly raising: Wording; readonly answering: Wording }

export type Wording = {
  readonly mark: MarkView
  readonly name: Content
  readonly by: Content
  readonly lines: readonly WordingLine[]
  /** "Not signed yet", or "Signed by ... on ...". */
  readonly foot: Content
}

/** A line in pieces: plain words, or words that are marked with what is said before them; or a line that is not there. */
export type WordingLine =
  | { readonly pieces: readonly (string | { readonly marked: string; readonly hidden: string })[] }
  | { readonly missing: string }

/** Two cards in the sides' colours, the side that raised first. */
export function twoWordings({ raising, answering }: TwoWordings): Html {
  return html`<div class="c-wordings">${card(raising, 'raising')}${card(answering, 'answering')}</div>`
}

/** One card of words, for when a single text is proposed. */
export function card({ mark: its, name, by, lines, foot }: Wording, side: 'raising' | 'answering'): Html {
  return html`<div class="c-wording c-wording--${side}"><div class="c-wording__head">${mark(its)}<div><h2 class="c-wording__name">${name}</h2><p class="c-wording__by">${by}</p></div></div><ol class="c-wording__lines">${lines.map(
    (line) =>
      html`<li>${'missing' in line ? html`<span class="c-wording__missing">${line.missing}</span>` : line.pieces.map(piece)}</li>`,
  )}</ol><p class="c-wording__foot">${foot}</p></div>`
}

function piece(it: string | { readonly marked: string; readonly hidden: string }): Content {
  return typeof it === 'string' ? it : marked(it.marked, it.hidden)
}

/** Words that are not the same on both sides. */
export function marked(words: string, hidden?: string): Html {
  return html`<mark class="c-differs-here">${hidden !== undefined && html`<span class="govuk-visually-hidden">${hidden} </span>`}${words}</mark>`
}
