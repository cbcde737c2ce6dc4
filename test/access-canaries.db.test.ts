/**
 * Words written for one audience never reach another: every page, list, register, file and JSON of every principal is searched for them.
 * No child's name in an address, a title, the register or the log. Source: trust.md 3, 7, 9, 10, 16, 38 to 40.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { show } from '../src/web/answers.ts'
import { html } from '../src/web/html/html.ts'
import { requestLog } from '../src/web/log.ts'
import { routes } from '../src/web/routes.ts'
import type { Route } from '../src/web/screen.ts'
import { buildServer } from '../src/web/server.ts'
import { type Attacked, attacked, canary, partnership, refsOf } from './access-place.ts'
import { type Visitor, visit } from './place.ts'

type Canary = keyof typeof canary

const amira = 'amira-hussain'
const joanne = 'joanne-pike'

/** Who may read each, by the place's own rules; everybody else of the cast may not. */
const readers: Readonly<Record<Canary, readonly string[]>> = {
  childA: [amira, joanne, 'tom-reddy', 'grace-adeyemi', 'helen-baptiste'],
  titleA: [amira, joanne, 'tom-reddy', 'grace-adeyemi', 'helen-baptiste'],
  both: [amira, joanne, 'tom-reddy', 'grace-adeyemi'],
  agencyNote: [amira, joanne],
  privateNote: [amira],
  confidence: [amira, joanne],
  supporter: [amira, joanne],
  otherNote: ['tom-reddy', 'grace-adeyemi'],
  otherDebrief: ['tom-reddy'],
  inside: [amira, joanne],
  draft: [amira],
  childB: ['jack-temple', 'sunita-rao'],
  childC: ['wren-tolley', 'priya-nair'],
  childP: [
    'priya-nair',
    'nadia-brook',
    'owen-blythe',
    'ruby-castell',
    'leo-marchetti',
    'malcolm-frith',
    'peter-lindqvist',
    'ruth-calder',
    'alan-whitcombe',
    'fiona-marsh',
    'karen-oduya',
    'helena-stroud',
  ],
}

const everybody = [
  amira,
  joanne,
  'dilys-owen',
  'wren-tolley',
  'ana-petrov',
  'priya-nair',
  'owen-blythe',
  'ruby-castell',
  'tom-reddy',
  'nadia-brook',
  'grace-adeyemi',
  'leo-marchetti',
  'malcolm-frith',
  'sheila-quarmby',
  'fiona-marsh',
  'sunita-rao',
  'iris-fontaine',
  'bernard-hale',
  'miriam-costello',
  'jack-temple',
  'sara-lindgren',
  'karen-oduya',
  'alan-whitcombe',
  'marion-yeo',
  'dev-anand',
  'helen-baptiste',
  'colin-ash',
  'ruth-calder',
  'helena-stroud',
  'peter-lindqvist',
]

let at: Attacked
let cases: readonly string[]
/** What each entry of each case is called, by seq. */
const refs = new Map<string, ReadonlyMap<number, string>>()
const lines: string[] = []

before(async () => {
  at = await attacked()
  // A case that ended, with a debrief of the answering side; and one that has not left home.
  const { it } = at
  const { raised, concernUnder } = await import('./clauses/in-case.ts')
  const home = await raised(
    it,
    amira,
    concernUnder(
      'st-marychurch',
      {},
      { agencies: ['childrens-services'], person: { 'childrens-services': 'tom-reddy' } },
    ),
  )
  await home.does(amira, 'acts/consult', { to: [joanne], words: canary.inside })
  await home.up(amira)
  await home.does(amira, 'moves/agree', { words: 'A visit.' })
  await home.does('tom-reddy', 'moves/agree', { words: 'Yes.' })
  await home.does('tom-reddy', 'debrief', { words: canary.otherDebrief })
  cases = [at.a, at.b, at.c, at.p, home].map(({ id }) => id)
  for (const id of cases) refs.set(id, await refsOf(it, id))
})
after(() => at.it.close())

describe('trust 7: what each may read', () => {
  test('no page, list, file or JSON of anybody holds words that are not for them', async () => {
    const found: string[] = []
    for (const person of everybody) found.push(...(await leaks(await at.it.as(person))))
    assert.deepEqual(found, [])
  })

  test('somebody who only keeps the register sees no name and no title through “as they see it”', async () => {
    assert.deepEqual(
      (await leaks(await at.it.as('ruth-calder'))).filter((one) => one.includes('as-they-see-it')),
      [],
    )
  })

  test('and each canary is really read by those it is for: a search that finds nothing proves nothing', async () => {
    for (const [name, people] of Object.entries(readers) as [Canary, readonly string[]][])
      for (const person of people.slice(0, 2)) {
        const all = await everything(await at.it.as(person))
        assert.ok(
          all.some(({ text }) => text.includes(canary[name])),
          `${person} reads ${name}`,
        )
      }
  })

  test('planted: a case read without `sees` is found', async () => {
    const holed = routes().map((route) =>
      route.url === '/:partnership/cases/:case' ? ({ ...route, handle: unseen } as Route) : route,
    )
    const server = buildServer(at.it.app, { https: false, log: false, perMinute: 1_000_000, routes: holed })
    await server.ready()
    const tom = visit(server, 'tom-reddy', await at.it.app.sessions.begin(partnership, 'tom-reddy'))
    const found = await leaks(tom)
    assert.ok(
      found.some((one) => one.includes('agencyNote')) && found.some((one) => one.includes('privateNote')),
      found.join('\n'),
    )
    await server.close()
  })
})

describe('trust 38 to 40: where a name never stands', () => {
  test('not in an address, not in a title, not in the register or its file, not in a header, not in the log', async () => {
    const log = requestLog('info', { write: (line) => void lines.push(line) })
    const server = buildServer(at.it.app, { https: false, log, perMinute: 1_000_000 })
    await server.ready()
    const children = [canary.childA, canary.childB, canary.childC, canary.childP, canary.titleA]
    for (const person of [amira, 'tom-reddy', 'ruth-calder', 'karen-oduya']) {
      const who = visit(server, person, await at.it.app.sessions.begin(partnership, person))
      for (const url of urls())
        for (const seen of [await who.page(url), await who.read(url)]) {
          const { headers, body } = seen
          const title = /<title>(.*?)<\/title>/s.exec(body)?.[1] ?? ''
          const links = [...body.matchAll(/(?:href|action)="([^"]*)"/g)]
            .map(([, href = '']) => decodeURIComponent(href))
            .join(' ')
          for (const name of children) {
            const first = name.split(' ')[0] ?? name
            assert.ok(!title.includes(first), `${person} ${url}: the title is ${title}`)
            assert.ok(!links.includes(first), `${person} ${url}: a link`)
            assert.ok(!JSON.stringify(headers).includes(first), `${person} ${url}: a header`)
            if (url.startsWith('/register')) assert.ok(!body.includes(first), `${person} ${url}`)
          }
        }
      await who.send(`/cases/${at.a.id}/notes`, { words: canary.agencyNote, for: 'nobody' })
      await who.send(`/cases/${at.a.id}/notes`, { words: `${canary.childA}\u0000`, ['x'.repeat(300)]: canary.childA })
    }
    await server.close()
    assert.ok(lines.length > 50)
    for (const words of Object.values(canary))
      assert.ok(!lines.join('').includes(words.split(' ')[0] ?? ''), `${words} is in the log`)
  })

  test('not in the outbox, whose messages go out in clear', async () => {
    const queued = await at.it.t.admin<{ line: string }>('select outbox::text as line from outbox')
    assert.ok(queued.length > 0)
    for (const { line } of queued) for (const words of Object.values(canary)) assert.ok(!line.includes(words), line)
  })
})

describe('trust 16: lists hold what can be opened', () => {
  test('every case in somebody’s lists can be opened by them, and counts are of those alone', async () => {
    for (const person of everybody) {
      const who = await at.it.as(person)
      const listed = (await who.read('/cases')).json<{ cases: readonly { id: string }[] }>().cases.map(({ id }) => id)
      const opened: string[] = []
      for (const id of cases) if ((await who.read(`/cases/${id}`)).statusCode === 200) opened.push(id)
      assert.deepEqual(listed.toSorted(), opened.toSorted(), person)
      const home = await who.page('')
      for (const id of cases)
        if (!opened.includes(id)) assert.ok(!home.body.includes(id), `${person}: home names a case that is not theirs`)
    }
  })
})

const urls = (): readonly string[] => [
  '',
  '/cases',
  '/register?status=all',
  '/register.csv?status=all',
  '/drafts',
  '/policies',
  '/directory',
  `/raise/${at.draft}/about-exact`,
  `/raise/${at.draft}/check`,
  ...cases.flatMap((id) =>
    [
      '',
      '?show=both',
      '?show=ours',
      '/as-they-see-it',
      '/outcome',
      '/notes',
      '/discussions',
      `/shares?entry=${refs.get(id)?.get(2)}`,
      `/shares?entry=${refs.get(id)?.get(4)}`,
      `/corrections?entry=${refs.get(id)?.get(2)}`,
      `/permissions?entry=${refs.get(id)?.get(4)}`,
      `/not-shared?entry=${refs.get(id)?.get(3)}`,
      '/moves/up',
      '/panel',
      '/risk',
      '/arrangement',
      '/closure',
      '/notices',
      '/waivers',
    ].map((noun) => `/cases/${id}${noun}`),
  ),
]

type Read = readonly { readonly url: string; readonly text: string }[]
const known = new Map<string, Read>()

/** All that one person can be shown; read once for each session. */
async function everything(who: Visitor): Promise<Read> {
  const there = known.get(who.session)
  if (there) return there
  const all: { url: string; text: string }[] = []
  for (const url of urls()) {
    all.push({ url, text: (await who.page(url)).body })
    all.push({ url: `${url} (JSON)`, text: (await who.read(url)).body })
  }
  known.set(who.session, all)
  return all
}

async function leaks(who: Visitor): Promise<readonly string[]> {
  const seen = await everything(who)
  return seen.flatMap(({ url, text }) =>
    (Object.keys(canary) as Canary[]).flatMap((name) =>
      text.includes(canary[name]) && !readers[name].includes(who.person)
        ? [`${who.person} reads ${name} at ${url}`]
        : [],
    ),
  )
}

/** What a case page would be that shows whatever the record holds. */
async function unseen(ctx: { param(name: string): string }) {
  const loaded = await at.it.t.store.transaction({ program: true, partnership }, (tx) => tx.loadCase(ctx.param('case')))
  return show({ title: 'A case', body: html`${JSON.stringify(loaded?.entries)}` }, loaded?.entries)
}
