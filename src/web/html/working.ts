import { type Content, classes, type Html, html } from './html.ts'
import { prose } from './prose.ts'

/** The day-by-day answer to "how is this date worked out?". The same on screen, in the calculator and in print. */
export type WorkingView = {
  /** Hidden caption: "Counting the days from Wednesday 1 April 2026". */
  readonly caption: string
  /** The rule in one sentence with its clause. */
  readonly rule?: Content | undefined
  /** All the dates that compete, when there is more than one. */
  readonly dates?: readonly Content[] | undefined
  readonly rows: readonly WorkingRow[]
  /** Whose bank holidays, whose closed days, and what is Concordat's default. */
  readonly notes?: Content | undefined
}

/**
 * A day, or neighbouring days that share a reason. `number` is the count so far; the words repeat it ("Working day 2").
 * `start` is day 0; `closed` does not count; `due` is the answer; `late` is after it; `unused` is a date that lost.
 */
export type WorkingRow = {
  readonly is: 'start' | 'counted' | 'closed' | 'due' | 'late' | 'unused'
  readonly dates: readonly string[]
  readonly number?: number | undefined
  readonly words: Content
}

/** The rule, the table, and what it rests on. */
export function working(view: WorkingView): Html {
  return html`<div class="c-working">${view.rule !== undefined && html`<p>${prose(view.rule)}</p>`}${
    view.dates &&
    view.dates.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet c-working__dates">${view.dates.map((date) => html`<li>${prose(date)}</li>`)}</ul>`
  }<table class="c-working__table"><caption class="govuk-visually-hidden">${view.caption}</caption><thead class="govuk-visually-hidden"><tr><th scope="col">Date</th><th scope="col">Count</th><th scope="col">What happens</th></tr></thead><tbody>${view.rows.map(
    workingRow,
  )}</tbody></table>${view.notes !== undefined && html`<p class="c-muted">${prose(view.notes)}</p>`}</div>`
}

function workingRow({ is, dates, number, words }: WorkingRow): Html {
  const disc =
    number !== undefined &&
    html`<span class="${classes('c-disc', is === 'start' && 'c-disc--start')}" aria-hidden="true">${number}</span>`
  const count = disc || (is === 'closed' && html`<span aria-hidden="true">–</span>`)
  return html`<tr class="c-working__row c-working__row--${is}"><th scope="row">${dates.map((date) => html`<span class="c-working__date">${date}</span> `)}</th><td class="c-working__count">${count}</td><td>${words}</td></tr>`
}
