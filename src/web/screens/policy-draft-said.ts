import type { TextRead } from '../../app/policy-life.ts'
import type { Finding } from '../../domain/policy/check.ts'
import { details } from '../html/details.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { ticketPanel } from '../html/ticket-panel.ts'
import { triedWords } from './policy-findings.ts'

/** What the text comes to, for whoever writes it: every mistake or finding with its place, in the file unless `place` says it otherwise. */
export function draftSaid(read: TextRead, place: (found: Placed) => Html | false = placeInFile): Html {
  const places = (found: readonly Placed[]) => placed(found, place)
  const level = (words: string, found: readonly Finding[]): Html | false =>
    found.length > 0 &&
    html`${heading(3, words, { classes: 'govuk-heading-s govuk-!-margin-bottom-1' })}${places(found)}`

  if (!read.ok)
    return ticketPanel({
      colour: 'red',
      body: html`${title(
        read.problems.length === 1
          ? 'There is a mistake to mend before it can be read'
          : `There are ${read.problems.length} mistakes to mend before it can be read`,
      )}${places(read.problems)}`,
    })
  const { ok, states, findings } = read.checked
  const of = (level: Finding['level']) => findings.filter((one) => one.level === level)
  return ticketPanel({
    colour: ok ? 'blue' : 'red',
    body: html`${title(ok ? 'It can be read, and every path ends' : 'It can be read, and it may not be adopted as it is')}<p class="govuk-body">${triedWords(states)}</p>${level('Errors', of('error'))}${level('Warnings: adoption needs a reason', of('warning'))}${folded(of('note'), places)}`,
  })
}

const title = (words: string): Html => heading(2, words, { classes: 'govuk-heading-m govuk-!-margin-bottom-2' })

const folded = (found: readonly Finding[], places: (found: readonly Placed[]) => Html): Html | false =>
  found.length > 0 &&
  details({
    summary: found.length === 1 ? 'One more thing to know' : `${found.length} more things to know`,
    classes: 'govuk-!-margin-bottom-0',
    body: places(found),
  })

export interface Placed {
  readonly line: number
  readonly column: number
  readonly message: string
  readonly story?: readonly string[]
}

const placed = (found: readonly Placed[], place: (one: Placed) => Html | false): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${found.map(
    (one) =>
      html`<li>${place(one)}${one.message.replaceAll('`', '')}${
        one.story !== undefined &&
        one.story.length > 0 &&
        details({
          summary: 'Follow the story',
          classes: 'govuk-!-margin-bottom-2 govuk-!-margin-top-1',
          body: html`<ol class="govuk-list">${one.story.map((line) => html`<li>${line.replaceAll('`', '')}</li>`)}</ol>`,
        })
      }</li>`,
  )}</ul>`

/** Findings about the file as a whole stand at its first character. */
const placeInFile = ({ line, column }: Placed): Html | false =>
  (line > 1 || column > 1) && html`<strong data-line="${String(line)}">Line ${line}, column ${column}:</strong> `
