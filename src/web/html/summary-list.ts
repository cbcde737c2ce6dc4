import { type Content, classes, type Html, html } from './html.ts'
import { type Link, link } from './link.ts'

export type SummaryRow = {
  readonly key: Content
  readonly value: Content
  /** Usually one "Change" with hidden words that say what. */
  readonly actions?: readonly Link[] | undefined
}

/** GOV.UK summary list: check your answers. */
export function summaryList(rows: readonly SummaryRow[], extra?: string): Html {
  const anyActions = rows.some((row) => (row.actions?.length ?? 0) > 0)
  return html`<dl class="${classes('govuk-summary-list', extra)}">${rows.map((row) => summaryRow(row, anyActions))}</dl>`
}

function summaryRow({ key, value, actions = [] }: SummaryRow, anyActions: boolean): Html {
  const bare = anyActions && actions.length === 0 && 'govuk-summary-list__row--no-actions'
  return html`<div class="${classes('govuk-summary-list__row', bare)}"><dt class="govuk-summary-list__key">${key}</dt><dd class="govuk-summary-list__value">${value}</dd>${
    actions.length > 0 && html`<dd class="govuk-summary-list__actions">${actionLinks(actions)}</dd>`
  }</div>`
}

function actionLinks(actions: readonly Link[]): Html {
  if (actions.length === 1) return html`${actions.map((action) => link(action))}`
  return html`<ul class="govuk-summary-list__actions-list">${actions.map(
    (action) => html`<li class="govuk-summary-list__actions-list-item">${link(action)}</li>`,
  )}</ul>`
}
