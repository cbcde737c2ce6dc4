import type { Adoption, PolicyHistory, PolicyReview } from '../../app/policy-life.ts'
import { plural } from '../../domain/calendar/length.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import { dateWords, plainDate } from '../../domain/calendar/words.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { missing, type Shown, show } from '../answers.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { table } from '../html/table.ts'
import { tag } from '../html/tag.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { reminderList } from './policy-reminders.ts'

/** Who brought each version of a policy into force, when it was reviewed, and what it tells of itself. Source: RSG-8, LB-5. */
export const policyHistory: Screen = [
  {
    method: 'GET',
    url: '/:partnership/policies/:policy/history',
    handle: async (ctx) => {
      const { app, partnership } = ctx
      const id = ctx.param('policy')
      const [history, versions, reminders] = await Promise.all([
        app.policyLife.history(partnership, id),
        app.policies.versions(partnership),
        app.policyLife.reminders(partnership),
      ])
      const newest = versions.findLast((one) => one.policy.id === id)?.policy
      if (!history || !newest) return missing
      const due = reminders.filter((one) => one.policy === id)
      return show(page(ctx, newest, history, reminderList(partnership, due)), { ...history, reminders: due })
    },
  },
]

function page(ctx: SignedIn, policy: Policy, { adoptions, reviews }: PolicyHistory, due: Html | false): Shown {
  // The whole partnership's is reviewed by whoever keeps policies at the Board, an agency's own by that agency.
  const last = adoptions.at(-1)
  const mayReview = ctx.viewer.keeps.some((post) => post.agency === undefined || post.agency === last?.agency)
  return {
    title: `History of ${policy.title}`,
    wide: true,
    back: { text: policy.title, href: urls.policy(ctx.partnership, policy.id) },
    body: html`${titleBlock({
      title: `History of ${policy.title}`,
      lead: 'Every version that has been in force, who signed it, and every review. A case goes by the version it was raised under.',
    })}${due && html`${heading(2, 'What it needs now', { classes: 'govuk-heading-m' })}${due}`}${
      mayReview &&
      html`<p class="govuk-body">${link({ text: 'Call a review, or record one', href: urls.policyReview(ctx.partnership, policy.id) })}</p>`
    }${adopted(ctx, adoptions)}${reviewed(reviews)}${ownHistory(policy)}`,
  }
}

const adopted = (ctx: SignedIn, adoptions: PolicyHistory['adoptions']): Html =>
  table({
    caption: 'Every version, the newest first',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    stacked: true,
    head: ['Version', 'In force', 'Signed by', 'For whose cases', 'Review due by', 'What the check found'].map(
      (text) => ({ text }),
    ),
    rows: adoptions
      .toReversed()
      .map((one) => [
        { text: link({ text: `Version ${one.version}`, href: urls.policy(ctx.partnership, one.policy, one.version) }) },
        { text: inForce(ctx, adoptions, one) },
        { text: signedBy(one) },
        { text: one.agency === undefined ? 'Everybody’s' : `Those that ${one.onBehalfOf} raises` },
        { text: one.reviewOn === undefined ? 'Not said' : plainDate(one.reviewOn) },
        { text: checkSaid(one) },
      ]),
  })

/** From when, and until which version of the same agency's came after it. */
function inForce({ app }: SignedIn, adoptions: PolicyHistory['adoptions'], one: Adoption): Html {
  const now = app.clock.now()
  const after = adoptions.find((other) => other.agency === one.agency && other.starts > one.starts)
  return html`From ${plainDate(dateAt(one.starts))}${
    after !== undefined
      ? html`, until version ${after.version} on ${plainDate(dateAt(after.starts))}`
      : one.starts <= now && html` ${tag('In force now')}`
  }`
}

function signedBy(one: Adoption & { readonly byName: string }): Html {
  const who = [one.byName || 'Came with the place', one.signedAs].filter((words) => words !== '').join(', ')
  return html`${who}${one.onBehalfOf && html`, on behalf of ${one.onBehalfOf}`}, on ${plainDate(dateAt(one.adopted))}`
}

function checkSaid({ findings, reason }: Adoption): Html | string {
  if (!findings) return 'It was adopted before checks were kept here'
  const warnings = findings.warnings === 0 ? 'no warning' : plural(findings.warnings, 'warning')
  const warned = `No errors, ${warnings}`
  return reason === undefined ? warned : html`${warned}. Adopted because: ${reason}`
}

function reviewed(reviews: readonly (PolicyReview & { readonly byName: string })[]): Html {
  return html`${heading(2, 'Reviews', { classes: 'govuk-heading-m' })}${
    reviews.length === 0
      ? html`<p class="govuk-body">None yet.</p>`
      : html`<ul class="govuk-list govuk-list--bullet">${reviews
          .toReversed()
          .map((one) => html`<li>${reviewWords(one)}</li>`)}</ul>`
  }`
}

function reviewWords({
  kind,
  told,
  byName,
  version,
  reason,
  nextOn,
}: PolicyReview & { readonly byName: string }): string {
  const on = plainDate(dateAt(told))
  if (kind === 'reported') return `${on}: ${byName} reported the register, under version ${version}, to ${reason}`
  return kind === 'called'
    ? `${on}: ${byName} called a review of version ${version}, because: ${reason}`
    : `${on}: ${byName} recorded a review of version ${version}. What came of it: ${reason}${nextOn === undefined ? '' : `. The next is due by ${dateWords(nextOn)}`}`
}

const ownHistory = ({ history }: Policy): Html | false =>
  history.length > 0 &&
  html`${heading(2, 'What the policy tells of itself', { classes: 'govuk-heading-m' })}<ul class="govuk-list govuk-list--bullet">${history.map(({ date, what }) => html`<li>${plainDate(date)}: ${what}</li>`)}</ul>`
