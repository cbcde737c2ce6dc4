import { heading } from './heading.ts'
import { attributes, type Content, classes, type Html, html } from './html.ts'

export type NotificationBannerOptions = {
  /** One line of plain words is set large; Html is shown as it is. */
  readonly body: Content
  /** `success` interrupts those who listen; use it on the page right after something was done. */
  readonly type?: 'success' | undefined
  readonly title?: Content | undefined
  readonly titleId?: string | undefined
  readonly titleHeadingLevel?: 1 | 2 | 3 | 4 | undefined
  readonly classes?: string | undefined
}

/** GOV.UK notification banner. */
export function notificationBanner(options: NotificationBannerOptions): Html {
  const { type, titleId = 'govuk-notification-banner-title' } = options
  const own = attributes({
    class: classes('govuk-notification-banner', type && `govuk-notification-banner--${type}`, options.classes),
    role: type === 'success' ? 'alert' : 'region',
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
  })
  const title = options.title ?? (type === 'success' ? 'Success' : 'Important')
  const level = options.titleHeadingLevel ?? 2
  const body =
    typeof options.body === 'string'
      ? html`<p class="govuk-notification-banner__heading">${options.body}</p>`
      : options.body
  return html`<div${own}><div class="govuk-notification-banner__header">${heading(level, title, { classes: 'govuk-notification-banner__title', id: titleId })}</div><div class="govuk-notification-banner__content">${body}</div></div>`
}
