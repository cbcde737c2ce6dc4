/** The invented place of `test-place.ts`: its agencies, people and bank holidays. */
import type { BankHolidays, Nation } from '../calendar/calendar.ts'
import type { Agency, AgencyId, Directory, PersonId, Post } from '../people/directory.ts'
import type { Policy } from '../policy/policy.ts'
import type { Addendum, World } from './world.ts'

export interface Setting {
  readonly posts?: readonly Post[]
  /** Without these people's posts. */
  readonly without?: readonly PersonId[]
  readonly away?: Readonly<Record<PersonId, Post['away'][number]>>
  readonly closures?: Readonly<Record<AgencyId, Agency['closures']>>
  readonly membership?: Readonly<Record<AgencyId, Agency['membership']>>
  readonly addenda?: readonly Addendum[]
  readonly nation?: Nation
}

export function worldOf(policy: Policy, setting: Setting = {}): World {
  return {
    policy,
    holidays: { ...holidays, nation: setting.nation ?? policy.nation },
    directory: directoryOf(setting),
    addenda: setting.addenda ?? [],
  }
}

const lines = [
  ['worker', 1],
  ['manager', 2],
  ['senior', 3],
  ['director', 4],
] as const

export const post = (person: PersonId, agency: AgencyId, role: string, more: Partial<Post> = {}): Post => ({
  id: `${person}-${role}`,
  person,
  agency,
  role,
  title: role,
  speaksFor: [],
  away: [],
  ...more,
})

const seat = (agency: AgencyId, more: Partial<Post> = {}) =>
  post(`${agency}-member`, agency, 'board-member', { rank: 'Senior officer', ...more })

const ordinary: readonly Post[] = [
  ...(['school', 'council', 'clinic'] as const).flatMap((agency) =>
    lines.map(([role, tier]) => post(`${agency}-${role}`, agency, role, { tier })),
  ),
  ...(['school', 'council', 'clinic'] as const).map((agency) => post(`${agency}-lead`, agency, 'lead')),
  seat('school'),
  seat('council'),
  seat('clinic'),
  seat('police'),
  seat('housing', { rank: 'Officer' }),
  post('chair', 'board', 'chair'),
  post('coordinator', 'board', 'coordinator'),
  post('iro', 'review', 'iro'),
]

function directoryOf(setting: Setting): Directory {
  const posts = [...ordinary, ...(setting.posts ?? [])]
    .filter((p) => !setting.without?.includes(p.person))
    .map((p) => (setting.away?.[p.person] ? { ...p, away: [setting.away[p.person] as Post['away'][number]] } : p))
  const agencies = [...new Set(posts.map((p) => p.agency))].map(
    (id): Agency => ({
      id,
      name: `The ${id}`,
      initials: id.slice(0, 2).toUpperCase(),
      kind: id,
      closures: setting.closures?.[id] ?? [],
      membership: setting.membership?.[id] ?? 'full',
      policies: [],
    }),
  )
  return {
    version: '1',
    agencies: Object.fromEntries(agencies.map((a) => [a.id, a])),
    people: Object.fromEntries(posts.map((p) => [p.person, { id: p.person, name: p.person }])),
    posts,
  }
}

const holidays: BankHolidays = {
  nation: 'england-and-wales',
  version: 'of the tests',
  source: 'written for the tests',
  days: [
    { date: '2026-01-01', name: 'New Year’s Day' },
    { date: '2026-04-03', name: 'Good Friday' },
    { date: '2026-04-06', name: 'Easter Monday' },
    { date: '2026-05-04', name: 'Early May bank holiday' },
    { date: '2026-12-25', name: 'Christmas Day' },
  ],
}
