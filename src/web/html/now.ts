import { button, buttonGroup } from './button.ts'
import { type Content, type Html, html } from './html.ts'
import { type Link, link } from './link.ts'

/** How things stand, the one thing to do, and where else on this page to look. */
export type NowView = {
  /** Only the part that frees the reader is bold. */
  readonly sentence: Content
  readonly button?: Link | undefined
  readonly secondary?: Link | undefined
  readonly anchors?: readonly Link[] | undefined
}

/** No box: the sentence, at most one green and one grey button, then "On this page". */
export function now({ sentence, button: first, secondary, anchors = [] }: NowView): Html {
  const buttons = buttonGroup(first && button(first), secondary && button({ ...secondary, kind: 'secondary' }))
  return html`<div class="c-now"><p class="govuk-body-l c-lead">${sentence}</p>${(first || secondary) && buttons}${
    anchors.length > 0 &&
    html`<nav class="c-now__anchors" aria-label="On this page"><span aria-hidden="true">On this page:</span><ul class="c-inline">${anchors.map((it) => html`<li>${link(it)}</li>`)}</ul></nav>`
  }</div>`
}
