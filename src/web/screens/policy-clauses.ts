import type { Explained } from '../../domain/policy/explain.ts'
import type { ExplainedClause, ExplainedRule } from '../../domain/policy/explain-clauses.ts'
import { details } from '../html/details.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { readable } from '../html/layout.ts'
import { oursMark } from './policy-said.ts'

/** The policy turned round: each clause with its own text; folded, what carries it out, and what is Concordat's where it is silent. */
export function policyClauses({ clauses }: Explained): Html | false {
  if (clauses.length === 0) return false
  return html`${heading(2, 'Clause by clause', { classes: 'govuk-heading-m govuk-!-margin-top-7', id: 'clauses' })}${readable(
    html`<p class="govuk-body">The rules of the policy, each under its number, as this file words them.</p><ul class="govuk-list govuk-list--spaced">${clauses.map(
      ({ id, text }) => html`<li id="clause-${id}"><strong>${id}</strong> ${text}</li>`,
    )}</ul>${details({
      summary: 'What Concordat does to carry out each clause',
      body: html`${clauses.map(clause)}`,
    })}`,
  )}`
}

const clause = ({ id, rules, gaps }: ExplainedClause): Html =>
  html`<div class="c-policy__clause">${heading(3, id, { classes: 'govuk-heading-s govuk-!-margin-bottom-1' })}${
    rules.length + gaps.length === 0
      ? html`<p class="govuk-body-s c-secondary">No step of the procedure rests on this clause by itself.</p>`
      : html`<ul class="govuk-list govuk-list--bullet">${rules.map(rule)}${gaps.map(
          (gap) => html`<li><span class="c-secondary">Left open:</span> ${gap}</li>`,
        )}</ul>`
  }</div>`

const rule = ({ where, text, origin }: ExplainedRule): Html =>
  html`<li><span class="c-secondary">${where}:</span> ${text}${origin === 'ours' && html` ${oursMark}`}</li>`
