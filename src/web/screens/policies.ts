import type { AdoptedPolicy } from '../../app/app.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import { plainDate } from '../../domain/calendar/words.ts'
import { type Shown, show } from '../answers.ts'
import { html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { table } from '../html/table.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { reviewDue } from './policy-facts.ts'

/** The policies this partnership has adopted: anybody of it may read them. */
export const policies: Screen = [
  {
    method: 'GET',
    url: '/:partnership/policies',
    handle: async (ctx) => {
      const adopted = await ctx.app.policies.list(ctx.partnership)
      return show(listPage(ctx, adopted), { policies: adopted.map((one) => policyJson(ctx.partnership, one)) })
    },
  },
]

export function policyJson(partnership: string, { policy, adoptedAt }: AdoptedPolicy) {
  return {
    id: policy.id,
    title: policy.title,
    version: policy.version,
    hash: policy.hash,
    ...(adoptedAt === undefined ? {} : { adopted: dateAt(adoptedAt) }),
    url: urls.policy(partnership, policy.id),
  }
}

function listPage({ partnership }: SignedIn, adopted: readonly AdoptedPolicy[]): Shown {
  return {
    title: 'Policies',
    wide: true,
    body: html`${titleBlock({
      size: 'xl',
      title: 'Policies',
      lead: 'Each case goes by the policy it was raised under, as it was written then. These are in force now.',
    })}${
      adopted.length === 0
        ? html`<p class="govuk-body">No policy has been adopted yet, so no concern can be raised here.</p>`
        : table({
            caption: 'Policies in force',
            captionClasses: 'govuk-visually-hidden',
            firstCellIsHeader: true,
            stacked: true,
            head: [{ text: 'Policy' }, { text: 'Version' }, { text: 'Adopted' }, { text: 'Review due by' }],
            rows: adopted.map(({ policy, adoptedAt }) => {
              const due = reviewDue(policy, adoptedAt)
              return [
                { text: link({ text: policy.title, href: urls.policy(partnership, policy.id) }) },
                { text: String(policy.version) },
                { text: adoptedAt === undefined ? 'Not yet' : plainDate(dateAt(adoptedAt)) },
                { text: due === undefined ? 'The policy does not say' : plainDate(due) },
              ]
            }),
          })
    }`,
  }
}
