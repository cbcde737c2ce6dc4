import { type Audience, audienceLine } from './audience-line.ts'
import { details } from './details.ts'
import { attributes, type Content, classes, type Html, html } from './html.ts'
import { type Link, link } from './link.ts'
import { type MarkView, mark } from './mark.ts'
import { prose } from './prose.ts'

/** The record as this reader may read it, newest first. */
export type RecordView = {
  /** Links, so that they work without script; counts are of what this reader may read. */
  readonly filters?:
    | readonly { readonly text: string; readonly href: string; readonly isCurrent?: boolean | undefined }[]
    | undefined
  readonly entries: readonly RecordEntry[]
  /** Older ones, folded: the anchor of one opens the fold, and paper has them all. */
  readonly older?: readonly RecordEntry[] | undefined
}

export type RecordEntry = {
  readonly id?: string | undefined
  readonly mark: MarkView
  readonly agency: string
  /** What happened. */
  readonly heading: Content
  /** Concordat's own entries have a heading in normal weight. */
  readonly isOwn?: boolean | undefined
  readonly when: string
  /** By whom and, if different, when it was recorded. */
  readonly by: Content
  /** People's words: a string keeps its line breaks. */
  readonly body?: Content | undefined
  /** "Corrected at 4:15pm by Amira Hussain:" and what is so; the first wording stays and is linked. */
  readonly corrections?: readonly { readonly by: string; readonly words: Content }[] | undefined
  readonly audience: Audience
  /** What this reader may do about it. */
  readonly links?: readonly Link[] | undefined
}

/** Like `moj-timeline`, but each entry shows its owner, and those not for both sides are dashed. */
export function record({ filters = [], entries, older = [] }: RecordView): Html {
  const list = (of: readonly RecordEntry[]) => html`<ol class="c-record" role="list">${of.map(entry)}</ol>`
  return html`${filters.length > 0 && filterLinks(filters)}${list(entries)}${
    older.length > 0 &&
    details({
      summary: older.length === 1 ? 'Show the entry before these' : `Show the ${older.length} entries before these`,
      body: list(older),
      classes: 'c-wide',
    })
  }`
}

function filterLinks(filters: NonNullable<RecordView['filters']>): Html {
  return html`<nav class="c-record__filters" aria-label="Show in the record"><ul class="c-inline">${filters.map(
    ({ text, href, isCurrent }) =>
      html`<li>${isCurrent ? html`<a class="c-record__current" href="${href}" aria-current="true">${text}</a>` : link({ text, href })}</li>`,
  )}</ul></nav>`
}

function entry(view: RecordEntry): Html {
  const isPrivate = !view.audience.isForBoth
  return html`<li${attributes({ class: 'c-entry', id: view.id })}><div class="c-entry__line">${mark(view.mark)}</div><article class="${classes('c-entry__box', isPrivate && 'c-entry__box--private')}"><div class="c-entry__head"><h3 class="${classes('c-entry__heading', view.isOwn && 'c-entry__heading--own')}">${view.heading}</h3><p class="c-muted c-entry__when">${view.when}</p></div><p class="c-muted"><span class="govuk-visually-hidden">${view.agency}: </span>${prose(view.by)}</p>${
    view.body !== undefined &&
    html`<div class="${classes('c-entry__body', typeof view.body === 'string' && 'c-typed')}">${view.body}</div>`
  }${view.corrections?.map(({ by, words }) => html`<p class="c-correction"><strong>${by}</strong> ${words}</p>`)}${foot(view)}</article></li>`
}

function foot({ audience, links = [] }: RecordEntry): Html {
  if (links.length === 0) return audienceLine(audience)
  return html`<div class="c-entry__foot">${audienceLine(audience)}<ul class="c-inline">${links.map((one) => html`<li>${link(one)}</li>`)}</ul></div>`
}
