import { Temporal } from 'temporal-polyfill'
import type { PolicyDraft, Signing, TextRead } from '../../app/policy-life.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import { dateWords } from '../../domain/calendar/words.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { type Answer, invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import { button } from '../html/button.ts'
import { dateInput } from '../html/date-input.ts'
import { type Html, html } from '../html/html.ts'
import { input } from '../html/input.ts'
import { link } from '../html/link.ts'
import { radios } from '../html/radios.ts'
import { textarea } from '../html/textarea.ts'
import { titleBlock } from '../html/title-block.ts'
import { warningText } from '../html/warning-text.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { draftSaid } from './policy-draft-said.ts'
import { findingsPanel } from './policy-findings.ts'
import { toRead } from './policy-to-read.ts'

const url = '/:partnership/policy-drafts/:draft/adopt'

/** Bringing a draft into force: by whom, in what post, from when, to be reviewed when; a reason where the check warns. Source: RSG-8. */
export const policyAdopt: Screen = [
  {
    method: 'GET',
    url,
    handle: async (ctx) => {
      const asked = await askedOf(ctx)
      if (!asked) return missing
      return asked.draft.ended ? seeOther(urls.policyDraft(ctx.partnership, asked.draft.id)) : show(page(ctx, asked))
    },
  },
  {
    method: 'POST',
    url,
    handle: async (ctx): Promise<Answer> => {
      const asked = await askedOf(ctx)
      if (!asked) return missing
      const { form } = ctx
      const signing = readSigning(ctx, asked)
      if (!form.ok) return invalid(form, page(ctx, asked))
      const adopted = await ctx.app.policyLife.adopt(ctx.asking, signing)
      if (adopted.ok) return seeOther(urls.policy(ctx.partnership, adopted.policy, adopted.version), { json: adopted })
      if (adopted.why === 'not found') return missing
      if (adopted.why === 'refused') form.fail(fields[adopted.field], adopted.says)
      else if (adopted.why === 'changed')
        form.fail(
          'revision',
          'Somebody saved this draft since you opened this page. Look at what it says now, then sign',
        )
      else form.fail('revision', 'The check finds errors in this draft. Mend them first')
      return invalid(form, page(ctx, adopted.why === 'changed' ? await seen(ctx, adopted.draft) : asked))
    },
  },
]

interface Asked {
  readonly draft: PolicyDraft
  readonly read: TextRead
  /** What it would take the place of, varies, or began as. */
  readonly before?: Policy
}

async function askedOf(ctx: SignedIn): Promise<Asked | undefined> {
  const draft = await ctx.app.policyLife.draft(ctx.asking, ctx.param('draft'))
  return draft && seen(ctx, draft)
}

async function seen({ app, partnership }: SignedIn, draft: PolicyDraft): Promise<Asked> {
  const read = await app.policyLife.read(partnership, draft.text)
  if (!read.ok) return { draft, read }
  const { id, changes } = read.policy
  const from = changes ?? draft.of
  const before =
    (await app.policies.get(partnership, id)) ??
    (from && (await app.policies.get(partnership, from.policy, from.version)))
  return { draft, read, ...(before ? { before: before.policy } : {}) }
}

/** The form's field of each part of a signing. */
const fields: Readonly<Record<keyof Signing, string>> = {
  draft: 'revision',
  revision: 'revision',
  signature: 'signature',
  post: 'post',
  starts: 'starts',
  reviewOn: 'review',
  reason: 'reason',
}

function readSigning(ctx: SignedIn, { draft, read }: Asked): Signing {
  const { form } = ctx
  const warns = read.ok && read.checked.findings.some((one) => one.level === 'warning')
  const posts = ctx.viewer.keeps.map((one) => one.id)
  const reason = form.text('reason', warns ? 'Say why it is adopted although the check warns' : undefined, 2000)
  return {
    draft: draft.id,
    revision:
      form.whole('revision', { min: 1, max: 1_000_000 }, 'Open this page again, look at the draft, then sign') ?? 0,
    post:
      posts.length === 1 ? (posts[0] ?? '') : (form.choice('post', posts, 'Choose the post in which you sign') ?? ''),
    ...(datesOf(ctx, read) ?? {
      starts: form.date('starts', 'Enter the day from which cases go by it') ?? '',
      reviewOn: form.date('review', 'Enter when it is to be reviewed') ?? '',
    }),
    signature: form.text('signature', 'Type your name to sign', 200),
    ...(reason === '' ? {} : { reason }),
  }
}

/** An addendum that ends says its own dates: it is adopted today and looked at when it ends. */
function datesOf(ctx: SignedIn, read: TextRead): Pick<Signing, 'starts' | 'reviewOn'> | undefined {
  const { from, until } = (read.ok && read.policy.changes) || {}
  return from !== undefined && until !== undefined
    ? { starts: dateAt(ctx.app.clock.now()), reviewOn: until }
    : undefined
}

function page(ctx: SignedIn, { draft, read, before }: Asked): Shown {
  const back = { text: 'The draft', href: urls.policyDraft(ctx.partnership, draft.id) }
  if (!read.ok || !read.checked.ok)
    return {
      title: 'This draft cannot be adopted yet',
      back,
      body: html`${titleBlock({ title: 'This draft cannot be adopted yet' })}${draftSaid(read)}<p class="govuk-body">${link({ text: 'Go back to the draft and mend it', href: back.href })}</p>`,
    }
  const { policy, checked } = read
  const warnings = checked.findings.filter((one) => one.level === 'warning')
  return {
    title: `Adopt ${policy.title}`,
    back,
    body: html`${titleBlock({
      caption: `Version ${policy.version}`,
      title: `Adopt ${policy.title}`,
      lead: `From the day you choose, ${whoseCases(ctx)} go by this version. Cases that are running keep theirs.`,
    })}${findingsPanel(policy, checked, ['error', 'warning'])}${toRead(policy, before)}${
      policy.changes?.from !== undefined &&
      html`<p class="govuk-body">This is an addendum: it holds from ${dateWords(policy.changes.from)}${policy.changes.until && ` until ${dateWords(policy.changes.until)}`}, for running cases too, and ends by itself.</p>`
    }${signingForm(ctx, { draft, read }, warnings.length)}`,
  }
}

/** By an agency's own post it holds for what that agency raises, and for nobody else. */
function whoseCases({ viewer }: SignedIn): string {
  const [first] = viewer.keeps
  return first?.agency !== undefined && viewer.keeps.every((post) => post.agency === first.agency)
    ? `new concerns that ${first.onBehalfOf} raises`
    : 'new concerns'
}

function signingForm(ctx: SignedIn, { draft, read }: Asked, warnings: number): Html {
  const { form, viewer } = ctx
  return html`<form method="post" novalidate>${ctx.hidden()}<input type="hidden" name="revision" value="${String(draft.revision)}">${
    viewer.keeps.length > 1 &&
    radios({
      name: 'post',
      legend: { text: 'In what post do you sign?', classes: 'govuk-fieldset__legend--s' },
      value: form.typed('post'),
      error: form.error('post'),
      items: viewer.keeps.map((one) => ({ value: one.id, text: `${one.title}, on behalf of ${one.onBehalfOf}` })),
    })
  }${datesOf(ctx, read) === undefined && dates(ctx)}${
    warnings > 0 &&
    textarea({
      name: 'reason',
      label: {
        text: `Why is it adopted with ${warnings === 1 ? 'this warning' : `these ${warnings} warnings`}?`,
        classes: 'govuk-label--s',
      },
      hint: 'It stands in the policy’s history',
      value: form.typed('reason'),
      error: form.error('reason'),
    })
  }${warningText(html`By typing your name you sign it${viewer.keeps.length === 1 && html` as ${viewer.keeps[0]?.title}, on behalf of ${viewer.keeps[0]?.onBehalfOf}`}.`)}${input(
    {
      name: 'signature',
      label: { text: 'Your name', classes: 'govuk-label--s' },
      hint: `As it stands here: ${viewer.name}`,
      value: form.typed('signature'),
      error:
        form.error('signature') ??
        (viewer.keeps.length === 1 ? form.error('post') : undefined) ??
        form.error('revision'),
      autocomplete: 'name',
      classes: 'govuk-input--width-20',
    },
  )}${button({ text: 'Sign and adopt' })}</form>`
}

function dates(ctx: SignedIn): Html {
  const { form } = ctx
  const today = dateAt(ctx.app.clock.now())
  const sent = form.has('signature')
  return html`${dateInput({
    id: 'starts',
    namePrefix: 'starts',
    legend: { text: 'From which day do new cases go by it?', classes: 'govuk-fieldset__legend--s' },
    values: sent ? form.typedDate('starts') : partsOf(today),
    error: form.error('starts'),
  })}${dateInput({
    id: 'review',
    namePrefix: 'review',
    legend: { text: 'By when is it to be reviewed?', classes: 'govuk-fieldset__legend--s' },
    hint: 'You are reminded from 60 days before',
    values: sent ? form.typedDate('review') : partsOf(Temporal.PlainDate.from(today).add({ years: 1 }).toString()),
    error: form.error('review'),
  })}`
}

function partsOf(date: string) {
  const [year = '', month = '', day = ''] = date.split('-')
  return { year, month: String(Number(month)), day: String(Number(day)) }
}
