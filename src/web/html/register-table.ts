import { attributes, type Content, type Html, html } from './html.ts'
import { link } from './link.ts'
import { tag } from './tag.ts'

/** The register: case numbers and age bands only. Rows become cards below 641 px. */
export type RegisterTable = {
  readonly caption: string
  /** Where a column can be sorted: its link, and how it is sorted now. */
  readonly sort?:
    | {
        readonly [column in RegisterColumn]?: {
          readonly href: string
          readonly is?: 'ascending' | 'descending' | undefined
        }
      }
    | undefined
  readonly rows: readonly RegisterRow[]
}

export type RegisterColumn = 'case' | 'raised' | 'stage' | 'about' | 'waiting' | 'due'

export type RegisterRow = {
  readonly number: string
  readonly href: string
  /** "Aged 2 to 4, on a plan". */
  readonly child: Content
  readonly raisedBy: Content
  readonly with: Content
  readonly stage: Content
  readonly about: Content
  readonly waitingFor: Content
  readonly due: Content
  /** "Late by 1 working day". */
  readonly late?: string | undefined
}

/** A `govuk-table` of cases. */
export function registerTable({ caption, sort, rows }: RegisterTable): Html {
  return html`<table class="govuk-table c-stacked c-register" role="table"><caption class="govuk-visually-hidden">${caption}</caption><thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">${columns.map(
    ([column, words]) => headCell(words, sort?.[column]),
  )}</tr></thead><tbody class="govuk-table__body" role="rowgroup">${rows.map(registerRow)}</tbody></table>`
}

const columns: readonly (readonly [RegisterColumn, string])[] = [
  ['case', 'Case'],
  ['raised', 'Raised by, and with'],
  ['stage', 'Stage'],
  ['about', 'What it is about'],
  ['waiting', 'Waiting for'],
  ['due', 'Due'],
]

function headCell(
  words: string,
  sort: { readonly href: string; readonly is?: 'ascending' | 'descending' | undefined } | undefined,
): Html {
  const own = attributes({
    scope: 'col',
    class: 'govuk-table__header',
    role: 'columnheader',
    'aria-sort': sort && (sort.is ?? 'none'),
  })
  return html`<th${own}>${sort ? link({ text: words, href: sort.href }) : words}</th>`
}

function registerRow(row: RegisterRow): Html {
  return html`<tr class="govuk-table__row" role="row"><th scope="row" role="rowheader" class="govuk-table__header">${link({ text: row.number, href: row.href })}<span class="c-under">${row.child}</span></th>${cell('Raised by', html`${row.raisedBy}<span class="c-under">${row.with}</span>`)}${cell('Stage', row.stage)}${cell('About', row.about)}${cell('Waiting for', row.waitingFor)}${cell(
    'Due',
    html`${row.due}${row.late !== undefined && html`<span class="c-register__late">${tag(row.late, 'red')}</span>`}`,
  )}</tr>`
}

function cell(label: string, words: Content): Html {
  return html`<td class="govuk-table__cell" role="cell"><span class="c-stacked__column" aria-hidden="true">${label}: </span>${words}</td>`
}
