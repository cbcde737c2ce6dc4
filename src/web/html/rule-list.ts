import { type Content, type Html, html, raw } from './html.ts'

/** A rule with each of its conditions and how far it is. */
export type RuleList = {
  readonly title: string
  /** Policy and linked clause. */
  readonly source: Content
  readonly conditions: readonly {
    readonly text: Content
    readonly isMet: boolean
    readonly how?: Content | undefined
  }[]
}

/** A green filled tick or an empty ring, said as "Met:" or "Not met yet:". */
export function ruleList({ title, source, conditions }: RuleList): Html {
  return html`<div class="c-soft c-rule"><h2 class="govuk-heading-m c-rule__title">${title}</h2><p class="c-muted">${source}</p><ul class="c-rule__list" role="list">${conditions.map(
    ({ text, isMet, how }) =>
      html`<li class="c-rule__item">${isMet ? tick : ring}<div><span class="govuk-visually-hidden">${isMet ? 'Met: ' : 'Not met yet: '}</span>${text}${how !== undefined && html`<span class="c-muted c-rule__how">${how}</span>`}</div></li>`,
  )}</ul></div>`
}

const tick = raw(
  '<svg class="c-rule__sign c-rule__sign--met" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><circle cx="10" cy="10" r="9" fill="currentColor"/><path d="M5.5 10.5l3 3 6-6.5" fill="none" stroke="#fff" stroke-width="2.2"/></svg>',
)
const ring = raw(
  '<svg class="c-rule__sign" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/></svg>',
)
