import type { CaseView } from '../../app/app.ts'
import { toldRows } from '../../domain/words/case-told.ts'
import { type Html, html } from '../html/html.ts'
import { table } from '../html/table.ts'

/** Who has been told and who has read it; also who is still to be told, with by when. */
export function toldFor(view: CaseView): Html {
  const rows = toldRows(view)
  if (rows.length === 0) return html`<p class="govuk-body">Nobody has been told yet.</p>`
  return table({
    caption: 'Who has been told, and who has read it',
    captionClasses: 'govuk-visually-hidden',
    head: ['Person', 'Told', 'Read'],
    firstCellIsHeader: true,
    stacked: true,
    rows: rows.map((r) => [
      html`${r.name}<span class="c-under">${r.about}</span>`,
      r.told,
      r.isUnread ? html`<strong>${r.read}</strong>` : r.read,
    ]),
  })
}
