import { type Content, type Html, html } from './html.ts'

/** A date that was worked out: the calculator's answer. */
export type AnswerView = { readonly by: string; readonly date: string; readonly words: Content }

/** A soft box with the date in it, large. */
export function answer({ by, date, words }: AnswerView): Html {
  return html`<div class="c-answer"><p class="c-answer__by">${by}</p><p class="c-answer__date">${date}</p><p class="c-answer__words">${words}</p></div>`
}
