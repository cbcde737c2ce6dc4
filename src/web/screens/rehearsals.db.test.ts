import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Exampleshire, exampleshire, freshKey, wordsIn } from '../../../test/place.ts'
import { appOn } from '../../app/open-app.ts'

let it: Exampleshire
before(async () => {
  it = await exampleshire({ policies: ['seeds/policies/exampleshire.yaml'], from: '2026-04-08T10:00' })
})
after(() => it.close())

interface Desk {
  readonly partnership: string
  readonly now: string
  readonly nextDue?: string
  readonly you: string
  readonly cast: readonly { readonly person: string; readonly agency: string }[]
}

const begin = async (person: string): Promise<{ readonly partnership: string; readonly token: string }> => {
  const answer = await (await it.as(person)).send('/rehearsals', { policy: 'exampleshire/3' })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}

/** A program inside a rehearsal. */
const inside = (partnership: string, token: string) => {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  return {
    read: (url: string) => it.server.inject({ method: 'GET', url: `/${partnership}${url}`, headers }),
    page: (url: string) =>
      it.server.inject({
        method: 'GET',
        url: `/${partnership}${url}`,
        headers: { cookie: `concordat-rehearsal=${token}`, accept: 'text/html' },
      }),
    send: (url: string, body: object) =>
      it.server.inject({
        method: 'POST',
        url: `/${partnership}${url}`,
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': freshKey() },
        payload: JSON.stringify(body),
      }),
  }
}

describe('a rehearsal', () => {
  test('has people of its own, a clock that goes on alone, and its mark on every page', async () => {
    const { partnership, token } = await begin('ruth-calder')
    const there = inside(partnership, token)
    const desk = (await there.read('/rehearsal')).json<Desk>()
    assert.equal(desk.now, '2026-04-08T09:00:00Z')
    assert.ok(desk.cast.length > 8)
    const moved = await there.send('/rehearsal/clock', { choice: 'next-working-day' })
    assert.equal(moved.statusCode, 200, moved.body)
    assert.equal((await there.read('/rehearsal')).json<Desk>().now, '2026-04-09T08:00:00Z')
    assert.equal(new Date(it.clock.now()).toISOString(), '2026-04-08T09:00:00.000Z', 'the real clock stands')
    const back = await there.send('/rehearsal/clock', { choice: 'to', to: '2026-04-01' })
    assert.equal(back.statusCode, 422)
    for (const url of ['', '/rehearsal', '/policies', '/raise', '/directory'])
      assert.match((await there.page(url)).body, /<strong>Rehearsal\.<\/strong>/, url)
    const other = desk.cast.at(-1)?.person ?? ''
    const become = await there.send('/rehearsal/person', { person: other })
    const { token: theirs } = become.json<{ token: string }>()
    assert.equal((await inside(partnership, theirs).read('/rehearsal')).json<Desk>().you, other)
  })

  test('is nowhere in the real place, and the real place is nowhere in it', async () => {
    const { partnership, token } = await begin('ruth-calder')
    const real = await it.as('ruth-calder')
    assert.equal((await real.page('/rehearsal')).statusCode, 404)
    const asReal = await it.server.inject({
      method: 'GET',
      url: `/${partnership}/rehearsal`,
      headers: { cookie: `concordat=${real.session}`, accept: 'text/html' },
    })
    assert.notEqual(asReal.statusCode, 200, 'a real session says nothing inside')
    const asInvented = await it.server.inject({
      method: 'GET',
      url: '/exampleshire/policies',
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    })
    assert.equal(asInvented.statusCode, 401, 'an invented person is nobody outside')
    assert.deepEqual(await it.app.partnerships(), ['exampleshire'])
    assert.equal((await real.read('/register')).json<{ total: number }>().total, 0)
  })

  test('is joined by people of the same place, and listed for whoever began it', async () => {
    const { partnership } = await begin('ruth-calder')
    const tom = await it.as('tom-reddy')
    const joined = await tom.send(`/rehearsals/${partnership}`, {})
    assert.equal(joined.statusCode, 201, joined.body)
    assert.equal((await tom.send('/rehearsals/rehearsal-0000000000000000', {})).statusCode, 404)
    assert.match(wordsIn((await (await it.as('ruth-calder')).page('/rehearsals')).body), /Go on with one/)
    assert.doesNotMatch(wordsIn((await tom.page('/rehearsals')).body), /Go on with one/)
  })

  test('has one clock, also for two who come at once after a restart', async () => {
    const { partnership } = await begin('ruth-calder')
    const { rehearsals } = appOn(it.t.store, it.clock)
    assert.ok(rehearsals)
    const [one, other] = await Promise.all([rehearsals.inside(partnership), rehearsals.inside(partnership)])
    await one?.rehearsing?.moveOn(it.clock.now() + 3_600_000)
    assert.equal(other?.clock.now(), it.clock.now() + 3_600_000)
    assert.equal(await rehearsals.inside('rehearsal-0000000000000000'), undefined)
  })

  test('of a draft is for those who keep policies, and a policy with errors is not rehearsed', async () => {
    const ruth = await it.as('ruth-calder')
    const text = (await ruth.read('/policies/exampleshire/text')).body.replace('version: 3', 'version: 4')
    const draft = await ruth.send('/policy-drafts', { text })
    assert.equal(draft.statusCode, 201, draft.body)
    const { id } = draft.json<{ id: string }>()
    assert.equal((await ruth.send('/rehearsals', { draft: id })).statusCode, 201)
    assert.equal((await (await it.as('tom-reddy')).send('/rehearsals', { draft: id })).statusCode, 422)
    const broken = (await ruth.send('/policy-drafts', { text: 'id: [' })).json<{ id: string }>()
    assert.equal((await ruth.send('/rehearsals', { draft: broken.id })).statusCode, 422)
  })
})
