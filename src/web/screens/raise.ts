import type { RunResult } from '../../app/app.ts'
import { type Answer, invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import { audienceLine } from '../html/audience-line.ts'
import { button, buttonGroup } from '../html/button.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import { cases, caseUrl, directory, home, raiseStep, raise as raiseUrl } from '../urls.ts'
import { savedWords, typedFields } from './form-draft.ts'
import { readFields } from './form-read.ts'
import { showField } from './form-show.ts'
import { later } from './form-write.ts'
import { recordAdvice } from './raise-advice.ts'
import { ownPolicies, type RaiseAt, raiseAt, subjectOf } from './raise-at.ts'
import { checkPage } from './raise-check.ts'
import { withAnswers } from './raise-draft.ts'
import { lacking, raiseInput } from './raise-input.ts'
import type { Step } from './raise-step.ts'
import { counted, isKnown, raiseSteps } from './raise-steps.ts'
import { partsOf, placeOf, shownTogether, stepAt } from './raise-together.ts'

/** Raising a concern: one question or a few that belong together to a page, a private draft saved at each, nothing sent until the last. Mock-ups 04a to 04c. */
export const raise: Screen = [
  { method: 'GET', url: '/:partnership/raise', handle: async (ctx) => firstPage(await begun(ctx)) },
  { method: 'POST', url: '/:partnership/raise', handle: (ctx) => (ctx.json ? sendWhole(ctx) : answerFirst(ctx)) },
  {
    method: 'GET',
    url: '/:partnership/raise/:draft',
    handle: async (ctx) =>
      (await opened(ctx)) ? seeOther(raiseStep(ctx.partnership, ctx.param('draft'), 'danger')) : missing,
  },
  { method: 'GET', url: '/:partnership/raise/:draft/:step', handle: showStep },
  { method: 'POST', url: '/:partnership/raise/:draft/:step', handle: answerStep },
]

interface Opened {
  readonly r: RaiseAt
  readonly steps: readonly Step[]
}

async function begun(ctx: SignedIn): Promise<Opened> {
  const r = await raiseAt(ctx, typedFields(ctx.form))
  return { r, steps: raiseSteps(r, await ownPolicies(ctx.app, r)) }
}

async function opened(ctx: SignedIn): Promise<Opened | undefined> {
  const draft = await ctx.app.access.drafts.get(ctx.asking, ctx.param('draft'))
  if (draft?.kind !== 'raise') return undefined
  const r = await raiseAt(ctx, draft.fields, draft)
  return { r, steps: raiseSteps(r, await ownPolicies(ctx.app, r)) }
}

function firstPage({ r, steps }: Opened): Answer {
  const [step] = steps
  return step ? show(drawn(r, steps, step, r.ctx.form)) : missing
}

/** The first answer makes the draft. */
async function answerFirst(ctx: SignedIn): Promise<Answer> {
  const { r, steps } = await begun(ctx)
  const [step] = steps
  if (!step) return missing
  readFields(step.fields, ctx.form)
  if (!ctx.form.ok) return invalid(ctx.form, drawn(r, steps, step, ctx.form))
  const draft = await ctx.app.access.drafts.save(ctx.asking, {
    kind: 'raise',
    fields: withAnswers({}, step.fields, ctx.form, step.id),
  })
  return seeOther(raiseStep(ctx.partnership, draft.id, nextOf(steps, step)))
}

async function showStep(ctx: SignedIn): Promise<Answer> {
  const found = await opened(ctx)
  if (!found) return missing
  const { r, steps } = found
  if (ctx.param('step') === 'check' && isKnown(r) && r.draft) return show(checkPage(r, steps, r.draft))
  const step = stepAt(steps, ctx.param('step'))
  return step ? show(drawn(r, steps, step, r.form)) : missing
}

async function answerStep(ctx: SignedIn): Promise<Answer> {
  const found = await opened(ctx)
  // Sent twice: the draft went with the first sending, and the case is among one's cases.
  if (!found && ctx.param('step') === 'check') return seeOther(cases(ctx.partnership))
  if (!found?.r.draft) return missing
  const { r, steps } = found
  const { draft } = found.r
  if (ctx.param('step') === 'check') return send(found)
  const step = stepAt(steps, ctx.param('step'))
  if (!step) return missing
  const { form } = ctx
  // Kept first, whatever is wrong with it: nothing typed is ever lost.
  const fields = withAnswers(draft.fields, step.fields, form, step.id)
  await ctx.app.access.drafts.save(ctx.asking, { id: draft.id, kind: 'raise', fields })
  if (form.flag('later')) return seeOther(home(ctx.partnership))
  readFields(step.fields, form)
  step.check?.(form)
  if (!form.ok) return invalid(form, drawn(r, steps, step, form))
  const now = await raiseAt(ctx, fields, draft)
  const after = raiseSteps(now, await ownPolicies(ctx.app, now))
  return seeOther(
    raiseStep(
      ctx.partnership,
      draft.id,
      ctx.query.typed('back') === 'check' ? backToCheck(now, after, step) : nextOf(after, step),
    ),
  )
}

/** A change may open questions of its own: they come before the answers are shown again. */
const backToCheck = (r: RaiseAt, steps: readonly Step[], step: Step): string => {
  const rest = steps.slice(placeOf(steps, step.id) + 1)
  return rest.find((one) => one.fields.length > 0 && lacking(r, one).length > 0)?.id ?? 'check'
}

const nextOf = (steps: readonly Step[], step: Step): string => steps[placeOf(steps, step.id) + 1]?.id ?? 'check'

async function send({ r, steps }: Opened): Promise<Answer> {
  const { ctx, draft } = r
  if (!isKnown(r) || !draft) return missing
  for (const step of steps.flatMap(partsOf))
    for (const one of lacking(r, step))
      ctx.form.fail(one.field, `${step.title}: ${one.words.charAt(0).toLowerCase()}${one.words.slice(1)}`)
  if (!ctx.form.ok) return invalid(ctx.form, checkPage(r, steps, draft))
  const result = await ctx.raise({ policy: r.world.policy.id, command: raiseInput(r), draft: draft.id })
  if (result.ok) await recordAdvice(r, result)
  return done(r, result, checkPage(r, steps, draft))
}

/** The API sends everything at once, by the same names as the pages. */
async function sendWhole(ctx: SignedIn): Promise<Answer> {
  const { r, steps } = await begun(ctx)
  const asked = steps.filter((step) => step.fields.length > 0)
  for (const step of asked) {
    readFields(step.fields, ctx.form)
    step.check?.(ctx.form)
  }
  if (!isKnown(r)) {
    if (ctx.form.ok) ctx.form.fail('policy', 'Choose the policy')
    return invalid(ctx.form, { title: 'Raise a concern', body: html`` })
  }
  if (!ctx.form.ok) return invalid(ctx.form, { title: 'Raise a concern', body: html`` })
  const result = await ctx.raise({ policy: r.world.policy.id, command: raiseInput(r) })
  if (result.ok) await recordAdvice(r, result)
  return done(r, result)
}

const done = ({ ctx, draft }: RaiseAt, result: RunResult, again?: Shown): Answer =>
  ctx.done(result, {
    to: (caseId) => caseUrl(ctx.partnership, caseId),
    created: true,
    ...(again ? { again } : {}),
    ...(draft
      ? {
          instead: [
            { text: 'Change your answers', href: raiseStep(ctx.partnership, draft.id, 'check') },
            {
              text: 'Find somebody to talk to',
              href: directory(ctx.partnership),
              what: 'The directory has each agency’s people and the Board’s office.',
            },
          ],
          saved: `${savedWords(draft.saved)} as your private draft.`,
          back: { text: 'Check your answers', href: raiseStep(ctx.partnership, draft.id, 'check') },
        }
      : {}),
  })

/** One question: mock-up 04b. */
function drawn(r: RaiseAt, steps: readonly Step[], step: Step, form: SignedIn['form']): Shown {
  const { ctx, draft } = r
  const name = isKnown(r) && step.id !== 'danger' ? subjectOf(r).name : ''
  const count = step.id === 'danger' ? undefined : counted(steps, step.id)
  const caption = [name, count].filter((part) => part !== undefined && part !== '').join('. ')
  const [only] = step.fields.length === 1 ? step.fields : []
  const alone = only !== undefined && only.label === step.title && step.lead === undefined
  const head = alone
    ? html`${caption !== '' && html`<span class="govuk-caption-l">${caption}</span>`}`
    : titleBlock({ title: step.title, lead: step.lead, ...(caption === '' ? {} : { caption }) })
  const fields = step.parts
    ? shownTogether(step.parts).map((part) => partOf(step, part, form))
    : fieldsOf(step, form, alone)
  const place = placeOf(steps, step.id)
  const before = place > 0 ? steps[place - 1] : undefined
  const isFirst = step.id === 'danger'
  const body = html`${head}${step.before}<form method="post" novalidate>${ctx.hidden()}${fields}${!isFirst && step.after}${buttonGroup(
    button({ text: step.button ?? 'Save and continue' }),
    !isFirst && step.fields.length > 0 && later,
  )}${draft && !isFirst && audienceLine({ isForBoth: false, text: `${savedWords(draft.saved)}. Only you can read it until you send it.` })}</form>${isFirst && step.after}`
  return { title: step.title, body, back: { text: 'Back', href: backHref(r, before) } }
}

function fieldsOf(step: Step, form: SignedIn['form'], alone: boolean): readonly Html[] {
  return step.fields.map((field) =>
    showField(
      field,
      form,
      alone ? 'page' : field.label === step.title ? 'heard' : step.fields.length === 1 ? 'm' : 's',
    ),
  )
}

/** One of several questions on a page: as a question where it is one, else under a heading of its own. */
function partOf(page: Step, part: Step, form: SignedIn['form']): Html {
  const [only] = part.fields
  const alone = part.fields.length === 1 && only !== undefined && only.label === part.title && part.lead === undefined
  if (alone) return html`${part.before}${showField(only, form, 'm')}${part.after}`
  const head = part.title === page.title ? html`` : heading(2, part.title, { classes: 'govuk-heading-m' })
  return html`${head}${part.lead !== undefined && html`<p class="govuk-body">${part.lead}</p>`}${part.before}${fieldsOf(part, form, false)}${part.after}`
}

function backHref({ ctx, draft }: RaiseAt, before: Step | undefined): string {
  if (ctx.query.typed('back') === 'check' && draft) return raiseStep(ctx.partnership, draft.id, 'check')
  if (before && draft) return raiseStep(ctx.partnership, draft.id, before.id)
  return draft ? raiseUrl(ctx.partnership) : home(ctx.partnership)
}
