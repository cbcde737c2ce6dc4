/** The rules of Ladybirds (`LB-` in mission/clauses.md), through pages and API. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { partnership } from '../../seeds/place.ts'
import { parsePolicy } from '../../src/domain/policy/parse-policy.ts'
import { type Exampleshire, exampleshire, wordsIn } from '../place.ts'
import { concernUnder, london, raised } from './in-case.ts'

const policy = 'ladybirds'
const amira = 'amira-hussain'
const joanne = 'joanne-pike'
const tom = 'tom-reddy'
const grace = 'grace-adeyemi'
const peter = 'peter-lindqvist'

let it: Exampleshire

before(async () => {
  it = await exampleshire({ policies: ['policies/ladybirds.yaml', 'policies/havering.yaml'], from: '2026-03-30T10:00' })
  await adoptAddendum()
})
after(() => it.close())

const ours = (facts = {}, more = {}) => raised(it, amira, concernUnder(policy, facts, more))

describe('LB-1: a short ladder', () => {
  test('LB-1: first talk; then a more senior manager without delay; then the Chair, where decisions or protection plans suffer', async () => {
    await it.goTo('2026-03-30T10:00')
    const c = await ours()
    const talk = await c.duty(amira, 'talk')
    assert.deepEqual([london(talk.due), /LB-1/.test(talk.clause)], ['2026-03-30T17:00', true])
    assert.match(`${talk.working?.notes}`, /default[\s\S]*"Without delay" is read as same working day/)
    await c.talks(amira, tom)
    assert.equal((await c.duty(amira, 'talked')).status, 'done')
    await c.does(amira, 'moves/up', { 'fact-our-why': 'Not settled.', risk: 'some' })
    assert.equal((await c.seen(grace)).stage.id, 'line')
    await c.talks(joanne, grace)
    // To the Chair only where it affects decisions or holds up plans, as whoever goes there says.
    assert.deepEqual(await c.unusable(joanne, 'moves/up', { 'fact-our-why': 'Stuck.', risk: 'some' }), [
      'fact-affecting',
    ])
    const no = await c.refused(joanne, 'moves/up', { 'fact-affecting': false, 'fact-our-why': 'Stuck.', risk: 'some' })
    assert.deepEqual([no.code, no.clauses.map(({ id }) => id)], ['condition', ['LB-1']])
    await c.does(joanne, 'moves/up', {
      'fact-affecting': true,
      'fact-our-why': 'The plan waits for this.',
      risk: 'some',
    })
    const at = await c.seen(peter)
    assert.equal(at.stage.id, 'top')
    await c.does(peter, 'moves/decide', {
      'fact-our-why': 'The plan cannot wait.',
      'fact-next-course': 'They meet tomorrow.',
    })
    assert.equal((await c.seen(tom)).end?.is, 'decided')
  })
})

describe('LB-2: parents', () => {
  test('LB-2: parents are asked before anything about their child is passed on, and it is passed on only for the child’s good: asked, given, refused, or gone without and why; no answer stops a concern', async () => {
    await it.goTo('2026-03-30T11:00')
    for (const answer of ['given', 'refused', 'no-answer', 'not-asked']) {
      const c = await ours({ 'parents-permission': answer, 'why-share': 'She needs the clinic to know.' })
      const first = (await c.seen(tom)).entries[0]?.lines.join(' ') ?? ''
      assert.match(
        first,
        /Do the parents agree.*Why is sharing it best for the child\? She needs the clinic to know\./,
        answer,
      )
    }
    const silent = await (await it.as(amira)).send(
      '/raise',
      concernUnder(policy, { 'parents-permission': '', 'why-share': '' }),
    )
    assert.deepEqual(
      silent
        .json<{ errors: { field: string }[] }>()
        .errors.map((one) => one.field)
        .toSorted(),
      ['fact-parents-permission', 'fact-why-share'],
    )
    const c = await ours({ 'parents-permission': 'not-asked' })
    const owed = await c.duty(tom, 'permission')
    assert.deepEqual([owed.force, /LB-2/.test(owed.clause)], ['must', true])
    for (const [step, words] of [
      ['asked', 'Asked her mother on 30 March.'],
      ['refused', 'Her mother said no.'],
      ['dispensed with', 'Her father must not know that she told us.'],
    ] as const)
      await c.does(amira, 'permissions', { of: 'family', step, words })
    const recorded = (await c.seen(amira)).entries.filter((one) => one.kind === 'permission')
    assert.deepEqual(
      recorded.map((one) => one.text),
      ['Asked her mother on 30 March.', 'Her mother said no.', 'Her father must not know that she told us.'],
    )
    assert.equal(
      (await c.send(amira, 'permissions', { of: 'family', step: 'given', words: '' })).statusCode,
      422,
      'what they said is needed',
    )
    await c.does(amira, 'acts/record', { words: 'Permission: see the entries of today.' })
    assert.equal(
      (await c.seen(amira)).duties.find((one) => one.key.startsWith('permission·') && one.side === 'raising')?.status,
      'done',
    )
  })
})

describe('LB-3, LB-4: partners, and saying it plainly', () => {
  test('LB-3: it works with speech and language, educational psychology, schools, social care, health visitors and others: the directory lists agencies by kind, and any of them can be asked', async () => {
    await it.goTo('2026-03-30T12:00')
    const page = wordsIn((await (await it.as(amira)).page('/directory')).body)
    for (const kind of ['School', 'Health', 'Children’s services', 'Police', 'Education', 'Housing', 'Pre-school'])
      assert.ok(page.includes(kind), kind)
    const listed = (await (await it.as(amira)).read('/directory')).json<{ agencies: { id: string; kind: string }[] }>()
      .agencies
    assert.equal(new Set(listed.map((one) => one.kind)).size, 10)
    const c = await ours(
      {},
      {
        agencies: ['community-health', 'fernley-school'],
        person: { 'community-health': 'sunita-rao', 'fernley-school': 'priya-nair' },
      },
    )
    assert.deepEqual(
      (await c.seen('priya-nair')).sides.map((one) => one.agency),
      ['bramble-lane', 'community-health', 'fernley-school'],
    )
  })

  test('LB-4: say plainly what the problem is and what is to be achieved, and record exactly how it can be settled', async () => {
    for (const fact of ['exact', 'aim', 'how-resolved']) {
      const sent = await (await it.as(amira)).send('/raise', concernUnder(policy, { [fact]: ' ' }))
      assert.deepEqual(
        sent.json<{ errors: { field: string }[] }>().errors.map((one) => one.field),
        [`fact-${fact}`],
      )
    }
    const c = await ours({
      exact: 'Minutes came 31 days late.',
      aim: 'Minutes in 5 days.',
      'how-resolved': 'One agency writes them, always.',
    })
    const first = (await c.seen(tom)).entries[0]?.lines.join(' ') ?? ''
    assert.match(first, /Minutes came 31 days late\./)
    assert.match(first, /How could it be settled\? One agency writes them, always\./)
  })
})

describe('LB-5, LB-6: the policy in time', () => {
  test('LB-5: the policy carries the dates of its issue and reviews, and is looked at again each year', async () => {
    await it.goTo('2026-04-01T10:00')
    const text = (await (await it.as(amira)).page(`/policies/${policy}/text`)).body
    for (const line of [
      'date: 2016-01-01, what: Issued in January 2016',
      'date: 2019-04-01, what: Reviewed in April 2019',
      'every: 1 year, sooner: New information',
    ])
      assert.ok(text.includes(line), line)
    const page = wordsIn((await (await it.as(amira)).page(`/policies/${policy}`)).body)
    assert.match(page, /adopted on 5 February 2018 Review due by Monday 4 January 2027 (?!Late)/)
    assert.match(
      page,
      /The policy carries the dates of its issue and reviews\. New information brings a review forward\./,
    )
  })

  test('LB-5: a review is late when its day has passed, and one that was held says when the next is due', async () => {
    await it.goTo('2027-01-05T10:00')
    const shown = async () => wordsIn((await (await it.as(amira)).page(`/policies/${policy}`)).body)
    assert.match(await shown(), /Review due by Monday 4 January 2027 Late/)
    const held = await (await it.as('ruth-calder')).press(`/policies/${policy}/review`, {
      kind: 'held',
      reason: 'It stays as it is.',
      'next-day': '5',
      'next-month': '1',
      'next-year': '2028',
    })
    assert.equal(held.statusCode, 303, wordsIn(held.body))
    assert.match(await shown(), /Review due by Wednesday 5 January 2028 (?!Late)/)
    const list = wordsIn((await (await it.as(amira)).page('/policies')).body)
    assert.match(list, /Ladybirds.*5 January 2028/)
  })

  test('LB-5: the policy’s page shows that history in plain words', async () => {
    const page = wordsIn((await (await it.as(amira)).page(`/policies/${policy}`)).body)
    for (const [date, what] of [
      ['1 January 2016', 'Issued in January 2016'],
      ['1 July 2016', 'Reviewed in July 2016'],
      ['1 April 2019', 'Reviewed in April 2019'],
    ] as const) {
      assert.ok(page.includes(what), what)
      assert.ok(page.includes(date), date)
    }
  })

  test('LB-6: for a time nobody from outside was met in person: on those days a case talks in other ways, before and after as always', async () => {
    const meet = { way: 'face to face', 'took-part': [tom], words: 'We met in the hall.', settled: 'no' }
    await it.goTo('2020-03-20T10:00')
    const before = await ours()
    await before.does(amira, 'discussions', meet)
    await it.goTo('2020-04-02T10:00')
    const c = await ours()
    const page = wordsIn((await (await it.as(amira)).page(`/cases/${c.id}/discussions`)).body)
    assert.doesNotMatch(page, /[Ff]ace to face/)
    assert.match(page, /[Vv]ideo/)
    assert.notEqual((await c.send(amira, 'discussions', meet)).statusCode, 200)
    const apart = await c.duty(amira, 'apart')
    assert.match(apart.order, /phone or video or writing/)
    await c.does(amira, 'discussions', { ...meet, way: 'video', words: 'By video.' })
    // The last day is 31 August, a bank holiday; the day after is as before.
    await it.goTo('2020-08-31T23:50')
    assert.notEqual((await c.send(amira, 'discussions', meet)).statusCode, 200)
    await it.goTo('2020-09-01T00:10')
    await c.does(amira, 'discussions', meet)
  })
})

/** An addendum is adopted beside its policy. */
async function adoptAddendum(): Promise<void> {
  const read = (path: string) => readFile(new URL(`../../policies/${path}`, import.meta.url), 'utf8')
  const [text, parent] = await Promise.all([read('addenda/ladybirds-covid.yaml'), read('ladybirds.yaml')])
  const parsed = parsePolicy(text, (id) => (id === policy ? parent : undefined))
  assert.ok(parsed.ok)
  const { id, version, hash } = parsed.policy
  await it.t.store.transaction({ program: true, partnership }, async (tx) => {
    await tx.policies.save({ id, version, hash, text })
    await tx.policies.adopt(id, version)
  })
}
