import type { PolicyDraft, TextRead } from '../../app/policy-life.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import { plainDate } from '../../domain/calendar/words.ts'
import { type Answer, changed, file, invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import type { Form } from '../form.ts'
import { button, buttonGroup } from '../html/button.ts'
import { details } from '../html/details.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { textarea } from '../html/textarea.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { draftTitle } from './policies.ts'
import { draftSaid } from './policy-draft-said.ts'

const url = '/:partnership/policy-drafts/:draft'

/** Bytes that a policy file may have. Source: language.md section 2. */
export const mostText = 256 * 1024

/** One policy being written, as text, with what the check finds beside it. For those who keep policies. */
export const policyDraft: Screen = [
  {
    method: 'GET',
    url,
    handle: async (ctx) => {
      const draft = await draftOf(ctx)
      if (!draft) return missing
      const read = await ctx.app.policyLife.read(ctx.partnership, draft.text)
      return show(page(ctx, { draft, read, text: draft.text }), json(draft, read))
    },
  },
  {
    method: 'POST',
    url,
    handle: async (ctx): Promise<Answer> => {
      const draft = await draftOf(ctx)
      if (!draft || draft.ended) return missing
      const { form, app, partnership } = ctx
      const text = textOf(form)
      const revision = form.whole('revision', { min: 1, max: 1_000_000 }, 'Open the draft again before you save')
      const wanted = form.choice('do', ['check', 'save'] as const) ?? 'save'
      const read = await app.policyLife.read(partnership, text)
      if (!form.ok || revision === undefined) return invalid(form, page(ctx, { draft, read, text }))
      if (wanted === 'check')
        return show(page(ctx, { draft, read, text, revision }), { ...json(draft, read), saved: false })
      const saved = await app.policyLife.save(ctx.asking, { id: draft.id, revision, text })
      if (saved.ok) return seeOther(urls.policyDraft(partnership, draft.id), { json: json(saved.draft, read) })
      if (saved.why === 'not found') return missing
      const who = (await app.access.directory(ctx.asking)).people[saved.draft.savedBy]?.name ?? 'Somebody'
      return changed({
        version: saved.draft.revision,
        since: [`${who} saved this draft on ${plainDate(dateAt(saved.draft.saved))}. Their text stands below yours.`],
        again: page(ctx, { draft: saved.draft, read, text, theirs: saved.draft.text }),
        typed: form.all,
      })
    },
  },
  {
    // What the script asks for while somebody types: the panel alone. Nothing is kept.
    method: 'POST',
    url: `${url}/check`,
    handle: async (ctx): Promise<Answer> => {
      const draft = await draftOf(ctx)
      if (!draft) return missing
      const read = await ctx.app.policyLife.read(ctx.partnership, textOf(ctx.form))
      return ctx.json
        ? show({ title: 'Check', body: draftSaid(read) }, json(draft, read))
        : file(String(draftSaid(read)), 'text/html; charset=utf-8')
    },
  },
  {
    method: 'GET',
    url: `${url}/text`,
    handle: async (ctx) => {
      const draft = await draftOf(ctx)
      return draft ? file(draft.text, 'text/yaml; charset=utf-8', `${nameOf(draft.text)}.yaml`) : missing
    },
  },
  {
    method: 'POST',
    url: `${url}/set-aside`,
    handle: async (ctx): Promise<Answer> => {
      const done = await ctx.app.policyLife.setAside(ctx.asking, ctx.param('draft'))
      return done ? seeOther(urls.policies(ctx.partnership)) : missing
    },
  },
]

export const draftOf = (ctx: SignedIn): Promise<PolicyDraft | undefined> =>
  ctx.app.policyLife.draft(ctx.asking, ctx.param('draft'))

/** The text typed, ending with a line end. */
export function textOf(form: Form): string {
  const text = form.text('text', 'Paste or write the policy’s text', mostText)
  if (Buffer.byteLength(text) >= mostText) form.fail('text', `A policy may be at most ${mostText / 1024} KB`)
  return `${text}\n`
}

/** The file is named as the policy calls itself. */
export const nameOf = (text: string): string => /^id:[ \t]*([a-z0-9-]{1,60})/m.exec(text)?.[1] ?? 'policy'

const json = ({ id, revision, of, ended, text }: PolicyDraft, read: TextRead) => ({
  id,
  revision,
  text,
  ...(of ? { of } : {}),
  ...(ended ? { ended: ended.how } : {}),
  ...(read.ok ? { checked: read.checked } : { problems: read.problems }),
})

interface Drafted {
  readonly draft: PolicyDraft
  readonly read: TextRead
  /** As it stands in the box. */
  readonly text: string
  readonly revision?: number
  /** What somebody else saved meanwhile. */
  readonly theirs?: string
}

function page(ctx: SignedIn, { draft, read, text, revision = draft.revision, theirs }: Drafted): Shown {
  const { form, partnership } = ctx
  const here = urls.policyDraft(partnership, draft.id)
  const unsaved = text !== draft.text
  return {
    title: draftTitle(draft),
    wide: true,
    back: { text: 'Policies', href: urls.policies(partnership) },
    body: html`${titleBlock({
      caption: draft.ended ? `Draft, ${draft.ended.how}` : 'Draft',
      title: draftTitle({ ...draft, text }),
      facts: [
        `Saved ${draft.revision === 1 ? 'once' : `${draft.revision} times`}, last on ${plainDate(dateAt(draft.saved))}`,
        ...(unsaved ? [html`<strong>What you typed is not saved yet</strong>`] : []),
        ...(draft.ended
          ? []
          : [link({ text: 'Edit as a form', href: urls.ofPolicyDraft(partnership, draft.id, 'form') })]),
        link({ text: 'Download the file', href: urls.ofPolicyDraft(partnership, draft.id, 'text') }),
      ],
    })}<div class="c-edit"><form class="c-edit__text" method="post" action="${here}" data-check="${urls.ofPolicyDraft(partnership, draft.id, 'check')}" novalidate>${ctx.hidden()}<input type="hidden" name="revision" value="${String(revision)}">${textarea(
      {
        name: 'text',
        label: { text: 'The policy’s text', classes: 'govuk-label--s' },
        value: form.has('text') ? form.typed('text') : text,
        error: form.error('text'),
        rows: 30,
        spellcheck: false,
        disabled: draft.ended !== undefined,
        classes: 'c-code',
      },
    )}${
      draft.ended === undefined &&
      buttonGroup(
        button({ text: theirs === undefined ? 'Save' : 'Save mine in its place', name: 'do', value: 'save' }),
        button({ text: 'Check without saving', name: 'do', value: 'check', kind: 'secondary' }),
      )
    }</form><div class="c-edit__said" id="said" aria-live="polite">${draftSaid(read)}${draft.ended === undefined && !unsaved && next(ctx, draft, read)}</div></div>${theirs !== undefined && theirText(theirs)}`,
  }
}

function next(ctx: SignedIn, draft: PolicyDraft, read: TextRead): Html {
  return html`<div data-saved>${
    read.ok &&
    read.checked.ok &&
    html`<p class="govuk-body">${link({ text: 'Adopt it: sign and bring it into force', href: urls.ofPolicyDraft(ctx.partnership, draft.id, 'adopt') })}</p><form method="post" action="${urls.rehearsals(ctx.partnership)}">${ctx.hidden()}<input type="hidden" name="draft" value="${draft.id}">${button({ text: 'Rehearse it with invented people', kind: 'secondary' })}</form>${ctx.viewer.keeps.some((post) => post.agency === undefined) && html`<p class="govuk-body">${link({ text: 'See past cases under this draft', href: urls.ofPolicyDraft(ctx.partnership, draft.id, 'replay') })}</p>`}`
  }${details({
    summary: 'Set this draft aside',
    body: html`<p class="govuk-body">It is no longer listed. What was saved is kept.</p><form method="post" action="${urls.ofPolicyDraft(ctx.partnership, draft.id, 'set-aside')}">${ctx.hidden()}${button({ text: 'Set it aside', kind: 'secondary' })}</form>`,
  })}</div>`
}

const theirText = (theirs: string): Html =>
  html`${heading(2, 'What was saved meanwhile', { classes: 'govuk-heading-m' })}<pre class="c-code c-code--read" tabindex="0">${theirs}</pre>`
