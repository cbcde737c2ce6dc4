import { compare } from '../../domain/policy/compare/compare.ts'
import { explain } from '../../domain/policy/explain.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { details } from '../html/details.ts'
import { type Html, html } from '../html/html.ts'
import { policyClauses } from './policy-clauses.ts'
import { differences } from './policy-compare-page.ts'
import { policySaid } from './policy-page.ts'

/** What somebody about to sign reads, folded: what changes from the version before, and the whole in plain words. */
export function toRead(policy: Policy, before: Policy | undefined): Html {
  const explained = explain(policy)
  return html`${before && changed(policy, before)}${details({
    summary: 'Read the whole policy in plain words',
    body: html`${policySaid(explained)}${policyClauses(explained)}`,
  })}`
}

function changed(policy: Policy, before: Policy): Html {
  const compared = compare(before, policy)
  const { counts, headlines } = compared
  const count = counts['only-in-a'] + counts['only-in-b'] + counts.differs
  const from = before.id === policy.id ? `version ${before.version}` : `${before.title}, version ${before.version}`
  if (count === 0) return html`<p class="govuk-body">No rule differs from ${from}.</p>`
  return details({
    summary: `See what changes from ${from}: ${count === 1 ? 'one thing' : `${count} things`}`,
    body: html`${headlines.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${headlines.map((text) => html`<li>${text}</li>`)}</ul>`}${differences(compared)}`,
  })
}
