import type { PolicyDraft } from '../../app/policy-life.ts'
import { valueAt } from '../../domain/policy/edit/change.ts'
import { linesOf } from '../../domain/policy/edit/path-at.ts'
import type { Shown } from '../answers.ts'
import { button, buttonGroup } from '../html/button.ts'
import { details } from '../html/details.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { notificationBanner } from '../html/notification-banner.ts'
import { titleBlock } from '../html/title-block.ts'
import type { SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { draftTitle } from './policies.ts'
import { type Box, cannotShow, type Field } from './policy-form-field.ts'
import { type FoundAt, foundOf, wrongWith } from './policy-form-found.ts'
import type { Known } from './policy-form-known.ts'
import { listOf } from './policy-form-list.ts'
import { knownNames } from './policy-form-names.ts'
import { newFields, whos } from './policy-form-new.ts'
import { isOwn, type Part } from './policy-form-parts.ts'
import { partSaid } from './policy-form-said.ts'
import { formUrl, partUrl } from './policy-form-urls.ts'

export interface PartShown {
  readonly draft: PolicyDraft
  readonly part: Part
  readonly known: Known
  /** In the text that the form comes to, saved or not. */
  readonly found: readonly FoundAt[]
  /** Sentences of the duties and ways of the policy, where it can be read. */
  readonly sentences: ReadonlyMap<string, string>
  /** What is in the boxes was typed, and is not saved. */
  readonly unsaved?: boolean
  /** It can be saved although its findings stand here. */
  readonly anyway?: boolean
  /** The text that somebody else saved meanwhile. */
  readonly theirs?: string
}

/** One part of a policy as a form, with what the check finds in it. */
export function partPage(ctx: SignedIn, shown: PartShown): Shown {
  const { draft, part, unsaved, theirs } = shown
  const { partnership } = ctx
  return {
    title: part.title,
    wide: true,
    back: backOf(ctx, shown),
    ...(ctx.query.flag('saved') && !unsaved
      ? { banner: notificationBanner({ type: 'success', title: 'Saved', body: savedWords(shown.found) }) }
      : {}),
    body: html`${titleBlock({
      caption: draftTitle(draft),
      title: part.title,
      facts: [
        ...(part.id === undefined ? [] : [html`Short name: <code>${part.id}</code>`]),
        ...(unsaved ? [html`<strong>What you typed is not saved yet</strong>`] : []),
        link({ text: 'Edit as text', href: urls.policyDraft(partnership, draft.id) }),
      ],
    })}<div class="c-edit"><div>${
      part.id !== undefined &&
      isOurs(part) &&
      html`<p class="govuk-body">Concordat has this rule of its own. What is left empty here stays as Concordat has it.</p>`
    }${formOf(ctx, shown)}${
      part.kind === 'stage' && !part.isNew && inside(ctx, shown)
    }${part.removable && removal(ctx, shown)}</div><div class="c-edit__said"><div id="said" aria-live="polite">${(!part.isNew || unsaved) && partSaid(shown)}</div>${knownNames(shown.known)}</div></div>${theirs !== undefined && theirPart(theirs, part)}`,
  }
}

const isOurs = ({ id, kind, stage }: Part): boolean => id !== undefined && stage === undefined && isOwn(kind, id)

export function savedWords(found: readonly FoundAt[]): string {
  const wrong = found.filter(({ level }) => level === 'mistake' || level === 'error').length
  return wrong === 0
    ? 'The draft is saved'
    : `The draft is saved. The check finds ${wrong} ${wrong === 1 ? 'thing' : 'things'} to mend`
}

/** A duty of a stage goes back to its stage; everything else to the list. */
function backOf({ partnership }: SignedIn, { draft, part }: PartShown) {
  if (part.stage !== undefined)
    return { text: 'The stage', href: partUrl(partnership, draft.id, { kind: 'stage', id: part.stage }) }
  return { text: 'All parts of the policy', href: formUrl(partnership, draft.id) }
}

function formOf(ctx: SignedIn, shown: PartShown): Html {
  const { draft, part, known } = shown
  const { form } = ctx
  const isSent = form.has('revision')
  const fields = part.fields.map((field) => {
    const filled = field.fill(part.value)
    const box: Box = {
      one: (name) => (isSent ? form.typed(name) : (filled?.[name]?.[0] ?? '')),
      all: (name) => (isSent ? form.typedList(name) : (filled?.[name] ?? [])),
      error: errorOf(field, shown, form.error),
    }
    const isWrong = [field.name, ...(field.tells === undefined ? [] : [field.tells])].some(
      (name) => box.error(name) !== undefined,
    )
    const isFilled =
      field.more !== true ||
      isWrong ||
      (isSent
        ? box.all(field.name).some((one) => one !== '')
        : field.keys.some((key) => valueAt(part.value, key) !== undefined))
    return {
      field,
      isFilled,
      html: filled
        ? field.draw(box)
        : html`<p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">${field.keys.map((key) => key.join(' ')).join(', ')}</p>${cannotShow}`,
    }
  })
  const more = fields.filter(({ field }) => field.more)
  return html`<form method="post" action="${partUrl(ctx.partnership, draft.id, part)}" data-check="${partUrl(ctx.partnership, draft.id, part, 'check')}" novalidate>${ctx.hidden()}<input type="hidden" name="revision" value="${String(draft.revision)}">${fields
    .filter(({ field }) => !field.more)
    .map((one) => one.html)}${part.isNew && newFields(shown, { typed: form.typed, error: form.error })}${
    more.length > 0 &&
    details({
      summary: 'More that can be said',
      open: more.some(({ isFilled }) => isFilled),
      body: html`${more.map((one) => one.html)}`,
    })
  }${whos(known)}${buttonGroup(
    button({ text: 'Save', name: 'do', value: 'save' }),
    shown.anyway && button({ text: 'Save it as it is', name: 'do', value: 'keep', kind: 'secondary' }),
    button({ text: 'Check without saving', name: 'do', value: 'check', kind: 'secondary' }),
  )}</form>`
}

/** What is wrong with each box of a field: what the form says of it, else what the check finds, at the box that tells it. */
const errorOf = (field: Field, { part, found }: PartShown, said: (name: string) => string | undefined) => {
  const wrong = wrongWith(field, part, foundOf(found, part))
  return (name: string) => said(name) ?? (name === (field.tells ?? field.name) ? wrong : undefined)
}

function inside(ctx: SignedIn, { draft, part, found, sentences }: PartShown): Html {
  const list = (kind: 'duty' | 'move', title: string, add: string) =>
    html`${heading(2, title, { classes: 'govuk-heading-m' })}${listOf(ctx, { draft, root: part.value, found, sentences }, kind, part.id)}<p class="govuk-body">${link({ text: add, href: partUrl(ctx.partnership, draft.id, { kind, stage: part.id ?? '' }) })}</p>`
  return html`${list('duty', 'What must happen at this stage', 'Add something to be done, such as a notice')}${list('move', 'Ways on from this stage', 'Add a way on')}`
}

function removal(ctx: SignedIn, { draft, part }: PartShown): Html {
  return details({
    summary: isOurs(part) ? 'Go back to Concordat’s own rule' : 'Take this out of the policy',
    body: html`<p class="govuk-body">It is saved at once. Where something else still names it, the check says so, and the draft waits until that is mended.</p><form method="post" action="${partUrl(ctx.partnership, draft.id, part)}">${ctx.hidden()}<input type="hidden" name="revision" value="${String(draft.revision)}">${button({ text: isOurs(part) ? 'Go back to it' : 'Take it out', name: 'do', value: 'remove', kind: 'warning' })}</form>`,
  })
}

function theirPart(theirs: string, { path }: Part): Html {
  const lines = linesOf(theirs, path)
  return html`${heading(2, 'How this part was saved meanwhile', { classes: 'govuk-heading-m' })}${
    lines === ''
      ? html`<p class="govuk-body">It is not in the policy any more.</p>`
      : html`<pre class="c-code c-code--read" tabindex="0">${lines}</pre>`
  }`
}
