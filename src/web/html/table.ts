import { type Attributes, attributes, type Content, classes, type Html, html } from './html.ts'

export type Cell = Content | CellOptions

export type CellOptions = {
  readonly text: Content
  readonly format?: 'numeric' | undefined
  readonly classes?: string | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
  readonly attributes?: Attributes | undefined
}

export type TableOptions = {
  readonly caption?: Content | undefined
  readonly captionClasses?: string | undefined
  readonly head?: readonly Cell[] | undefined
  readonly rows: readonly (readonly Cell[])[]
  readonly firstCellIsHeader?: boolean | undefined
  /** Rows become cards on a phone, each value after the name of its column; `head` must then be given. */
  readonly stacked?: boolean | undefined
  readonly classes?: string | undefined
}

/** GOV.UK table. */
export function table(options: TableOptions): Html {
  const stacked = options.stacked === true
  const heads = options.head?.map(spelt)
  const own = attributes({
    class: classes('govuk-table', stacked && 'c-stacked', options.classes),
    role: stacked ? 'table' : undefined,
  })
  const roles = (role: string) => attributes({ role: stacked ? role : undefined })
  const rows = options.rows.map(
    (row) =>
      html`<tr class="govuk-table__row"${roles('row')}>${row.map((cell, i) => bodyCell(spelt(cell), i, options, heads?.[i]))}</tr>`,
  )
  return html`<table${own}>${
    options.caption !== undefined &&
    html`<caption class="${classes('govuk-table__caption', options.captionClasses)}">${options.caption}</caption>`
  }${heads && html`<thead class="govuk-table__head"${roles('rowgroup')}><tr class="govuk-table__row"${roles('row')}>${heads.map((cell) => headCell(cell, stacked))}</tr></thead>`}<tbody class="govuk-table__body"${roles('rowgroup')}>${rows}</tbody></table>`
}

function headCell(cell: CellOptions, stacked: boolean): Html {
  const own = attributes({
    scope: 'col',
    class: classes('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes),
    colspan: cell.colspan,
    rowspan: cell.rowspan,
    role: stacked ? 'columnheader' : undefined,
    ...cell.attributes,
  })
  return html`<th${own}>${cell.text}</th>`
}

function bodyCell(cell: CellOptions, i: number, options: TableOptions, head: CellOptions | undefined): Html {
  const isHeader = i === 0 && options.firstCellIsHeader === true
  const own = attributes({
    scope: isHeader ? 'row' : undefined,
    class: isHeader
      ? classes('govuk-table__header', cell.classes)
      : classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes),
    colspan: cell.colspan,
    rowspan: cell.rowspan,
    role: options.stacked ? (isHeader ? 'rowheader' : 'cell') : undefined,
    ...cell.attributes,
  })
  if (isHeader) return html`<th${own}>${cell.text}</th>`
  const column =
    options.stacked && i > 0 && head && html`<span class="c-stacked__column" aria-hidden="true">${head.text}: </span>`
  return html`<td${own}>${column}${cell.text}</td>`
}

function spelt(cell: Cell): CellOptions {
  return typeof cell === 'string' || !('text' in cell) ? { text: cell } : cell
}
