/**
 * Who reaches what: twelve principals × every route × four cases, as a table written from trust.md B.2 and not from the code.
 * Refused and absent are the same bytes, and nothing is written on the way. Source: trust.md 1, 2, 3, 25.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { show } from '../src/web/answers.ts'
import { html } from '../src/web/html/html.ts'
import { routes } from '../src/web/routes.ts'
import type { Route } from '../src/web/screen.ts'
import { buildServer } from '../src/web/server.ts'
import { type Attacked, attacked, digest, type Principal, principals, refsOf, visitorOf } from './access-place.ts'
import { type Body, freshKey, type Response, visit } from './place.ts'

/** What an address is, and so who may have it. */
type Kind =
  /** Anybody, signed in or not. */
  | 'open'
  /** Anybody with a post in the partnership. */
  | 'place'
  /** Whoever keeps a register. */
  | 'register'
  /** Whoever keeps policies. */
  | 'keeper'
  /** Nobody: it is there only inside a rehearsal. */
  | 'nowhere'
  /** The author of that draft. */
  | 'draft'
  /** Whoever has a part in the case. */
  | 'case'
  /** A form of the case: to be opened and sent by whoever has a part, as far as that part goes. */
  | 'form'
  /** Sends anybody on to another address of the case, which asks for itself: it says nothing of the case. */
  | 'pointer'

/** Every form of a case by what stands after its address, with what a party would send. */
const forms: Readonly<Record<string, Body>> = {
  advice: { 'to-words': 'Somebody', words: 'x' },
  'acts/consult': { 'to-words': 'Somebody', words: 'x' },
  referrals: { 'to-words': 'Somebody', words: 'x' },
  'acts/refer': { 'to-words': 'Somebody', words: 'x' },
  breaches: { what: 'x', words: 'x' },
  'acts/keep': { what: 'x', words: 'x' },
  'dates/:key': { date: '2026-04-09', words: 'x' },
  papers: { title: 'x', 'to-words': 'Somebody', words: 'x' },
  'acts/write': { title: 'x', 'to-words': 'Somebody', words: 'x' },
  records: { words: 'x' },
  'acts/record': { words: 'x' },
  done: { words: 'x' },
  'acts/do': { words: 'x' },
  replies: { words: 'x' },
  'acts/reply': { words: 'x' },
  'replies/:entry': { satisfied: false, words: 'x' },
  discussions: {
    way: 'phone',
    'took-part': ['tom-reddy', 'amira-hussain', 'grace-adeyemi'],
    words: 'x',
    settled: 'no',
  },
  'acts/discuss': {
    way: 'phone',
    'took-part': ['tom-reddy', 'amira-hussain', 'grace-adeyemi'],
    words: 'x',
    settled: 'no',
  },
  meetings: { 'took-part': ['tom-reddy', 'amira-hussain', 'grace-adeyemi'], words: 'x', settled: 'no' },
  'acts/meet': { 'took-part': ['tom-reddy', 'amira-hussain', 'grace-adeyemi'], words: 'x', settled: 'no' },
  arrangement: { words: 'x', 'answers-for': 'tom-reddy' },
  'arrangement/check': { words: 'x' },
  'arrangement/checks': { words: 'x' },
  closure: { words: 'x' },
  corrections: { words: 'x', why: 'x' },
  'corrections/:entry': { words: 'x', why: 'x' },
  debrief: { words: 'x' },
  learning: { words: 'x' },
  dissent: { words: 'x' },
  'moves/:move/gate': { words: 'x' },
  agencies: { agency: 'police', words: 'x' },
  raisers: { person: 'dilys-owen' },
  'moves/:move': { 'fact-our-why': 'x', risk: 'some' },
  notes: { words: 'x', for: 'agency' },
  information: { from: 'police', 'from-words': 'x', words: 'x' },
  notices: { 'to-words': 'Somebody', how: 'phone', words: 'x' },
  'acts/tell': { 'to-words': 'Somebody', how: 'phone', words: 'x' },
  decision: { words: 'x' },
  'outcome/:duty/words': { lines: 'x' },
  'outcome/:duty/signature': { 'fact-our-listened': true },
  'outcome/:duty/refusal': { words: 'x' },
  outcome: { choice: 'propose' },
  'outcome/:duty': { choice: 'propose' },
  outstanding: { what: 'x', who: 'x', by: '2026-05-01' },
  'outstanding/:entry/:index': { words: 'x' },
  'panel/conflict': { words: 'x' },
  'panel/conflicts': { words: 'x' },
  panel: { members: ['fiona-marsh', 'marion-yeo', 'karen-oduya'], 'left-out': 'x' },
  permissions: { of: 'family', step: 'given', words: 'x' },
  'protective-date': { needed: 'yes', date: '2026-04-09', words: 'x' },
  'acts/answer': { 'fact-our-risk': 'x', words: 'x' },
  'facts/:fact': { 'fact-in-care': true, words: 'x' },
  'questions/:fact': { 'fact-in-care': true, words: 'x' },
  reopening: { words: 'x' },
  risk: { risk: 'some', 'risk-words': 'x' },
  shares: { person: 'dev-anand', 'family-told': 'yes', words: 'x' },
  'not-shared': { asked: 'x', words: 'x' },
  supporters: { person: 'dilys-owen' },
  version: { to: '99', words: 'x' },
  waivers: { key: 'x', words: 'x' },
}

const expected: Readonly<Record<string, Kind>> = {
  ...all('open', 'GET', [
    '/danger',
    '/hide',
    '/hidden',
    '/healthz',
    '/',
    '/help',
    '/privacy',
    '/accessibility',
    '/sign-in',
  ]),
  ...all('open', 'GET', ['/calculator', '/calculator.json', '/calculator.txt', '/calculator.ics']),
  ...all('open', 'POST', ['/sign-in', '/sign-out', '/sample/clock']),
  ...all(
    'place',
    'GET',
    [
      '',
      '/cases',
      '/policies',
      '/policies/:policy',
      '/policies/:policy/text',
      '/policies/:policy/history',
      '/policies/compare',
      '/policies/strictest',
      '/policies/strictest/text',
      '/rehearsals',
      '/policies/:policy/flowchart.svg',
      '/policies/:policy/plain-words.docx',
      '/directory',
      '/raise',
      '/drafts',
    ].map(below),
  ),
  ...all('place', 'POST', ['/raise', '/rehearsals'].map(below)),
  ...all(
    'keeper',
    'GET',
    [
      '/policies/:policy/review',
      '/policy-drafts/new',
      '/policy-drafts/:draft',
      '/policy-drafts/:draft/text',
      '/policy-drafts/:draft/adopt',
      '/policy-drafts/:draft/replay',
      '/policy-drafts/:draft/form',
      '/policy-drafts/:draft/form/:part',
    ].map(below),
  ),
  ...all(
    'keeper',
    'POST',
    [
      '/policies/:policy/review',
      '/policy-drafts',
      '/policy-drafts/:draft',
      '/policy-drafts/:draft/check',
      '/policy-drafts/:draft/adopt',
      '/policy-drafts/:draft/set-aside',
      '/policy-drafts/:draft/form/:part',
      '/policy-drafts/:draft/form/:part/check',
    ].map(below),
  ),
  ...all('nowhere', 'GET', ['/rehearsal'].map(below)),
  ...all('nowhere', 'POST', ['/rehearsal/person', '/rehearsal/clock', '/rehearsals/:rehearsal'].map(below)),
  ...all('register', 'GET', ['/register', '/register.csv', '/register/report'].map(below)),
  ...all('register', 'POST', ['/register/report'].map(below)),
  ...all(
    'draft',
    'GET',
    ['/raise/:draft', '/raise/:draft/:step', '/drafts/:draft', '/drafts/:draft/deletion'].map(below),
  ),
  ...all('draft', 'POST', ['/raise/:draft/:step', '/drafts/:draft/deletion'].map(below)),
  ...all('case', 'GET', ['/cases/:case', '/cases/:case/as-they-see-it'].map(below)),
  ...all('pointer', 'GET', ['/cases/:case/acts/agree'].map(below)),
  ...all(
    'form',
    'GET',
    Object.keys(forms).map((noun) => below(`/cases/:case/${noun}`)),
  ),
  ...all(
    'form',
    'POST',
    Object.keys(forms).map((noun) => below(`/cases/:case/${noun}`)),
  ),
}

/** What each has in each case (a, b, c, p). Empty = no part, and so nothing. */
type Level = 'party' | 'panel' | 'board' | 'observer'
const parts: Readonly<Record<Principal, Readonly<Partial<Record<'a' | 'b' | 'c' | 'p', Level>>>>> = {
  'P0 nobody': {},
  'P1 raiser': { a: 'party' },
  'P2 her manager': { a: 'party' },
  'P3 her colleague, not on the case': { c: 'party' },
  'P4 responding worker': { a: 'party' },
  'P5 responding manager': { a: 'party' },
  'P6 third agency': {},
  'P7 told reviewing officer': { a: 'observer' },
  // The sample’s policy has her keep the register from the first stage, and compose the panel.
  'P8 Board manager': { a: 'board', b: 'board', c: 'board', p: 'panel' },
  'P9 member of another case’s panel': { p: 'panel' },
  'P10 administrator of accounts': {},
  'P11 operator': {},
}

/** What somebody who was told, or keeps the register, may write: a paper or an answer of their own, and what nobody else can read. */
const observerWrites = [
  'papers',
  'acts/write',
  'replies',
  'acts/reply',
  'permissions',
  'panel/conflict',
  'panel/conflicts',
]

let at: Attacked
let policyDraft = ''
/** What the first entry of each case is called. */
const refs = new Map<string, string>()

before(async () => {
  at = await attacked()
  const begun = await (await at.it.as('ruth-calder')).send('/policy-drafts', { text: 'id: being-written' })
  policyDraft = begun.json<{ id: string }>().id
  for (const { id } of [at.a, at.b, at.c, at.p]) refs.set(id, (await refsOf(at.it, id)).get(1) ?? '')
})
after(() => at.it.close())

describe('the table', () => {
  test('trust 1: every route is in it, and nothing else', () => {
    const there = routes().map(({ method, url }) => `${method} ${url}`)
    assert.deepEqual(
      there.filter((route) => !(route in expected)),
      [],
      'routes without an expectation',
    )
    assert.deepEqual(
      Object.keys(expected).filter((route) => !there.includes(route)),
      [],
      'expectations without a route',
    )
  })

  test('planted: a route that nobody expects is found', () => {
    const more = [...routes(), { method: 'GET', url: '/:partnership/cases/:case/everything' }].map(
      ({ method, url }) => `${method} ${url}`,
    )
    assert.deepEqual(
      more.filter((route) => !(route in expected)),
      ['GET /:partnership/cases/:case/everything'],
    )
  })
})

describe('trust 2 and 3: each principal, each route, each case', () => {
  for (const principal of Object.keys(principals) as Principal[])
    test(principal, async () => {
      const before = await digest(at.it)
      const wrong = await sweep(principal, routes())
      assert.deepEqual(wrong, [])
      if (Object.keys(parts[principal]).length === 0) assert.equal(await digest(at.it), before, 'something was written')
    })

  test('planted: a case whose reading forgets to ask who reads is found', async () => {
    const unguarded = () => show({ title: 'A case', body: html`<h1>A case</h1>` }, { a: 'case' })
    const open = routes().map((route) =>
      route.url.endsWith('/cases/:case') ? ({ ...route, handle: unguarded } as Route) : route,
    )
    const server = buildServer(at.it.app, { https: false, log: false, perMinute: 1_000_000, routes: open })
    await server.ready()
    const police = visit(server, 'sara-lindgren', await at.it.app.sessions.begin('exampleshire', 'sara-lindgren'))
    assert.equal((await police.read(`/cases/${at.a.id}`)).statusCode, 200, 'the planted route answers')
    assert.ok(
      (await sweepWith('P6 third agency', open, police)).some((one) => one.includes('/cases/:case ')),
      'and the sweep says so',
    )
    await server.close()
  })
})

/** Every address as one principal: what did not answer as expected. */
async function sweep(principal: Principal, table: readonly Route[]): Promise<readonly string[]> {
  const person = await visitorOf(at.it, principal)
  // An operator can write any token; none of them is a session’s.
  const token = principal === 'P11 operator' ? 'exampleshire.bm90LWEtc2Vzc2lvbi1hdC1hbGwtMTIzNDU2' : ''
  return sweepWith(principal, table, person ?? visit(at.it.server, '', token))
}

async function sweepWith(
  principal: Principal,
  table: readonly Route[],
  person: Awaited<ReturnType<typeof visit>>,
): Promise<readonly string[]> {
  const signedIn = principals[principal] !== undefined
  const wrong: string[] = []
  const targets = { a: at.a.id, b: at.b.id, c: at.c.id, p: at.p.id, absent: 'f'.repeat(32) } as const
  for (const { method, url } of table) {
    const kind = expected[`${method} ${url}`]
    const say = (how: string) => wrong.push(`${method} ${url} ${how}`)
    if (kind === undefined) {
      say('is not in the table')
      continue
    }
    if (kind === 'open') continue
    if (!signedIn) {
      const seen = await ask(person, method, filled(url, at.a.id), bodyOf(url))
      if (method === 'GET' ? seen.page.statusCode !== 303 : seen.page.statusCode !== 403)
        say(`answers nobody’s page ${seen.page.statusCode}`)
      if (seen.program.statusCode !== 401) say(`answers nobody’s program ${seen.program.statusCode}`)
      continue
    }
    if (kind === 'place' || kind === 'register' || kind === 'keeper' || kind === 'nowhere' || kind === 'draft') {
      if (principal === 'P1 raiser' && method === 'POST' && url.endsWith('/deletion')) continue
      const seen = await ask(person, method, filled(url, at.a.id), bodyOf(url))
      const owns =
        kind === 'place' ||
        ((kind === 'register' || kind === 'keeper') && principal === 'P8 Board manager') ||
        (kind === 'draft' && principal === 'P1 raiser')
      const deletes = `${method} ${url}`.startsWith('POST') && url.endsWith('/deletion')
      if (seen.program.statusCode >= 500 || seen.page.statusCode >= 500)
        say(`fails ${seen.program.statusCode} ${seen.page.statusCode}`)
      if (!owns && !deletes && seen.program.statusCode !== 404)
        say(`answers ${seen.program.statusCode} to somebody whose it is not`)
      if (owns && method === 'GET' && ![200, 303].includes(seen.program.statusCode))
        say(`answers its owner ${seen.program.statusCode}`)
      continue
    }
    if (kind === 'pointer') {
      const answers = await Promise.all(
        Object.values(targets).map(async (id) =>
          (await person.page(filled(url, id))).headers.location?.toString().replace(id, ':case'),
        ),
      )
      if (new Set(answers).size > 1) say(`says something of the case: ${answers}`)
      continue
    }
    const absent = await ask(person, method, filled(url, targets.absent), bodyOf(url))
    if (absent.program.statusCode !== 404 || (method === 'GET' && absent.page.statusCode !== 404))
      say(`absent: ${absent.program.statusCode} ${absent.page.statusCode}`)
    for (const name of ['a', 'b', 'c', 'p'] as const) {
      const level = parts[principal][name]
      // What parties may write is the business of other tests; here they only look.
      if (method === 'POST' && (level === 'party' || level === 'panel')) continue
      const before = method === 'POST' && level !== undefined ? await digest(at.it) : ''
      const seen = await ask(person, method, filled(url, targets[name]), bodyOf(url))
      if (level === undefined) {
        if (bare(seen.program) !== bare(absent.program))
          say(`${name}: forbidden and absent differ for a program: ${seen.program.statusCode}`)
        if (bare(seen.page) !== bare(absent.page))
          say(`${name}: forbidden and absent differ on a page: ${seen.page.statusCode}`)
        continue
      }
      for (const one of [seen.program, seen.page])
        if (![200, 303, 404, 409, 422, 400, 403].includes(one.statusCode)) say(`${name}: ${one.statusCode}`)
      const noun = url.split('/cases/:case/')[1] ?? ''
      if (before !== '' && !observerWrites.includes(noun) && (await digest(at.it)) !== before)
        say(`${name}: wrote as ${level}`)
    }
  }
  return wrong
}

/** The same asked by a program and by a browser (for GET), or sent as JSON and as a form without its token. */
async function ask(person: Awaited<ReturnType<typeof visit>>, method: string, url: string, body: Body) {
  if (method === 'GET') return { program: await person.read(url), page: await person.page(url) }
  return {
    program: await person.send(url, body, { 'idempotency-key': freshKey() }),
    page: await person.submit(url, {}),
  }
}

const filled = (url: string, caseId: string, ref = refs.get(caseId) ?? 'none'): string =>
  url
    .replace('/:partnership', '')
    .replace(':case', caseId)
    .replace('/policy-drafts/:draft', `/policy-drafts/${policyDraft}`)
    .replace(':draft', at.draft)
    .replace(':rehearsal', 'rehearsal-0000000000000000')
    .replace(':step', 'about-exact')
    .replace(':policy', 'exampleshire')
    .replace(':key', 'talk')
    .replace(':entry', ref)
    .replace(':index', '0')
    .replace(':fact', 'in-care')
    .replace(':move', 'up')
    .replace(':duty', 'our-same-words') + (/shares$|corrections$/.test(url) ? `?entry=${ref}` : '')

function bodyOf(url: string): Body {
  const noun = url.split('/cases/:case/')[1]
  return noun === undefined ? {} : (forms[noun] ?? {})
}

const bare = ({ statusCode, body, headers }: Response): string =>
  JSON.stringify([statusCode, body, { ...headers, date: '' }])

function all(kind: Kind, method: string, urls: readonly string[]): Readonly<Record<string, Kind>> {
  return Object.fromEntries(urls.map((url) => [`${method} ${url}`, kind]))
}
function below(url: string): string {
  return `/:partnership${url}`
}
