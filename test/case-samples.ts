/** Small invented cases for tests of the store: no policy, no engine, only rows. */
import { randomUUID } from 'node:crypto'
import type { Audience, Entry, EntryHead, What } from '../src/domain/case/entry.ts'
import type { PartRow, Projection, RegisterRow } from '../src/domain/case/projection-rows.ts'
import type { Directory } from '../src/domain/people/directory.ts'
import type { Append } from '../src/store/entries/append.ts'

export const PLACE = 'exampleshire'
/** Thursday 2 April 2026, 10:00 in London. */
export const THEN = Date.parse('2026-04-02T09:00:00.123Z')

export const as = (person: string) => ({ person, partnership: PLACE, session: 's', request: 'r', route: '/cases' })
export const program = { program: true, partnership: PLACE } as const
export const worker = { work: true, partnership: PLACE } as const

export const entry = (seq: number, by: string, agency: string, what: What, head: Partial<EntryHead> = {}): Entry => ({
  seq,
  happened: THEN,
  told: THEN + 1,
  recorded: THEN + 2,
  by,
  agency,
  side: 'raising',
  owner: agency,
  audience: { to: 'parties' },
  inConfidence: false,
  policy: { id: 'sample', version: 1, hash: 'f'.repeat(64) },
  answers: [],
  what,
  ...head,
})

export const note = (
  seq: number,
  by: string,
  agency: string,
  words: string,
  audience: Audience = { to: 'parties' },
): Entry => entry(seq, by, agency, { kind: 'note', words }, { audience })

export const part = (person: string, agency: string, level: PartRow['level'] = 'party', until?: number): PartRow => ({
  person,
  agency,
  level,
  from: THEN,
  ...(until === undefined ? {} : { until }),
})

export const registerRow = (number: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
  number,
  stage: 'talk',
  stageTitle: 'Practitioners talk',
  status: 'open',
  raisingAgency: 'school',
  respondingAgencies: ['council'],
  reasons: ['threshold'],
  flags: [],
  waitingFor: 'Children’s services',
  due: THEN + 86_400_000,
  late: false,
  policyId: 'sample',
  raisedAt: THEN,
  rehearsal: false,
  ...more,
})

export const PARTS = [part('amal', 'school'), part('bryn', 'council')]

export const projection = (number: string, more: Partial<Projection> = {}): Projection => ({
  parts: PARTS,
  deadlines: [
    {
      key: 'reply · 1 · 1 · council',
      dutyId: 'reply',
      agency: 'council',
      side: 'responding',
      role: 'worker',
      people: ['bryn'],
      due: THEN + 86_400_000,
      status: 'open',
      guide: false,
    },
  ],
  register: registerRow(number),
  shares: [],
  ...more,
})

/** A case raised by Amal at the school with the council, with these entries. */
export function raising(entries: readonly Entry[], more: Partial<Append> = {}): Append {
  const caseId = more.caseId ?? randomUUID()
  return {
    caseId,
    expected: 0,
    entries,
    ...projection(`EX-${caseId.slice(0, 8)}`),
    label: { title: 'A sample disagreement', subject: 'A sample child' },
    ...more,
  }
}

export const SAMPLE_DIRECTORY: Directory = {
  version: 'sample-1',
  agencies: Object.fromEntries(
    (
      [
        ['school', 'Sample School', 'school'],
        ['council', 'Sample Children’s Services', "children's services"],
        ['health', 'Sample Health', 'health'],
        ['board', 'Sample Board', 'board'],
      ] as const
    ).map(([id, name, kind]) => [
      id,
      {
        id,
        name,
        initials: id.slice(0, 2).toUpperCase(),
        kind,
        closures: [],
        membership: 'full',
        policies: [],
      } as const,
    ]),
  ),
  people: Object.fromEntries(
    [
      ['amal', 'Amal Archer'],
      ['bryn', 'Bryn Bell'],
      ['cora', 'Cora Chen'],
      ['dele', 'Dele Dunn'],
      ['esme', 'Esme Ellis'],
    ].map(([id = '', name = '']) => [id, { id, name, email: `${id}@sample.example`, phone: '01632 960001' }]),
  ),
  posts: [
    {
      id: 'amal-lead',
      person: 'amal',
      agency: 'school',
      role: 'lead',
      title: 'Designated safeguarding lead',
      speaksFor: [],
      away: [{ from: '2026-05-01', to: '2026-05-08', cover: 'dele' }],
    },
    {
      id: 'bryn-worker',
      person: 'bryn',
      agency: 'council',
      role: 'worker',
      title: 'Social worker',
      speaksFor: [],
      away: [],
    },
    {
      id: 'cora-health',
      person: 'cora',
      agency: 'health',
      role: 'worker',
      title: 'Health visitor',
      speaksFor: [],
      away: [],
      tier: 1,
      rank: 'officer',
    },
    { id: 'dele-school', person: 'dele', agency: 'school', role: 'worker', title: 'Teacher', speaksFor: [], away: [] },
    {
      id: 'esme-board',
      person: 'esme',
      agency: 'board',
      role: 'board-manager',
      title: 'Board manager',
      speaksFor: ['school'],
      away: [],
      from: '2026-01-01',
      until: '2026-12-31',
    },
  ],
}
