import { lengthWords } from '../../domain/calendar/length.ts'
import { dateWords, timeWords } from '../../domain/calendar/words.ts'
import type { Shown } from '../answers.ts'
import type { Form } from '../form.ts'
import { answer } from '../html/answer.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { columns, inlineList } from '../html/layout.ts'
import { link } from '../html/link.ts'
import { printButton } from '../html/print-button.ts'
import { titleBlock } from '../html/title-block.ts'
import { working } from '../html/working.ts'
import type { Ctx } from '../screen.ts'
import * as urls from '../urls.ts'
import { rowViews, workingView } from '../working-view.ts'
import type { Worked } from './calculator-answer.ts'
import { calculatorForm } from './calculator-form.ts'
import { differences, nationPlaces } from './calculator-nations.ts'

/** Question left, answer right; on a phone the answer comes first, as it does in the source. */
export function calculatorPage({ query }: Ctx, worked?: Worked): Shown {
  const form = calculatorForm(query)
  const title = titleBlock({
    size: 'xl',
    title: 'Work out a deadline',
    lead: 'For anyone, without signing in. Nothing you type is kept. Do not type a child’s name.',
  })
  return {
    title: 'Work out a deadline',
    wide: true,
    body: worked
      ? html`<div class="c-one-sheet">${title}${columns({ asideLeft: true, main: answered(worked, query), aside: form })}</div>`
      : html`${title}${form}`,
  }
}

function answered(worked: Worked, query: Form): Html {
  const { used, question, competing, rows } = worked
  const asked = `${sentence(lengthWords(question.length))} from ${dateWords(worked.counted.started.date)}, in ${nationPlaces[question.nation]}`
  const same = urls.query(linkFields(query))
  return html`${answer({ by: `Due by ${timeWords(used.at)} on`, date: dateWords(used.date), words: asked })}${heading(
    2,
    'How is this date worked out?',
    { classes: 'govuk-heading-m' },
  )}${working({
    ...workingView(worked.counted),
    ...(competing ? { rule: competing.why, dates: competing.all } : {}),
    rows: rowViews(rows),
  })}${differences(question, worked).map((one) => html`<p class="govuk-body">${one}</p>`)}${inlineList([
    link({ text: 'Copy as text', href: `${urls.calculator}.txt${same}` }),
    link({ text: 'Add to my calendar', href: `${urls.calculator}.ics${same}` }),
    link({ text: 'Link to this answer', href: urls.calculator + same }),
    printButton(),
  ])}`
}

/** The fields that were filled in, and no other: the link to the answer holds dates only. */
function linkFields(query: Form): Readonly<Record<string, string>> {
  return Object.fromEntries(query.all.flatMap(({ name, values }) => (values[0] ? [[name, values[0]] as const] : [])))
}

const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
