import { details } from './details.ts'
import { type Content, type Html, html } from './html.ts'
import { prose } from './prose.ts'
import { type TagColour, tag } from './tag.ts'
import { type WorkingView, working } from './working.ts'

/** One open duty of a side, on the present rung. No countdown, no moving digits. */
export type ClockView = {
  readonly side: 'raising' | 'answering'
  /** The duty: "Reply to Joanne Pike". */
  readonly what: string
  /** "Due by 5pm on" and "Thursday 9 April 2026"; without a date only the words: "Starts when they reply". */
  readonly by: string
  readonly date?: string | undefined
  /** Red late, yellow due today or tomorrow, grey stopped; otherwise none. */
  readonly tag?: { readonly text: string; readonly colour: TagColour } | undefined
  /** One plain sentence: why this date, or what has been done about it. */
  readonly why?: Content | undefined
  readonly working?: WorkingView | undefined
  readonly isWorkingOpen?: boolean | undefined
  /** Further duties of this side, as lines under the soonest. */
  readonly others?: readonly Content[] | undefined
}

/** A white card with a line in the side's colour. */
export function clock(view: ClockView): Html {
  return html`<div class="c-clock c-clock--${view.side}"><h3 class="c-clock__what">${view.what}</h3><p class="c-clock__due"><span class="c-clock__by">${view.by}</span>${
    view.date !== undefined && html` <strong class="c-clock__date">${view.date}</strong>`
  }</p>${view.tag && html`<p class="c-clock__tag">${tag(view.tag.text, view.tag.colour)}</p>`}${
    view.why !== undefined && html`<p class="c-clock__why">${prose(view.why)}</p>`
  }${
    view.working &&
    details({
      summary: html`How is this date worked out?<span class="govuk-visually-hidden"> ${view.what}</span>`,
      body: working(view.working),
      open: view.isWorkingOpen,
      classes: 'c-clock__details',
    })
  }${view.others && view.others.length > 0 && html`<ul class="c-clock__others">${view.others.map((one) => html`<li>${one}</li>`)}</ul>`}</div>`
}
