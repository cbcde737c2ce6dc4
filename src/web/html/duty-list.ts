import { type Content, type Html, html } from './html.ts'
import { link } from './link.ts'
import { prose } from './prose.ts'
import { type TagColour, tag } from './tag.ts'

/** A duty with its date. Sorted by the caller: late, then by date, then not started, then done. */
export type DutyRow = {
  /** The near word: "Tomorrow", "In 2 days", "Tuesday 7 April" when past, "Not sent" for a draft. */
  readonly when: string
  /** The full date under it: "Thursday 9 April, by 5pm". */
  readonly date?: string | undefined
  /** An order with a verb. */
  readonly duty: Content
  /** Given when it is the reader's to do. */
  readonly href?: string | undefined
  /** What stands behind it, in black. */
  readonly detail?: Content | undefined
  /** Who, case and clause, muted. */
  readonly about?: Content | undefined
  /** Only what the date does not already say. Without a colour plain words. */
  readonly state?:
    | { readonly text: Content; readonly colour?: TagColour | undefined; readonly isQuiet?: boolean | undefined }
    | undefined
}

/** What must happen, and by when. */
export function dutyList(rows: readonly DutyRow[]): Html {
  return html`<ol class="c-duties" role="list">${rows.map(duty)}</ol>`
}

function duty(row: DutyRow): Html {
  return html`<li class="c-duty"><div class="c-duty__when"><strong>${row.when}</strong>${
    row.date !== undefined && html`<span class="c-muted">${row.date}</span>`
  }</div><div class="c-duty__what"><p class="c-duty__order">${row.href === undefined ? row.duty : link({ text: row.duty, href: row.href })}</p>${
    row.detail !== undefined && html`<p>${prose(row.detail)}</p>`
  }${row.about !== undefined && html`<p class="c-muted">${prose(row.about)}</p>`}</div>${row.state && html`<div class="c-duty__state">${state(row.state)}</div>`}</li>`
}

function state({ text, colour, isQuiet }: NonNullable<DutyRow['state']>): Html {
  if (colour !== undefined) return tag(text, colour)
  return isQuiet ? html`<span class="c-muted">${text}</span>` : html`<span>${text}</span>`
}
