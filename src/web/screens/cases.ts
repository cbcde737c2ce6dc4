import type { CaseLine, Home } from '../../app/app.ts'
import type { At } from '../../domain/people/directory.ts'
import { dayOf, shortDayOf, timeOf } from '../../domain/words/case-when.ts'
import { endName } from '../../domain/words/phrase-move.ts'
import { show } from '../answers.ts'
import { button } from '../html/button.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { table } from '../html/table.ts'
import { tag } from '../html/tag.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen } from '../screen.ts'
import * as urls from '../urls.ts'
import { lateIn } from './late-words.ts'

/** The cases this person has a part in. */
export const cases: Screen = [
  {
    method: 'GET',
    url: '/:partnership/cases',
    handle: async (ctx) => {
      const found = await ctx.app.access.home(ctx.asking)
      const { cases: lines } = found
      return show(
        {
          title: 'Your cases',
          wide: true,
          body: casesPage(ctx.partnership, lines, ctx.app.clock.now(), found, !ctx.viewer.board),
        },
        casesJson(lines),
      )
    },
  },
]

/** `duties`: what the reader owes and is owed, for how late a case is. */
export function casesPage(
  p: string,
  lines: readonly CaseLine[],
  at: At,
  duties: Pick<Home, 'mine' | 'owed'> = { mine: [], owed: [] },
  mayRaise = true,
): Html {
  const open = lines.filter((x) => x.row.status !== 'closed')
  const closed = lines.filter((x) => x.row.status === 'closed')
  return html`${titleBlock({
    size: 'xl',
    caption: dayOf(at),
    title: 'Your cases',
    ...(mayRaise ? { button: button({ text: 'Raise a concern', href: urls.raise(p) }) } : {}),
    lead: leadOf(open, closed),
  })}${open.length > 0 && html`${h2('Open')}${caseTable(p, open, at, 'Open cases', duties)}`}${closed.length > 0 && html`${h2('Closed')}${caseTable(p, closed, at, 'Closed cases', duties)}`}`
}

function leadOf(open: readonly CaseLine[], closed: readonly CaseLine[]): string {
  const late = open.filter((x) => x.row.late).length
  if (open.length === 0) return closed.length === 0 ? 'You have no part in any case.' : 'None of your cases is open.'
  const first = open.length === 1 ? 'One of your cases is open.' : `${open.length} of your cases are open.`
  if (late === 0) return first
  if (open.length === 1) return `${first} Something in it is late.`
  return `${first} In ${late === open.length ? 'each' : late === 1 ? 'one' : late} of them something is late.`
}

function caseTable(
  p: string,
  lines: readonly CaseLine[],
  at: At,
  caption: string,
  duties: Pick<Home, 'mine' | 'owed'>,
): Html {
  return table({
    caption,
    captionClasses: 'govuk-visually-hidden',
    head: ['Case', 'Stage', 'Waiting for', 'Due'],
    firstCellIsHeader: true,
    stacked: true,
    rows: lines.map((line) => [
      html`${link({ text: nameOf(line), href: urls.caseUrl(p, line.caseId) })}<span class="c-under">${line.title !== '' && `Case ${line.row.number}. `}${sideWords(line)}</span>`,
      line.row.status === 'open' ? line.row.stageTitle : line.row.end ? endName(line.row.end) : 'Closed',
      line.row.status === 'closed' ? '–' : line.row.waitingFor || '–',
      dueCell(line, at, lateIn(duties, line.caseId, at)),
    ]),
  })
}

const nameOf = (line: CaseLine): string =>
  line.title === '' ? `Case ${line.row.number}` : `${line.childName === '' ? '' : `${line.childName}: `}${line.title}`

function sideWords(line: CaseLine): string {
  switch (line.side) {
    case 'raising':
      return 'Your side raised it'
    case 'responding':
      return 'Your side was asked'
    case 'board':
      return 'You act for the Board'
    case 'outside':
      return 'You were told of it'
  }
}

function dueCell({ row }: CaseLine, at: At, late: string): Html {
  if (row.status === 'closed')
    return html`${row.closedAt === undefined ? '–' : `Closed ${shortDayOf(row.closedAt, at)}`}`
  if (row.due === undefined) return html`–`
  return html`${shortDayOf(row.due, at)}, ${timeOf(row.due)}${row.late && html` ${tag(late, 'red')}`}`
}

const casesJson = (lines: readonly CaseLine[]) => ({
  cases: lines.map(({ caseId, row, side }) => ({
    id: caseId,
    number: row.number,
    status: row.status,
    stage: row.stageTitle,
    side,
    waitingFor: row.waitingFor,
    ...(row.due === undefined ? {} : { due: new Date(row.due).toISOString() }),
    isLate: row.late,
    raised: new Date(row.raisedAt).toISOString(),
  })),
})

const h2 = (words: string): Html => heading(2, words, { classes: 'govuk-heading-m' })
