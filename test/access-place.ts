/** The place that the attacks are made on: twelve principals (trust.md B.2) and four cases at Exampleshire, with words that only their audience may ever read. */
import assert from 'node:assert/strict'
import { partnership } from '../seeds/place.ts'
import { samplePlace } from '../seeds/plant.ts'
import { keepPlace } from '../src/app/place.ts'
import { londonInstant } from '../src/domain/calendar/london.ts'
import type { Directory, Post } from '../src/domain/people/directory.ts'
import { references } from '../src/store/entries/references.ts'
import type { Route } from '../src/web/screen.ts'
import { concern, type InCase, raised } from './clauses/in-case.ts'
import { type Exampleshire, exampleshire, type Visitor, visit } from './place.ts'

/** Whom each principal is in the cast. P0 and P11 have no session: an operator has the machine, and no account in it. */
export const principals = {
  'P0 nobody': undefined,
  'P1 raiser': 'amira-hussain',
  'P2 her manager': 'joanne-pike',
  'P3 her colleague, not on the case': 'wren-tolley',
  'P4 responding worker': 'tom-reddy',
  'P5 responding manager': 'grace-adeyemi',
  'P6 third agency': 'sara-lindgren',
  'P7 told reviewing officer': 'helen-baptiste',
  'P8 Board manager': 'ruth-calder',
  'P9 member of another case’s panel': 'karen-oduya',
  'P10 administrator of accounts': 'ana-petrov',
  'P11 operator': undefined,
} as const
export type Principal = keyof typeof principals

/** Words that may be read by their audience alone. */
export const canary = {
  childA: 'Quillon Abernathy',
  childB: 'Bexley Ottoline',
  childC: 'Corwin Pemberley',
  childP: 'Primrose Vandermeer',
  titleA: 'zinnia title of the first case',
  both: 'marigold said to both sides',
  agencyNote: 'foxglove note of the nursery',
  privateNote: 'hemlock note for herself',
  confidence: 'nightshade told by health',
  supporter: 'hellebore said to her supporter',
  otherNote: 'aconite note of children’s services',
  otherDebrief: 'oleander debrief of the answering side',
  inside: 'belladonna talk at home',
  draft: 'larkspur not sent yet',
} as const

export interface Attacked {
  readonly it: Exampleshire
  /** amira → Children’s Services, at line managers, the reviewing officer told. */
  readonly a: InCase
  /** Two other agencies: police → health. */
  readonly b: InCase
  /** The same agency, other people: wren-tolley → Fernley School. */
  readonly c: InCase
  /** Before a panel, on which karen-oduya sits. */
  readonly p: InCase
  /** amira’s draft of a concern. */
  readonly draft: string
  /** Somebody of another partnership, and their own case’s address there. */
  readonly foreigner: Visitor
}

export async function attacked(options: { readonly routes?: readonly Route[] } = {}): Promise<Attacked> {
  const it = await exampleshire({
    policies: ['seeds/policies/exampleshire.yaml', 'policies/st-marychurch.yaml'],
    from: '2026-03-30T10:00',
    directory: withMore,
    ...options,
  })
  const a = await caseA(it)
  const b = await raised(
    it,
    'jack-temple',
    sample({ name: canary.childB, to: 'community-health', person: 'sunita-rao' }),
  )
  const c = await raised(it, 'wren-tolley', sample({ name: canary.childC, to: 'fernley-school', person: 'priya-nair' }))
  const p = await caseP(it)
  const draft = await draftOf(it)
  return { it, a, b, c, p, draft, foreigner: await foreignerOf(it) }
}

/** A concern under the sample place's own policy. */
export function sample({
  name,
  to,
  person,
  more = {},
  facts = {},
}: {
  readonly name: string
  readonly to: string
  readonly person: string
  readonly more?: object
  readonly facts?: object
}) {
  const asked = {
    conduct: false,
    reason: ['need'],
    exact: 'A visit was not made.',
    evidence: 'Our own notes.',
    'so-far': 'We rang.',
    wanted: 'A visit.',
    how: 'A meeting.',
    'on-plan': false,
    'in-care': false,
    ...facts,
  }
  return concern('exampleshire', asked, {
    subject: { name, age: '4' },
    agencies: [to],
    person: { [to]: person },
    manager: 'no',
    ...more,
  })
}

async function caseA(it: Exampleshire): Promise<InCase> {
  const amira = 'amira-hussain'
  const a = await raised(
    it,
    amira,
    sample({
      name: canary.childA,
      to: 'childrens-services',
      person: 'tom-reddy',
      facts: { 'on-plan': true, exact: canary.both },
      more: { title: canary.titleA },
    }),
  )
  await a.does(amira, 'notes', { words: canary.agencyNote, for: 'agency' })
  await a.does(amira, 'notes', { words: canary.privateNote, for: 'private' })
  await a.does(amira, 'information', {
    from: 'community-health',
    'from-words': 'Sunita Rao, by phone',
    words: canary.confidence,
  })
  await a.does('tom-reddy', 'notes', { words: canary.otherNote, for: 'agency' })
  const advice = (await a.seen(amira)).duties.find((one) => one.key.startsWith('advice·'))
  await a.does(amira, `acts/consult?duty=${encodeURIComponent(advice?.key ?? '')}`, {
    to: ['joanne-pike'],
    words: canary.supporter,
  })
  await a.does(amira, 'moves/up', { 'fact-our-why': 'Not settled.', risk: 'some' })
  const iro = await a.duty('joanne-pike', 'told-iro')
  await a.does('joanne-pike', `acts/tell?duty=${encodeURIComponent(iro.key)}`, { to: ['helen-baptiste'], how: 'here' })
  return a
}

async function caseP(it: Exampleshire): Promise<InCase> {
  const urgent = {
    danger: 'yes',
    risk: 'immediate',
    'risk-words': 'He is at the house.',
    start: 'top',
    'start-words': 'It cannot wait.',
  }
  const p = await raised(
    it,
    'priya-nair',
    sample({ name: canary.childP, to: 'childrens-services', person: 'nadia-brook', more: urgent }),
  )
  await p.does('peter-lindqvist', 'moves/convene', { words: 'A panel should hear them.' })
  await p.does('ruth-calder', 'panel', { members: ['alan-whitcombe', 'fiona-marsh', 'karen-oduya'] })
  return p
}

async function draftOf(it: Exampleshire): Promise<string> {
  const amira = await it.as('amira-hussain')
  const first = await amira.press('/raise', { danger: 'no' })
  const draft = String(first.headers.location).split('/').at(-2) ?? ''
  await amira.press(`/raise/${draft}/policy`, { policy: 'exampleshire' })
  const kept = await amira.press(`/raise/${draft}/about-exact`, { 'fact-exact': canary.draft })
  assert.equal(kept.statusCode, 303)
  return draft
}

export const otherPlace = 'otherplace'

async function foreignerOf(it: Exampleshire): Promise<Visitor> {
  const place = await samplePlace(['seeds/policies/exampleshire.yaml'])
  await keepPlace(
    { app: it.app, store: it.t.store },
    { ...place, partnership: otherPlace, name: 'Another Partnership' },
    londonInstant('2018-02-05', '09:00').epochMilliseconds,
  )
  const session = await it.app.sessions.begin(otherPlace, 'amira-hussain')
  return visit(it.server, 'amira-hussain', session)
}

function withMore(own: Directory): Directory {
  const post = (person: string, agency: string, role: string, title: string, more: Partial<Post> = {}): Post => ({
    id: `900-${person}-${role}`,
    person,
    agency,
    role,
    title,
    speaksFor: [],
    away: [],
    ...more,
  })
  const person = (id: string, name: string) => ({ id, name, email: `${id}@exampleshire.example` })
  return {
    ...own,
    people: {
      ...own.people,
      'wren-tolley': person('wren-tolley', 'Wren Tolley'),
      'ana-petrov': person('ana-petrov', 'Ana Petrov'),
      'noor-ali': person('noor-ali', 'Noor Ali'),
    },
    posts: [
      ...own.posts,
      post('wren-tolley', 'bramble-lane', 'worker', 'Key person', { tier: 1 }),
      post('ana-petrov', 'bramble-lane', 'administrator', 'Keeps the accounts'),
      // Leaves at the end of April.
      post('noor-ali', 'bramble-lane', 'worker', 'Key person', { tier: 1, until: '2026-04-30' }),
    ],
  }
}

/** What readers call each entry of a case, by seq: for asking about those one may not read. */
export async function refsOf(it: Exampleshire, caseId: string): Promise<ReadonlyMap<number, string>> {
  return references(
    await it.t.admin<{ seq: number; hash: Buffer }>('select seq, hash from entry where case_id = $1 order by seq', [
      caseId,
    ]),
  )
}

/** How many rows each table with case data has: the same before and after whatever was refused. Reads are on the audit, which is not counted. */
export async function digest(it: Exampleshire): Promise<string> {
  const tables = [
    'cases',
    'entry',
    'entry_share',
    'part',
    'deadline',
    'register',
    'draft',
    'outbox',
    'submission',
    'checkpoint',
    'case_key',
    'policy',
    'adoption',
    'person',
    'post',
  ]
  const rows = await it.t.admin<{ digest: string }>(
    `select ${tables.map((name) => `(select count(*) from ${name})`).join(` || '|' || `)} as digest`,
  )
  const [newest] = await it.t.admin<{ versions: string }>(
    `select string_agg(case_id || version || encode(head, 'hex'), ' ' order by case_id) as versions from cases`,
  )
  return `${rows[0]?.digest} ${newest?.versions}`
}

export const visitorOf = async (it: Exampleshire, principal: Principal): Promise<Visitor | undefined> => {
  const person = principals[principal]
  return person === undefined ? undefined : it.as(person)
}

export { partnership }
