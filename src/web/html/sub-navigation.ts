import { attributes, type Content, type Html, html } from './html.ts'

export type SubNavigationItem = { readonly text: Content; readonly href: string; readonly active?: boolean | undefined }

/** MoJ sub-navigation: the parts of one thing ("Words and flowchart", "History"). `label` names it to those who listen. */
export function subNavigation(label: string, items: readonly SubNavigationItem[]): Html {
  return html`<nav class="moj-sub-navigation" aria-label="${label}"><ul class="moj-sub-navigation__list">${items.map(
    ({ text, href, active }) =>
      html`<li class="moj-sub-navigation__item"><a class="moj-sub-navigation__link"${attributes({ 'aria-current': active ? 'page' : undefined, href })}>${text}</a></li>`,
  )}</ul></nav>`
}
