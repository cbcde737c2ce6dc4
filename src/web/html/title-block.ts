import { heading } from './heading.ts'
import { type Content, classes, type Html, html } from './html.ts'
import { type Link, link } from './link.ts'

/** The top of a page: what it is, facts in a line, and the one sentence that says how things stand. */
export type TitleBlock = {
  readonly title: Content
  /** Over the title: "Case 2026-014". */
  readonly caption?: Content | undefined
  /** `xl` only on front pages: home, register, calculator. */
  readonly size?: 'xl' | 'l' | undefined
  readonly facts?: readonly Content[] | undefined
  /** Links at the title's right: "Print". */
  readonly actions?: readonly Link[] | undefined
  /** A button at the title's right, instead of links. */
  readonly button?: Html | undefined
  /** One sentence, two at most, that could be read out on the telephone. */
  readonly lead?: Content | undefined
}

/** The page's `h1` with all that belongs to it. */
export function titleBlock({ title, caption, size = 'l', facts = [], actions = [], button, lead }: TitleBlock): Html {
  const aside =
    button ??
    (actions.length > 0 &&
      html`<ul class="c-inline c-title__actions">${actions.map((it) => html`<li>${link(it)}</li>`)}</ul>`)
  return html`<div class="${classes('c-title', facts.length === 0 && 'c-title--plain', button && 'c-title--button')}"><div class="c-title__words">${
    caption !== undefined && html`<span class="govuk-caption-${size}">${caption}</span>`
  }${heading(1, title, { classes: `govuk-heading-${size} c-title__heading` })}</div>${
    facts.length > 0 && html`<ul class="c-inline c-title__facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`
  }${aside}</div>${lead !== undefined && html`<p class="govuk-body-l c-lead">${lead}</p>`}`
}
