/** The rules of Ready Steady Grow (`RSG-` in mission/clauses.md), through pages and API. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Exampleshire, exampleshire, wordsIn } from '../place.ts'
import { concernUnder, type InCase, london, raised } from './in-case.ts'

const policy = 'ready-steady-grow'
const amira = 'amira-hussain'
const joanne = 'joanne-pike'
const tom = 'tom-reddy'
const grace = 'grace-adeyemi'
const malcolm = 'malcolm-frith'
const colin = 'colin-ash'
const peter = 'peter-lindqvist'
const members = ['marion-yeo', 'fiona-marsh']

let it: Exampleshire

before(async () => {
  it = await exampleshire({
    policies: ['policies/ready-steady-grow.yaml', 'policies/havering.yaml'],
    from: '2026-03-30T10:00',
  })
})
after(() => it.close())

/** Raised by the manager, who is the safeguarding lead too. */
const ours = (facts = {}, more = {}) => raised(it, joanne, concernUnder(policy, facts, more))

async function at(stage: 'advice-stage' | 'line' | 'top', facts = {}): Promise<InCase> {
  const c = await ours(facts)
  await c.up(joanne)
  if (stage === 'advice-stage') return c
  await c.up(joanne)
  if (stage === 'line') return c
  await c.does(joanne, 'acts/consult', { to: members, words: 'Both tried.' })
  await c.up(joanne)
  return c
}

describe('RSG-1, RSG-2: talking', () => {
  test('RSG-1: differences are talked out in one working week, or sooner if the child needs it, whichever is shorter', async () => {
    // The week with Good Friday and Easter Monday.
    await it.goTo('2026-03-30T10:00')
    const c = await ours()
    const talk = await c.duty(joanne, 'talk')
    assert.deepEqual([london(talk.due), talk.isGuide, /RSG-1/.test(talk.clause)], ['2026-04-08T17:00', false, true])
    await c.does(joanne, 'protective-date', {
      needed: 'yes',
      date: '2026-04-02',
      words: 'The hospital sends him home then.',
    })
    assert.equal(london((await c.duty(joanne, 'talk')).due), '2026-04-02T17:00')
    await it.goTo('2026-04-02T17:01')
    assert.equal((await c.duty(joanne, 'talk')).status, 'late')
    assert.match(await c.words(joanne), /Late/)
  })

  test('RSG-2: at stage one the manager or safeguarding lead speaks with the other worker, by phone or in person, at the first chance', async () => {
    await it.goTo('2026-03-31T10:00')
    const c = await ours()
    const talked = await c.duty(joanne, 'talked')
    assert.deepEqual(
      [talked.force, talked.isYours, london(talked.due), /RSG-2/.test(talked.clause)],
      ['must', true, '2026-03-31T17:00', true],
    )
    assert.match(talked.order, /Tom Reddy/)
    assert.deepEqual(
      await c.unusable(joanne, 'discussions', { way: 'e-mail', 'took-part': [tom], words: 'Wrote.', settled: 'no' }),
      ['way'],
    )
    await c.does(joanne, 'discussions', {
      way: 'face to face',
      'took-part': [tom],
      words: 'We met; he stands by it.',
      settled: 'no',
    })
    assert.equal((await c.duty(joanne, 'talked')).status, 'done')
  })

  test('RSG-2: where a worker raised it, the manager or lead has the talk and not the worker', async () => {
    await it.goTo('2026-03-31T11:00')
    const c = await raised(it, amira, concernUnder(policy))
    assert.match((await c.duty(amira, 'talked')).who, /Joanne Pike/)
  })
})

describe('RSG-3, RSG-4: advice, and the safeguarding lead', () => {
  test('RSG-3: at stage two the manager or lead asks the borough’s safeguarding team for advice: recorded with who advised and what', async () => {
    await it.goTo('2026-03-31T12:00')
    const c = await at('advice-stage')
    const advised = await c.duty(joanne, 'advised')
    assert.deepEqual([advised.force, /RSG-3/.test(advised.clause)], ['must', true])
    assert.deepEqual(await c.unusable(joanne, 'acts/consult', { to: [colin], words: 'Rang them.' }), [
      'fact-adviser',
      'fact-advice',
    ])
    await c.does(joanne, 'acts/consult', {
      to: [colin],
      words: 'Rang them at 12:10.',
      'fact-adviser': 'Colin Ash, safeguarding adviser',
      'fact-advice': 'Ask for a strategy discussion.',
    })
    assert.equal((await c.duty(joanne, 'advised')).status, 'done')
    const entry = (await c.seen(joanne)).entries.find((one) => one.kind === 'consulted')
    assert.match(
      `${entry?.text} ${entry?.lines.join(' ')}`,
      /Colin Ash, safeguarding adviser[\s\S]*Ask for a strategy discussion\./,
    )
  })

  test('RSG-4: the safeguarding lead knows of it when the child is looked after or has a protection plan; where the lead is the one acting, the notice falls away and that is on record', async () => {
    await it.goTo('2026-03-31T13:00')
    const plain = await at('advice-stage')
    assert.ok(!(await plain.seen(joanne)).duties.some((one) => one.key.startsWith('told-lead·')))
    const c = await at('advice-stage', { 'looked-after': true })
    const duty = await c.duty(joanne, 'told-lead')
    assert.deepEqual([duty.status, /RSG-4/.test(duty.clause)], ['waived', true])
    assert.ok((await c.kinds(joanne)).includes('waived'))
    // Where the lead is somebody other than the manager, the notice is owed.
    const leo = 'leo-marchetti'
    const other = await raised(
      it,
      leo,
      concernUnder(policy, { 'on-plan': true }, { agencies: ['police'], person: { police: 'jack-temple' } }),
    )
    await other.up(leo)
    const owed = (await other.seen(leo)).duties.find((one) => one.key.startsWith('told-lead·'))
    assert.deepEqual([owed?.status, owed?.force, owed?.isYours], ['open', 'must', true])
    assert.match(owed?.order ?? '', /Grace Adeyemi/)
    await other.does(leo, `acts/tell?duty=${encodeURIComponent(owed?.key ?? '')}`, { to: [grace], how: 'here' })
    assert.equal((await other.duty(leo, 'told-lead')).status, 'done')
  })
})

describe('RSG-5, RSG-6: up the tiers to the Chair', () => {
  test('RSG-5: it goes to the other worker’s managers and on up both lines, tier by tier, and the agencies’ Board members help before the Chair is asked', async () => {
    await it.goTo('2026-04-01T10:00')
    const c = await at('line')
    assert.match((await c.duty(joanne, 'line')).clause, /RSG-5/)
    assert.ok((await c.kinds(grace)).includes('raised'))
    const no = await c.refused(joanne, 'moves/up', { 'fact-our-why': 'To the Chair.', risk: 'some' })
    assert.deepEqual([no.code, no.clauses.map(({ id }) => id)], ['blocked', ['RSG-5']])
    assert.equal((await (await it.as(malcolm)).read(`/cases/${c.id}`)).statusCode, 404)
    await c.does(joanne, 'moves/again', { 'fact-our-why': 'Her manager next.', risk: 'some' })
    assert.deepEqual(
      [(await c.seen(malcolm)).stage.id, (await c.kinds(joanne)).filter((kind) => kind === 'escalated').length],
      ['line', 3],
    )
    const helps = await c.duty('dilys-owen', 'members-help')
    assert.deepEqual([helps.isYours, helps.order], [true, 'Ask Marion Yeo and Fiona Marsh for advice or help'])
    await c.does('dilys-owen', 'acts/consult', { to: members, words: 'Both tried.' })
    assert.equal((await c.duty(joanne, 'members-help')).status, 'done')
    await c.up(joanne)
    assert.equal((await c.seen(peter)).stage.id, 'top')
  })

  test('RSG-6: at stage four the details go to the Board’s mailbox for the Chair: sent, and recorded', async () => {
    await it.goTo('2026-04-01T12:00')
    const c = await at('top')
    const details = await c.duty(joanne, 'details')
    assert.deepEqual([details.force, /RSG-6/.test(details.clause)], ['must', true])
    const page = wordsIn((await (await it.as(joanne)).page(`/policies/${policy}`)).body)
    assert.match(page, /board@exampleshire\.example/)
    await c.does(joanne, 'acts/write', { title: 'Details', to: [peter], words: 'The chronology and both positions.' })
    assert.equal((await c.duty(joanne, 'details')).status, 'done')
    const sent = (await c.seen(peter)).entries.find((one) => one.kind === 'written')
    assert.equal(sent?.text, 'The chronology and both positions.')
    const queued = await it.t
      .admin<{ n: string }>('select count(*) as n from outbox where case_id = $1 and recipient = $2', [c.id, peter])
      .catch(() => it.t.admin<{ n: string }>('select count(*) as n from outbox where case_id = $1', [c.id]))
    assert.ok(Number(queued[0]?.n) > 0, 'a message is on its way')
  })
})

describe('RSG-7, RSG-8: other procedures, and the policy’s own life', () => {
  test('RSG-7: wrongdoing or danger at work goes under the agency’s own policies, whistleblowing among them: the form asks, says where it belongs, and the case can be handed over', async () => {
    await it.goTo('2026-04-01T13:00')
    const person = await it.as(joanne)
    const first = await person.press('/raise', { danger: 'no' })
    const draft = String(first.headers.location).split('/').at(-2)
    await person.press(`/raise/${draft}/policy`, { policy })
    const asked = wordsIn((await person.page(`/raise/${draft}/about-conduct`)).body)
    assert.match(asked, /Is it about wrongdoing or danger at work\?[\s\S]*RSG-7/)
    const on = await person.press(`/raise/${draft}/about-conduct`, { 'fact-conduct': 'yes' })
    const sign = wordsIn((await person.page(String(on.headers.location).replace('/exampleshire', ''))).body)
    assert.match(sign, /Another procedure may be the right one[\s\S]*whistleblowing/)
    const c = await ours({ conduct: true })
    await c.does(joanne, 'moves/other-way', { words: 'It goes to the head of HR.', risk: 'some' })
    assert.equal((await c.seen(joanne)).end?.is, 'handed over')
    const not = await ours()
    const no = await not.refused(joanne, 'moves/other-way', { words: 'Hand it over.', risk: 'some' })
    assert.deepEqual([no.code, no.clauses.map(({ id }) => id)], ['condition', ['RSG-7']])
  })

  test('RSG-8: the policy says who adopted it, when, and when it is looked at again: shown, and the review is reminded of', async () => {
    await it.goTo('2026-04-01T14:00')
    const list = wordsIn((await (await it.as(joanne)).page('/policies')).body)
    assert.match(list, /Ready Steady Grow.*5 February 2018.*4 January 2027/)
    const page = wordsIn((await (await it.as(joanne)).page(`/policies/${policy}`)).body)
    assert.match(page, /who adopted it, when, when it is looked at again, and who signed/)
    assert.match(page, /adopted on 5 February 2018 Review due by Monday 4 January 2027 (?!Late)/)
    const signed = wordsIn((await (await it.as(joanne)).page(`/policies/${policy}/history`)).body)
    assert.match(signed, /Ruth Calder, Board manager.*4 January 2027/)
    await it.goTo('2026-12-21T10:00')
    const reminded = wordsIn((await (await it.as(joanne)).page('/policies')).body)
    assert.match(reminded, /What the policies need.*Ready Steady Grow/)
  })
})
