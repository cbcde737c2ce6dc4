import { Temporal } from 'temporal-polyfill'
import type { Rehearsing, WaitsFor } from '../../app/rehearsals.ts'
import { londonInstant } from '../../domain/calendar/london.ts'
import { whenWords } from '../../domain/calendar/words.ts'
import { tellingOf } from '../../domain/words/case-home.ts'
import { byWords } from '../../domain/words/case-when.ts'
import { dutyWords } from '../../domain/words/duty-words.ts'
import { small } from '../../domain/words/phrase-text.ts'
import { type Answer, invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import { button, buttonGroup } from '../html/button.ts'
import { dateInput } from '../html/date-input.ts'
import { heading } from '../html/heading.ts'
import { attributes, type Html, html } from '../html/html.ts'
import { input } from '../html/input.ts'
import { reasonList } from '../html/layout.ts'
import { link } from '../html/link.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { movedOn } from './sign-in-clock.ts'

const url = '/:partnership/rehearsal'

/** Inside a rehearsal: being each of the invented people in turn, and moving the clock on. Elsewhere there is no such page. */
export const rehearsalDesk: Screen = [
  {
    method: 'GET',
    url,
    handle: async (ctx) => {
      const { rehearsing } = ctx.app
      return rehearsing ? show(await page(ctx, rehearsing), await json(ctx, rehearsing)) : missing
    },
  },
  {
    method: 'POST',
    url: `${url}/person`,
    handle: async (ctx): Promise<Answer> => {
      const { rehearsing, sessions } = ctx.app
      if (!rehearsing) return missing
      const people = rehearsing.cast.map((one) => one.person)
      const person = ctx.form.choice('person', people, 'Choose who to be')
      if (person === undefined) return invalid(ctx.form, await page(ctx, rehearsing))
      const token = await sessions.begin(ctx.partnership, person)
      return seeOther(urls.home(ctx.partnership), {
        session: { begin: token, inside: ctx.partnership },
        json: { token, person },
      })
    },
  },
  {
    method: 'POST',
    url: `${url}/clock`,
    handle: async (ctx): Promise<Answer> => {
      const { rehearsing, clock } = ctx.app
      if (!rehearsing) return missing
      const to = await wanted(ctx, rehearsing)
      if (to !== undefined && to > farthest) ctx.form.fail('to', 'The clock goes on to the year 2099 and no further')
      if (to !== undefined && to <= clock.now())
        ctx.form.fail(ctx.form.typed('choice') === 'to' ? 'to' : 'choice', 'The clock only goes on, never back')
      if (!ctx.form.ok || to === undefined) return invalid(ctx.form, await page(ctx, rehearsing))
      const cases = await rehearsing.moveOn(to)
      return seeOther(urls.rehearsal(ctx.partnership), { json: { at: instantOf(clock.now()), cases } })
    },
  },
]

const farthest = Date.UTC(2100, 0, 1)
const steps = ['one-hour', 'next-working-day', 'next-due', 'to'] as const

/** The moment the form asks for; what is wrong with it stands on the form. */
async function wanted({ app, form }: SignedIn, rehearsing: Rehearsing): Promise<number | undefined> {
  const step = form.choice('choice', steps, 'Choose how far to move the clock')
  switch (step) {
    case undefined:
      return undefined
    case 'to': {
      const date = form.date('to', 'Enter the date to go to')
      const time = form.time('time') ?? '09:00'
      return date === undefined ? undefined : londonInstant(date, time).epochMilliseconds
    }
    case 'next-due': {
      const due = await rehearsing.nextDue()
      if (due === undefined) form.fail('choice', 'Nothing is due in this rehearsal. Raise a concern first')
      // A minute past it: then it is late.
      return due === undefined ? undefined : due + 60_000
    }
    default:
      return movedOn(app.clock.now(), step)
  }
}

const instantOf = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toString()

const json = async ({ app, partnership, viewer }: SignedIn, { of, policy, version, cast, nextDue }: Rehearsing) => {
  const due = await nextDue()
  return {
    partnership,
    of,
    policy,
    version,
    now: instantOf(app.clock.now()),
    ...(due === undefined ? {} : { nextDue: instantOf(due) }),
    you: viewer.person,
    cast,
  }
}

async function page(ctx: SignedIn, rehearsing: Rehearsing): Promise<Shown> {
  const { app, partnership, viewer } = ctx
  const now = Temporal.Instant.fromEpochMilliseconds(app.clock.now())
  const [due, waited] = await Promise.all([rehearsing.nextDue(), rehearsing.waitsFor()])
  return {
    title: 'The rehearsal',
    wide: true,
    body: html`${titleBlock({
      size: 'xl',
      title: 'The rehearsal',
      facts: [
        html`${link({ text: `${rehearsing.title}, version ${rehearsing.version}`, href: urls.policy(partnership, rehearsing.policy, rehearsing.version) })}`,
        html`It is <strong>${whenWords(now)}</strong>`,
        html`You are <strong>${viewer.name}</strong>, ${viewer.posts[0]?.title ?? ''}`,
      ],
      lead: 'Raise a concern as one person, then be another and see what needs them. Move the clock on to see dates come and pass.',
    })}${nextPart(ctx, rehearsing, waited)}${clockPart(ctx, due)}${beSomebody(ctx, rehearsing, waited)}`,
  }
}

/** Whose turn it is, and being that person. */
function nextPart(ctx: SignedIn, { cast, raiser }: Rehearsing, waited: readonly WaitsFor[]): Html {
  const { partnership: p, viewer } = ctx
  const mine = html`<p class="govuk-body">${link({ text: `What needs ${viewer.name} now`, href: urls.home(p) })}</p>`
  const next = waited.find((one) => one.instance.due !== undefined) ?? waited[0]
  const owers = new Set(
    waited.filter((one) => one.c === next?.c && one.instance.key === next.instance.key).map((one) => one.person),
  )
  const who =
    cast.find((one) => one.person === viewer.person && owers.has(one.person)) ??
    cast.find((one) => owers.has(one.person))
  if (!next || !who)
    return viewer.person === raiser
      ? html`${buttonGroup(button({ text: 'Raise a concern', href: urls.raise(p) }))}`
      : mine
  const words = `${owedWords(ctx, next)}.`
  if (who.person === viewer.person)
    return html`${heading(2, 'Next', { classes: 'govuk-heading-m' })}<p class="govuk-body">The next thing is owed by you: ${words}</p>${mine}`
  return html`${heading(2, 'Next', { classes: 'govuk-heading-m' })}<p class="govuk-body">The next thing is owed by <strong>${who.name}</strong>, ${small(who.post)}, ${who.agency}: ${words}</p><form method="post" action="${urls.rehearsal(p, 'person')}">${ctx.hidden()}${button({ text: `Be ${who.name}`, name: 'person', value: who.person })}</form>${mine}`
}

/** "reply to Carys Cole, by 5pm on Friday 10 April", said as to the one who owes it. */
function owedWords({ app }: SignedIn, { person, c, world, instance }: WaitsFor): string {
  const telling = tellingOf({ at: app.clock.now(), reader: person }, { c, world, instance })
  const said = dutyWords(telling, instance)
  const late = said.state.is === 'late'
  const by =
    instance.due === undefined ? '' : `, ${late ? 'was due ' : ''}by ${byWords(instance.due.at, app.clock.now())}`
  return `${small(said.order)}${by}${late ? `. ${said.state.text}` : ''}`
}

function beSomebody(ctx: SignedIn, { cast }: Rehearsing, waited: readonly WaitsFor[]): Html {
  const agencies = [...new Set(cast.map((one) => one.agency))]
  const about = (person: string): string => {
    const owed = waited.find((one) => one.person === person)
    const you = person === ctx.viewer.person ? 'You are this person now' : ''
    return [you, owed === undefined ? '' : `Owes: ${owedWords(ctx, owed)}`].filter((words) => words !== '').join('. ')
  }
  return html`${heading(2, 'Be somebody else', { classes: 'govuk-heading-m' })}<form method="post" action="${urls.rehearsal(ctx.partnership, 'person')}">${ctx.hidden()}${agencies.map(
    (agency, i) =>
      html`${heading(3, agency, { classes: 'govuk-heading-s govuk-!-margin-bottom-1' })}${reasonList(
        cast
          .filter((one) => one.agency === agency)
          .map(({ person, name, post }, k) => ({
            name: html`<button${attributes({ class: 'c-link-button govuk-link', name: 'person', value: person, id: i === 0 && k === 0 ? 'person' : undefined })}><span class="govuk-visually-hidden">Be </span>${name}</button>`,
            about: post,
            reason: about(person),
          })),
      )}`,
  )}</form>`
}

function clockPart(ctx: SignedIn, due: number | undefined): Html {
  const { form } = ctx
  const go = (text: string, value: (typeof steps)[number], id?: string) =>
    button({ text, name: 'choice', value, kind: 'secondary', id })
  return html`${heading(2, 'The clock', { classes: 'govuk-heading-m', id: 'clock' })}<form method="post" action="${urls.rehearsal(ctx.partnership, 'clock')}" novalidate>${ctx.hidden()}${
    due !== undefined && html`<p class="govuk-body">Next, something is due by ${byWords(due, ctx.app.clock.now())}.</p>`
  }${buttonGroup(
    due !== undefined && go('Go to just after that', 'next-due'),
    go('Go to 9am on the next working day', 'next-working-day', 'choice'),
    go('Go on one hour', 'one-hour'),
  )}${dateInput({
    id: 'to',
    namePrefix: 'to',
    legend: { text: 'Or go to a date', classes: 'govuk-fieldset__legend--s' },
    values: form.typedDate('to'),
    error: form.error('to') ?? form.error('choice'),
  })}${input({
    name: 'time',
    label: { text: 'At what time?' },
    hint: '9am unless you say',
    value: form.typed('time'),
    error: form.error('time'),
    classes: 'govuk-input--width-5',
  })}${go('Go there', 'to')}</form>`
}
