/** Driving one case through the API and reading it as somebody sees it: the words of the clause tests. */
import assert from 'node:assert/strict'
import { type Body, type Exampleshire, type Response, wordsIn } from '../place.ts'

export interface SeenDuty {
  readonly key: string
  readonly order: string
  readonly force: 'must' | 'should' | 'may'
  readonly who: string
  readonly side: string
  readonly clause: string
  readonly status: 'waiting' | 'open' | 'late' | 'done' | 'waived' | 'not needed'
  readonly says: string
  readonly isYours: boolean
  /** ISO, UTC. */
  readonly due?: string
  readonly isGuide?: boolean
  readonly working?: {
    readonly rule: string
    readonly notes: string
    readonly rows: readonly { readonly is: string; readonly dates: readonly string[]; readonly words: string }[]
  }
}

export interface SeenEntry {
  /** What pages, addresses and the API call it. */
  readonly ref: string
  readonly kind: string
  readonly owner: string
  readonly happened: string
  readonly corrects?: string
  readonly heading: string
  readonly by: string
  readonly text: string
  readonly lines: readonly string[]
  readonly votes?: readonly {
    readonly name: string
    readonly title: string
    readonly agency: string
    readonly vote: string
    readonly outcome?: string
  }[]
  readonly audience: string
}

/** The JSON of a case page, as far as tests look at it. */
export interface SeenCase {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly status: 'open' | 'ended' | 'closed'
  readonly stage: { readonly id: string; readonly number?: string; readonly title: string }
  readonly sides: readonly { readonly agency: string; readonly side: string }[]
  readonly end?: { readonly is: string }
  readonly duties: readonly SeenDuty[]
  readonly moves: readonly { readonly text: string; readonly href: string; readonly what: string }[]
  readonly entries: readonly SeenEntry[]
}

export interface SeenRefusal {
  readonly code: string
  readonly title: string
  readonly because: string
  readonly clauses: readonly { readonly id: string; readonly text: string }[]
}

export interface InCase {
  readonly id: string
  /** Sends JSON that has to be taken. `noun` is what stands after the case in the address. */
  does(person: string, noun: string, body: Body): Promise<void>
  /** Sends JSON that has to be refused by a rule (409). */
  refused(person: string, noun: string, body: Body): Promise<SeenRefusal>
  /** Sends JSON that has to be sent back as not usable (422): the fields named. */
  unusable(person: string, noun: string, body: Body): Promise<readonly string[]>
  send(person: string, noun: string, body: Body): Promise<Response>
  seen(person: string): Promise<SeenCase>
  /** What the case page says. */
  words(person: string, noun?: string): Promise<string>
  /** The newest instance of a duty. */
  duty(person: string, id: string): Promise<SeenDuty>
  kinds(person: string): Promise<readonly string[]>
  up(person: string, words?: string): Promise<void>
  talks(person: string, ...others: readonly string[]): Promise<void>
  tells(person: string, ...to: readonly string[]): Promise<void>
}

/** Answers to every question of a concern: those of the policy are given by the test. */
export const concern = (policy: string, facts: Body, more: Body = {}): Body => ({
  policy,
  danger: 'no',
  fact: facts,
  subject: { name: 'Ayo D', age: '4' },
  title: 'who visits',
  risk: 'some',
  safe: 'no',
  'date-needed': 'no',
  agencies: ['childrens-services'],
  person: { 'childrens-services': 'tom-reddy' },
  supporter: 'no',
  ...more,
})

/** What every one of the policies asks for: exact, done, aim, evidence and where it is from. Source: C-7. */
export const told: Body = {
  exact: 'The visit of 9 March was not made.',
  'actions-to-date': 'We rang the duty team twice.',
  aim: 'A visit this week.',
  evidence: 'Two weeks without weight gain.',
  'evidence-source': 'Our own weights, Mondays.',
}

/** A usable concern under each of the five. */
export const concernUnder = (policy: string, facts: Body = {}, more: Body = {}): Body => {
  const flags = { conduct: false, 'on-plan': false, 'looked-after': false }
  const asked: Readonly<Record<string, Body>> = {
    havering: { ...told, reason: ['action'], ...flags },
    'ready-steady-grow': { ...told, reason: ['action'], ...flags },
    'st-marychurch': { ...told, reason: ['action'] },
    playgroup: { ...told, reason: ['action'] },
    ladybirds: {
      ...told,
      reason: ['not-sharing'],
      'how-resolved': 'A meeting this week.',
      'parents-permission': 'given',
      'why-share': 'The health visitor can act on it.',
    },
  }
  const manager = ['havering', 'ready-steady-grow'].includes(policy) ? { manager: 'no' } : {}
  return concern(policy, { ...asked[policy], ...facts }, { ...manager, ...more })
}

export async function raised(it: Exampleshire, person: string, body: Body): Promise<InCase> {
  const sent = await (await it.as(person)).send('/raise', body)
  assert.equal(sent.statusCode, 201, sent.body)
  return inCase(it, sent.json<{ case: string }>().case)
}

export function inCase(it: Exampleshire, id: string): InCase {
  const send = async (person: string, noun: string, body: Body) =>
    (await it.as(person)).send(`/cases/${id}/${noun}`, body)
  const does = async (person: string, noun: string, body: Body) => {
    const sent = await send(person, noun, body)
    assert.equal(sent.statusCode, 200, `${person} ${noun}: ${sent.body}`)
  }
  const seen = async (person: string) => {
    const read = await (await it.as(person)).read(`/cases/${id}`)
    assert.equal(read.statusCode, 200, `${person} reads the case: ${read.body}`)
    return read.json<SeenCase>()
  }
  return {
    id,
    does,
    send,
    seen,
    async refused(person, noun, body) {
      const sent = await send(person, noun, body)
      assert.equal(sent.statusCode, 409, `${person} ${noun}: ${sent.body}`)
      return sent.json<{ refused: SeenRefusal }>().refused
    },
    async unusable(person, noun, body) {
      const sent = await send(person, noun, body)
      assert.equal(sent.statusCode, 422, `${person} ${noun}: ${sent.body}`)
      return sent.json<{ errors: readonly { field: string }[] }>().errors.map((one) => one.field)
    },
    async words(person, noun) {
      const page = await (await it.as(person)).page(`/cases/${id}${noun === undefined ? '' : `/${noun}`}`)
      return wordsIn(page.body)
    },
    async duty(person, name) {
      const { duties } = await seen(person)
      const found = duties.findLast((one) => one.key.startsWith(`${name}·`))
      assert.ok(found, `${name} in ${duties.map((one) => `${one.key} ${one.status}`).join(', ')}`)
      return found
    },
    kinds: async (person) => (await seen(person)).entries.map((one) => one.kind),
    up: (person, words = 'It is not settled.') => does(person, 'moves/up', { 'fact-our-why': words, risk: 'some' }),
    async talks(person, ...others) {
      await does(person, 'discussions', { way: 'phone', 'took-part': others, words: 'We do not agree.', settled: 'no' })
    },
    tells: (person, ...to) => does(person, 'notices', { to, how: 'here' }),
  }
}

/** "2026-04-08T17:00" London, from an ISO time in UTC. */
export const london = (iso: string | undefined): string =>
  iso === undefined
    ? ''
    : new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
        .format(new Date(iso))
        .replace(' ', 'T')

/** How a panel's members vote on the form of a decision: the first so many for it, the others take no part. */
export const votes = (members: readonly string[], inFavour = members.length): Readonly<Record<string, string>> =>
  Object.fromEntries(members.map((one, n) => [`vote-${one}`, n < inFavour ? 'for' : 'took-no-part']))
