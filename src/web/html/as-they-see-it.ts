import { button } from './button.ts'
import { type Content, type Html, html, raw } from './html.ts'
import { link } from './link.ts'
import { type MarkView, mark } from './mark.ts'

/** The other side's view of a case. What is theirs is neither shown nor counted. */
export type AsTheySeeIt = {
  /** "Case 2026-014 as Grace Adeyemi sees it". */
  readonly title: string
  readonly side: 'raising' | 'answering'
  readonly mark: MarkView
  /** Ours, and left out of their view, each linked. */
  readonly yours: readonly { readonly text: string; readonly href: string; readonly when: string }[]
  /** What this picture leaves out because it is theirs, in general words. */
  readonly theirs: Content
  readonly back: string
}

/** Outside: what differs. Then a bar that stays in sight, and the real page inside a border of that side's colour. */
export function asTheySeeIt(view: AsTheySeeIt, inside: Html): Html {
  return html`<aside class="c-differs" aria-label="What differs from your view"><div class="govuk-width-container"><h2 class="govuk-heading-m">${view.title}</h2><div class="c-differs__lists"><div><h3 class="govuk-heading-s">Left out of their view, because it is yours</h3>${
    view.yours.length === 0
      ? html`<p class="govuk-body">Nothing: they can read all that you can read.</p>`
      : html`<ul class="govuk-list govuk-list--bullet">${view.yours.map(({ when, ...it }) => html`<li>${link(it)}, ${when}</li>`)}</ul>`
  }</div><div><h3 class="govuk-heading-s">Left out of this picture, because it is theirs</h3><p class="govuk-body">${view.theirs}</p></div></div></div></aside><div class="c-seen c-seen--${view.side}"><div class="c-seen__bar" role="region" aria-label="As they see it"><div class="govuk-width-container c-seen__bar-words"><p>${mark(view.mark)}<strong>As they see it.</strong> You cannot change anything from here. They are not told that you looked.</p>${button({ text: 'Back to your own view', href: view.back, kind: 'inverse' })}</div></div><div class="c-seen__page">${inside}</div></div>`
}

/**
 * The same page with nothing to press: links become words, buttons dashed outlines, questions go. Folds still open,
 * since looking is allowed. It rewrites our own markup, in which no attribute holds `<` or `>`.
 */
export function drawnOnly(page: Html): Html {
  return raw(
    page
      .toString()
      .replace(/<form\b[^>]*>/g, '<div>')
      .replace(/<\/form>/g, '</div>')
      .replace(/<input\b[^>]*>/g, '')
      .replace(/<(textarea|select)\b[^>]*>.*?<\/\1>/gs, '')
      .replace(/<(a|button)\b([^>]*)>(.*?)<\/\1>/gs, (_, _name, own: string, words: string) =>
        /\bgovuk-button\b/.test(own)
          ? `<span class="c-drawn-button">${words}</span>`
          : `<span class="c-drawn-link">${words}</span>`,
      ),
  )
}
