import { details } from '../html/details.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import type { Known, Named } from './policy-form-known.ts'

/** The short names that conditions and times can use, each with what it stands for. */
export function knownNames({ roles, questions, stages, duties, moves }: Known): Html {
  return details({
    summary: 'Short names of this policy',
    body: html`${names(
      'Questions',
      questions.map(({ value, text, answers }) => ({
        value,
        text: answers.length === 0 ? text : `${text} (${answers.join(', ')})`,
      })),
    )}${names('Stages', stages)}${names('Roles', roles)}${plain('What must happen', duties)}${plain('Ways on', moves)}`,
  })
}

const title = (words: string): Html => heading(3, words, { classes: 'govuk-heading-s govuk-!-margin-bottom-1' })

const names = (words: string, all: readonly Named[]): Html | false =>
  all.length > 0 &&
  html`${title(words)}<ul class="govuk-list">${all.map(({ value, text }) => html`<li><code>${value}</code>: ${text}</li>`)}</ul>`

const plain = (words: string, all: readonly string[]): Html | false =>
  all.length > 0 &&
  html`${title(words)}<ul class="govuk-list">${all.map((one) => html`<li><code>${one}</code></li>`)}</ul>`
