import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { ticketPanel } from '../html/ticket-panel.ts'
import { type FoundAt, foundOf } from './policy-form-found.ts'
import type { Part } from './policy-form-parts.ts'

interface PartChecked {
  readonly part: Part
  readonly found: readonly FoundAt[]
  /** Of duties and ways, by id, in the text that was checked. */
  readonly sentences: ReadonlyMap<string, string>
}

/** What the check says of one part, what the part comes to in plain words, and how much is said elsewhere. */
export function partSaid({ part, found, sentences }: PartChecked): Html {
  const sentence = sentences.get(
    part.stage === undefined ? (part.path.at(-1) ?? '') : `${part.stage} ${part.path.at(-1)}`,
  )
  const here = foundOf(found, part)
  const wrong = ({ level }: FoundAt) => level === 'mistake' || level === 'error'
  const elsewhere = found.filter((one) => wrong(one) && !here.includes(one)).length
  const isFine = !here.some(wrong)
  return ticketPanel({
    colour: isFine ? 'blue' : 'red',
    body: html`${heading(2, isFine ? 'Nothing to mend here' : 'To mend here', { classes: 'govuk-heading-m govuk-!-margin-bottom-2' })}${list('', here.filter(wrong))}${sentence !== undefined && !found.some(({ level }) => level === 'mistake') && html`<p class="govuk-body"><span class="govuk-!-font-weight-bold">In plain words:</span> ${sentence}</p>`}${list(
      'Warnings: adoption needs a reason',
      here.filter(({ level }) => level === 'warning'),
    )}${list(
      'To know',
      here.filter(({ level }) => level === 'note'),
    )}${
      elsewhere > 0 &&
      html`<p class="govuk-body govuk-!-margin-bottom-0">Elsewhere in the policy there ${elsewhere === 1 ? 'is 1 thing' : `are ${elsewhere} things`} to mend.</p>`
    }`,
  })
}

const list = (words: string, found: readonly FoundAt[]): Html | false =>
  found.length > 0 &&
  html`${words !== '' && heading(3, words, { classes: 'govuk-heading-s govuk-!-margin-bottom-1' })}<ul class="govuk-list govuk-list--bullet">${[...new Set(found.map(({ message }) => message))].map((one) => html`<li>${one}</li>`)}</ul>`
