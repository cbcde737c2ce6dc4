import { attributes, type Content, type Html, html } from './html.ts'

export type ErrorSummaryOptions = {
  readonly title?: Content | undefined
  /** One for each wrong answer, with the address of its control ("#reply"). */
  readonly errors: readonly { readonly text: Content; readonly href?: string | undefined }[]
  readonly description?: Content | undefined
  /** Whether the browser goes there when the page opens (without script). On by default. */
  readonly focus?: boolean | undefined
}

/** GOV.UK error summary, first in main on a 422. Set `error: true` on the page too. */
export function errorSummary({
  title = 'There is a problem',
  errors,
  description,
  focus = true,
}: ErrorSummaryOptions): Html {
  const items = errors.map(
    ({ text, href }) => html`<li>${href === undefined ? text : html`<a${attributes({ href })}>${text}</a>`}</li>`,
  )
  const own = attributes({
    class: 'govuk-error-summary',
    'data-module': 'govuk-error-summary',
    ...(focus && { tabindex: '-1', autofocus: true }),
  })
  return html`<div${own}><div role="alert"><h2 class="govuk-error-summary__title">${title}</h2><div class="govuk-error-summary__body">${
    description !== undefined && html`<p>${description}</p>`
  }${items.length > 0 && html`<ul class="govuk-list govuk-error-summary__list">${items}</ul>`}</div></div></div>`
}
