/** A small invented place for the tests of words and pages: two agencies and a third, the Board, a policy, bank holidays. */
import type { BankHolidays } from '../calendar/calendar.ts'
import { londonInstant } from '../calendar/london.ts'
import type { World } from '../case/world.ts'
import type { AgencyId, At, Directory, PersonId, Post } from '../people/directory.ts'
import { exampleshire } from '../policy/exampleshire.ts'
import { parsePolicy } from '../policy/parse-policy.ts'
import type { Policy } from '../policy/policy.ts'

export const at = (date: string, time: string): At => londonInstant(date, time).epochMilliseconds

export function readExample(text = exampleshire): Policy {
  const read = parsePolicy(text)
  if (read.ok) return read.policy
  throw new Error(JSON.stringify(read.problems))
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

const post = (person: PersonId, agency: AgencyId, role: string, title: string, more: Partial<Post> = {}): Post => ({
  id: `${person}-${role}`,
  person,
  agency,
  role,
  title,
  speaksFor: [],
  away: [],
  ...more,
})

const agency = (id: AgencyId, name: string, initials: string, kind: string) => ({
  id,
  name,
  initials,
  kind,
  closures: [],
  membership: 'full' as const,
  policies: [],
})

const names: Readonly<Record<PersonId, string>> = {
  amira: 'Amira Hussain',
  joanne: 'Joanne Pike',
  dilys: 'Dilys Owen',
  tom: 'Tom Reddy',
  grace: 'Grace Adeyemi',
  malcolm: 'Malcolm Frith',
  sunita: 'Sunita Rao',
  lorna: 'Lorna Speight',
  petra: 'Petra Vance',
  helen: 'Helen Baptiste',
  ruth: 'Ruth Calder',
  peter: 'Peter Lindqvist',
}

const directory: Directory = {
  version: '1',
  agencies: {
    nursery: agency('nursery', 'Bramble Lane Nursery', 'BL', 'pre-school'),
    services: agency('services', 'Exampleshire Children’s Services', 'CS', 'children’s services'),
    health: agency('health', 'Exampleshire Community Health', 'CH', 'health'),
    board: agency('board', 'Exampleshire Board', 'EB', 'board'),
    review: agency('review', 'Reviewing Service', 'RS', 'reviewing'),
  },
  people: Object.fromEntries(Object.entries(names).map(([id, name]) => [id, { id, name }])),
  posts: [
    post('amira', 'nursery', 'worker', 'Key person', { tier: 1 }),
    post('joanne', 'nursery', 'manager', 'Manager and safeguarding lead', { tier: 2 }),
    post('dilys', 'nursery', 'head', 'Owner', { tier: 3 }),
    post('tom', 'services', 'worker', 'Social worker', { tier: 1 }),
    post('grace', 'services', 'manager', 'Team manager, Assessment Team North', { tier: 2 }),
    post('malcolm', 'services', 'head', 'Service manager', { tier: 3 }),
    post('sunita', 'health', 'worker', 'Health visitor', { tier: 1 }),
    post('lorna', 'health', 'manager', 'Team leader', { tier: 2 }),
    post('petra', 'health', 'head', 'Head of nursing', { tier: 3 }),
    post('helen', 'review', 'iro', 'Reviewing officer'),
    post('ruth', 'board', 'coordinator', 'Board manager'),
    post('peter', 'board', 'chair', 'Chair of the Board'),
  ],
}

/** Without the gate of its first stage, which only a manager may answer. */
const openText = exampleshire.replace(
  'up: { by: raising manager, if: justified, cites: EX-2 }',
  'up: { by: raising party, cites: EX-2 }',
)
export const openWorld = () => exampleWorld(readExample(openText))

export const exampleWorld = (policy: Policy = readExample()): World => ({ policy, holidays, directory, addenda: [] })
