import type { CaseView } from '../../app/app.ts'
import { type ToldRow, toldRows } from '../../domain/words/case-told.ts'
import { details } from '../html/details.ts'
import { type Html, html } from '../html/html.ts'
import { table } from '../html/table.ts'

/** Who has been told and who has read it; also who is still to be told, with by when. */
export function toldFor(view: CaseView): Html {
  const rows = toldRows(view)
  if (rows.length === 0) return html`<p class="govuk-body">Nobody has been told yet.</p>`
  // Whoever raised it was told by nobody: no more is to be done about them than about those who have read it.
  const acted = rows.filter((r) => !r.isUnread && (r.read !== '–' || r.told === '–'))
  if (rows.length <= 7 || acted.length < 3) return told(rows, 'Who has been told, and who has read it')
  const rest = rows.filter((r) => !acted.includes(r))
  return html`${rest.length > 0 && told(rest, 'Who has not read it yet, and who is still to be told')}${details({
    summary: `Show the ${acted.length} who raised it or have read it`,
    body: told(acted, 'Who raised it or has read it'),
    classes: 'c-wide',
  })}`
}

function told(rows: readonly ToldRow[], caption: string): Html {
  return table({
    caption,
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
