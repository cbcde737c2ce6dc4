import { dateAt } from '../../domain/calendar/london.ts'
import { type Answer, invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import { button } from '../html/button.ts'
import { dateInput } from '../html/date-input.ts'
import { html } from '../html/html.ts'
import { radios } from '../html/radios.ts'
import { textarea } from '../html/textarea.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'

const kinds = ['called', 'held'] as const
const url = '/:partnership/policies/:policy/review'

/** Calling a review before its date, with the reason, or recording one and when the next is due. For those who keep policies. Source: LB-5, SM-11. */
export const policyReview: Screen = [
  {
    method: 'GET',
    url,
    handle: async (ctx) => {
      const adopted = await inForce(ctx)
      return adopted ? show(page(ctx, adopted.policy.title)) : missing
    },
  },
  {
    method: 'POST',
    url,
    handle: async (ctx): Promise<Answer> => {
      const adopted = await inForce(ctx)
      if (!adopted) return missing
      const { policy } = adopted
      const { form } = ctx
      const kind = form.choice('kind', kinds, 'Say whether you call a review or record one')
      const reason = form.text(
        'reason',
        kind === 'held' ? 'Say what came of the review' : 'Say why it is needed now',
        2000,
      )
      const nextOn = form.date('next', kind === 'held' ? 'Enter when the next review is due' : undefined)
      const today = dateAt(ctx.app.clock.now())
      if (kind === 'held' && nextOn !== undefined && nextOn <= today) form.fail('next', 'Enter a date after today')
      if (!form.ok || kind === undefined) return invalid(form, page(ctx, policy.title))
      const about = { policy: policy.id, version: policy.version }
      const done =
        kind === 'called'
          ? await ctx.app.policyLife.callReview(ctx.asking, { ...about, reason })
          : await ctx.app.policyLife.holdReview(ctx.asking, { ...about, outcome: reason, nextOn: nextOn ?? '' })
      if (done) return seeOther(urls.policyHistory(ctx.partnership, policy.id))
      form.fail('kind', `This policy is the whole partnership’s: whoever keeps policies at the Board reviews it`)
      return invalid(form, page(ctx, policy.title))
    },
  },
]

const inForce = async (ctx: SignedIn) =>
  ctx.viewer.keeps.length === 0 ? undefined : ctx.app.policies.get(ctx.partnership, ctx.param('policy'))

function page(ctx: SignedIn, title: string): Shown {
  const { form } = ctx
  return {
    title: `Review of ${title}`,
    back: { text: 'History', href: urls.policyHistory(ctx.partnership, ctx.param('policy')) },
    body: html`${titleBlock({
      title: `Review of ${title}`,
      lead: 'A review can be called before its date when something new is known.',
    })}<form method="post" novalidate>${ctx.hidden()}${radios({
      name: 'kind',
      legend: { text: 'What do you want to do?', classes: 'govuk-fieldset__legend--s' },
      value: form.typed('kind'),
      error: form.error('kind'),
      items: [
        {
          value: 'called',
          text: 'Call a review now',
          hint: 'Everybody who keeps policies is reminded until it is held',
        },
        { value: 'held', text: 'Record that a review was held' },
      ],
    })}${textarea({
      name: 'reason',
      label: { text: 'Why is it needed now, or what came of it?', classes: 'govuk-label--s' },
      hint: 'It stands in the policy’s history, which everybody here can read. Leave out names',
      value: form.typed('reason'),
      error: form.error('reason'),
    })}${dateInput({
      id: 'next',
      namePrefix: 'next',
      legend: { text: 'If it was held, when is the next review due?', classes: 'govuk-fieldset__legend--s' },
      hint: 'Leave this empty if you call one',
      values: form.typedDate('next'),
      error: form.error('next'),
    })}${button({ text: 'Put this in the history' })}</form>`,
  }
}
