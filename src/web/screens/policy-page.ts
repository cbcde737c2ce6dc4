import type { AdoptedPolicy } from '../../app/app.ts'
import { reviewDue } from '../../app/review-due.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import { dateWords, plainDate } from '../../domain/calendar/words.ts'
import type { Checked } from '../../domain/policy/check.ts'
import type { Explained } from '../../domain/policy/explain.ts'
import type { Shown } from '../answers.ts'
import { details } from '../html/details.ts'
import { heading } from '../html/heading.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { inlineList, readable } from '../html/layout.ts'
import { link } from '../html/link.ts'
import { printButton } from '../html/print-button.ts'
import { tag } from '../html/tag.ts'
import { titleBlock } from '../html/title-block.ts'
import type { SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { policyClauses } from './policy-clauses.ts'
import { makesOwn } from './policy-drafts.ts'
import { findingsPanel } from './policy-findings.ts'
import { policyFlow } from './policy-flow.ts'
import { said, saidList } from './policy-said.ts'

export interface PolicyRead extends AdoptedPolicy {
  readonly explained: Explained
  readonly found: Checked | undefined
  /** Title of the policy it varies or changes for a time. */
  readonly parent: string | undefined
}

/** What, since when, review due; the check in one line; plain words stage by stage; the flowchart; what is left open; clause by clause. */
export function policyPage(ctx: SignedIn, read: PolicyRead): Shown {
  const { policy, explained, found } = read
  return {
    title: policy.title,
    wide: true,
    back: { text: 'Policies', href: urls.policies(ctx.partnership) },
    body: html`<div class="c-policy">${titleBlock({ title: policy.title, facts: facts(ctx, read) })}${readable(html`${explained.intro.map((one) => html`<p class="govuk-body">${said(one)}</p>`)}`)}<nav class="govuk-!-margin-bottom-5" aria-label="On this page">${inlineList(
      [
        'On this page:',
        ...[...parts(explained), ...(policy.history.length > 0 ? [['history', 'History'] as const] : [])].map(
          ([id, words]) => link({ text: words, href: `#${id}` }),
        ),
      ],
    )}</nav><div class="govuk-!-margin-bottom-5 c-policy__links">${inlineList(ways(ctx, read))}</div>${found && findingsPanel(policy, found)}${section('read', 'The policy in plain words')}<p class="govuk-body-s c-secondary">Words and flowchart are made from the policy itself, so they cannot differ from what Concordat does. Clause numbers are in brackets.</p><div class="govuk-!-margin-bottom-4 c-policy__links">${inlineList(downloads(ctx, read))}</div>${policySaid(explained)}${policyFlow(policy)}${leftOpen(explained)}${policyClauses(explained)}${history(policy)}</div>`,
  }
}

/** What else there is to do with it. */
function ways(ctx: SignedIn, read: AdoptedPolicy): readonly Html[] {
  const { partnership: p, viewer } = ctx
  const { id, version } = read.policy
  return [
    link({ text: 'Who signed it, and its reviews', href: urls.policyHistory(p, id) }),
    link({ text: 'Compare it with another', href: urls.policyCompare(p, `${id}.${version}`) }),
    link({ text: 'Rehearse it', href: `${urls.rehearsals(p)}${urls.query({ policy: `${id}/${version}` })}` }),
    ...(viewer.keeps.length > 0
      ? [
          link({
            text: makesOwn(ctx, read) ? 'Make it your own' : 'Write a new version',
            href: urls.newPolicyDraft(p, { policy: id, version }),
          }),
        ]
      : []),
  ]
}

/** The same, to take along. */
function downloads({ partnership: p }: SignedIn, { policy: { id, version } }: AdoptedPolicy): readonly Html[] {
  return [
    link({ text: 'Download as a Word document', href: urls.policyDocument(p, id, version) }),
    link({ text: 'Download the flowchart (SVG)', href: urls.policyFlowchart(p, id, version) }),
    link({ text: 'Read the policy file that drives it all', href: urls.policyText(p, id, version) }),
    printButton(),
  ]
}

/** Stage by stage, then what holds at each of them, then what follows an end. */
export const policySaid = (explained: Explained): Html =>
  html`${readable(stagesSaid(explained))}${further('everywhere', 'At every stage', explained.everywhere)}${further('ends', 'When it has ended', explained.ends)}`

function stagesSaid({ raise, stages }: Explained): Html {
  return html`${h3('before', 'Before you start')}${saidList(raise)}${stages.map(
    ({ id, number, title, sentences }) =>
      html`${h3(`stage-${id}`, number === undefined ? title : `${number}. ${title}`)}${saidList(sentences)}`,
  )}`
}

function facts({ app, partnership }: SignedIn, { policy, adoption, reviewOn, parent }: PolicyRead): readonly Content[] {
  const due = reviewOn ?? reviewDue(policy, adoption?.adopted)
  return [
    html`Version <strong>${policy.version}</strong>${adoption !== undefined && html`, adopted on <strong>${plainDate(dateAt(adoption.adopted))}</strong>`}`,
    // A rehearsal knows the policy that is rehearsed, with its parent worked in, and no other.
    ...(policy.changes && app.rehearsing === undefined
      ? [
          html`Changes ${link({
            text: `${parent ?? policy.changes.policy}, version ${policy.changes.version}`,
            href: urls.policy(partnership, policy.changes.policy, policy.changes.version),
          })}`,
        ]
      : []),
    due === undefined
      ? 'It does not say when it is looked at again'
      : html`Review due by <strong>${dateWords(due)}</strong>${due < dateAt(app.clock.now()) && html` ${tag('Late', 'red')}`}`,
  ]
}

const parts = ({ everywhere, ends, gaps, defaults, clauses }: Explained): readonly (readonly [string, string])[] => [
  ['read', 'In plain words'],
  ...(everywhere.length > 0 ? [['everywhere', 'At every stage'] as const] : []),
  ...(ends.length > 0 ? [['ends', 'When it has ended'] as const] : []),
  ['flowchart', 'Flowchart'],
  ...(gaps.length + defaults.length > 0 ? [['left-open', 'What it leaves open'] as const] : []),
  ...(clauses.length > 0 ? [['clauses', 'Clause by clause'] as const] : []),
]

const further = (id: string, title: string, said: Explained['ends']): Html | false =>
  said.length > 0 && html`${section(id, title)}${readable(saidList(said))}`

function leftOpen({ gaps, defaults }: Explained): Html | false {
  if (gaps.length + defaults.length === 0) return false
  return html`${section('left-open', 'What the policy leaves open, and what Concordat does instead')}${readable(
    html`${
      gaps.length > 0 &&
      html`<p class="govuk-body">The text is silent, unfinished or unclear here. What stands in is Concordat’s default, not the policy’s rule.</p>${saidList(gaps, false)}`
    }${
      defaults.length > 0 &&
      details({
        summary: `Where it says nothing at all: ${defaults.length === 1 ? 'one rule' : `${defaults.length} rules`} of Concordat’s own`,
        body: saidList(defaults, false),
      })
    }`,
  )}`
}

/** When it was issued and reviewed, as the policy tells it. What brings the next review forward stands at its beginning. Source: LB-5. */
function history({ history: told }: AdoptedPolicy['policy']): Html | false {
  if (told.length === 0) return false
  return html`${section('history', 'History')}${readable(
    html`<ul class="govuk-list govuk-list--bullet">${told.map(({ date, what }) => html`<li>${plainDate(date)}: ${what}</li>`)}</ul>`,
  )}`
}

const section = (id: string, title: string): Html =>
  heading(2, title, { classes: 'govuk-heading-m govuk-!-margin-top-7', id })

const h3 = (id: string, text: string): Html => heading(3, text, { classes: 'govuk-heading-s', id })
