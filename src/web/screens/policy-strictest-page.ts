import type { Choice, Conflict, OriginOf, Strictest, StrictestMade } from '../../domain/policy/strictest/strict.ts'
import type { Shown } from '../answers.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { inlineList, readable } from '../html/layout.ts'
import { link } from '../html/link.ts'
import { table } from '../html/table.ts'
import { titleBlock } from '../html/title-block.ts'

interface Around {
  readonly back: { readonly text: string; readonly href: string }
  readonly file: string
  /** The same with the other policy first, which is followed where neither is stricter. */
  readonly turned: string
}

const title = 'Which rules hold when two areas are concerned'

/** What was chosen and why, where neither is stricter, and every stage with its duties and where each comes from. */
export function strictestPage(made: StrictestMade, around: Around): Shown {
  if (!made.ok) return cannot(made, around)
  const { a, b, conflicts, choices, names } = made
  return {
    title,
    wide: true,
    back: around.back,
    body: html`${titleBlock({
      title,
      facts: [`${a.title}, version ${a.version}`, `${b.title}, version ${b.version}`],
      lead: 'Whatever either policy asks is asked, by the stricter of both where they speak of the same.',
    })}<div class="govuk-!-margin-bottom-5">${inlineList([
      link({ text: 'Download the joined policy as a file', href: around.file }),
      link({ text: `Follow ${names.b} where neither is stricter`, href: around.turned }),
    ])}</div>${conflicts.length > 0 && html`${section('neither', 'Where neither is stricter')}${readable(conflictList(conflicts))}`}${
      choices.length > 0 && html`${section('chosen', 'What was chosen, and why')}${readable(choiceList(choices))}`
    }${section('from', 'Every stage, and where its rules come from')}${stages(made)}`,
  }
}

function cannot(made: StrictestMade & { readonly ok: false }, around: Around): Shown {
  return {
    title,
    back: around.back,
    body: html`${titleBlock({ title, lead: 'These two policies cannot be joined as they are. A person has to decide which is followed.' })}<ul class="govuk-list govuk-list--bullet">${made.problems.map(({ message }) => html`<li>${message}</li>`)}</ul>`,
  }
}

const conflictList = (list: readonly Conflict[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${list.map(
    ({ about, says, chosen }) => html`<li><strong>${about}.</strong> ${says} ${chosen}</li>`,
  )}</ul>`

const choiceList = (list: readonly Choice[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${list.map(({ about, says }) => html`<li><strong>${about}.</strong> ${says}</li>`)}</ul>`

function stages(made: Strictest): Html {
  const shown = made.origins.filter(({ what }) => what !== 'role' && what !== 'fact')
  const everywhere = shown.filter(({ what, stage }) => what !== 'stage' && stage === undefined)
  return html`${made.policy.stages.map((stage) => {
    const head = shown.find(({ what, id }) => what === 'stage' && id === stage.id)
    const whose = head === undefined || head.from === 'both' ? 'both policies' : `${made.names[head.from]} alone`
    return originTable(
      `${stage.is} (${whose})`,
      shown.filter((one) => one.what !== 'stage' && one.stage === stage.id),
      made,
    )
  })}${originTable('At every stage, and when it has ended', everywhere, made)}`
}

function originTable(caption: string, rows: readonly OriginOf[], made: Strictest): Html | false {
  if (rows.length === 0) return false
  const { names } = made
  return table({
    caption,
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    stacked: true,
    classes: 'c-beside c-beside--rules',
    head: ['Rule', 'Comes from', 'Clauses'].map((text) => ({ text })),
    rows: rows.map(({ what, words, from, cites }) => [
      { text: what === 'limit' ? `Limit: ${words}` : words },
      { text: from === 'both' ? 'Both' : names[from] },
      { text: clauseWords(cites, made) },
    ]),
  })
}

/** "Havering HV-2.4; Ready Steady Grow RSG-5": the mark before each clause as the name people use. */
function clauseWords(cites: OriginOf['cites'], { a, b, names }: Strictest): string {
  const marks = a.id === b.id ? [`${a.id}-${a.version}`, `${b.id}-${b.version}`] : [a.id, b.id]
  const said = [names.a, names.b].flatMap((name, i) => {
    const own = cites.filter((cite) => cite.startsWith(`${marks[i]}/`)).map((cite) => cite.slice(cite.indexOf('/') + 1))
    return own.length === 0 ? [] : [`${name} ${own.join(', ')}`]
  })
  return said.length === 0 ? 'None is cited' : said.join('; ')
}

const section = (id: string, words: string): Html => heading(2, words, { classes: 'govuk-heading-m', id })
