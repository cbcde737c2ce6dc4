import { type Content, type Html, html } from './html.ts'
import { lock, rings } from './rings.ts'

/** Who can read something, in words: "Both sides can read this", "Only Bramble Lane Nursery can read this". */
export type Audience = { readonly isForBoth: boolean; readonly text: Content }

/** Two rings for both sides, a lock for fewer. Stands under every entry, before and after it is sent. */
export function audienceLine({ isForBoth, text }: Audience): Html {
  return html`<p class="c-audience">${isForBoth ? rings : lock}<span><span class="govuk-visually-hidden">Who can read this: </span>${text}</span></p>`
}
