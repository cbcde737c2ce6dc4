import type { AdoptedPolicy } from '../../app/app.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import { dateWords, plainDate } from '../../domain/calendar/words.ts'
import type { Checked } from '../../domain/policy/check.ts'
import type { Explained } from '../../domain/policy/explain.ts'
import type { Shown } from '../answers.ts'
import { heading } from '../html/heading.ts'
import { attributes, type Content, type Html, html } from '../html/html.ts'
import { inlineList, readable } from '../html/layout.ts'
import { link } from '../html/link.ts'
import { tag } from '../html/tag.ts'
import { titleBlock } from '../html/title-block.ts'
import type { SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { reviewDue } from './policy-facts.ts'
import { findingsPanel } from './policy-findings.ts'
import { policyFlow } from './policy-flow.ts'
import { saidList } from './policy-said.ts'

/** What, since when, review due; the check in one line; words beside flowchart; what holds everywhere; what is left open; the clauses. */
export function policyPage(ctx: SignedIn, adopted: AdoptedPolicy, explained: Explained, found: Checked): Shown {
  const { policy } = adopted
  return {
    title: policy.title,
    wide: true,
    back: { text: 'Policies', href: urls.policies(ctx.partnership) },
    body: html`${titleBlock({ title: policy.title, facts: facts(ctx, adopted) })}<nav class="govuk-!-margin-bottom-5" aria-label="On this page">${inlineList(
      [...parts(explained), ...(policy.history.length > 0 ? [['history', 'History'] as const] : [])].map(
        ([id, words]) => link({ text: words, href: `#${id}` }),
      ),
    )}</nav>${findingsPanel(policy, found)}${section('read', 'The policy in plain words, beside its flowchart')}<p class="govuk-body-s c-secondary">Both are drawn from the policy itself, so they cannot differ from what Concordat does. Clause numbers are in brackets. ${link({ text: 'Read the policy file that drives it all', href: urls.policyText(ctx.partnership, policy.id, policy.version) })}</p>${readable(
      html`${explained.intro.map((one) => html`<p class="govuk-body">${one.text}</p>`)}`,
    )}${policyFlow(policy, explained)}${further('everywhere', 'At every stage', explained.everywhere)}${further('ends', 'When it has ended', explained.ends)}${leftOpen(explained)}${clauses(explained)}${history(policy)}`,
  }
}

function facts({ app }: SignedIn, { policy, adoptedAt }: AdoptedPolicy): readonly Content[] {
  const due = reviewDue(policy, adoptedAt)
  return [
    html`Version <strong>${policy.version}</strong>${adoptedAt !== undefined && html`, adopted on <strong>${plainDate(dateAt(adoptedAt))}</strong>`}`,
    due === undefined
      ? 'It does not say when it is looked at again'
      : html`Review due by <strong>${dateWords(due)}</strong>${due < dateAt(app.clock.now()) && html` ${tag('Late', 'red')}`}`,
  ]
}

const parts = ({ everywhere, ends, gaps, defaults, clauses }: Explained): readonly (readonly [string, string])[] => [
  ['read', 'Words and flowchart'],
  ...(everywhere.length > 0 ? [['everywhere', 'At every stage'] as const] : []),
  ...(ends.length > 0 ? [['ends', 'When it has ended'] as const] : []),
  ...(gaps.length + defaults.length > 0 ? [['left-open', 'What it leaves open'] as const] : []),
  ...(clauses.length > 0 ? [['clauses', 'Clauses'] as const] : []),
]

const further = (id: string, title: string, said: Explained['ends']): Html | false =>
  said.length > 0 && html`${section(id, title)}${readable(saidList(said))}`

function leftOpen({ gaps, defaults }: Explained): Html | false {
  if (gaps.length + defaults.length === 0) return false
  return html`${section('left-open', 'What the policy leaves open, and what Concordat does instead')}${readable(
    html`${
      gaps.length > 0 &&
      html`<p class="govuk-body">The text is silent, unfinished or unclear here. What stands in is Concordat’s default, not the policy’s rule.</p>${saidList(gaps)}`
    }${
      defaults.length > 0 &&
      html`${heading(3, 'Where it says nothing at all', { classes: 'govuk-heading-s' })}${saidList(defaults)}`
    }`,
  )}`
}

function clauses({ clauses: list }: Explained): Html | false {
  if (list.length === 0) return false
  return html`${section('clauses', 'Clauses')}${readable(
    html`<p class="govuk-body">The rules of the policy, each under its number, as this file words them.</p><dl class="govuk-summary-list">${list.map(
      ({ id, text }) =>
        html`<div class="govuk-summary-list__row"${attributes({ id })}><dt class="govuk-summary-list__key">${html`<span class="c-nowrap">${id}</span>`}</dt><dd class="govuk-summary-list__value">${text}</dd></div>`,
    )}</dl>`,
  )}`
}

/** When it was issued and reviewed, as the policy tells it, and what brings the next review forward. Source: LB-5. */
function history({ history: told, review }: AdoptedPolicy['policy']): Html | false {
  if (told.length === 0 && !review?.sooner) return false
  return html`${section('history', 'History')}${readable(
    html`${
      told.length > 0 &&
      html`<ul class="govuk-list govuk-list--bullet">${told.map(({ date, what }) => html`<li>${plainDate(date)}: ${what}</li>`)}</ul>`
    }${review?.sooner && html`<p class="govuk-body">It is reviewed sooner for this reason: ${review.sooner.charAt(0).toLowerCase()}${review.sooner.slice(1)}.</p>`}`,
  )}`
}

const section = (id: string, title: string): Html => heading(2, title, { classes: 'govuk-heading-m', id })
