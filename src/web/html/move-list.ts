import { type Content, classes, type Html, html } from './html.ts'
import { link } from './link.ts'
import { prose } from './prose.ts'

/** What may be done now, most likely first, withdrawing last. Nothing is greyed out, nothing hidden. */
export type MoveList = {
  readonly moves: readonly { readonly text: string; readonly href: string; readonly what?: Content | undefined }[]
  /** What is nearly possible, each with its clause and a link to the refusal. */
  readonly notYet?: readonly Content[] | undefined
  readonly columns?: 1 | 2 | undefined
}

/** A list of links, each with what follows or why it is allowed. */
export function moveList({ moves, notYet = [], columns = 2 }: MoveList): Html {
  return html`<ul class="${classes('c-moves', columns === 1 && 'c-moves--one')}" role="list">${moves.map(
    ({ text, href, what }) =>
      html`<li class="c-move">${link({ text, href })}${what !== undefined && html`<span class="c-muted">${prose(what)}</span>`}</li>`,
  )}</ul>${notYet.map((one) => html`<p class="c-muted c-not-yet">Not yet: ${prose(one)}</p>`)}`
}
