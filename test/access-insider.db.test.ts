/**
 * What somebody malicious inside tries by hand: other people's sessions, drafts and keys, addresses that climb, bodies that say too much.
 * Each of these was tried by hand once; what got through was closed. Source: trust.md 6, 8, 9, 26, 28, 29, 61.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Attacked, attacked, canary, digest, otherPlace, partnership, refsOf, sample } from './access-place.ts'
import { freshKey, hiddenIn, type Visitor, wordsIn } from './place.ts'

let at: Attacked
let amira: Visitor
let tom: Visitor
let police: Visitor

before(async () => {
  at = await attacked()
  amira = await at.it.as('amira-hussain')
  tom = await at.it.as('tom-reddy')
  police = await at.it.as('sara-lindgren')
})
after(() => at.it.close())

const inject = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  who: Visitor,
  more: Record<string, string> = {},
  payload?: string,
) =>
  at.it.server.inject({
    method,
    url,
    headers: { authorization: `Bearer ${who.session}`, accept: 'application/json', ...more },
    ...(payload === undefined ? {} : { payload }),
  })

describe('sessions', () => {
  test('another partnership’s session has nothing here, ours nothing there, and a token’s partnership cannot be rewritten', async () => {
    assert.equal((await at.foreigner.read(`/cases/${at.a.id}`)).statusCode, 404)
    assert.equal((await at.foreigner.page('')).statusCode, 404)
    for (const path of [`/cases/${at.a.id}`, '', '/register', '/directory', '/policies'])
      assert.equal((await inject('GET', `/${otherPlace}${path}`, amira)).statusCode, 404, path)
    const own = await at.it.server.inject({
      url: `/${otherPlace}/cases/${at.a.id}`,
      headers: { authorization: `Bearer ${at.foreigner.session}`, accept: 'application/json' },
    })
    assert.equal(own.statusCode, 404, 'our case under their address')
    const rewritten = amira.session.replace(`${partnership}.`, `${otherPlace}.`)
    assert.equal(
      (
        await at.it.server.inject({
          url: `/${otherPlace}`,
          headers: { authorization: `Bearer ${rewritten}`, accept: 'application/json' },
        })
      ).statusCode,
      401,
    )
  })

  test('no header and no query makes one somebody else', async () => {
    for (const header of [
      'x-forwarded-user',
      'x-http-method-override',
      'x-original-url',
      'x-rewrite-url',
      'x-forwarded-host',
      'x-person',
      'from',
    ])
      assert.equal(
        (await inject('GET', `/${partnership}/cases/${at.a.id}`, police, { [header]: 'amira-hussain' })).statusCode,
        404,
        header,
      )
    const plain = await tom.read(`/cases/${at.a.id}`)
    for (const name of ['as', 'reader', 'person', 'viewer', 'who', 'agency', 'level', 'show']) {
      const asked = await tom.read(`/cases/${at.a.id}?${name}=amira-hussain&${name}=bramble-lane`)
      assert.deepEqual(asked.json<{ entries: unknown }>().entries, plain.json<{ entries: unknown }>().entries, name)
    }
  })
})

describe('addresses', () => {
  test('nothing climbs, and a case’s id is found only whole', async () => {
    const { id } = at.a
    for (const path of [
      `/${partnership}/../${partnership}/cases/${id}`,
      `/${partnership}%2Fcases%2F${id}`,
      `/${partnership}/cases/${id}%00`,
      `/${partnership}/cases/${id}/`,
      `/${partnership.toUpperCase()}/cases/${id}`,
      `//${partnership}/cases/${id}`,
      `/${partnership}/cases/${id}%20`,
      `/${partnership}/cases/%2e%2e/register`,
      `/${partnership}/cases/${id};x`,
      `/${partnership}/cases/${id}.json`,
      '/assets/../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/.%00/x',
    ])
      assert.ok([400, 403, 404].includes((await inject('GET', path, police)).statusCode), path)
    for (const part of [
      id.slice(0, 31),
      `${id}0`,
      id.toUpperCase() === id ? '' : id.toUpperCase(),
      '%',
      '*',
      `${id}'--`,
      `' or '1'='1`,
    ])
      assert.ok(
        [400, 404].includes(
          (await inject('GET', `/${partnership}/cases/${encodeURIComponent(part)}`, amira)).statusCode,
        ) || part === '',
        part,
      )
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const)
      assert.ok([404, 405].includes((await inject(method, `/${partnership}/cases/${id}`, amira)).statusCode), method)
  })

  test('names that every object has are no ids: nothing fails', async () => {
    const { id } = at.a
    for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'])
      for (const url of [
        `/cases/${id}/facts/${key}`,
        `/cases/${id}/questions/${key}`,
        `/cases/${id}/moves/${key}`,
        `/cases/${id}/moves/${key}/gate`,
        `/cases/${id}/dates/${key}`,
        `/cases/${id}/outcome/${key}`,
        `/cases/${id}/replies/${key}`,
        `/cases/${id}/corrections/${key}`,
        `/cases/${id}/outstanding/${key}/${key}`,
        `/cases/${id}/moves/up?stage=${key}`,
        `/cases/${id}/acts/tell?duty=${key}`,
        `/cases/${id}?show=${key}`,
        `/policies/${key}`,
        `/policies/${key}/text`,
        `/raise/${key}/${key}`,
        `/raise/${at.draft}/${key}`,
        `/cases/${key}`,
        `/drafts/${key}`,
      ])
        for (const seen of [await amira.page(url), await amira.read(url)])
          assert.ok(seen.statusCode < 500, `${url}: ${seen.statusCode}`)
  })

  test('numbers that are none are no entries', async () => {
    for (const entry of ['-1', '1.5', '1e3', '99999999999', 'NaN', 'Infinity', ' 1', '0x1', '１', ''])
      for (const noun of ['shares', 'corrections', 'permissions', 'not-shared']) {
        const seen = await amira.page(`/cases/${at.a.id}/${noun}?entry=${encodeURIComponent(entry)}`)
        assert.ok(seen.statusCode < 500, `${noun} ${entry}: ${seen.statusCode}`)
      }
  })
})

describe('children of a case', () => {
  test('trust 6: an entry one may not read cannot be shared, corrected, weighed or named, by its reference', async () => {
    const hidden = (await at.a.seen('amira-hussain')).entries
      .filter((one) => ['note', 'information', 'consulted'].includes(one.kind))
      .map((one) => one.ref)
    assert.ok(hidden.length >= 4)
    const before = await digest(at.it)
    for (const ref of hidden) {
      assert.equal(
        (
          await tom.send(`/cases/${at.a.id}/shares?entry=${ref}`, {
            person: 'nadia-brook',
            'family-told': 'yes',
            words: 'x',
            override: true,
          })
        ).statusCode,
        404,
        `share ${ref}`,
      )
      assert.equal(
        (await tom.send(`/cases/${at.a.id}/corrections/${ref}`, { words: 'x', why: 'x' })).statusCode,
        404,
        `correct ${ref}`,
      )
      assert.equal(
        (await tom.send(`/cases/${at.a.id}/not-shared?entry=${ref}`, { asked: 'x', words: 'x' })).statusCode,
        404,
        `not share ${ref}`,
      )
      assert.equal(
        (await tom.send(`/cases/${at.a.id}/replies/${ref}`, { satisfied: true })).statusCode,
        404,
        `weigh ${ref}`,
      )
    }
    // An entry of another case, through this one.
    const foreign = (await refsOf(at.it, at.b.id)).get(1)
    assert.ok(
      [404, 409].includes(
        (
          await tom.send(`/cases/${at.a.id}/shares?entry=${foreign}`, {
            person: 'nadia-brook',
            'family-told': 'yes',
            words: 'x',
          })
        ).statusCode,
      ),
    )
    assert.equal(await digest(at.it), before)
  })

  test('the form of a permission says nothing of an entry one may not read', async () => {
    for (const [seq, ref] of await refsOf(at.it, at.a.id)) {
      const page = wordsIn((await tom.page(`/cases/${at.a.id}/permissions?entry=${ref}`)).body)
      assert.doesNotMatch(page, /is Exampleshire Community Health’s information/, `entry ${seq}`)
    }
  })

  test('nobody answers for an owner about an entry they cannot read: the other side could say yes to passing it on', async () => {
    const kept = (await at.a.seen('amira-hussain')).entries.find((one) => one.kind === 'information')
    const permit = (who: Visitor, step: string) =>
      who.send(`/cases/${at.a.id}/permissions?entry=${kept?.ref}`, {
        of: 'community-health',
        step,
        words: 'They said so.',
      })
    await permit(tom, 'asked')
    assert.notEqual((await permit(tom, 'given')).statusCode, 200)
  })
})

describe('what is sent', () => {
  test('trust 8: a field that is not the form’s is refused, and nothing is written', async () => {
    const before = await digest(at.it)
    for (const extra of [
      'agency',
      'owner',
      'seq',
      'by',
      'person',
      'recorded',
      'happened',
      'audience',
      'inConfidence',
      'id',
      'case',
      'version',
      'stage',
      'partnership',
      'keys',
      'answers',
      'kind',
    ]) {
      const sent = await amira.send(`/cases/${at.a.id}/notes`, { words: 'x', for: 'agency', [extra]: 'x' })
      assert.equal(sent.statusCode, 400, extra)
    }
    for (const raw of [
      '{"words":"x","for":"agency","__proto__":{"private":true}}',
      '{"words":"x","for":"agency","constructor":{"prototype":{"x":1}}}',
      '[]',
      '"x"',
      'null',
      '{"words":{"words":"x"},"for":["agency","private"]}',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      '{"words":"x",',
    ]) {
      const sent = await inject(
        'POST',
        `/${partnership}/cases/${at.a.id}/notes`,
        amira,
        { 'content-type': 'application/json', 'idempotency-key': freshKey() },
        raw,
      )
      assert.ok(sent.statusCode >= 400 && sent.statusCode < 500, `${raw.slice(0, 60)}: ${sent.statusCode}`)
    }
    assert.equal(
      (await amira.send(`/cases/${at.a.id}/notes`, { words: 'x'.repeat(600_000), for: 'agency' })).statusCode,
      413,
    )
    assert.equal(
      (await amira.send(`/cases/${at.a.id}/notes`, { words: 'x'.repeat(10_001), for: 'agency' })).statusCode,
      422,
    )
    assert.equal(await digest(at.it), before)
  })

  test('trust 8: a raiser cannot raise for another agency, nor under a policy that is not there, nor with nobody', async () => {
    const body = sample({ name: 'X', to: 'childrens-services', person: 'tom-reddy' })
    for (const wrong of [
      { from: 'police' },
      { policy: 'constructor' },
      { policy: 'none' },
      { agencies: [] },
      { person: { 'childrens-services': 'sara-lindgren' } },
      { supporter: 'yes', 'supporter-who': 'constructor' },
      { supporter: 'yes', 'supporter-who': 'grace-adeyemi' },
    ]) {
      const sent = await amira.send('/raise', { ...body, ...wrong })
      assert.ok(sent.statusCode >= 400 && sent.statusCode < 500, `${JSON.stringify(wrong)}: ${sent.statusCode}`)
    }
  })

  test('nor with an agency that was not offered: such a case can be read by nobody', async () => {
    const body = sample({ name: 'X', to: 'childrens-services', person: 'tom-reddy' })
    for (const agency of ['constructor', 'toString', 'board'])
      assert.notEqual(
        (await amira.send('/raise', { ...body, agencies: [agency], person: { [agency]: 'unknown' } })).statusCode,
        201,
        agency,
      )
  })

  test('nor with somebody who was not offered to answer for the child, or as the manager talked to', async () => {
    const body = sample({ name: 'X', to: 'childrens-services', person: 'tom-reddy' })
    for (const wrong of [
      { safe: 'yes', 'safe-words': 'x', 'safe-who': 'constructor' },
      { safe: 'yes', 'safe-words': 'x', 'safe-who': 'peter-lindqvist' },
      { manager: 'yes', 'manager-who': 'grace-adeyemi', 'manager-words': 'x' },
    ])
      assert.notEqual((await amira.send('/raise', { ...body, ...wrong })).statusCode, 201, JSON.stringify(wrong))
  })

  test('trust 28: line ends, nulls, half characters and markup reach no header, and come back as they were typed', async () => {
    for (const words of [
      'x\r\nset-cookie: a=b',
      'x\u0000y',
      'x\ud800y',
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "'; drop table entry; --",
      '=HYPERLINK("x")',
      '\u202eevil',
    ]) {
      const sent = await amira.send(`/cases/${at.a.id}/notes`, { words, for: 'agency' })
      assert.equal(sent.statusCode, 200, words)
      assert.doesNotMatch(String(sent.headers['set-cookie']), /a=b/)
    }
    const page = await amira.page(`/cases/${at.a.id}`)
    assert.doesNotMatch(page.body, /<script>alert|<img src=x/)
    assert.match(page.body, /&lt;script&gt;alert\(1\)/)
    for (const url of [
      `/cases/${at.a.id}/moves/up%0d%0aset-cookie:%20a=b`,
      '/%0d%0aset-cookie:a=b',
      `/cases/%0d%0alocation:%20x`,
    ]) {
      const seen = await amira.page(url)
      assert.ok(seen.statusCode < 500 && !/a=b/.test(String(seen.headers['set-cookie'])), url)
    }
    const csv = await (await at.it.as('ruth-calder')).page('/register.csv')
    assert.doesNotMatch(csv.body, /(^|,|")[=+@-]/m)
  })

  test('odd dates are refused, or kept without breaking a page', async () => {
    for (const date of [
      '0001-01-01',
      '9999-12-31',
      '2029-06-01',
      '2026-02-30',
      '275760-09-13',
      '-000001-01-01',
      '2026-4-9',
      'tomorrow',
    ]) {
      for (const [noun, body] of [
        ['outstanding', { what: 'x', who: 'x', by: date }],
        ['arrangement', { words: 'x', 'answers-for': 'amira-hussain', until: date }],
        ['acts/record', { words: 'x', happened: date }],
      ] as const)
        assert.ok((await amira.send(`/cases/${at.a.id}/${noun}`, body)).statusCode < 500, `${noun} ${date}`)
      assert.equal((await amira.page(`/cases/${at.a.id}`)).statusCode, 200, date)
      assert.equal((await (await at.it.as('ruth-calder')).page('/register')).statusCode, 200, date)
    }
  })
})

describe('what is somebody else’s', () => {
  test('a draft is its author’s alone, by every address, and cannot be written over or opened in a form', async () => {
    for (const url of [
      `/raise/${at.draft}`,
      `/raise/${at.draft}/about-exact`,
      `/raise/${at.draft}/check`,
      `/drafts/${at.draft}`,
      `/drafts/${at.draft}/deletion`,
    ])
      assert.equal((await tom.page(url)).statusCode, 404, url)
    assert.equal((await tom.send(`/raise/${at.draft}/about-exact`, { 'fact-exact': 'mine now' })).statusCode, 404)
    // Sent twice, one’s own draft is gone: then one is led to one’s cases. Somebody else’s draft, and none at all, answer the same.
    const [theirs, none] = [
      await tom.send(`/raise/${at.draft}/check`, {}),
      await tom.send(`/raise/${'f'.repeat(24)}/check`, {}),
    ]
    assert.deepEqual([theirs.statusCode, theirs.body], [none.statusCode, none.body])
    await tom.send(`/drafts/${at.draft}/deletion`, {})
    const form = await tom.page(`/cases/${at.a.id}/notes?draft=${at.draft}`)
    assert.doesNotMatch(form.body, /larkspur/)
    assert.match(
      (await amira.page(`/raise/${at.draft}/about-exact`)).body,
      new RegExp(canary.draft),
      'it is still there, as she left it',
    )
  })

  test('trust 61: a submission key is its sender’s alone, and is good for one body', async () => {
    const key = { 'idempotency-key': freshKey() }
    const body = { words: 'The same words.', for: 'agency' }
    const first = await amira.send(`/cases/${at.a.id}/notes`, body, key)
    const theirs = await tom.send(`/cases/${at.a.id}/notes`, body, key)
    assert.deepEqual([first.json<{ again: boolean }>().again, theirs.json<{ again: boolean }>().again], [false, false])
    assert.ok(!(await tom.read(`/cases/${at.a.id}`)).body.includes(canary.agencyNote))
    assert.equal((await amira.send(`/cases/${at.a.id}/risk`, { risk: 'some' }, key)).statusCode, 422)
    assert.equal((await police.send(`/cases/${at.a.id}/notes`, body, key)).statusCode, 404)
  })

  test('trust 26: a form without its token, with somebody else’s, or from another site, changes nothing', async () => {
    const url = `/cases/${at.a.id}/notes`
    const own = hiddenIn((await amira.page(url)).body)
    const theirs = hiddenIn((await tom.page(url)).body)
    const before = await digest(at.it)
    const note = { words: 'x', for: 'agency' }
    assert.equal((await amira.submit(url, { ...note, submission: own['submission'] ?? '' })).statusCode, 403)
    assert.equal((await amira.submit(url, { ...note, ...theirs })).statusCode, 403)
    const elsewhere = await at.it.server.inject({
      method: 'POST',
      url: `/${partnership}${url}`,
      headers: {
        cookie: `concordat=${amira.session}`,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
      },
      payload: new URLSearchParams({ ...note, ...own }).toString(),
    })
    assert.equal(elsewhere.statusCode, 403)
    assert.equal(await digest(at.it), before)
  })

  test('who keeps the register cannot say for two sides that they have talked', async () => {
    const { it, b } = at
    const sent = await (await it.as('ruth-calder')).send(`/cases/${b.id}/discussions`, {
      way: 'phone',
      'took-part': ['jack-temple', 'sunita-rao'],
      words: 'They talked, I hear.',
      settled: 'no',
    })
    assert.notEqual(sent.statusCode, 200)
  })
})

test('trust 25: whatever is only read changes nothing, however often', async () => {
  const first = (await refsOf(at.it, at.a.id)).get(1)
  const before = await digest(at.it)
  for (let n = 0; n < 2; n++)
    for (const url of [
      '',
      '/cases',
      '/register',
      '/drafts',
      '/raise',
      `/raise/${at.draft}/check`,
      ...[
        '',
        '/as-they-see-it',
        '/notes',
        '/moves/up',
        '/outcome',
        '/closure',
        '/risk',
        '/notices',
        '/panel',
        `/shares?entry=${first}`,
        '/acts/agree',
      ].map((noun) => `/cases/${at.a.id}${noun}`),
    ])
      for (const who of [amira, tom, police]) await who.page(url)
  assert.equal(await digest(at.it), before)
})
