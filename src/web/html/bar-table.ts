import { type Content, classes, type Html, html } from './html.ts'

/** The chart is the table. `late` is a part of `open`. */
export type BarTable = {
  readonly caption: string
  /** The heading of the first column. */
  readonly of: string
  readonly rows: readonly { readonly label: Content; readonly open: number; readonly late: number }[]
  /** Headings of the numbers and words of the legend. */
  readonly words?:
    | { readonly open: string; readonly late: string; readonly inTime: string; readonly someLate: string }
    | undefined
}

/** A table whose second column holds bars; late parts are striped so that they show in print too. */
export function barTable({ caption, of, rows, words = usual }: BarTable): Html {
  const most = Math.max(1, ...rows.map(({ open }) => open))
  const share = (n: number) => Math.round((90 * n) / most)
  return html`<table class="govuk-table c-bars"><caption class="govuk-visually-hidden">${caption}</caption><thead><tr><th scope="col">${of}</th><td></td><th scope="col" class="c-bars__number">${words.open}</th><th scope="col" class="c-bars__number">${words.late}</th></tr></thead><tbody>${rows.map(
    ({ label, open, late }) =>
      html`<tr><th scope="row">${label}</th><td class="c-bars__bar" aria-hidden="true">${bar(share(open - late))}${bar(share(late), 'late')}</td><td class="c-bars__number">${open}</td><td class="c-bars__number">${late}</td></tr>`,
  )}</tbody></table><p class="c-bars__legend" aria-hidden="true"><span class="c-bar c-bar--key"></span>${words.inTime}<span class="c-bar c-bar--key c-bar--late"></span>${words.someLate}</p>`
}

const usual = { open: 'Open', late: 'Late', inTime: 'In time', someLate: 'Something is late' }

/** Widths are classes, since the page may carry no inline style. */
function bar(share: number, kind?: 'late'): Html | false {
  return share > 0 && html`<span class="${classes('c-bar', kind && 'c-bar--late', `c-w-${share}`)}"></span>`
}
