import type { Sample } from '../../app/app.ts'
import { invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import { heading } from '../html/heading.ts'
import { attributes, type Html, html } from '../html/html.ts'
import { reasonList } from '../html/layout.ts'
import { link } from '../html/link.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Ctx, Screen } from '../screen.ts'
import * as urls from '../urls.ts'
import { clockForm, clockLine, sampleClock } from './sign-in-clock.ts'

/**
 * Signing in. One press in the sample place; a real one comes with a later version, and this page then says so.
 * Every press begins a new session and ends the one before.
 */
export const signIn: Screen = [
  { method: 'GET', url: '/sign-in', access: 'open', handle: (ctx) => show(signInPage(ctx), castJson(ctx.app.sample)) },
  {
    method: 'POST',
    url: '/sign-in',
    access: 'open',
    exists: (app) => app.sample !== undefined,
    handle: async (ctx) => {
      const { sample, sessions } = ctx.app
      if (!sample) return missing
      const person = ctx.form.choice(
        'person',
        sample.cast.map((one) => one.person),
        'Choose who to sign in as',
      )
      if (person === undefined) return invalid(ctx.form, signInPage(ctx))
      if (ctx.token !== undefined) await sessions.end(ctx.token)
      const token = await sessions.begin(sample.partnership, person)
      const next = ownPath(ctx.form.typed('next')) ?? urls.home(sample.partnership)
      return seeOther(next, {
        session: { begin: token },
        created: true,
        json: { token, partnership: sample.partnership },
      })
    },
  },
  {
    method: 'POST',
    url: '/sign-out',
    access: 'open',
    handle: async (ctx) => {
      if (ctx.token !== undefined) await ctx.app.sessions.end(ctx.token)
      return seeOther(urls.signIn, { session: 'end', json: { ok: true } })
    },
  },
  ...sampleClock,
]

/** An address of this site to go on to, or nothing: never another site's. */
export function ownPath(path: string): string | undefined {
  return /^\/[\w-][\w/-]{0,300}$/.test(path) && !path.includes('//') ? path : undefined
}

function signInPage(ctx: Ctx): Shown {
  const { sample } = ctx.app
  return {
    title: 'Sign in',
    ...(sample ? { wide: true } : {}),
    body: sample ? castBody(ctx, sample) : noneBody,
  }
}

const noneBody = html`${titleBlock({
  title: 'Sign in',
  lead: 'Signing in to a real place arrives with a later version of Concordat.',
})}<p class="govuk-body">This installation holds no sample place either, so there is nobody to sign in as. You can ${link({ text: 'work out a deadline', href: urls.calculator })}, or see ${link({ text: 'how it works', href: urls.help })}.</p>`

function castBody(ctx: Ctx, sample: Sample): Html {
  const next = ownPath(ctx.query.typed('next') || ctx.form.typed('next'))
  const agencies = [...new Set(sample.cast.map(({ agency }) => agency))]
  return html`${titleBlock({
    size: 'xl',
    title: 'Sign in to the sample place',
    lead: 'Everybody here is invented. Press a name, look around, sign out, and come back as the other side.',
  })}${clockLine(ctx)}<form method="post" action="${urls.signIn}">${ctx.hidden()}${
    next !== undefined && html`<input${attributes({ type: 'hidden', name: 'next', value: next })}>`
  }${agencies.map(
    (agency, i) =>
      html`${heading(2, agency, { classes: 'govuk-heading-m' })}${reasonList(
        sample.cast
          .filter((one) => one.agency === agency)
          .map(({ person, name, post, comesFor }, k) => ({
            name: html`<button${attributes({
              class: 'c-link-button govuk-link',
              name: 'person',
              value: person,
              id: i === 0 && k === 0 ? 'person' : undefined,
            })}><span class="govuk-visually-hidden">Sign in as </span>${name}</button>`,
            about: post,
            reason: comesFor,
          })),
      )}`,
  )}</form>${clockForm(ctx)}`
}

function castJson(sample: Sample | undefined): unknown {
  return sample ? { partnership: sample.partnership, cast: sample.cast } : { cast: [] }
}
