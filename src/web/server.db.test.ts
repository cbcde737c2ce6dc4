import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { directory, partnership } from '../../seeds/place.ts'
import { at, samplePlace } from '../../seeds/plant.ts'
import { type TestStore, testStore } from '../../test/database.ts'
import type { App } from '../app/app.ts'
import { type SetClock, standingAt } from '../app/clock.ts'
import { appOn } from '../app/open-app.ts'
import { keepPlace } from '../app/place.ts'
import { invalid, missing, type Shown, show } from './answers.ts'
import { html } from './html/html.ts'
import { routes } from './routes.ts'
import type { Ctx, Route } from './screen.ts'
import { buildServer } from './server.ts'

const joanne = directory.posts[0]?.person ?? ''
const html200 = { accept: 'text/html' }
const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }

/** Screens of the tests' own: what a screen may lean on is tried on the smallest one. */
let done = 0
const page = (ctx: Ctx): Shown => ({
  title: 'A form',
  body: html`<h1>A form</h1><form method="post">${ctx.hidden(7)}<textarea name="words">${ctx.form.typed('words')}</textarea></form>`,
})
const planted: readonly Route[] = [
  {
    method: 'GET',
    url: '/:partnership/forms/:form',
    handle: (ctx) => (ctx.param('form') === 'gone' ? missing : show(page(ctx), { at: ctx.expected ?? 0 })),
  },
  {
    method: 'POST',
    url: '/:partnership/forms/:form',
    handle: (ctx) => {
      ctx.form.text('words', 'Write the words')
      if (!ctx.form.ok) return invalid(ctx.form, page(ctx))
      done++
      return ctx.done(
        { ok: true, caseId: 'c1', version: 8, entries: [], references: [], again: false },
        { to: `/${ctx.partnership}/forms/${ctx.param('form')}` },
      )
    },
  },
  {
    method: 'POST',
    url: '/:partnership/no/:how',
    handle: (ctx) =>
      ctx.done(
        ctx.param('how') === 'refused'
          ? {
              ok: false,
              why: 'refused',
              refusal: {
                code: 'blocked',
                title: 'You cannot do this yet',
                because: 'Something comes first.',
                cites: [],
                first: [],
                possible: { words: 'It becomes possible on Friday.' },
              },
            }
          : ctx.param('how') === 'changed'
            ? { ok: false, why: 'changed', since: [], version: 9 }
            : ctx.param('how') === 'reused'
              ? { ok: false, why: 'key reused' }
              : { ok: false, why: 'not found' },
        {
          to: '/',
          back: { text: 'Case 2026-014', href: '/x' },
          instead: [{ text: 'Ask your Board member', href: '/ask' }],
        },
      ),
  },
  {
    method: 'POST',
    url: '/:partnership/run',
    handle: async (ctx) =>
      ctx.done(await ctx.run('no-such-case', { kind: 'note', words: ctx.form.text('words') }), { to: '/' }),
  },
  {
    method: 'POST',
    url: '/:partnership/fault',
    handle: () => {
      throw Object.assign(new Error('duplicate key value (Leila R)'), { code: '23505' })
    },
  },
  {
    method: 'POST',
    url: '/:partnership/down',
    handle: () => {
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    },
  },
]

let t: TestStore
let clock: SetClock
let app: App
let server: FastifyInstance
let token = ''
const lines: string[] = []

before(async () => {
  clock = standingAt(at('2026-04-02T10:00'))
  t = await testStore({ clock: () => clock.now() })
  app = appOn(t.store, clock, {
    partnership,
    cast: [
      {
        person: joanne,
        name: directory.people[joanne]?.name ?? '',
        post: 'A post',
        agency: 'An agency',
        comesFor: 'Something',
      },
    ],
    setClock: async (to) => clock.set(to),
  })
  await keepPlace(
    { app, store: t.store },
    await samplePlace(['seeds/policies/exampleshire.yaml']),
    at('2026-01-05T09:00'),
  )
  server = buildServer(app, { https: false, log: false, perMinute: 1_000_000, routes: [...routes(), ...planted] })
  await server.ready()
  token = await app.sessions.begin(partnership, joanne)
})

after(async () => {
  await server?.close()
  await t?.close()
})

const cookie = () => ({ cookie: `concordat=${token}` })
const get = (url: string, headers: Record<string, string> = html200) => server.inject({ method: 'GET', url, headers })
const hiddenOf = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
const csrf = async () => hiddenOf((await get(`/${partnership}/forms/a`, { ...html200, ...cookie() })).body, '_csrf')
const post = (url: string, payload: string, headers: Record<string, string>) =>
  server.inject({ method: 'POST', url, payload, headers })
const urlOf = (route: Route) => route.url.replace(':partnership', partnership).replaceAll(/:\w+/g, 'x')

describe('the route table', () => {
  test('every signed-in address begins with its partnership, and no address is registered twice', () => {
    const all = routes()
    assert.ok(all.length > 10)
    for (const route of all)
      if (route.access !== 'open' && route.access !== 'bare')
        assert.match(route.url, /^\/:partnership(\/|$)/, route.url)
    const keys = all.map(({ method, url }) => `${method} ${url}`)
    assert.deepEqual(keys, [...new Set(keys)])
  })

  test('trust 1: what is not open sends nobody in: 303 to sign in for a page, 401 for a program', async () => {
    const table = [...routes(), ...planted]
    assert.deepEqual(await unguarded(server, table), [])
    // Planted: the same table served with one guard dropped.
    const [first, ...rest] = planted
    if (!first) throw new Error('no route')
    const holed = { ...first, access: 'open', handle: () => show({ title: 'Open', body: html`` }) } as Route
    const own = buildServer(app, { https: false, log: false, routes: [holed, ...rest, ...routes()] })
    assert.deepEqual(await unguarded(own, table), [first.url])
    await own.close()
  })

  test('trust 26: every other method is refused without its token, with another session’s, from elsewhere, and as plain text', async () => {
    const other = await app.sessions.begin(partnership, joanne)
    const good = await csrf()
    const writing = [...routes(), ...planted].filter(({ method }) => method !== 'GET')
    assert.ok(writing.length >= 5)
    const before = done
    for (const route of writing) {
      const url = urlOf(route)
      const cases = {
        'no token': [403, 'words=x', { ...form, ...cookie() }],
        'no session': [403, `words=x&_csrf=${good}`, form],
        'another session': [403, `words=x&_csrf=${good}`, { ...form, cookie: `concordat=${other}` }],
        'another site': [403, `words=x&_csrf=${good}`, { ...form, ...cookie(), 'sec-fetch-site': 'cross-site' }],
        'foreign origin': [403, `words=x&_csrf=${good}`, { ...form, ...cookie(), origin: 'https://elsewhere.example' }],
        'plain text': [415, `words=x&_csrf=${good}`, { ...cookie(), 'content-type': 'text/plain' }],
        'no media type': [415, '', cookie()],
        'json with a cookie': [403, '{"words":"x"}', { ...cookie(), 'content-type': 'application/json' }],
        'form with a bearer': [415, `words=x&_csrf=${good}`, { ...form, authorization: `Bearer ${token}` }],
      } as const
      for (const [name, [status, payload, headers]] of Object.entries(cases))
        assert.equal((await post(url, payload, headers)).statusCode, status, `${url}: ${name}`)
    }
    assert.equal(done, before, 'nothing was done')
  })

  test('trust 24: headers are on every answer, whatever it is', async () => {
    const asked = [
      ...[...routes(), ...planted].map((route) => ({ method: route.method, url: urlOf(route) })),
      { method: 'GET', url: '/nothing/here/at/all' },
      { method: 'GET', url: '/assets/concordat.css' },
      { method: 'GET', url: '/assets/none.css' },
      { method: 'GET', url: '/%zz' },
    ] as const
    for (const headers of [html200, { ...html200, ...cookie() }])
      for (const { method, url } of asked) {
        const seen = await server.inject({ method, url, headers })
        const policy = String(seen.headers['content-security-policy'])
        assert.match(policy, /default-src 'none'/, url)
        assert.match(policy, /frame-ancestors 'none'/, url)
        assert.doesNotMatch(policy, /unsafe|upgrade-insecure/, url)
        assert.equal(seen.headers['x-content-type-options'], 'nosniff', url)
        assert.equal(seen.headers['referrer-policy'], 'no-referrer', url)
        assert.equal(seen.headers['x-powered-by'], undefined)
        assert.equal(seen.headers['strict-transport-security'], undefined)
        const kept = url === '/danger' || url.startsWith('/assets/concordat')
        if (!kept) assert.equal(seen.headers['cache-control'], 'no-store', `${method} ${url}`)
      }
  })
})

describe('a page and its form', () => {
  test('goes out with token, submission and version; comes back 303; says the same to a program', async () => {
    const seen = await get(`/${partnership}/forms/a`, { ...html200, ...cookie() })
    assert.equal(seen.statusCode, 200)
    assert.equal(hiddenOf(seen.body, 'expected'), '7')
    assert.ok(hiddenOf(seen.body, 'submission').length > 20)
    const payload = `words=yes&_csrf=${hiddenOf(seen.body, '_csrf')}&submission=${hiddenOf(seen.body, 'submission')}`
    const sent = await post(`/${partnership}/forms/a`, payload, { ...form, ...cookie() })
    assert.equal(sent.statusCode, 303)
    assert.equal(sent.headers.location, `/${partnership}/forms/a`)
    const told = await post(`/${partnership}/forms/a`, '{"words":"yes"}', {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    })
    assert.equal(told.statusCode, 200)
    assert.equal(told.json<{ case: string }>().case, 'c1')
  })

  test('unusable: 422, the same page with an error summary, "Error:" and the version the reader saw', async () => {
    const sent = await post(`/${partnership}/forms/a`, `words=+&_csrf=${await csrf()}&submission=abcdefgh&expected=3`, {
      ...form,
      ...cookie(),
    })
    assert.equal(sent.statusCode, 422)
    assert.match(sent.body, /<title>Error: A form/)
    assert.match(sent.body, /href="#words">Write the words/)
    assert.equal(hiddenOf(sent.body, 'expected'), '3')
    assert.equal(hiddenOf(sent.body, 'submission'), 'abcdefgh')
    const told = await post(`/${partnership}/forms/a`, '{}', {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    })
    assert.deepEqual([told.statusCode, told.json()], [422, { errors: [{ field: 'words', words: 'Write the words' }] }])
  })

  test('trust 8 and 61: a program that sends no key, or a field nobody reads, is told so and nothing is run', async () => {
    const ask = (body: object, more: Record<string, string> = {}) =>
      post(`/${partnership}/run`, JSON.stringify(body), {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...more,
      })
    const key = { 'idempotency-key': 'one-key-of-mine' }
    const fields = async (sent: ReturnType<typeof ask>) => {
      const { statusCode, body } = await sent
      return [statusCode, JSON.parse(body).errors?.map((one: { readonly field: string }) => one.field)]
    }
    assert.deepEqual(await fields(ask({ words: 'x' })), [400, ['Idempotency-Key']])
    assert.deepEqual(await fields(ask({ words: 'x', owner: 'me' }, key)), [400, ['owner']])
    assert.deepEqual(await fields(ask({ words: 'x' }, { ...key, 'if-match': 'soon' })), [400, ['If-Match']])
    assert.equal((await ask({ words: 'x' }, key)).statusCode, 404)
  })

  test('trust 29: too long, too deep, or not what it says is refused in words', async () => {
    const json = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    assert.equal(
      (await post(`/${partnership}/forms/a`, JSON.stringify({ words: 'x'.repeat(600_000) }), json)).statusCode,
      413,
    )
    assert.equal((await post(`/${partnership}/forms/a`, '{"words":', json)).statusCode, 400)
    assert.equal(
      (await post(`/${partnership}/forms/a`, `${'['.repeat(5000)}${']'.repeat(5000)}`, json)).statusCode,
      422,
    )
  })

  test('trust 31: whoever asks too often is asked to wait, but never for the danger page', async () => {
    const own = buildServer(app, { https: false, log: false, perMinute: 3, routes: routes() })
    const seen: number[] = []
    for (const url of ['/help', '/help', '/nowhere/at/all', '/help', '/danger'])
      seen.push((await own.inject(url)).statusCode)
    assert.deepEqual(seen, [200, 200, 404, 429, 200])
    await own.close()
  })

  test('refused: 409 with the sentence, what can be done, when, and what was typed', async () => {
    const sent = await post(`/${partnership}/no/refused`, `words=I+have+waited+a+week&_csrf=${await csrf()}`, {
      ...form,
      ...cookie(),
    })
    assert.equal(sent.statusCode, 409)
    assert.match(sent.body, /<h1[^>]*>You cannot do this yet<\/h1>/)
    assert.doesNotMatch(sent.body, /Error:/)
    for (const words of [
      'Something comes first.',
      'Ask your Board member',
      'It becomes possible on Friday.',
      'I have waited a week',
    ])
      assert.ok(sent.body.includes(words), words)
    const told = await post(`/${partnership}/no/refused`, '{}', {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    })
    assert.equal(told.statusCode, 409)
    assert.equal(told.json<{ refused: { code: string } }>().refused.code, 'blocked')
  })

  test('changed and sent before: the typed words go out again, ready to send', async () => {
    const changed = await post(
      `/${partnership}/no/changed`,
      `words=My+own+text+is+kept&_csrf=${await csrf()}&expected=8&submission=abcdefgh`,
      { ...form, ...cookie() },
    )
    assert.equal(changed.statusCode, 409)
    assert.match(changed.body, /Somebody else wrote first/)
    assert.match(changed.body, /name="words" value="My own text is kept"/)
    assert.equal(hiddenOf(changed.body, 'expected'), '9')
    const reused = await post(
      `/${partnership}/no/reused`,
      `words=Other+words+than+then&_csrf=${await csrf()}&submission=abcdefgh`,
      { ...form, ...cookie() },
    )
    assert.equal(reused.statusCode, 422)
    assert.match(reused.body, /You have sent this form before/)
    assert.notEqual(hiddenOf(reused.body, 'submission'), 'abcdefgh')
  })

  test('trust 33: a fault tells a number and nothing else, gives the words back, and is logged without its message', async () => {
    lines.length = 0
    const { requestLog } = await import('./log.ts')
    const log = requestLog('info', { write: (line) => void lines.push(line) })
    const logged = buildServer(app, { https: true, log, routes: planted })
    const good = await csrf()
    const sent = await logged.inject({
      method: 'POST',
      url: `/${partnership}/fault`,
      payload: `words=Kept+all+the+same&_csrf=${good}`,
      headers: { ...form, cookie: `__Host-concordat=${token}` },
    })
    assert.equal(sent.statusCode, 500)
    const reference = /number: <strong>([0-9a-f]{16})</.exec(sent.body)?.[1] ?? 'none'
    assert.doesNotMatch(sent.body, /Leila|duplicate|23505|\.ts/)
    assert.match(sent.body, /Kept all the same/)
    assert.match(String(sent.headers['strict-transport-security']), /max-age/)
    const down = await logged.inject({
      method: 'POST',
      url: `/${partnership}/down`,
      payload: `_csrf=${good}`,
      headers: { ...form, cookie: `__Host-concordat=${token}` },
    })
    assert.equal(down.statusCode, 503)
    await logged.close()
    const all = lines.join('')
    assert.ok(all.includes(reference) && all.includes('23505'))
    assert.doesNotMatch(all, /Leila|duplicate key/)
    assert.ok(!all.includes(`/${partnership}/`), 'only the route as registered')
  })
})

describe('trust 3: missing and forbidden', () => {
  test('are the same, byte for byte, headers too', async () => {
    const bare = (seen: Awaited<ReturnType<typeof get>>) => ({
      body: seen.body,
      headers: { ...seen.headers, date: '' },
    })
    const headers = { ...html200, ...cookie() }
    const gone = bare(await get(`/${partnership}/forms/gone`, headers))
    const elsewhere = bare(await get('/another-place/forms/a', headers))
    const nowhere = bare(await get(`/${partnership}/no/such/address/at/all`, headers))
    assert.equal((await get('/another-place/forms/a', headers)).statusCode, 404)
    assert.equal(gone.body, elsewhere.body)
    assert.equal(gone.body, nowhere.body)
    assert.deepEqual(gone.headers, elsewhere.headers)
    assert.deepEqual(gone.headers, nowhere.headers)
    const told = await get('/another-place/forms/a', { accept: 'application/json', authorization: `Bearer ${token}` })
    assert.deepEqual([told.statusCode, told.json()], [404, { error: 'not found' }])
  })
})

describe('signing in', () => {
  test('one press begins a session in a cookie no script reads, and signing out ends it', async () => {
    const first = await get('/sign-in')
    const visitor = String(first.headers['set-cookie'])
    assert.match(visitor, /^concordat-visitor=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
    const held = visitor.split(';')[0] ?? ''
    const sent = await post('/sign-in', `person=${joanne}&_csrf=${hiddenOf(first.body, '_csrf')}`, {
      ...form,
      cookie: held,
    })
    assert.equal(sent.statusCode, 303)
    assert.equal(sent.headers.location, `/${partnership}`)
    assert.match(String(sent.headers['set-cookie']), /^concordat=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
    const session = String(sent.headers['set-cookie']).split(';')[0] ?? ''
    const inside = await get(`/${partnership}/forms/a`, { ...html200, cookie: session })
    assert.equal(inside.statusCode, 200)
    assert.equal((await get('/', { ...html200, cookie: session })).headers.location, `/${partnership}`)
    const out = await post('/sign-out', `_csrf=${hiddenOf(inside.body, '_csrf')}`, { ...form, cookie: session })
    assert.equal(out.statusCode, 303)
    assert.equal((await get(`/${partnership}/forms/a`, { ...html200, cookie: session })).statusCode, 303)
  })

  test('a program gets a token; nobody outside the cast does; no address of another site is gone on to', async () => {
    const told = await post('/sign-in', JSON.stringify({ person: joanne }), { 'content-type': 'application/json' })
    assert.equal(told.statusCode, 201)
    const bearer = told.json<{ token: string }>().token
    assert.equal(
      (await get(`/${partnership}/forms/a`, { accept: 'application/json', authorization: `Bearer ${bearer}` }))
        .statusCode,
      200,
    )
    assert.equal(
      (await post('/sign-in', '{"person":"nobody"}', { 'content-type': 'application/json' })).statusCode,
      422,
    )
    const { ownPath } = await import('./screens/sign-in.ts')
    assert.equal(ownPath('/exampleshire/cases/a1'), '/exampleshire/cases/a1')
    for (const bad of ['//evil.example', 'https://evil.example', '/\\evil.example', '', '/a//b', '/a?b'])
      assert.equal(ownPath(bad), undefined)
  })

  test('https: cookies are Secure and bound to this host', async () => {
    const secure = buildServer(app, { https: true, log: false })
    assert.match(
      String((await secure.inject('/sign-in')).headers['set-cookie']),
      /^__Host-concordat-visitor=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    await secure.close()
  })

  test('a real place has no cast: the page says so and there is nothing to press', async () => {
    const { sample: _sample, ...real } = app
    const own = buildServer(real, { https: false, log: false })
    const seen = await own.inject('/sign-in')
    assert.equal(seen.statusCode, 200)
    assert.match(seen.body, /arrives with a later version/)
    assert.equal((await own.inject({ method: 'POST', url: '/sign-in', payload: { person: joanne } })).statusCode, 404)
    assert.equal(
      (await own.inject({ method: 'POST', url: '/sample/clock', payload: { choice: 'one-hour' } })).statusCode,
      404,
    )
    await own.close()
  })

  test('the sample’s clock goes on: over Easter to Tuesday', async () => {
    const seen = await get('/sign-in', { ...html200, ...cookie() })
    const move = (choice: string) =>
      post('/sample/clock', `choice=${choice}&_csrf=${hiddenOf(seen.body, '_csrf')}`, { ...form, ...cookie() })
    const start = clock.now()
    assert.equal((await move('one-hour')).statusCode, 303)
    assert.equal(clock.now(), start + 3_600_000)
    assert.equal((await move('next-working-day')).statusCode, 303)
    assert.equal(clock.now(), at('2026-04-07T09:00'))
    assert.equal((await move('backwards')).statusCode, 422)
    clock.set(start)
    token = await app.sessions.begin(partnership, joanne)
  })
})

describe('policies', () => {
  test('are listed, read in plain words with their clauses, and as the file itself', async () => {
    const headers = { ...html200, ...cookie() }
    const list = await get(`/${partnership}/policies`, headers)
    assert.equal(list.statusCode, 200)
    assert.match(list.body, new RegExp(`href="/${partnership}/policies/exampleshire"`))
    const read = await get(`/${partnership}/policies/exampleshire`, headers)
    assert.equal(read.statusCode, 200)
    assert.match(read.body, /situations that a case can be in were tried/)
    assert.match(read.body, /What the policy leaves open, and what Concordat does instead/)
    const cited = [...read.body.matchAll(/href="#((?:clause|stage)-[\w.-]+)"/g)].map((found) => found[1] ?? '')
    assert.ok(cited.length > 5)
    for (const id of cited) assert.ok(read.body.includes(`id="${id}"`), `${id} has its place`)
    const drawn = await get(`/${partnership}/policies/exampleshire/flowchart.svg`, headers)
    assert.match(String(drawn.headers['content-type']), /^image\/svg\+xml/)
    assert.match(drawn.body, /^<svg [^]*href="\/exampleshire\/policies\/exampleshire\?version=\d+#clause-EX-2.1"/)
    const document = await get(`/${partnership}/policies/exampleshire/plain-words.docx`, headers)
    assert.match(String(document.headers['content-type']), /wordprocessingml/)
    assert.equal(document.rawPayload.subarray(0, 2).toString(), 'PK')
    const text = await get(`/${partnership}/policies/exampleshire/text`, headers)
    assert.match(String(text.headers['content-type']), /^text\/plain/)
    assert.match(text.body, /^id: exampleshire/m)
    const told = await get(`/${partnership}/policies/exampleshire`, {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
    })
    assert.equal(told.json<{ id: string }>().id, 'exampleshire')
    for (const gone of ['nothing', 'exampleshire?version=99', 'exampleshire?version=x'])
      assert.equal((await get(`/${partnership}/policies/${gone}`, headers)).statusCode, 404, gone)
  })
})

describe('without a database', () => {
  test('trust 56: the danger page, the neutral page and the calculator are there; healthz says 503', async () => {
    const never = () => Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' }))
    const down: App = { ...app, sessions: { ...app.sessions, find: never }, healthy: () => Promise.resolve(false) }
    const own = buildServer(down, { https: false, log: false, routes: [...routes(), ...planted] })
    const headers = { ...html200, ...cookie() }
    const look = (url: string) => own.inject({ method: 'GET', url, headers })
    assert.equal((await look('/danger')).statusCode, 200)
    assert.equal((await look('/hide')).statusCode, 200)
    assert.equal((await look('/calculator?from=2026-04-02&count=1&unit=working-days')).statusCode, 200)
    assert.equal((await look(`/${partnership}/forms/a`)).statusCode, 503)
    assert.deepEqual([(await look('/healthz')).statusCode, (await look('/healthz')).json()], [503, { ok: false }])
    await own.close()
    assert.deepEqual([(await get('/healthz')).statusCode, (await get('/healthz')).json()], [200, { ok: true }])
  })

  test('the neutral page does not say whose it is', async () => {
    const { body } = await get('/hidden')
    assert.doesNotMatch(body.replaceAll('/assets/concordat.css', ''), /concordat|child|case/i)
  })
})

/** Addresses that answer somebody who is not signed in, although the table says they must not. */
async function unguarded(of: FastifyInstance, table: readonly Route[]): Promise<readonly string[]> {
  const open: string[] = []
  for (const route of table) {
    if (route.access === 'open' || route.access === 'bare' || route.method !== 'GET') continue
    const page = await of.inject({ method: 'GET', url: urlOf(route), headers: html200 })
    const json = await of.inject({ method: 'GET', url: urlOf(route), headers: { accept: 'application/json' } })
    const sentAway = page.statusCode === 303 && String(page.headers.location).startsWith('/sign-in?next=')
    if (!sentAway || json.statusCode !== 401) open.push(route.url)
  }
  return open
}
