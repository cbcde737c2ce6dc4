import { type Content, type Html, html } from './html.ts'
import { type Link, link } from './link.ts'
import { type MarkView, mark } from './mark.ts'
import { prose } from './prose.ts'

/** Who will get this, and why this person. */
export type PersonCard = {
  readonly mark: MarkView
  /** "Tom Reddy, social worker". */
  readonly name: string
  /** Team and agency. */
  readonly place: string
  /** "Why Tom Reddy:", "If away:", "At stage 2:", each with its words. */
  readonly reasons: readonly { readonly label: string; readonly words: Content }[]
  readonly action?: Link | undefined
}

/** A soft card with a large mark. */
export function personCard({ mark: its, name, place, reasons, action }: PersonCard): Html {
  return html`<div class="c-soft c-person">${mark(its, 'large')}<div><p class="c-person__name">${name}</p><p class="c-person__place">${place}</p>${reasons.map(
    ({ label, words }) => html`<p class="c-person__reason"><strong>${label}</strong> ${prose(words)}</p>`,
  )}${action && html`<p class="c-person__reason">${link(action)}</p>`}</div></div>`
}
