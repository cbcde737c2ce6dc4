import type { Compared, Difference, Part, Side } from '../../domain/policy/compare/compared.ts'
import { shortTitle } from '../../domain/policy/compare/headlines.ts'
import type { Shown } from '../answers.ts'
import { details } from '../html/details.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { inlineList, readable } from '../html/layout.ts'
import { link } from '../html/link.ts'
import { table } from '../html/table.ts'
import { titleBlock } from '../html/title-block.ts'

interface Around {
  /** Addresses of both policies' own pages. */
  readonly a: string
  readonly b: string
  readonly strictest: string
  readonly back: { readonly text: string; readonly href: string }
  /** To choose two others. */
  readonly choose: Html
}

/** What to know first; then part by part a table of three columns, which is a list of cards on a phone. What is alike is folded. */
export function comparedPage(compared: Compared, around: Around): Shown {
  const { a, b, counts, headlines } = compared
  const other = counts['only-in-a'] + counts['only-in-b'] + counts.differs
  const parts = compared.parts.filter((part) => part.differences.some(isOther))
  return {
    title: `${shortTitle(a, b)} and ${shortTitle(b, a)} compared`,
    wide: true,
    back: around.back,
    body: html`${titleBlock({
      title: compared.versions
        ? `What changed between ${shortTitle(a, b)} and ${shortTitle(b, a)}`
        : 'Two policies compared',
      facts: [
        html`${link({ text: a.title, href: around.a })}, version <strong>${a.version}</strong>`,
        html`${link({ text: b.title, href: around.b })}, version <strong>${b.version}</strong>`,
      ],
    })}${readable(
      html`<p class="govuk-body">${
        other === 0
          ? 'They say the same.'
          : html`<strong>${other}</strong> ${other === 1 ? 'difference' : 'differences'}; ${counts.same} rules are alike.`
      }</p>${headlines.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${headlines.map((text) => html`<li>${text}</li>`)}</ul>`}${
        !compared.versions &&
        html`<p class="govuk-body">${link({ text: 'Which rules hold when two areas are concerned', href: around.strictest })}</p>`
      }${details({ summary: 'Choose two others', body: around.choose })}`,
    )}${
      parts.length > 1 &&
      html`<nav class="govuk-!-margin-bottom-5" aria-label="On this page">${inlineList(
        parts.map((part) => link({ text: part.title, href: `#${part.id}` })),
      )}</nav>`
    }${parts.map((part) => partTable(part, compared))}${alike(compared)}`,
  }
}

const isOther = (difference: Difference): boolean => difference.kind !== 'same'

/** Every part in which the two differ, a table each. */
export const differences = (compared: Compared): Html =>
  html`${compared.parts.filter((part) => part.differences.some(isOther)).map((part) => partTable(part, compared))}`

function partTable(part: Part, { a, b }: Compared): Html {
  return html`${heading(2, part.title, { classes: 'govuk-heading-m', id: part.id })}${table({
    caption: `${part.title}: what differs`,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    stacked: true,
    classes: 'c-beside',
    head: ['About', capital(shortTitle(a, b)), capital(shortTitle(b, a))].map((text) => ({ text })),
    rows: part.differences
      .filter(isOther)
      .map((one) => [{ text: one.about }, { text: sideCell(one.a) }, { text: sideCell(one.b) }]),
  })}`
}

function sideCell({ says, text, also, clauses, ours }: Side): Html {
  return html`${says ? text : html`<em>${text}</em>`}${also.map((one) => html` <em>${one}</em>`)}${
    ours && html` <span class="c-secondary">Concordat’s default.</span>`
  }${
    clauses.length > 0 &&
    details({
      summary: `${clauses.length === 1 ? 'Clause' : 'Clauses'} ${clauses.map(({ id }) => id).join(', ')}`,
      classes: 'govuk-!-margin-bottom-0 govuk-!-margin-top-1',
      body: html`<ul class="govuk-list govuk-!-margin-bottom-0">${clauses.map(({ id, text: words }) => html`<li><strong>${id}</strong> ${words}</li>`)}</ul>`,
    })
  }`
}

function alike({ parts, counts }: Compared): Html | false {
  if (counts.same === 0) return false
  const same = parts.flatMap((part) => part.differences.filter((one) => one.kind === 'same'))
  return details({
    summary: counts.same === 1 ? 'The rule that is alike' : `The ${counts.same} rules that are alike`,
    body: html`<ul class="govuk-list govuk-list--bullet">${same.map(({ a }) => html`<li>${a.text}</li>`)}</ul>`,
  })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
