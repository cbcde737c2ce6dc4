import { attributes, type Content, classes, type Html, html } from './html.ts'

export type DetailsOptions = {
  readonly summary: Content
  readonly body: Content
  readonly open?: boolean | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
}

/** GOV.UK details: more, for those who want it. Shown in print even when closed. */
export function details(options: DetailsOptions): Html {
  const own = attributes({ id: options.id, class: classes('govuk-details', options.classes), open: options.open })
  return html`<details${own}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${options.summary}</span></summary><div class="govuk-details__text">${options.body}</div></details>`
}
