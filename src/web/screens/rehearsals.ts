import { dateAt } from '../../domain/calendar/london.ts'
import { plainDate } from '../../domain/calendar/words.ts'
import { type Answer, invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import { button } from '../html/button.ts'
import { heading } from '../html/heading.ts'
import { html } from '../html/html.ts'
import { radios } from '../html/radios.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'

/** Where a rehearsal is begun and gone back to. What happens in one is in `rehearsal-desk.ts`. */
export const rehearsals: Screen = [
  {
    method: 'GET',
    url: '/:partnership/rehearsals',
    exists: (app) => app.rehearsals !== undefined,
    handle: async (ctx) => {
      const mine = await ctx.app.rehearsals?.mine(ctx.asking)
      return mine ? show(await page(ctx), { rehearsals: mine }) : missing
    },
  },
  {
    method: 'POST',
    url: '/:partnership/rehearsals',
    exists: (app) => app.rehearsals !== undefined,
    handle: async (ctx): Promise<Answer> => {
      const { app, form } = ctx
      if (!app.rehearsals) return missing
      const draft = form.text('draft', undefined, 100)
      const policy = form.text('policy', draft === '' ? 'Choose the policy to rehearse' : undefined, 200)
      const [, id = '', version = ''] = /^(.+)\/(\d+)$/.exec(policy) ?? []
      if (draft === '' && policy !== '' && id === '') form.fail('policy', 'Choose one of the policies')
      if (!form.ok) return invalid(form, await page(ctx))
      const begun = await app.rehearsals.begin(
        ctx.asking,
        draft === '' ? { policy: id, version: Number(version) } : { draft },
      )
      if (begun) return entered(begun.partnership, begun.token)
      form.fail(
        'policy',
        'This policy cannot be rehearsed: the check finds errors in it, or you have begun very many today',
      )
      return invalid(form, await page(ctx))
    },
  },
  {
    method: 'POST',
    url: '/:partnership/rehearsals/:rehearsal',
    exists: (app) => app.rehearsals !== undefined,
    handle: async (ctx): Promise<Answer> => {
      const inside = ctx.param('rehearsal')
      const token = await ctx.app.rehearsals?.join(ctx.asking, inside)
      return token === undefined ? missing : entered(inside, token)
    },
  },
]

const entered = (partnership: string, token: string): Answer =>
  seeOther(urls.rehearsal(partnership), {
    created: true,
    session: { begin: token, inside: partnership },
    json: { partnership, token },
  })

async function page(ctx: SignedIn): Promise<Shown> {
  const { app, form, partnership } = ctx
  const [mine, policies] = await Promise.all([app.rehearsals?.mine(ctx.asking) ?? [], app.policies.list(partnership)])
  return {
    title: 'Rehearse a policy',
    back: { text: 'Policies', href: urls.policies(partnership) },
    body: html`${titleBlock({
      title: 'Rehearse a policy',
      lead: 'A made-up case with invented people, in the same pages as a real one. You can be each of them, and move the clock on. Nothing of it stands in the register, and nobody is told.',
    })}<form method="post" novalidate>${ctx.hidden()}${radios({
      name: 'policy',
      legend: { text: 'Which policy?', classes: 'govuk-fieldset__legend--s' },
      value: form.typed('policy') || ctx.query.typed('policy'),
      error: form.error('policy'),
      items: policies.map(({ policy }) => ({
        value: `${policy.id}/${policy.version}`,
        text: `${policy.title}, version ${policy.version}`,
      })),
    })}${button({ text: 'Begin a rehearsal' })}</form>${
      mine.length > 0 &&
      html`${heading(2, 'Go on with one', { classes: 'govuk-heading-m' })}<ul class="govuk-list">${mine.map(
        (one) =>
          html`<li><form method="post" action="${urls.rehearsals(partnership)}/${one.id}">${ctx.hidden()}<button class="c-link-button govuk-link">${one.title}, version ${one.version}</button> <span class="c-muted">begun ${plainDate(dateAt(one.began))}; there it is ${plainDate(dateAt(one.clock))}</span></form></li>`,
      )}</ul>`
    }`,
  }
}
