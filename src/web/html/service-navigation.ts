import { attributes, classes, type Html, html } from './html.ts'

export type MenuItem = {
  readonly text: string
  readonly href: string
  /** `page`: this very page. `true`: a page within this part. */
  readonly current?: 'page' | 'true' | undefined
}

/** GOV.UK service navigation. Open without script; `menu.js` folds it on a phone. `end` are further `<li>`. */
export function serviceNavigation(items: readonly MenuItem[], end?: Html): Html {
  return html`<div class="govuk-service-navigation" data-module="govuk-service-navigation"><div class="govuk-width-container"><div class="govuk-service-navigation__container">${
    (items.length > 0 || end !== undefined) && navigation(items, end)
  }</div></div></div>`
}

function navigation(items: readonly MenuItem[], end: Html | undefined): Html {
  return html`<nav aria-label="Menu" class="govuk-service-navigation__wrapper">${
    (items.length > 1 || end !== undefined) &&
    html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="navigation" hidden aria-hidden="true">Menu</button>`
  }<ul class="govuk-service-navigation__list" id="navigation">${items.map(menuItem)}${end}</ul></nav>`
}

function menuItem({ text, href, current }: MenuItem): Html {
  const words = current ? html`<strong class="govuk-service-navigation__active-fallback">${text}</strong>` : text
  return html`<li class="${classes('govuk-service-navigation__item', current && 'govuk-service-navigation__item--active')}"><a class="govuk-service-navigation__link" href="${href}"${attributes({ 'aria-current': current })}>${words}</a></li>`
}
