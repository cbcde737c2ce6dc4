import type { PolicyDraft, TextRead } from '../../app/policy-life.ts'
import { pathFinder } from '../../domain/policy/edit/path-at.ts'
import type { ValueMap } from '../../domain/policy/write/value.ts'
import type { Shown } from '../answers.ts'
import { details } from '../html/details.ts'
import { heading } from '../html/heading.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { columns, inlineList } from '../html/layout.ts'
import { link } from '../html/link.ts'
import { notificationBanner } from '../html/notification-banner.ts'
import { summaryList } from '../html/summary-list.ts'
import { titleBlock } from '../html/title-block.ts'
import type { SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { draftTitle } from './policies.ts'
import { draftSaid } from './policy-draft-said.ts'
import type { FoundAt } from './policy-form-found.ts'
import { entries, ownIds, wordsAt } from './policy-form-known.ts'
import { listOf, toMend, wordsOf } from './policy-form-list.ts'
import { savedWords } from './policy-form-part.ts'
import { type Listed, type PartRef, refAt } from './policy-form-parts.ts'
import { stageList } from './policy-form-stages.ts'
import { partUrl } from './policy-form-urls.ts'

export interface FormShown {
  readonly draft: PolicyDraft
  readonly read: TextRead
  /** Nothing where the text is not even YAML. */
  readonly root: ValueMap | undefined
  readonly found: readonly FoundAt[]
  readonly sentences: ReadonlyMap<string, string>
}

/** All parts of a policy that is being written, and what the check finds. */
export function formPage(ctx: SignedIn, shown: FormShown): Shown {
  const { draft, read, root } = shown
  const { partnership } = ctx
  return {
    title: `${draftTitle(draft)}, as a form`,
    wide: true,
    back: { text: 'Policies', href: urls.policies(partnership) },
    ...(ctx.query.flag('saved')
      ? { banner: notificationBanner({ type: 'success', title: 'Saved', body: savedWords(shown.found) }) }
      : {}),
    body: html`${titleBlock({
      caption: 'Draft, as a form',
      title: draftTitle(draft),
      facts: [
        `Saved ${draft.revision === 1 ? 'once' : `${draft.revision} times`}`,
        link({ text: 'Edit as text', href: urls.policyDraft(partnership, draft.id) }),
        link({ text: 'Download the file', href: urls.ofPolicyDraft(partnership, draft.id, 'text') }),
      ],
    })}${columns({
      first: 'aside',
      main: html`${root ? parts(ctx, { ...shown, root }) : unreadable(ctx, draft)}`,
      aside: html`<div class="c-edit__said">${draftSaid(read, partLink(ctx, draft))}${
        read.ok &&
        read.checked.ok &&
        html`<p class="govuk-body">${link({ text: 'Adopt it: sign and bring it into force', href: urls.ofPolicyDraft(partnership, draft.id, 'adopt') })}</p>`
      }</div>`,
    })}`,
  }
}

function unreadable({ partnership }: SignedIn, draft: PolicyDraft): Html {
  return html`<p class="govuk-body">The form cannot show this draft, because its text cannot be taken apart. What is wrong, and in which line, stands on this page.</p><p class="govuk-body">${link({ text: 'Mend it in the text', href: urls.policyDraft(partnership, draft.id) })}</p>`
}

/** Instead of a line of the file: the part that a finding is about, as a link to its form. */
function partLink(ctx: SignedIn, draft: PolicyDraft) {
  const pathAt = pathFinder(draft.text)
  return (place: { readonly line: number; readonly column: number }): Html | false => {
    if (place.line === 1 && place.column === 1) return false
    const path = pathAt(place)
    const ref = refAt(path)
    const inText = html`<strong>Line ${place.line}, column ${place.column}:</strong> `
    return ref ? html`${link({ text: saidAs(ref), href: partUrl(ctx.partnership, draft.id, ref) })}: ` : inText
  }
}

const onPage = {
  stage: 'Stages',
  duty: 'What must happen',
  move: 'Ways on',
  role: 'Roles',
  question: 'Questions',
  track: 'Other orders',
  clause: 'Clauses',
}

const kinds: Readonly<Record<PartRef['kind'], string>> = {
  about: 'About the policy',
  raising: 'Raising a concern',
  register: 'The register',
  review: 'The review',
  settings: 'What words and times mean',
  role: 'Role',
  question: 'Question',
  stage: 'Stage',
  duty: 'What must happen',
  move: 'Way on',
  track: 'Order of the stages',
  clause: 'Clause',
}

const saidAs = ({ kind, id }: PartRef): string => (id === undefined ? kinds[kind] : `${kinds[kind]} ${id}`)

function parts(ctx: SignedIn, shown: FormShown & { readonly root: ValueMap }): Html {
  const { draft, root, found } = shown
  const to = (ref: PartRef) => partUrl(ctx.partnership, draft.id, ref)
  const list = (kind: Listed, title: string, add: string, lead?: string) =>
    section(
      kind,
      title,
      html`${lead !== undefined && html`<p class="govuk-body">${lead}</p>`}${listOf(ctx, shown, kind)}<p class="govuk-body">${link({ text: add, href: to({ kind }) })}</p>${(kind === 'duty' || kind === 'move') && ours(kind, to, shown)}`,
    )
  const once = (rows: readonly (readonly [PartRef, string, Content])[]) =>
    summaryList(
      rows.map(([ref, key, value]) => ({
        key: html`${key}${toMend(found.filter(({ path }) => refAt(path)?.kind === ref.kind))}`,
        value,
        actions: [{ text: 'Change', hidden: key, href: to(ref) }],
      })),
    )
  return html`<nav class="govuk-!-margin-bottom-5" aria-label="On this page">${inlineList(
    Object.entries(onPage).map(([id, text]) => link({ text, href: `#${id}` })),
  )}</nav>${wordsOf(root.get('changes'), 'policy') !== '' && html`<p class="govuk-body">This file holds only what differs from another policy. What it takes over is not listed here.</p>`}${once(
    [
      [
        { kind: 'about' },
        'About the policy',
        html`${wordsAt(root, 'title') ?? 'No title yet'}, version ${wordsAt(root, 'version') ?? '1'}`,
      ],
      [{ kind: 'raising' }, 'Raising a concern', asked(root)],
    ],
  )}${section('stage', 'Stages, in the order climbed', html`${stageList(ctx, shown)}<p class="govuk-body">${link({ text: 'Add a stage', href: to({ kind: 'stage' }) })}</p>`)}${list('duty', 'What must happen at any stage', 'Add something to be done, such as a notice', 'It holds wherever a case stands. What belongs to one stage is on the page of that stage.')}${list('move', 'Ways on from any stage', 'Add a way on', 'Going up, agreeing, withdrawing and the like need not be written: every policy has them.')}${list('role', 'Roles', 'Add a role', 'Who can be named in the rules.')}${list('question', 'Questions', 'Add a question', 'What is asked about the child or the case, and what conditions go by.')}${list('track', 'Other orders of the stages', 'Add another order', 'Most policies have none: every case climbs all stages.')}${once(
    [
      [
        { kind: 'register' },
        'The register',
        wordsOf(root.get('register'), 'kept-by') === ''
          ? 'Nobody keeps one'
          : `Kept by ${wordsOf(root.get('register'), 'kept-by')}`,
      ],
      [
        { kind: 'review' },
        'The review of the policy',
        wordsOf(root.get('review'), 'every') === '' ? 'Not said' : `Every ${wordsOf(root.get('review'), 'every')}`,
      ],
      [{ kind: 'settings' }, 'What words and times mean', settingsSaid(root)],
    ],
  )}${list('clause', 'Clauses', 'Add a clause', 'The rules of the source in your own plain words, each with the number that the parts above rest on.')}<p class="govuk-body c-secondary">Gaps, the history and what a variation changes are written in the ${link({ text: 'text', href: urls.policyDraft(ctx.partnership, draft.id) })}.</p>`
}

/** What holds without being written, and can be changed. */
function ours(kind: 'duty' | 'move', to: (ref: PartRef) => string, { root, sentences }: FormShown): Html | false {
  const pocket = kind === 'duty' ? 'duties' : 'moves'
  const own = ownIds(pocket).filter((id) => !entries(root, pocket).some(([written]) => written === id))
  return (
    own.length > 0 &&
    details({
      summary: 'What holds here without being written',
      body: html`<p class="govuk-body">Every policy has these from Concordat, until it says otherwise.</p>${summaryList(
        own.map((id) => ({
          key: id,
          value: sentences.get(id) ?? '',
          actions: [{ text: 'Change', hidden: id, href: to({ kind, id }) }],
        })),
      )}`,
    })
  )
}

const section = (id: string, title: string, body: Html): Html =>
  html`${heading(2, title, { classes: 'govuk-heading-m', id })}${body}`

function asked(root: ValueMap): string {
  const asks =
    entries(root, 'raise').length === 0
      ? []
      : wordsOf(root.get('raise'), 'asks')
          .split(', ')
          .filter((one) => one !== '')
  const by = wordsOf(root.get('raise'), 'by')
  const who = by === '' ? 'Anybody of an agency' : by
  return `${who}; ${asks.length === 1 ? '1 question' : `${asks.length} questions`}`
}

const settingsSaid = (root: ValueMap): string => {
  const own = entries(root, 'settings')
  return own.length === 0
    ? 'As Concordat has them'
    : own.map(([key]) => `${key}: ${wordsOf(root.get('settings'), key)}`).join(', ')
}
