import { type Content, type Html, html } from './html.ts'

/** Words in which no clause number ("EX-2.4", "3.1-a") breaks across lines. Html passes as it is. */
export function prose(content: Content): Content {
  if (typeof content !== 'string' || !numbers.test(content)) return content
  return html`${content.split(numbers).map((piece, i) => (i % 2 === 1 ? unbroken(piece) : piece))}`
}

/** A number with a hyphen in it, taken with its bracket, comma or full stop. */
const numbers = /([([“]?\b[A-Za-z]{1,8}-\d[\w.-]*[)\]”.,:;]*)/

function unbroken(piece: string): Html {
  return html`<span class="c-nowrap">${piece}</span>`
}
