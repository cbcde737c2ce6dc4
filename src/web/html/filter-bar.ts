import { button } from './button.ts'
import { type Html, html } from './html.ts'
import { type SelectOptions, select } from './select.ts'

/** Four choices at most, in a bar over the table they choose from. More than six would be a MoJ filter. */
export type FilterBar = {
  readonly action: string
  readonly label: string
  readonly selects: readonly SelectOptions[]
  readonly button?: string | undefined
}

/** A form that gets: its address can be kept and shared. */
export function filterBar({ action, label, selects, button: words = 'Apply' }: FilterBar): Html {
  return html`<form class="c-filter" action="${action}" method="get" role="search" aria-label="${label}">${selects.map((one) => select(one))}${button({ text: words, classes: 'c-filter__button' })}</form>`
}
