/** Exampleshire: one invented place and one fixed cast, for the demonstration and for tests alike. Nobody in it exists. */
import type { Agency, Directory, Person, Post } from '../src/domain/people/directory.ts'

export const partnership = 'exampleshire'
export const partnershipName = 'Exampleshire Safeguarding Partnership'

const agency = (id: string, name: string, initials: string, kind: string, more: Partial<Agency> = {}): Agency => ({
  id,
  name,
  initials,
  kind,
  closures: [],
  membership: 'full',
  policies: [],
  ...more,
})

const agencies: readonly Agency[] = [
  agency('bramble-lane', 'Bramble Lane Nursery', 'BL', 'pre-school', {
    membership: 'none',
    policies: ['ready-steady-grow'],
    closures: [{ from: '2026-05-25', to: '2026-05-29', why: 'half-term' }],
  }),
  agency('fernley-school', 'Fernley School', 'FS', 'school', { membership: 'none' }),
  agency('childrens-services', 'Exampleshire Children’s Services', 'CS', 'children’s services', {
    policies: ['havering'],
  }),
  agency('community-health', 'Exampleshire Community Health', 'CH', 'health'),
  agency('police', 'Exampleshire Police', 'EP', 'police'),
  agency('education', 'Exampleshire Education', 'ED', 'education'),
  agency('housing', 'Northgate Housing', 'NH', 'housing', { membership: 'associate' }),
  agency('reviewing', 'Exampleshire Reviewing Service', 'RS', 'reviewing service', { membership: 'none' }),
  agency('front-door', 'Exampleshire Front Door', 'FD', 'front door', { membership: 'none' }),
  agency('board', 'Exampleshire Board', 'EB', 'board', { membership: 'none' }),
]

/** person, name, agency, role, title, tier */
type Line = readonly [
  person: string,
  name: string,
  agency: string,
  role: string,
  title: string,
  tier?: number | undefined,
  more?: Partial<Post>,
]

const officer: Partial<Post> = { rank: 'senior officer' }
const lines: readonly Line[] = [
  ['amira-hussain', 'Amira Hussain', 'bramble-lane', 'worker', 'Key person', 1],
  ['joanne-pike', 'Joanne Pike', 'bramble-lane', 'manager', 'Manager and safeguarding lead', 2],
  ['joanne-pike', 'Joanne Pike', 'bramble-lane', 'lead', 'Designated safeguarding lead'],
  ['dilys-owen', 'Dilys Owen', 'bramble-lane', 'senior', 'Owner', 3],
  [
    'dilys-owen',
    'Dilys Owen',
    'bramble-lane',
    'committee-member',
    'Owner and committee chair',
    undefined,
    { keepsPolicies: true },
  ],
  ['dilys-owen', 'Dilys Owen', 'bramble-lane', 'safeguarding-rep', 'Designated safeguarding representative'],
  ['priya-nair', 'Priya Nair', 'fernley-school', 'worker', 'Class teacher', 1],
  ['owen-blythe', 'Owen Blythe', 'fernley-school', 'manager', 'Deputy head and safeguarding lead', 2],
  ['owen-blythe', 'Owen Blythe', 'fernley-school', 'lead', 'Designated safeguarding lead'],
  ['ruby-castell', 'Ruby Castell', 'fernley-school', 'senior', 'Head teacher', 3],
  ['ruby-castell', 'Ruby Castell', 'fernley-school', 'safeguarding-rep', 'Designated safeguarding representative'],
  [
    'tom-reddy',
    'Tom Reddy',
    'childrens-services',
    'worker',
    'Social worker, Assessment Team North',
    1,
    { team: 'north' },
  ],
  [
    'nadia-brook',
    'Nadia Brook',
    'childrens-services',
    'worker',
    'Social worker, Assessment Team South',
    1,
    { team: 'south' },
  ],
  [
    'grace-adeyemi',
    'Grace Adeyemi',
    'childrens-services',
    'manager',
    'Team manager, Assessment Team North',
    2,
    { team: 'north' },
  ],
  [
    'leo-marchetti',
    'Leo Marchetti',
    'childrens-services',
    'manager',
    'Team manager, Assessment Team South',
    2,
    { team: 'south' },
  ],
  ['grace-adeyemi', 'Grace Adeyemi', 'childrens-services', 'lead', 'Safeguarding lead', undefined, { team: 'north' }],
  ['malcolm-frith', 'Malcolm Frith', 'childrens-services', 'senior', 'Service manager', 3],
  ['malcolm-frith', 'Malcolm Frith', 'childrens-services', 'committee-member', 'Service manager'],
  [
    'malcolm-frith',
    'Malcolm Frith',
    'childrens-services',
    'safeguarding-rep',
    'Designated safeguarding representative',
  ],
  ['sheila-quarmby', 'Sheila Quarmby', 'childrens-services', 'director', 'Director of children’s services', 4],
  ['fiona-marsh', 'Fiona Marsh', 'childrens-services', 'board-member', 'Director of quality', undefined, officer],
  ['sunita-rao', 'Sunita Rao', 'community-health', 'worker', 'Health visitor', 1],
  ['iris-fontaine', 'Iris Fontaine', 'community-health', 'manager', 'Health visiting team lead', 2],
  ['iris-fontaine', 'Iris Fontaine', 'community-health', 'lead', 'Safeguarding lead'],
  ['bernard-hale', 'Bernard Hale', 'community-health', 'senior', 'Head of community nursing', 3],
  ['miriam-costello', 'Miriam Costello', 'community-health', 'board-member', 'Named nurse', undefined, officer],
  ['miriam-costello', 'Miriam Costello', 'community-health', 'safeguarding-rep', 'Named nurse'],
  ['jack-temple', 'Jack Temple', 'police', 'worker', 'Detective constable', 1],
  ['sara-lindgren', 'Sara Lindgren', 'police', 'manager', 'Detective sergeant', 2],
  ['karen-oduya', 'Karen Oduya', 'police', 'senior', 'Detective chief inspector', 3],
  ['karen-oduya', 'Karen Oduya', 'police', 'board-member', 'Detective chief inspector', undefined, officer],
  [
    'alan-whitcombe',
    'Alan Whitcombe',
    'education',
    'board-member',
    'Head of inclusion, for schools',
    undefined,
    { ...officer, speaksFor: ['fernley-school'] },
  ],
  [
    'marion-yeo',
    'Marion Yeo',
    'education',
    'board-member',
    'Head of early years, for nurseries',
    undefined,
    { ...officer, speaksFor: ['bramble-lane'] },
  ],
  [
    'bea-okafor',
    'Bea Okafor',
    'education',
    'board-member',
    'Assistant head of schools',
    undefined,
    { rank: 'officer', speaksFor: ['fernley-school'] },
  ],
  ['lorna-speight', 'Lorna Speight', 'housing', 'board-member', 'Support manager', undefined, officer],
  ['lorna-speight', 'Lorna Speight', 'housing', 'manager', 'Support manager', 2],
  ['dev-anand', 'Dev Anand', 'housing', 'worker', 'Housing officer', 1],
  ['helen-baptiste', 'Helen Baptiste', 'reviewing', 'iro', 'Independent reviewing officer'],
  ['colin-ash', 'Colin Ash', 'front-door', 'front-door', 'Duty social worker'],
  ['colin-ash', 'Colin Ash', 'front-door', 'safeguarding-team', 'Safeguarding adviser'],
  ['ruth-calder', 'Ruth Calder', 'board', 'board-manager', 'Board manager', undefined, { keepsPolicies: true }],
  ['helena-stroud', 'Helena Stroud', 'board', 'vice-chair', 'Vice-chair', undefined, { keepsPolicies: true }],
  ['peter-lindqvist', 'Peter Lindqvist', 'board', 'chair', 'Independent chair'],
]

const people: Record<string, Person> = {}
for (const [id, name] of lines) people[id] ??= { id, name, email: `${id}@exampleshire.example` }

const posts: readonly Post[] = lines.map(([person, , where, role, title, tier, more], n) => ({
  id: `${String(n).padStart(3, '0')}-${person}-${role}`,
  person,
  agency: where,
  role,
  title,
  ...(tier === undefined ? {} : { tier }),
  speaksFor: [],
  away: [],
  ...more,
}))

export const directory: Directory = {
  version: '1',
  agencies: Object.fromEntries(agencies.map((a) => [a.id, a])),
  people,
  posts,
}

/** Who can be signed in as, with one click, and what each comes for. */
export const cast: readonly { readonly person: string; readonly comesFor: string }[] = [
  { person: 'amira-hussain', comesFor: 'Raises a concern and hears what becomes of it' },
  { person: 'joanne-pike', comesFor: 'The team’s concerns: what is waiting, what is late, what may be done' },
  { person: 'dilys-owen', comesFor: 'Talks to senior managers; answers for the nursery’s policies' },
  { person: 'priya-nair', comesFor: 'A teacher whose concern has reached the panel' },
  { person: 'owen-blythe', comesFor: 'The school’s safeguarding lead' },
  { person: 'ruby-castell', comesFor: 'The head teacher' },
  { person: 'tom-reddy', comesFor: 'The other side: is asked to think again' },
  { person: 'grace-adeyemi', comesFor: 'The other side’s manager: owes a reply' },
  { person: 'malcolm-frith', comesFor: 'The other side’s senior manager' },
  { person: 'sheila-quarmby', comesFor: 'The top of the other side’s line' },
  { person: 'sunita-rao', comesFor: 'A health visitor, on either side' },
  { person: 'iris-fontaine', comesFor: 'The health visitors’ manager' },
  { person: 'bernard-hale', comesFor: 'Head of community nursing' },
  { person: 'jack-temple', comesFor: 'A police officer' },
  { person: 'sara-lindgren', comesFor: 'The officer’s manager' },
  { person: 'karen-oduya', comesFor: 'A senior officer who can sit on a panel' },
  { person: 'alan-whitcombe', comesFor: 'Speaks for schools on the Board; sits on the panel' },
  { person: 'marion-yeo', comesFor: 'Speaks for nurseries on the Board' },
  { person: 'fiona-marsh', comesFor: 'Sits on the Board for children’s services' },
  { person: 'miriam-costello', comesFor: 'Named nurse, sits on the Board for health' },
  { person: 'helen-baptiste', comesFor: 'A reviewing officer who has been told' },
  { person: 'colin-ash', comesFor: 'The front door: referrals and advice' },
  { person: 'ruth-calder', comesFor: 'The register of everything open; composes panels' },
  {
    person: 'helena-stroud',
    comesFor: 'Vice-chair: acts if the Chair cannot; keeps the policies with the Board manager',
  },
  { person: 'peter-lindqvist', comesFor: 'The Chair: decides, or convenes a panel' },
]
