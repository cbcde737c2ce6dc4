import { attributes, type Content, classes, type Html, html, raw } from './html.ts'

export type PaginationOptions = {
  readonly previous?: Step | undefined
  readonly next?: Step | undefined
  readonly items?: readonly PageItem[] | undefined
  readonly landmarkLabel?: string | undefined
}

/** A step: its own words, and perhaps what stands there ("Paying VAT"), which is only shown without page numbers. */
export type Step = { readonly href: string; readonly text?: Content | undefined; readonly label?: string | undefined }

export type PageItem =
  | { readonly ellipsis: true }
  | {
      readonly number: number | string
      readonly href: string
      readonly current?: boolean | undefined
      readonly hidden?: string | undefined
    }

/** GOV.UK pagination. */
export function pagination(options: PaginationOptions): Html {
  const isBlock = options.items === undefined
  return html`<nav class="${classes('govuk-pagination', isBlock && 'govuk-pagination--block')}" aria-label="${options.landmarkLabel ?? 'Pagination'}">${
    options.previous && step('prev', options.previous, isBlock)
  }${options.items && html`<ul class="govuk-pagination__list">${options.items.map(pageItem)}</ul>`}${options.next && step('next', options.next, isBlock)}</nav>`
}

function step(type: 'prev' | 'next', { href, text, label }: Step, isBlock: boolean): Html {
  const words = text ?? html`${type === 'prev' ? 'Previous' : 'Next'}<span class="govuk-visually-hidden"> page</span>`
  const title = classes(
    'govuk-pagination__link-title',
    isBlock && label === undefined && 'govuk-pagination__link-title--decorated',
  )
  const about =
    isBlock &&
    label !== undefined &&
    html`<span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${label}</span>`
  const first = isBlock || type === 'prev'
  return html`<div class="govuk-pagination__${type}"><a class="govuk-link govuk-pagination__link" href="${href}" rel="${type}">${first && arrows[type]} <span class="${title}">${words}</span> ${about}${!first && arrows[type]}</a></div>`
}

function pageItem(item: PageItem): Html {
  if ('ellipsis' in item) return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>`
  const own = attributes({
    'aria-label': item.hidden ?? `Page ${item.number}`,
    'aria-current': item.current ? 'page' : undefined,
  })
  return html`<li class="${classes('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}"><a class="govuk-link govuk-pagination__link" href="${item.href}"${own}>${item.number}</a></li>`
}

const arrows = {
  prev: raw(
    '<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>',
  ),
  next: raw(
    '<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>',
  ),
}
