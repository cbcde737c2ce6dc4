/**
 * What somebody tries on the policy workbench: others' drafts, adopting what is not theirs to adopt, a rehearsal's session outside it and a real
 * one inside, what replay tells, and hostile words in a policy. Each was tried by hand once; what got through was closed. Source: trust.md 1–8, 14, 18, 26–29, 62.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Asking } from '../src/app/app.ts'
import type { Signing } from '../src/app/policy-life.ts'
import { type Attacked, attacked, canary, otherPlace, partnership } from './access-place.ts'
import { askingAs, freshKey, type Response, type Visitor } from './place.ts'

let at: Attacked
/** Keeps policies at the Board. */
let ruth: Visitor
/** Keeps the policies of one nursery. */
let dilys: Visitor
/** Keeps none. */
let tom: Visitor

before(async () => {
  at = await attacked()
  ruth = await at.it.as('ruth-calder')
  dilys = await at.it.as('dilys-owen')
  tom = await at.it.as('tom-reddy')
})
after(() => at.it.close())

const policy = (id: string, version = 1, more = ''): string => `id: ${id}
title: Settling things, ${id}
version: ${version}
nation: england-and-wales
roles:
  worker: { is: Worker, tier: 1 }
  manager: { is: Manager, tier: 2, else: [worker] }
  chair: { is: Chair, at: board, contact: { email: chair@exampleshire.example } }
stages:
  talk: { is: Talk, between: worker, within: ${version + 2} working days, cites: T-1 }
  top: { is: The Chair, by: chair, cites: T-1 }
clauses: { T-1: Talk first and then ask the Chair. }
${more}`

const addendum = (id: string, parent: string, version: number): string =>
  `id: ${id}\ntitle: By telephone for a time\nversion: 1\nchanges: { policy: ${parent}, version: ${version}, from: 2026-05-01, until: 2026-05-20 }\nstages: { talk: { contact: [phone] } }\n`

async function drafted(who: Visitor, text: string): Promise<string> {
  const answer = await who.send('/policy-drafts', { text })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json<{ id: string }>().id
}

const names: Readonly<Record<string, string>> = { 'ruth-calder': 'Ruth Calder', 'dilys-owen': 'Dilys Owen' }
const sign = (who: Visitor, draft: string, more: object = {}): Promise<Response> =>
  who.send(`/policy-drafts/${draft}/adopt`, {
    revision: 1,
    signature: names[who.person] ?? 'Tom Reddy',
    starts: '2026-05-01',
    review: '2027-01-01',
    reason: 'It is small.',
    ...more,
  })
const adopt = async (who: Visitor, text: string, more: object = {}): Promise<Response> =>
  sign(who, await drafted(who, text), more)

/** Rows of everything that the workbench writes. */
async function rows(): Promise<string> {
  const tables = [
    'policy',
    'adoption',
    'policy_draft',
    'policy_draft_revision',
    'policy_draft_end',
    'policy_review',
    'partnership',
  ]
  const [found] = await at.it.t.admin<{ n: string }>(
    `select ${tables.map((name) => `(select count(*) from ${name})`).join(` || '|' || `)} as n`,
  )
  return found?.n ?? ''
}

describe('drafts', () => {
  test('of others are absent for whoever keeps no policies, whatever is asked, and nothing is written', async () => {
    const id = await drafted(ruth, policy('of-the-board'))
    const before = await rows()
    for (const below of ['', '/text', '/adopt', '/replay']) {
      assert.equal((await tom.read(`/policy-drafts/${id}${below}`)).statusCode, 404, below)
      const [theirs, none] = [
        await tom.page(`/policy-drafts/${id}${below}`),
        await tom.page(`/policy-drafts/0123456789abcdef${below}`),
      ]
      assert.equal(theirs.body, none.body, below)
    }
    const body = {
      text: 'id: x',
      revision: 1,
      do: 'save',
      signature: 'Tom Reddy',
      starts: '2026-05-01',
      review: '2027-01-01',
    }
    for (const below of ['', '/check', '/adopt', '/set-aside'])
      assert.equal((await tom.send(`/policy-drafts/${id}${below}`, body)).statusCode, 404, below)
    assert.equal((await tom.send('/policy-drafts', { text: 'id: x' })).statusCode, 404)
    assert.equal((await tom.send('/rehearsals', { draft: id })).statusCode, 422)
    assert.ok(!(await tom.read('/policies')).body.includes('drafts'))
    assert.equal(await rows(), before)
    // Somebody of another partnership who keeps policies there.
    const foreign = await at.it.app.sessions.begin(otherPlace, 'ruth-calder')
    const asked = await at.it.server.inject({
      url: `/${otherPlace}/policy-drafts/${id}`,
      headers: { authorization: `Bearer ${foreign}`, accept: 'application/json' },
    })
    assert.equal(asked.statusCode, 404)
  })

  test('what is too large is not kept, and no text costs more than itself', async () => {
    const before = await rows()
    for (const [text, status] of [
      ['a'.repeat(1_000_000), 413],
      ['a'.repeat(400_000), 422],
      [`id: x\ntitle: ${'é'.repeat(140_000)}`, 422],
    ] as const)
      assert.equal((await ruth.send('/policy-drafts', { text })).statusCode, status)
    assert.equal(await rows(), before)
    const id = await drafted(ruth, `title:${' '.repeat(200_000)}\nid:${' '.repeat(50_000)}Z`)
    const since = performance.now()
    assert.equal((await ruth.page(`/policy-drafts/${id}`)).statusCode, 200)
    assert.equal((await ruth.page('/policies')).statusCode, 200)
    assert.ok(performance.now() - since < 3000)
    await ruth.send(`/policy-drafts/${id}/set-aside`, {})
  })

  test('a form of another site, without its token, or JSON with a cookie, changes nothing', async () => {
    const id = await drafted(ruth, policy('forged'))
    const before = await rows()
    const cookie = { cookie: `concordat=${ruth.session}`, accept: 'text/html' }
    const form = { ...cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const payload = 'revision=1&text=id%3A+x&do=save&signature=Ruth+Calder&policy=exampleshire%2F3'
    for (const url of [
      `policy-drafts/${id}`,
      `policy-drafts/${id}/check`,
      `policy-drafts/${id}/adopt`,
      `policy-drafts/${id}/set-aside`,
      'policy-drafts',
      'policies/exampleshire/review',
      'rehearsals',
    ]) {
      const post = (headers: Record<string, string>, body = payload) =>
        at.it.server.inject({ method: 'POST', url: `/${partnership}/${url}`, headers, payload: body })
      assert.equal((await post(form)).statusCode, 403, url)
      assert.equal((await post({ ...form, 'sec-fetch-site': 'cross-site' })).statusCode, 403, url)
      assert.equal((await post({ ...cookie, 'content-type': 'application/json' }, '{}')).statusCode, 403, url)
    }
    assert.equal(await rows(), before)
  })
})

describe('adoption', () => {
  test('who keeps policies for one agency begins its own from everybody’s: another id, from version 1', async () => {
    const [own, next] = await Promise.all(
      [dilys, ruth].map((one) => one.page('/policy-drafts/new?policy=exampleshire&version=3')),
    )
    assert.match(own?.body ?? '', /Make it your own[\s\S]*id: bramble-lane-exampleshire[\s\S]*version: 1\n/)
    assert.match(next?.body ?? '', /Write a new version[\s\S]*id: exampleshire[\s\S]*version: 4\n/)
  })

  test('by one agency never reaches what the Board adopted: neither now, nor to come, nor by an addendum', async () => {
    assert.equal((await adopt(ruth, policy('to-come'), { starts: '2026-06-01' })).statusCode, 200)
    const over = await adopt(dilys, policy('to-come', 2), { starts: '2026-06-02' })
    assert.equal(over.statusCode, 422, 'a version that would begin the day after the Board’s')
    assert.match(over.body, /an id of its own/)
    const world = async () =>
      (await at.it.app.policies.world(partnership, 'exampleshire'))?.addenda.map((one) => one.id)
    assert.equal((await adopt(dilys, addendum('over-all', 'exampleshire', 3))).statusCode, 422)
    assert.deepEqual(await world(), [])
    assert.equal((await adopt(dilys, policy('of-the-nursery'))).statusCode, 200)
    assert.equal(
      (await adopt(dilys, addendum('for-itself', 'of-the-nursery', 1))).statusCode,
      200,
      'its own policy it may',
    )
    // Past the application, as a row: still nobody else's case goes by it.
    const text = addendum('past-the-program', 'exampleshire', 3)
    await at.it.t.admin(
      'insert into policy (partnership, id, version, hash, text, saved) values ($1, $2, 1, $3, $4, $5)',
      [partnership, 'past-the-program', 'past', text, '2026-03-30T09:00:00Z'],
    )
    const put = (agency: string | null) =>
      at.it.t.admin(
        `insert into adoption (partnership, policy, version, adopted, adopted_by, starts, agency) values ($1, 'past-the-program', 1, $2, 'dilys-owen', $2, $3)`,
        [partnership, agency === null ? '2026-03-30T09:00:01Z' : '2026-03-30T09:00:00Z', agency],
      )
    await put('bramble-lane')
    assert.deepEqual(await world(), [])
    await put(null)
    assert.deepEqual(await world(), ['past-the-program'], 'planted: adopted for everybody it would hold')
    await at.it.t.admin(`delete from adoption where policy = 'past-the-program'`)
    await at.it.t.admin(`delete from policy where id = 'past-the-program'`)
  })

  test('by one agency lets nobody read the register, whatever its policy says of who keeps it', async () => {
    const peter = await at.it.as('peter-lindqvist')
    const now = { starts: '2026-03-30' }
    assert.equal((await peter.read('/register')).statusCode, 404)
    assert.equal(
      (await adopt(dilys, policy('with-register', 1, 'register: { kept-by: chair, from: talk }\n'), now)).statusCode,
      200,
    )
    assert.equal((await peter.read('/register')).statusCode, 404)
    await at.it.t.admin(`update adoption set agency = null where policy = 'with-register'`)
    // Policies are remembered by how many rows there are.
    assert.equal((await adopt(ruth, policy('one-more'), now)).statusCode, 200)
    assert.equal(
      (await peter.read('/register')).statusCode,
      200,
      'planted: of a policy for everybody the chair keeps the register',
    )
    await at.it.t.admin(`update adoption set agency = 'bramble-lane' where policy = 'with-register'`)
    assert.equal((await adopt(ruth, policy('and-one-more'), now)).statusCode, 200)
    assert.equal((await peter.read('/register')).statusCode, 404)
  })

  test('happens once: of four who sign at once one does, and the same words are not adopted again for another day', async () => {
    const [r, d] = [await asking('ruth-calder'), await asking('helena-stroud')]
    const id = await drafted(ruth, policy('race'))
    const signing = (who: Asking): Signing => ({
      draft: id,
      revision: 1,
      signature: who.viewer.name,
      post: who.viewer.keeps[0]?.id ?? '',
      starts: '2026-05-01',
      reviewOn: '2027-01-01',
      reason: 'Why not.',
    })
    const now = at.it.clock.now()
    const answers = [r, d, r, d].map((who, n) => {
      at.it.clock.set(now + n)
      return at.it.app.policyLife.adopt(who, signing(who))
    })
    await Promise.all(answers)
    at.it.clock.set(now)
    const kept = await at.it.t.admin(`select 1 from adoption where policy = 'race'`)
    assert.equal(kept.length, 1)
    at.it.clock.set(now + 60_000)
    assert.equal((await adopt(ruth, policy('once'), { starts: '2026-03-30' })).statusCode, 200)
    at.it.clock.set(now + 120_000)
    const again = await adopt(ruth, policy('once'), { starts: '2027-01-01', review: '2028-01-01' })
    assert.equal(again.statusCode, 422, 'else it would stop being in force until then')
    assert.ok(await at.it.app.policies.get(partnership, 'once'))
    at.it.clock.set(now)
  })

  test('two different texts of one version, signed at once: one is kept and the other told so', async () => {
    const [a, b] = [
      await drafted(ruth, policy('twins')),
      await drafted(ruth, policy('twins').replace('Talk first', 'Talk at first')),
    ]
    const answers = await Promise.all([sign(ruth, a), sign(ruth, b)])
    assert.deepEqual(
      answers.map((one) => one.statusCode).toSorted((x, y) => x - y),
      [200, 422],
    )
  })

  test('needs the signer’s own post, and the revision that was looked at', async () => {
    const id = await drafted(ruth, policy('signed'))
    assert.equal((await sign(dilys, id, { signature: 'Ruth Calder' })).statusCode, 404, 'the Board’s draft')
    assert.equal((await sign(ruth, id, { signature: 'Dilys Owen' })).statusCode, 422)
    await ruth.send(`/policy-drafts/${id}`, { text: policy('signed', 2), revision: 1 })
    assert.equal((await sign(ruth, id)).statusCode, 422, 'signed as it was before')
    assert.equal((await at.it.t.admin(`select 1 from adoption where policy = 'signed'`)).length, 0)
  })
})

describe('the second wall', () => {
  test('as the program’s role, without the post there are no drafts and no adoption; with an agency’s post none but its own', async () => {
    const id = await drafted(ruth, policy('walled'))
    const { t } = at.it
    const query = (person: string, text: string) =>
      t.as(
        'concordat_app',
        `begin; select set_config('app.partnership', '${partnership}', true), set_config('app.person', '${person}', true), set_config('app.mode', 'read', true), set_config('app.now', '2026-03-30T09:00:00Z', true); ${text}`,
      )
    const tried = async (person: string, text: string): Promise<string> => {
      try {
        await query(person, text)
        return 'done'
      } catch (error) {
        return error instanceof Error && /row-level security|permission denied/.test(error.message)
          ? 'refused'
          : String(error)
      } finally {
        await t.as('concordat_app', 'rollback')
      }
    }
    const adoption = (by: string, agency: string) =>
      `insert into adoption (partnership, policy, version, adopted, adopted_by, starts, agency) values ('${partnership}', 'exampleshire', 3, '2026-03-30T09:00:00Z', '${by}', '2026-03-30T09:00:00Z', ${agency})`
    const revision = (by: string) =>
      `insert into policy_draft_revision (partnership, draft, revision, text, saved, saved_by) values ('${partnership}', '${id}', 2, 'x', now(), '${by}')`
    const attempts = {
      'tom adopts': ['tom-reddy', adoption('tom-reddy', 'null')],
      'tom adopts in Ruth’s name': ['tom-reddy', adoption('ruth-calder', 'null')],
      'tom saves': ['tom-reddy', revision('tom-reddy')],
      'dilys saves in Ruth’s name': ['dilys-owen', revision('ruth-calder')],
      'tom keeps a text': [
        'tom-reddy',
        `insert into policy (partnership, id, version, hash, text, saved) values ('${partnership}', 'z', 1, 'z', 'z', now())`,
      ],
      'tom ends a draft': [
        'tom-reddy',
        `insert into policy_draft_end (partnership, draft, ended, ended_by, how) values ('${partnership}', '${id}', now(), 'tom-reddy', 'set aside')`,
      ],
      'tom calls a review': [
        'tom-reddy',
        `insert into policy_review (partnership, policy, version, told, told_by, kind, reason) values ('${partnership}', 'exampleshire', 3, now(), 'tom-reddy', 'called', 'x')`,
      ],
      'dilys adopts for everybody': ['dilys-owen', adoption('dilys-owen', 'null')],
      'dilys adopts for another agency': ['dilys-owen', adoption('dilys-owen', `'fernley-school'`)],
      'ruth adopts into the past': [
        'ruth-calder',
        adoption('ruth-calder', 'null').replace(
          /starts, agency\) values \((.*)'2026-03-30T09:00:00Z', null/,
          `starts, agency) values ($1'2026-03-01T09:00:00Z', null`,
        ),
      ],
      'ruth adopts elsewhere': [
        'ruth-calder',
        adoption('ruth-calder', 'null').replace(`'${partnership}'`, `'${otherPlace}'`),
      ],
      'ruth rewrites a draft': ['ruth-calder', `update policy_draft_revision set text = 'x'`],
      'ruth forgets an adoption': ['ruth-calder', 'delete from adoption'],
      'ruth makes a rehearsal': ['ruth-calder', `update partnership set rehearsal_of = 'exampleshire'`],
    } as const
    const got: string[] = []
    for (const [name, [person, text]] of Object.entries(attempts)) {
      const answer = await tried(person, text)
      if (answer !== 'refused') got.push(`${name}: ${answer}`)
    }
    assert.deepEqual(got, [])
    assert.equal(await tried('ruth-calder', adoption('ruth-calder', 'null')), 'done', 'what may be')
    assert.equal(await tried('dilys-owen', adoption('dilys-owen', `'bramble-lane'`)), 'done', 'what may be')
    await t.admin('create policy planted on adoption for insert to concordat_app with check (true)')
    assert.equal(await tried('dilys-owen', adoption('dilys-owen', 'null')), 'done', 'planted: an open policy beside it')
    await t.admin('drop policy planted on adoption')
    for (const table of ['policy_draft', 'policy_draft_revision', 'policy_draft_end']) {
      const seen = (await t.store.transaction({ person: 'tom-reddy', partnership }, (tx) => tx.policyDrafts.list()))
        .length
      assert.equal(seen, 0, table)
    }
    const forced = await t.admin(
      `select 1 from pg_class where relname in ('policy', 'adoption', 'policy_draft', 'policy_draft_revision', 'policy_draft_end', 'policy_review', 'partnership') and relrowsecurity and relforcerowsecurity`,
    )
    assert.equal(forced.length, 7)
  })

  test('a partnership is told of itself and of its own rehearsals, and of no other', async () => {
    const { t } = at.it
    assert.equal((await ruth.send('/rehearsals', { policy: 'exampleshire/3' })).statusCode, 201)
    const known = async (place: string) => {
      await t.as('concordat_app', 'begin')
      await t.as('concordat_app', `select set_config('app.partnership', '${place}', true)`)
      const rows = await t.as<{ id: string }>('concordat_app', 'select id from partnership')
      await t.as('concordat_app', 'rollback')
      return rows.map(({ id }) => (id.startsWith('rehearsal-') ? 'a rehearsal' : id))
    }
    assert.deepEqual(new Set(await known(partnership)), new Set([partnership, 'a rehearsal']))
    assert.deepEqual(await known(otherPlace), [otherPlace])
    assert.deepEqual(await known(''), [])
  })

  test('what my_cases() remembers is remembered for one person, partnership, mode, case and moment only', async () => {
    const { t } = at.it
    const ask = async (settings: Readonly<Record<string, string>>): Promise<number> => {
      const set = Object.entries({
        'app.partnership': partnership,
        'app.now': '2026-03-30T09:00:00Z',
        'app.mode': 'read',
        'app.case': '',
        ...settings,
      })
      await t.as(
        'concordat_app',
        `select ${set.map(([name, value]) => `set_config('${name}', '${value}', true)`).join(', ')}`,
      )
      return (await t.as<{ case_id: string }>('concordat_app', 'select case_id from cases')).length
    }
    await t.as('concordat_app', 'begin')
    try {
      const mine = await ask({ 'app.person': 'amira-hussain' })
      assert.ok(mine > 0)
      assert.equal(await ask({ 'app.person': 'ana-petrov' }), 0, 'another person in the same transaction')
      assert.equal(await ask({ 'app.person': 'amira-hussain', 'app.partnership': otherPlace }), 0)
      assert.equal(await ask({ 'app.person': 'amira-hussain', 'app.now': '2000-01-01T09:00:00Z' }), 0)
      assert.equal(await ask({ 'app.person': 'amira-hussain', 'app.mode': 'fold', 'app.case': at.b.id }), 0)
      assert.equal(await ask({ 'app.person': 'amira-hussain' }), mine)
    } finally {
      await t.as('concordat_app', 'rollback')
    }
  })
})

describe('a rehearsal', () => {
  const begin = async (who: Visitor) => {
    const answer = await who.send('/rehearsals', { policy: 'exampleshire/3' })
    assert.equal(answer.statusCode, 201, answer.body)
    return answer.json<{ readonly partnership: string; readonly token: string }>()
  }
  const inject = (method: 'GET' | 'POST', url: string, headers: Readonly<Record<string, string>>, body: object = {}) =>
    at.it.server.inject({
      method,
      url,
      headers: {
        accept: 'application/json',
        ...headers,
        ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': freshKey() } : {}),
      },
      ...(method === 'POST' ? { payload: JSON.stringify(body) } : {}),
    })
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const cookie = (name: string, value: string) => ({ cookie: `${name}=${value}`, accept: 'text/html' })

  test('and the real place know nothing of each other’s sessions, by header or by cookie', async () => {
    const [one, other] = [await begin(ruth), await begin(ruth)]
    for (const url of ['', '/cases', '/register', `/cases/${at.a.id}`, '/policies', '/rehearsals'])
      assert.equal((await inject('GET', `/${partnership}${url}`, bearer(one.token))).statusCode, 401, url)
    assert.equal((await inject('GET', '/', bearer(one.token))).statusCode, 200, 'the front door of somebody unknown')
    assert.equal((await inject('GET', `/${partnership}/cases`, cookie('concordat', one.token))).statusCode, 303)
    for (const url of ['', '/rehearsal', '/cases', `/cases/${at.a.id}`])
      assert.equal((await inject('GET', `/${one.partnership}${url}`, bearer(ruth.session))).statusCode, 401, url)
    assert.equal(
      (await inject('GET', `/${one.partnership}/cases`, cookie('concordat-rehearsal', ruth.session))).statusCode,
      303,
    )
    assert.equal((await inject('GET', `/${other.partnership}/rehearsal`, bearer(one.token))).statusCode, 401)
    // A real case's address inside is an address of nothing.
    assert.equal((await inject('GET', `/${one.partnership}/cases/${at.a.id}`, bearer(one.token))).statusCode, 404)
    assert.equal(
      (await inject('POST', `/${one.partnership}/rehearsal/person`, bearer(one.token), { person: 'ruth-calder' }))
        .statusCode,
      422,
    )
    for (const url of ['/policy-drafts/new', '/rehearsals', '/policies/exampleshire/review'])
      assert.equal((await inject('GET', `/${one.partnership}${url}`, bearer(one.token))).statusCode, 404, url)
    assert.equal(
      (await inject('POST', `/${one.partnership}/rehearsals`, bearer(one.token), { policy: 'exampleshire/3' }))
        .statusCode,
      404,
    )
  })

  test('is joined by its own place alone, and a real place is not joined at all', async () => {
    const { partnership: there } = await begin(ruth)
    assert.equal(
      (await inject('POST', `/${otherPlace}/rehearsals/${there}`, bearer(at.foreigner.session))).statusCode,
      404,
    )
    for (const id of [partnership, otherPlace, '__proto__', 'rehearsal-'])
      assert.equal((await tom.send(`/rehearsals/${id}`, {})).statusCode, 404, id)
  })

  test('session ends with a working day of the real clock, wherever the clock inside stands, and by signing out', async () => {
    const { partnership: there, token } = await begin(ruth)
    const seen = async (one: string) => (await inject('GET', `/${there}/rehearsal`, bearer(one))).statusCode
    const far = await inject('POST', `/${there}/rehearsal/clock`, bearer(token), { choice: 'to', to: '2027-05-01' })
    assert.equal(far.statusCode, 200, far.body)
    assert.equal(await seen(token), 200, 'a year on inside')
    const beyond = await inject('POST', `/${there}/rehearsal/clock`, bearer(token), { choice: 'to', to: '9999-12-31' })
    assert.equal(beyond.statusCode, 422)
    const now = at.it.clock.now()
    at.it.clock.set(now + 8 * 3_600_000 + 1000)
    assert.equal(await seen(token), 401, 'after a working day outside')
    at.it.clock.set(now)
    const joined = (await ruth.send(`/rehearsals/${there}`, {})).json<{ token: string }>().token
    assert.equal(await seen(joined), 200)
    await inject('POST', '/sign-out', bearer(joined))
    assert.equal(await seen(joined), 401)
    assert.equal((await ruth.read('')).statusCode, 200, 'the real session goes on')
    const back = await inject('GET', `/${there}/rehearsal`, { accept: 'text/html' })
    assert.equal(back.headers.location, `/${partnership}/rehearsals`)
  })

  test('takes no form of another site, and is begun so many times a day and no more, at once as well', async () => {
    const { partnership: there, token } = await begin(ruth)
    const form = { ...cookie('concordat-rehearsal', token), 'content-type': 'application/x-www-form-urlencoded' }
    for (const headers of [form, { ...form, 'sec-fetch-site': 'same-site' }])
      assert.equal(
        (
          await at.it.server.inject({
            method: 'POST',
            url: `/${there}/rehearsal/clock`,
            headers,
            payload: 'choice=one-hour',
          })
        ).statusCode,
        403,
      )
    assert.equal(
      (await inject('POST', `/${there}/rehearsal/clock`, cookie('concordat-rehearsal', token), { choice: 'one-hour' }))
        .statusCode,
      403,
    )
    const answers = await Promise.all(
      Array.from({ length: 44 }, () => tom.send('/rehearsals', { policy: 'exampleshire/3' })),
    )
    assert.equal(answers.filter((one) => one.statusCode === 201).length, 40)
  })
})

describe('past cases under a draft', () => {
  const reworded = async (): Promise<string> => {
    const text = (await ruth.read('/policies/exampleshire/text?version=3')).body
    return text.replace(/^version: 3$/m, 'version: 4').replaceAll(/within: 5 working days/g, 'within: 1 working day')
  }

  test('are for whoever keeps the whole partnership’s policies, and say no word of any case', async () => {
    const id = await drafted(ruth, await reworded())
    for (const who of [dilys, tom]) {
      assert.equal((await who.read(`/policy-drafts/${id}/replay`)).statusCode, 404)
      assert.equal(
        (await who.page(`/policy-drafts/${id}/replay`)).body,
        (await who.page('/policy-drafts/none/replay')).body,
      )
    }
    const [read, page] = [
      await ruth.read(`/policy-drafts/${id}/replay`),
      await ruth.page(`/policy-drafts/${id}/replay`),
    ]
    const { cases, differing } = read.json<{ cases: number; differing: number }>()
    assert.ok(cases >= 3 && differing > 0, read.body)
    const people = Object.values(
      (await at.it.t.store.transaction({ nobody: true, partnership }, (tx) => tx.directory())).people,
    ).map((one) => one.name)
    for (const words of [
      ...Object.values(canary),
      at.a.id,
      at.b.id,
      ...people.filter((name) => name !== 'Ruth Calder'),
    ])
      for (const { body } of [read, page]) assert.ok(!body.includes(words), words)
  })

  test('are on the audit, each case by name of its reader; when that cannot be written nothing is shown', async () => {
    const id = await drafted(ruth, `${await reworded()}# again\n`)
    const lines = async () =>
      (
        await at.it.t.admin<{ case_id: string }>(
          `select distinct case_id from audit where person = 'ruth-calder' and purpose = 'to replay under draft ${id}, revision 1' and route like '%replay' and case_id is not null`,
        )
      ).length
    const { cases } = (await ruth.read(`/policy-drafts/${id}/replay`)).json<{ cases: number }>()
    assert.equal(await lines(), cases)
    await at.it.t.admin('revoke insert on audit from concordat_app')
    const shown = await ruth.read(`/policy-drafts/${id}/replay`)
    await at.it.t.admin('grant insert on audit to concordat_app')
    assert.ok(shown.statusCode >= 500 && !shown.body.includes('differing'))
  })
})

describe('hostile words', () => {
  test('in every text of a policy are only words: on pages, in the drawing, in the document, in a rehearsal', async () => {
    const hostile = `\\"><script>alert(1)</script><img src=x onerror=alert(1)>'&`
    const text = `id: hostile
title: "T${hostile}"
version: 1
nation: england-and-wales
roles:
  worker: { is: "W${hostile}", tier: 1 }
  manager: { is: "M${hostile}", tier: 2, else: [worker] }
  chair: { is: "C${hostile}", at: board, contact: { email: x@y.example, phone: "1${hostile}" } }
facts:
  hot: { ask: "Is it${hostile}?", cites: T-1 }
  why: { ask: "Why${hostile}", one-of: { a: "A${hostile}", b: "B${hostile}" } }
raise: { by: worker, asks: [hot, why], cites: T-1 }
stages:
  talk: { is: "S${hostile}", between: worker, within: 3 working days, cites: T-1 }
  top: { is: "Top${hostile}", by: chair, cites: T-1 }
clauses: { T-1: "Clause${hostile}" }
gaps: [{ cites: T-1, says: "Gap${hostile}", ours: "Ours${hostile}" }]
history: [{ date: 2026-01-01, what: "H${hostile}" }]
review: { every: 1 year, sooner: "R${hostile}" }
`
    const id = await drafted(ruth, text)
    const bodies: (readonly [string, string])[] = []
    const look = async (url: string) => {
      const { statusCode, body, headers } = await ruth.page(url)
      assert.equal(statusCode, 200, url)
      assert.equal(headers['x-content-type-options'], 'nosniff', url)
      assert.doesNotMatch(headers['content-disposition'] ?? '', /[<>\r\n]/)
      if (String(headers['content-type']).startsWith('text/html') || url.endsWith('.svg')) bodies.push([url, body])
      else assert.match(String(headers['content-type']), /^(text\/plain|text\/yaml|application\/)/, url)
    }
    for (const url of [`/policy-drafts/${id}`, `/policy-drafts/${id}/adopt`, `/policy-drafts/${id}/text`])
      await look(url)
    const panel = await ruth.press(`/policy-drafts/${id}`, { text, do: 'check', revision: '1' })
    bodies.push(['check', panel.body])
    assert.equal(
      (await sign(ruth, id, { starts: '2026-03-30', reason: '"><script>alert(1)</script>' })).statusCode,
      200,
    )
    await ruth.send('/policies/hostile/review', { kind: 'called', reason: '"><script>alert(1)</script>' })
    for (const url of ['', '/history', '/flowchart.svg', '/text', '/plain-words.docx', '/review'])
      await look(`/policies/hostile${url}`)
    for (const url of [
      '/policies',
      '/policies/compare?a=hostile.1&b=exampleshire.3',
      '/policies/strictest?a=hostile.1&b=exampleshire.3',
      '/raise',
      '',
      '/rehearsals',
      `/policy-drafts/new?policy=hostile&version=1`,
    ])
      await look(url)
    const reh = (await dilys.send('/rehearsals', { policy: 'hostile/1' })).json<{
      partnership: string
      token: string
    }>()
    for (const url of ['', '/rehearsal', '/policies/hostile', '/directory', '/raise'])
      bodies.push([
        url,
        (
          await at.it.server.inject({
            url: `/${reh.partnership}${url}`,
            headers: { cookie: `concordat-rehearsal=${reh.token}`, accept: 'text/html' },
          })
        ).body,
      ])
    for (const [url, body] of bodies) assert.doesNotMatch(body, /<script>alert|<img src=x/, url)
    assert.ok(
      bodies.some(([url, body]) => url.endsWith('.svg') && body.includes('&lt;script&gt;alert')),
      'it was there',
    )
  })

  test('an id that every object has finds nothing, wherever it is asked', async () => {
    for (const url of [
      '__proto__',
      'constructor',
      'toString/text',
      '__proto__/history',
      'constructor/review',
      'hasOwnProperty/flowchart.svg',
    ])
      assert.equal((await ruth.page(`/policies/${url}`)).statusCode, 404, url)
    for (const url of [
      'policies/compare?a=__proto__.1&b=constructor.1',
      'policy-drafts/__proto__',
      'policies/strictest?a=constructor.1&b=__proto__.1',
    ])
      assert.equal((await ruth.page(`/${url}`)).statusCode, 404, url)
    for (const policyId of ['__proto__/1', 'constructor/1', 'exampleshire/0', 'exampleshire/99999999999', '../x/1'])
      assert.equal((await ruth.send('/rehearsals', { policy: policyId })).statusCode, 422, policyId)
  })
})

const asking = (person: string): Promise<Asking> => askingAs(at.it, person)
