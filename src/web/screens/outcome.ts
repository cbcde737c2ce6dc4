import { dateWords } from '../../domain/calendar/words.ts'
import { personName } from '../../domain/case/world.ts'
import { possessive, whomAbout } from '../../domain/words/case-telling.ts'
import { type Answer, invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import type { Form } from '../form.ts'
import { button, buttonGroup } from '../html/button.ts'
import { heading } from '../html/heading.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { readable } from '../html/layout.ts'
import { link } from '../html/link.ts'
import { radios } from '../html/radios.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import { caseUrl, ofCase, query } from '../urls.ts'
import { type Asked, backToCase, captionOf } from './form-asked.ts'
import { askedBy } from './form-clause.ts'
import { hasSigned, type OutcomeState, outcomeState } from './outcome-state.ts'
import { differing, wordingsShown } from './outcome-words.ts'
import { entryRef } from './refs.ts'

/** Confirm what was agreed: mock-up 10. Nothing preselected; not agreeing is an answer of the same weight. Source: PG-4, C-15. */
export const outcome: Screen = [
  ...['outcome', 'outcome/:duty'].flatMap((noun) => {
    const url = `/:partnership/cases/:case/${noun}`
    const duty = (ctx: SignedIn) => (noun === 'outcome' ? undefined : ctx.param('duty'))
    return [
      { method: 'GET', url, handle: (ctx: SignedIn) => get(ctx, duty(ctx)) },
      { method: 'POST', url, handle: (ctx: SignedIn) => post(ctx, duty(ctx)) },
    ] as const
  }),
  // The same, found by the duty that asks for it.
  {
    method: 'GET',
    url: '/:partnership/cases/:case/acts/agree',
    handle: (ctx) => {
      const duty = ctx.query.typed('duty').split('·')[0] ?? ''
      return seeOther(
        duty === ''
          ? ofCase(ctx.partnership, ctx.param('case'), 'outcome')
          : ofCase(ctx.partnership, ctx.param('case'), 'outcome', duty),
      )
    },
  },
]

interface Standing {
  readonly asked: Asked
  readonly state: OutcomeState
}

async function ask(ctx: SignedIn, duty: string | undefined): Promise<Standing | undefined> {
  const view = await ctx.app.access.caseFor(ctx.asking, ctx.param('case'), 'to confirm what was agreed')
  const asked = view && { ctx, view, p: ctx.partnership }
  const state = asked && outcomeState(asked, duty)
  return asked && state ? { asked, state } : undefined
}

async function get(ctx: SignedIn, duty: string | undefined): Promise<Answer> {
  const found = await ask(ctx, duty)
  return found ? show(drawn(found, ctx.form), json(found.asked, found.state)) : missing
}

/** A choice writes nothing: each leads to its own page, where the words that are signed are seen first. */
async function post(ctx: SignedIn, duty: string | undefined): Promise<Answer> {
  const found = await ask(ctx, duty)
  if (!found) return missing
  const choice = ctx.form.text('choice', 'Choose what you want to do')
  const { state, asked } = found
  const at = (...nouns: readonly string[]) => ofCase(asked.p, asked.view.caseId, 'outcome', state.id, ...nouns)
  if (choice === 'propose') return seeOther(at('words'))
  if (choice === 'no') return seeOther(at('refusal'))
  const signed = state.wordings.find((one) => choice === `sign-${entryRef(asked.view, one.seq)}`)
  if (signed) return seeOther(at('signature') + query({ proposal: entryRef(asked.view, signed.seq) }))
  ctx.form.fail('choice', 'Choose what you want to do')
  return invalid(ctx.form, drawn(found, ctx.form))
}

function drawn({ asked, state }: Standing, form: Form): Shown {
  const { ctx, view, p } = asked
  const { policy } = view.world
  const act = state.instance.duty?.act
  const words = act?.verb === 'agree' ? act.words : 'outcome'
  const title = words.includes('outcome') ? 'Confirm what was agreed' : `Agree the ${words.replace(/^(the|a|an) /, '')}`
  const body = html`${titleBlock({ caption: captionOf(view), title, lead: lead(asked, state) })}${wordingsShown(asked, state)}${readable(
    html`${askedBy(policy, state.instance.duty?.cites ?? [], p)}${meanwhile(asked)}${
      state.mine
        ? html`<form method="post" novalidate>${ctx.hidden(view.c.version)}${choices({ asked, state }, form)}${buttonGroup(
            button({ text: 'Continue' }),
            link({ text: `Back to case ${view.c.number}`, href: caseUrl(p, view.caseId) }),
          )}</form>`
        : html`<p class="govuk-body">There is nothing here for you to sign.</p>`
    }`,
  )}`
  return { title, body, wide: true, back: backToCase(asked) }
}

/** How many differences there are, or whose words there are to sign. */
function lead(asked: Asked, state: OutcomeState): Html | string {
  const { view } = asked
  if (!state.mine && state.instance.status === 'done') return 'Both sides have signed the same words.'
  const places = differing(asked, state)
  const close = view.c.end
    ? 'The case closes when every side has signed the same words and everything is done.'
    : 'It counts when every side has signed the same words.'
  if (places === 0) return html`<strong>The words are the same.</strong> Sign one of them. ${close}`
  if (places !== undefined)
    return html`Each side wrote down what was agreed. <strong>They differ in ${places === 1 ? 'one place' : `${places} places`}.</strong> ${close}`
  if (state.theirs.length > 0)
    return html`The other side wrote down what was agreed. <strong>You sign their words, or write your own.</strong> ${close}`
  if (state.ours)
    return `Your words wait for the other side${hasSigned(asked, state.ours) ? '' : ', and for your own signature'}. ${close}`
  return `Nobody has written down what was agreed. One side does, and the other signs or says what it would change. ${close}`
}

function meanwhile({ view }: Asked): Html {
  const now = view.c.arrangement
  if (!now || view.c.subject.kind === 'theme') return nothing
  const until = now.until === undefined ? '' : `, until ${dateWords(now.until)}`
  return html`${heading(
    2,
    `${possessive(whomAbout(view.c))} safety meanwhile`.replace(/^./, (first) => first.toUpperCase()),
    { classes: 'govuk-heading-m' },
  )}<p class="govuk-body">${now.words} ${personName(view.world, now.answersFor)} answers for it${until}.</p>`
}

function choices({ asked, state }: Standing, form: Form): Html {
  const { view } = asked
  const todo = view.c.outstanding.filter((one) => !one.done).length
  const follow = todo === 0 ? '' : ` Then ${todo === 1 ? 'one thing is' : `${todo} things are`} followed up.`
  const sign = state.wordings
    .filter((one) => !hasSigned(asked, one))
    .map((one) =>
      one.agency === view.part.agency
        ? {
            value: `sign-${entryRef(view, one.seq)}`,
            text: 'Sign your own words',
            hint: 'The other side is asked to sign the same',
          }
        : {
            value: `sign-${entryRef(view, one.seq)}`,
            text:
              state.theirs.length === 1
                ? 'Confirm their words'
                : `Confirm the words of ${view.world.directory.agencies[one.agency]?.name ?? one.agency}`,
            hint: `You then hold the same words.${follow}`,
          },
    )
  const stays =
    view.c.end?.end === 'decided'
      ? 'The decision stands, and your disagreement is put on the record'
      : view.c.end
        ? 'The case opens again at the stage it was in, and you may take it further'
        : 'The case stays open, the deadline still counts, and you may take it further'
  const propose = {
    value: 'propose',
    text: state.ours ? 'Propose one text for both sides to sign' : 'Write down what was agreed',
    hint: state.ours
      ? 'Starts from your words. They are asked to sign it or change it'
      : 'They are asked to sign it or change it',
  }
  return radios({
    name: 'choice',
    legend: {
      text: html`<h2 class="govuk-fieldset__heading">What do you want to do?</h2>`,
      classes: 'govuk-fieldset__legend--m',
    },
    error: form.error('choice'),
    value: form.typed('choice'),
    items: [
      propose,
      ...sign,
      { divider: 'or' },
      { value: 'no', text: 'We do not agree what we agreed', hint: `That is a proper answer. ${stays}` },
    ],
  })
}

const json = ({ view }: Asked, state: OutcomeState): unknown => ({
  duty: state.id,
  yours: state.mine,
  wordings: state.wordings.map(({ seq, agency, lines, outstanding, confirmed }) => ({
    ref: entryRef(view, seq),
    agency,
    lines,
    outstanding,
    signedBy: confirmed.map((one) => one.agency),
  })),
})
