import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { App } from '../../app/app.ts'
import { standingAt } from '../../app/clock.ts'
import { buildServer } from '../server.ts'
import { calculator } from './calculator.ts'

let server: FastifyInstance

before(async () => {
  // The calculator stands on nothing but a clock.
  const app = { clock: standingAt(0) } as unknown as App
  server = buildServer(app, { https: false, log: false, routes: calculator })
  await server.ready()
})
after(() => server.close())

interface Told {
  readonly date: string
  readonly at: string
  readonly working: readonly { readonly date: string; readonly counts: boolean; readonly why: string }[]
  readonly protected?: { readonly used: boolean }
  readonly errors?: readonly { readonly field: string; readonly words: string }[]
}
const page = (query: string) =>
  server.inject({ method: 'GET', url: `/calculator?${query}`, headers: { accept: 'text/html' } })
const told = async (query: string): Promise<Told> => (await server.inject(`/calculator.json?${query}`)).json()
const first = 'from-day=1&from-month=4&from-year=2026&time=4:10pm&count=5&unit=working-days&nation=england-and-wales'

describe('the answer', () => {
  test('1 working day from Thursday 2 April 2026 ends on Tuesday, with Good Friday and Easter Monday named', async () => {
    const answer = await told('length=1+working+day&from=2026-04-02T10:00&nation=england-and-wales')
    assert.equal(answer.date, '2026-04-07')
    assert.equal(answer.at, '2026-04-07T17:00:00+01:00')
    const why = (date: string) => answer.working.find((row) => row.date === date)
    assert.match(why('2026-04-03')?.why ?? '', /Good Friday/)
    assert.match(why('2026-04-06')?.why ?? '', /Easter Monday/)
    assert.equal(why('2026-04-06')?.counts, false)
  })

  test('on the page: the date, its days, the difference between the nations, and the same question as links', async () => {
    const { statusCode, body } = await page(first)
    assert.equal(statusCode, 200)
    assert.match(body, /Friday 10 April 2026/)
    assert.match(body, /Working day 5\. Due by 5pm/)
    assert.match(body, /In Scotland the answer is Thursday 9 April, because Easter Monday is a working day there\./)
    assert.doesNotMatch(body, /In Northern Ireland/)
    assert.match(body, /\/calculator\.txt\?from-day=1&amp;from-month=4/)
    assert.ok(body.indexOf('Friday 10 April 2026') < body.indexOf('<form method="get"'), 'the answer comes first')
    assert.doesNotMatch(body, /_csrf/)
  })

  for (const [length, at] of [
    ['count=48&unit=hours', '2026-04-03T16:10:00+01:00'],
    ['count=2&unit=weeks', '2026-04-15T17:00:00+01:00'],
    ['count=1&unit=working-weeks', '2026-04-10T17:00:00+01:00'],
    ['unit=same-working-day', '2026-04-01T17:00:00+01:00'],
    ['unit=immediately', '2026-04-01T17:10:00+01:00'],
    ['unit=without-delay', '2026-04-01T17:00:00+01:00'],
  ] as const)
    test(`${length} ends ${at}`, async () => {
      assert.equal((await told(`from=2026-04-01&time=16:10&${length}`)).at, at)
    })

  test('a date that protects the child counts when it is sooner; closed days do not count', async () => {
    const sooner = await told(`${first}&protect=2026-04-09`)
    assert.deepEqual([sooner.date, sooner.protected?.used], ['2026-04-09', true])
    const later = await told(`${first}&protect=2026-04-20`)
    assert.deepEqual([later.date, later.protected?.used], ['2026-04-10', false])
    assert.equal((await told(`${first}&closed-from=2026-04-08&closed-to=2026-04-09`)).date, '2026-04-14')
    const { body } = await page(`${first}&protect-day=9&protect-month=4&protect-year=2026`)
    assert.match(body, /Working day 4\. Due by 5pm\. The date that protects the child/)
    assert.match(body, /not used/)
  })

  test('as text, line by line, and as an event in UTC', async () => {
    const text = await server.inject(`/calculator.txt?${first}`)
    assert.match(String(text.headers['content-type']), /^text\/plain/)
    assert.match(text.body, /Due by 5pm on Friday 10 April 2026/)
    assert.match(text.body, /Fri 3 April: Good Friday/)
    const event = await server.inject(`/calculator.ics?${first}`)
    assert.match(event.body, /DTSTART:20260410T160000Z\r\n/)
    assert.match(String(event.headers['content-disposition']), /deadline\.ics/)
  })
})

describe('what is not usable', () => {
  test('comes back with what was typed, an error summary, and 422', async () => {
    const { statusCode, body } = await page(
      'from-day=31&from-month=2&from-year=2026&time=25pm&count=x&unit=working-days&nation=scotland',
    )
    assert.equal(statusCode, 422)
    assert.match(body, /<title>Error: Work out a deadline/)
    assert.match(body, /href="#from-day">The date must be a real date/)
    assert.match(body, /value="25pm"/)
    assert.match(body, /value="scotland"[^>]*checked/)
  })

  for (const [query, field] of [
    ['count=1&unit=hours', 'from'],
    ['from=2026-04-01&count=0&unit=hours', 'count'],
    ['from=2026-04-01&unit=hours', 'count'],
    ['from=2026-04-01&unit=fortnights&count=1', 'unit'],
    ['from=2026-04-01&count=1&unit=days&nation=wales', 'nation'],
    ['from=2026-04-01&length=two+days', 'length'],
    ['from=2026-04-01&count=1&unit=days&closed-from=2026-04-09&closed-to=2026-04-08', 'closed-to'],
    ['from=1066-10-14&count=1&unit=days', 'from'],
  ] as const)
    test(query, async () => {
      const answer = await server.inject(`/calculator.json?${query}`)
      assert.equal(answer.statusCode, 422)
      assert.deepEqual(
        answer.json<Told>().errors?.map((one) => one.field),
        [field],
      )
    })

  test('an opened page asks and answers nothing', async () => {
    const { statusCode, body } = await page('')
    assert.equal(statusCode, 200)
    assert.doesNotMatch(body, /Error:|Due by/)
  })

  test('hostile text stays text', async () => {
    const { body } = await page(`${first}&time=%22%3E%3Cscript%3Ealert(1)%3C/script%3E`)
    assert.doesNotMatch(body, /<script>alert/)
  })
})

test('the answer can be printed by itself: a button, and none of the boxes that asked', async () => {
  const { body } = await page(first)
  assert.match(body, /<button type="button"[^>]*c-print[^>]* hidden>Print<\/button>/)
  assert.match(body, /<div class="c-one-sheet">/)
  const { body: asking } = await page('')
  assert.doesNotMatch(asking, /c-print/)
})
