import type { ReplayReport } from '../../app/replay-cases.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { differencesWords } from '../../domain/words/replay-words.ts'
import { missing, type Shown, show } from '../answers.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { table } from '../html/table.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'

/** Past cases under a draft: what would have been otherwise, counted and listed. For those who keep the whole partnership's policies. */
export const policyReplay: Screen = [
  {
    method: 'GET',
    url: '/:partnership/policy-drafts/:draft/replay',
    handle: async (ctx) => {
      const { policyLife } = ctx.app
      const draft = await policyLife.draft(ctx.asking, ctx.param('draft'))
      if (!draft) return missing
      const read = await policyLife.read(ctx.partnership, draft.text)
      if (!read.ok) return show(unreadable(ctx))
      const report = await policyLife.replay(ctx.asking, draft.id)
      return report ? show(page(ctx, read.policy, report), report) : missing
    },
  },
]

/** Somebody saved it with errors since the link was there to follow. */
function unreadable(ctx: SignedIn): Shown {
  const title = 'Past cases under this draft'
  return {
    title,
    back: { text: 'The draft', href: urls.policyDraft(ctx.partnership, ctx.param('draft')) },
    body: titleBlock({ title, lead: 'The check finds errors in this draft. Mend them first.' }),
  }
}

function page(ctx: SignedIn, policy: Policy, report: ReplayReport): Shown {
  const { cases, differing, replayed, unnamed } = report
  return {
    title: `Past cases under version ${policy.version}`,
    wide: true,
    back: { text: 'The draft', href: urls.policyDraft(ctx.partnership, ctx.param('draft')) },
    body: html`${titleBlock({
      caption: policy.title,
      title: `Past cases under version ${policy.version}`,
      lead: 'Every case raised under this policy was lived again: the same people did the same things at the same times, and this draft answered. Nothing was changed.',
    })}${
      cases === 0
        ? html`<p class="govuk-body">No case has been raised under this policy yet.</p>`
        : html`<p class="govuk-body">${differing === 0 ? (cases === 1 ? 'The one case' : `None of the ${cases} cases`) : html`<strong>${String(differing)}</strong> of ${String(cases)} ${cases === 1 ? 'case' : 'cases'}`} would ${cases === 1 && differing === 0 ? 'not ' : ''}have gone differently.${unnamed > 0 && ` ${unnamed} of them ${unnamed === 1 ? 'is' : 'are'} not on your register, and only counted.`}</p>`
    }${differing > 0 && counted(report)}${replayed.map((one) => listed(one, policy))}`,
  }
}

const rows: readonly (readonly [keyof ReplayReport['counts'], string])[] = [
  ['date', 'Another date'],
  ['duty', 'Something owed, or no longer owed'],
  ['notice', 'Somebody told, or no longer told'],
  ['late', 'Late, or no longer late'],
  ['panel', 'A panel that would have been refused'],
  ['refusal', 'Something done that would have been refused'],
  ['outcome', 'Another outcome'],
]

const counted = ({ counts }: ReplayReport): Html =>
  table({
    caption: 'How often',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'What would differ' }, { text: 'How often', format: 'numeric' }],
    rows: rows
      .filter(([kind]) => counts[kind] > 0)
      .map(([kind, words]) => [{ text: words }, { text: String(counts[kind]), format: 'numeric' }]),
  })

const listed = ({ number, version, differences }: ReplayReport['replayed'][number], policy: Policy): Html =>
  html`${heading(2, `Case ${number}`, { classes: 'govuk-heading-m' })}<p class="govuk-body-s">Raised under version ${String(version)}.</p><ul class="govuk-list govuk-list--bullet">${differencesWords(differences, policy).map((words) => html`<li>${words}</li>`)}</ul>`
