import type { Explained } from '../../domain/policy/explain.ts'
import type { ExplainedClause, ExplainedRule } from '../../domain/policy/explain-clauses.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { readable } from '../html/layout.ts'
import { oursMark } from './policy-said.ts'

/** The policy turned round: each clause with its own text, what carries it out, and what is Concordat's where it is silent. */
export function policyClauses({ clauses }: Explained): Html | false {
  if (clauses.length === 0) return false
  return html`${heading(2, 'Clause by clause', { classes: 'govuk-heading-m govuk-!-margin-top-7', id: 'clauses' })}${readable(
    html`<p class="govuk-body">The rules of the policy, each under its number, as this file words them; below each, what Concordat does to carry it out.</p>${clauses.map(clause)}`,
  )}`
}

const clause = ({ id, text, rules, gaps }: ExplainedClause): Html =>
  html`<section class="c-policy__clause" aria-labelledby="clause-${id}">${heading(3, id, { classes: 'govuk-heading-s govuk-!-margin-bottom-1', id: `clause-${id}` })}<p class="govuk-body govuk-!-margin-bottom-2">${text}</p>${
    rules.length + gaps.length === 0
      ? html`<p class="govuk-body-s c-secondary">No step of the procedure rests on this clause by itself.</p>`
      : html`<ul class="govuk-list govuk-list--bullet">${rules.map(rule)}${gaps.map(
          (gap) => html`<li><span class="c-secondary">Left open:</span> ${gap}</li>`,
        )}</ul>`
  }</section>`

const rule = ({ where, text, origin }: ExplainedRule): Html =>
  html`<li><span class="c-secondary">${where}:</span> ${text}${origin === 'ours' && html` ${oursMark}`}</li>`
