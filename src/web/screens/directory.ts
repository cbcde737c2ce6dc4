/** The directory: agencies by kind, who holds which post, who speaks for an agency on the Board, and whom to ask when nobody is found. Source: LB-3, C-17. */
import type { Agency, Directory, Post } from '../../domain/people/directory.ts'
import { live } from '../../domain/people/holders.ts'
import type { Policy, Role } from '../../domain/policy/policy.ts'
import { capital } from '../../domain/words/phrase-text.ts'
import { show } from '../answers.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { table } from '../html/table.ts'
import type { Screen, SignedIn } from '../screen.ts'

export const directory: Screen = [
  {
    method: 'GET',
    url: '/:partnership/directory',
    async handle(ctx) {
      const found = await ctx.app.access.directory(ctx.asking)
      const policies = (await ctx.app.policies.list(ctx.partnership)).map((p) => p.policy)
      return show({ title: 'Directory', body: page(found, policies, ctx), wide: true }, asJson(found, policies, ctx))
    },
  },
]

function page(found: Directory, policies: readonly Policy[], ctx: SignedIn): Html {
  const posts = live({ directory: found, at: ctx.app.clock.now() })
  const kinds = [...new Set(Object.values(found.agencies).map((a) => a.kind))].sort()
  return html`${heading(1, 'Directory', { classes: 'govuk-heading-xl' })}<p class="govuk-body-l">Who works where, and who speaks for whom on the Board.</p>${contacts(policies)}${kinds.map((kind) => ofKind(kind, found, posts))}`
}

function ofKind(kind: string, found: Directory, posts: readonly Post[]): Html {
  const agencies = Object.values(found.agencies).filter((a) => a.kind === kind)
  return html`${heading(2, capital(kind), { classes: 'govuk-heading-l' })}${agencies.map((agency) => ofAgency(agency, found, posts))}`
}

function ofAgency(agency: Agency, found: Directory, posts: readonly Post[]): Html {
  const own = posts.filter((p) => p.agency === agency.id)
  const spoken = posts.filter((p) => p.speaksFor.includes(agency.id))
  const rows = [
    ...[...new Set(own.map((p) => p.person))].map((person) => [
      found.people[person]?.name ?? '',
      [...new Set(own.filter((p) => p.person === person).map((p) => p.title))].join(', '),
      '',
    ]),
    ...spoken.map((p) => rowOf(p, found, `Speaks for ${agency.name} on the Board`)),
  ]
  const membership = {
    full: 'Full member of the Board.',
    associate: 'Associate of the Board, not a full member.',
    none: '',
  }[agency.membership]
  const board = membership === '' ? '' : html`<p class="govuk-body">${membership}</p>`
  return html`${heading(3, agency.name, { id: agency.id, classes: 'govuk-heading-m' })}${board}${
    rows.length === 0
      ? html`<p class="govuk-body">Nobody holds a post here now.</p>`
      : table({
          caption: `People at ${agency.name}`,
          captionClasses: 'govuk-visually-hidden',
          head: ['Person', 'Post', 'Note'],
          rows,
          firstCellIsHeader: true,
          stacked: true,
        })
  }`
}

function rowOf(post: Post, found: Directory, note: string): readonly string[] {
  const name = found.people[post.person]?.name ?? ''
  return [name, post.title, note]
}

/** What each policy says to do where a role cannot be found. */
function contacts(policies: readonly Policy[]): Html {
  const lines = contactLines(policies)
  if (lines.length === 0) return html``
  return html`${heading(2, 'If you cannot find the right person', { classes: 'govuk-heading-l' })}${table({
    caption: 'Contacts that the policies give',
    captionClasses: 'govuk-visually-hidden',
    head: ['Who', 'How', 'Under'],
    rows: lines.map((l) => [l.role, l.how, l.policies.join(', ')]),
    firstCellIsHeader: true,
    stacked: true,
  })}`
}

interface ContactLine {
  readonly role: string
  readonly how: string
  readonly policies: readonly string[]
}

function contactLines(policies: readonly Policy[]): readonly ContactLine[] {
  const lines = new Map<string, { role: string; how: string; policies: string[] }>()
  for (const policy of policies) {
    for (const role of Object.values(policy.roles)) {
      const how = wordsOf(role)
      if (how === '') continue
      const line = lines.get(`${role.is} ${how}`) ?? { role: role.is, how, policies: [] }
      lines.set(`${role.is} ${how}`, { ...line, policies: [...line.policies, policy.title] })
    }
  }
  return [...lines.values()]
}

const wordsOf = ({ contact }: Role): string =>
  [contact?.phone, contact?.email, contact?.address, contact?.find].filter((x) => x !== undefined).join(', ')

const asJson = (found: Directory, policies: readonly Policy[], ctx: SignedIn) => ({
  agencies: Object.values(found.agencies).map(({ id, name, kind, membership }) => ({ id, name, kind, membership })),
  posts: live({ directory: found, at: ctx.app.clock.now() }).map((p) => ({
    person: p.person,
    name: found.people[p.person]?.name ?? '',
    agency: p.agency,
    role: p.role,
    title: p.title,
    speaksFor: p.speaksFor,
  })),
  contacts: contactLines(policies),
})
