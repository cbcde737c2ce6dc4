import { type Content, classes, type Html, html } from './html.ts'
import { prose } from './prose.ts'

/** A wide and a narrow column. `first` is first in the source, so it comes first on a phone and for those who listen. */
export function columns(parts: {
  readonly main: Html
  readonly aside: Html
  readonly first?: 'main' | 'aside' | undefined
  /** The narrow column is left instead of right. */
  readonly asideLeft?: boolean | undefined
}): Html {
  const main = html`<div class="c-columns__main">${parts.main}</div>`
  const aside = html`<div class="c-columns__aside">${parts.aside}</div>`
  return html`<div class="${classes('c-columns', parts.asideLeft && 'c-columns--left')}">${parts.first === 'aside' ? [aside, main] : [main, aside]}</div>`
}

/** A soft box: something good to know, never a warning. */
export function softBox(body: Content): Html {
  return html`<div class="c-soft">${body}</div>`
}

/** A line of short links or facts. */
export function inlineList(items: readonly Content[]): Html {
  return html`<ul class="c-inline">${items.map((item) => html`<li>${item}</li>`)}</ul>`
}

/** Running text keeps to a readable line even on a wide page. */
export function readable(body: Html): Html {
  return html`<div class="c-readable">${body}</div>`
}

/** People or things left, what is to be said of each right. */
export function reasonList(
  rows: readonly { readonly name: Content; readonly about?: Content | undefined; readonly reason: Content }[],
): Html {
  return html`<ul class="c-reasons" role="list">${rows.map(
    ({ name, about, reason }) =>
      html`<li class="c-reason"><div><strong class="c-reason__name">${name}</strong>${about !== undefined && html`<span class="c-muted">${about}</span>`}</div><div class="c-reason__why">${prose(reason)}</div></li>`,
  )}</ul>`
}
