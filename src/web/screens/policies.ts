import type { AdoptedPolicy } from '../../app/app.ts'
import type { PolicyDraft } from '../../app/policy-life.ts'
import { reviewDue } from '../../app/review-due.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import { plainDate } from '../../domain/calendar/words.ts'
import type { Directory } from '../../domain/people/directory.ts'
import type { Reminder } from '../../domain/policy/life/reminders.ts'
import { capital } from '../../domain/words/phrase-text.ts'
import { type Shown, show } from '../answers.ts'
import { button, buttonGroup } from '../html/button.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { table } from '../html/table.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { reminderList } from './policy-reminders.ts'

/** The policies of this partnership, in force and to come: anybody of it may read them. Who keeps policies also sees the drafts. */
export const policies: Screen = [
  {
    method: 'GET',
    url: '/:partnership/policies',
    handle: async (ctx) => {
      const { app, asking, partnership } = ctx
      const [adopted, versions, reminders, drafts, people] = await Promise.all([
        app.policies.list(partnership),
        app.policies.versions(partnership),
        app.policyLife.reminders(partnership),
        app.policyLife.drafts(asking),
        ctx.viewer.keeps.length > 0 ? app.access.directory(asking).then((one) => one.people) : {},
      ])
      const addenda = versions.filter((one) => one.policy.changes?.from !== undefined && one.adoption !== undefined)
      return show(listPage(ctx, { adopted, versions, addenda, reminders, drafts, people }), {
        policies: adopted.map((one) => policyJson(partnership, one)),
        addenda: addenda.map((one) => policyJson(partnership, one)),
        reminders,
        ...(ctx.viewer.keeps.length > 0
          ? { drafts: drafts.map(({ id, revision, saved }) => ({ id, revision, saved })) }
          : {}),
      })
    },
  },
]

interface Listed {
  readonly adopted: readonly AdoptedPolicy[]
  readonly versions: readonly AdoptedPolicy[]
  readonly addenda: readonly AdoptedPolicy[]
  readonly reminders: readonly Reminder[]
  readonly drafts: readonly PolicyDraft[]
  /** Whose drafts they are, for whoever sees drafts. */
  readonly people: Directory['people']
}

export function policyJson(partnership: string, { policy, adoption }: AdoptedPolicy) {
  return {
    id: policy.id,
    title: policy.title,
    version: policy.version,
    hash: policy.hash,
    ...(adoption === undefined ? {} : { adopted: dateAt(adoption.adopted) }),
    url: urls.policy(partnership, policy.id),
  }
}

function listPage(ctx: SignedIn, { adopted, versions, addenda, reminders, drafts, people }: Listed): Shown {
  const { partnership, viewer } = ctx
  const needed = reminderList(partnership, reminders)
  return {
    title: 'Policies',
    wide: true,
    body: html`${titleBlock({
      size: 'xl',
      title: 'Policies',
      actions: [
        { text: 'Rehearse a policy', href: urls.rehearsals(partnership) },
        { text: 'Compare two policies', href: urls.policyCompare(partnership) },
      ],
      lead: 'Each case goes by the policy it was raised under, as it was written then. These are in force now.',
    })}${needed && html`${heading(2, 'What the policies need', { classes: 'govuk-heading-m' })}${needed}`}${
      adopted.length === 0
        ? html`<p class="govuk-body">No policy has been adopted yet, so no concern can be raised here.</p>`
        : inForce(partnership, adopted)
    }${addenda.length > 0 && addendaTable(partnership, addenda, versions)}${viewer.keeps.length > 0 && draftsPart(ctx, drafts, people)}`,
  }
}

const inForce = (partnership: string, adopted: readonly AdoptedPolicy[]): Html =>
  table({
    caption: 'Policies in force',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    stacked: true,
    head: ['Policy', 'Version', 'In force since', 'Review due by', 'History'].map((text) => ({ text })),
    rows: adopted.map(({ policy, adoption, reviewOn }) => {
      const due = reviewOn ?? reviewDue(policy, adoption?.adopted)
      const whose = adoption?.agency === undefined ? '' : `, for what ${adoption.onBehalfOf} raises`
      return [
        { text: html`${link({ text: policy.title, href: urls.policy(partnership, policy.id) })}${whose}` },
        { text: String(policy.version) },
        { text: adoption === undefined ? 'Not yet' : plainDate(dateAt(adoption.starts)) },
        { text: due === undefined ? 'Not said' : plainDate(due) },
        {
          text: link({
            text: html`Who signed it<span class="govuk-visually-hidden">: ${policy.title}</span>`,
            href: urls.policyHistory(partnership, policy.id),
          }),
        },
      ]
    }),
  })

const titleOf = (versions: readonly AdoptedPolicy[], id: string | undefined): string =>
  versions.findLast((one) => one.policy.id === id)?.policy.title ?? id ?? ''

const addendaTable = (
  partnership: string,
  addenda: readonly AdoptedPolicy[],
  versions: readonly AdoptedPolicy[],
): Html =>
  table({
    caption: 'Addenda: changes for a time',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    stacked: true,
    head: ['Addendum', 'Changes', 'From', 'Until'].map((text) => ({ text })),
    rows: addenda.map(({ policy }) => [
      { text: link({ text: policy.title, href: urls.policy(partnership, policy.id, policy.version) }) },
      { text: `${titleOf(versions, policy.changes?.policy)}, version ${policy.changes?.version ?? ''}` },
      { text: policy.changes?.from ? plainDate(policy.changes.from) : '' },
      { text: policy.changes?.until ? plainDate(policy.changes.until) : 'Until it is changed' },
    ]),
  })

/** What is being written, and how to begin. For those who keep policies. */
function draftsPart({ partnership }: SignedIn, drafts: readonly PolicyDraft[], people: Directory['people']): Html {
  const name = (person: string) => people[person]?.name ?? 'somebody'
  return html`${heading(2, 'Being written', { classes: 'govuk-heading-m', id: 'drafts' })}${
    drafts.length === 0
      ? html`<p class="govuk-body">Nothing at the moment.</p>`
      : html`<ul class="govuk-list govuk-list--bullet">${drafts.map(
          (one) =>
            html`<li>${link({ text: draftTitle(one), href: urls.policyDraft(partnership, one.id) })}. ${capital(begun(one, name))}</li>`,
        )}</ul>`
  }${buttonGroup(button({ text: 'Write or import a policy', href: urls.newPolicyDraft(partnership) }))}`
}

/** "begun by Ruth Calder, last saved by Dilys Owen on 8 April 2026": both, where they are two. */
function begun({ beganBy, savedBy, saved }: PolicyDraft, name: (person: string) => string): string {
  const on = plainDate(dateAt(saved))
  return beganBy === savedBy
    ? `written by ${name(beganBy)}, last saved on ${on}`
    : `begun by ${name(beganBy)}, last saved by ${name(savedBy)} on ${on}`
}

/** What a draft calls itself; it may not be readable yet. */
export function draftTitle({ text, of }: Pick<PolicyDraft, 'text' | 'of'>): string {
  const named = (key: string) => new RegExp(`^${key}:[ \\t]*["']?([^"'\\n]{1,120})`, 'm').exec(text)?.[1]?.trim()
  const title = named('title') ?? named('id') ?? of?.policy ?? 'A policy without a title'
  const version = named('version')
  return version === undefined ? title : `${title}, version ${version}`
}
