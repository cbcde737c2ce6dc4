/** The rules of Havering (`HV-` in mission/clauses.md), through pages and API. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Exampleshire, exampleshire, wordsIn } from '../place.ts'
import { concernUnder, type InCase, london, raised, votes } from './in-case.ts'

const policy = 'havering'
const amira = 'amira-hussain'
const joanne = 'joanne-pike'
const dilys = 'dilys-owen'
const tom = 'tom-reddy'
const grace = 'grace-adeyemi'
const malcolm = 'malcolm-frith'
const helen = 'helen-baptiste'
const ruth = 'ruth-calder'
const peter = 'peter-lindqvist'
const members = ['marion-yeo', 'fiona-marsh']

let it: Exampleshire

before(async () => {
  it = await exampleshire({
    policies: ['policies/havering.yaml', 'policies/ready-steady-grow.yaml'],
    from: '2026-03-30T10:00',
  })
})
after(() => it.close())

const ours = (facts = {}, more = {}) => raised(it, amira, concernUnder(policy, facts, more))

/** At the first tier of senior managers. */
async function atSeniors(): Promise<InCase> {
  const c = await ours()
  await c.up(amira)
  await c.up(joanne)
  return c
}

/** At the Chair, lawfully: Board members asked first. */
async function atTop(): Promise<InCase> {
  const c = await atSeniors()
  await c.does(dilys, 'acts/consult', { to: members, words: 'Both tried, and see no middle way.' })
  await c.up(dilys)
  assert.equal((await c.seen(peter)).stage.id, 'top')
  return c
}

describe('HV-1.3 to HV-1.8: before a stage', () => {
  test('HV-1.3: the likeliest subjects are need, responsibility, acting, carrying plans forward and communication: five areas, and a case names its own', async () => {
    await it.goTo('2026-03-30T10:00')
    const page = wordsIn((await (await it.as(amira)).page(`/policies/${policy}`)).body)
    for (const area of [
      'Level of need',
      'Who does what and who is responsible',
      'Whether something needs to be done',
      'Carrying plans forward',
      'Communication',
    ])
      assert.ok(page.includes(area), area)
    const c = await ours({ reason: ['plans', 'level-of-need'] })
    assert.match(
      (await c.seen(tom)).entries[0]?.lines.join(' ') ?? '',
      /Level of need.*Carrying plans forward|Carrying plans forward.*Level of need/,
    )
  })

  test('HV-1.4: whoever sees a child put at risk speaks up firmly and fast: one working week is a guide, past it counts as past the guide and not as late, and less if the child needs it', async () => {
    // The Monday before Christmas: 25, 26 and 28 December (in lieu) and 1 January do not count.
    await it.goTo('2026-12-21T10:00')
    const c = await ours()
    const talk = await c.duty(amira, 'talk')
    assert.deepEqual([talk.isGuide, london(talk.due)], [true, '2026-12-30T17:00'])
    assert.match(talk.clause, /HV-1\.4/)
    assert.match(talk.working?.rows.map((row) => row.words).join(' ') ?? '', /Christmas Day/)
    await it.goTo('2026-12-31T10:00')
    assert.equal((await c.duty(amira, 'talk')).says, 'Past the guide')
    const passed = (await c.seen(amira)).entries.find(
      (one) => one.kind === 'deadline passed' && /settling this/.test(one.heading),
    )
    assert.equal(passed?.heading, 'The guide for stage 1 passed without settling this')
    await it.goTo('2026-03-30T10:30')
    const sooner = await ours({}, { 'date-needed': 'yes', date: '2026-04-01', 'date-words': 'He goes home that day.' })
    const first = await sooner.duty(amira, 'talk')
    assert.equal(london(first.due), '2026-04-01T17:00')
  })

  test('HV-1.5: one’s own safeguarding lead is told at once of a child in immediate danger: within the hour, on both sides', async () => {
    await it.goTo('2026-03-30T11:00')
    const c = await ours({}, { danger: 'yes', risk: 'immediate', 'risk-words': 'He is at the house.', start: 'talk' })
    const leads = (await c.seen(amira)).duties.filter((one) => one.key.startsWith('lead-now·'))
    assert.deepEqual(
      leads.map((one) => london(one.due)),
      ['2026-03-30T12:00', '2026-03-30T12:00'],
    )
    assert.ok(leads.every((one) => /HV-1\.5/.test(one.clause)))
    const key = encodeURIComponent(leads.find((one) => one.side === 'raising')?.key ?? '')
    const page = await (await it.as(amira)).press(`/cases/${c.id}/acts/tell?duty=${key}`, {
      to: [joanne],
      how: 'phone',
      words: 'Rang at 11:05.',
    })
    assert.equal(page.statusCode, 303, wordsIn(page.body))
    const done = (await c.seen(amira)).duties.find((one) => one.key.startsWith('lead-now·') && one.side === 'raising')
    assert.equal(done?.status, 'done')
    assert.ok((await c.kinds(joanne)).includes('raised'), 'who is told may read')
  })

  test('HV-1.6: a worker may take the manager’s advice first, can show what the concern rests on, and keeps notes', async () => {
    await it.goTo('2026-03-30T12:00')
    const c = await ours({
      evidence: 'Three missed weights.',
      'evidence-source': 'The clinic’s own letter of 12 March.',
    })
    const first = (await c.seen(tom)).entries[0]?.lines.join(' ') ?? ''
    assert.match(first, /Three missed weights\..*The clinic’s own letter/)
    const may = await c.duty(amira, 'clarified')
    assert.deepEqual([may.force, /HV-1\.6/.test(may.clause)], ['may', true])
    await c.does(amira, `acts/consult?duty=${encodeURIComponent(may.key)}`, { to: [joanne], words: 'Ask for a date.' })
    await c.does(amira, 'notes', { words: 'Rang at 9, no answer.', for: 'agency' })
    assert.deepEqual(
      (await c.kinds(tom)).filter((kind) => kind === 'note' || kind === 'consulted'),
      [],
    )
  })

  test('HV-1.7: a worker may also look at the policy of their own organisation: the case runs under one, and shows the parties’ own beside it', async () => {
    await it.goTo('2026-03-30T13:00')
    const c = await ours()
    const page = await (await it.as(amira)).page(`/cases/${c.id}`)
    assert.match(wordsIn(page.body), /Bramble Lane Nursery also has its own: Ready Steady Grow/)
    assert.match(page.body, /href="\/exampleshire\/policies\/ready-steady-grow"/)
    assert.equal((await (await it.as(amira)).page('/policies/ready-steady-grow')).statusCode, 200)
  })
})

describe('HV-2.2 to HV-2.8: up to the Board members', () => {
  test('HV-2.2: at stage one the people who disagree talk at the first chance, by phone or in person, and nobody need do it unsupported', async () => {
    await it.goTo('2026-03-30T14:00')
    const c = await ours()
    const talk = await c.duty(amira, 'talked')
    assert.deepEqual([talk.force, london(talk.due), /HV-2\.2/.test(talk.clause)], ['must', '2026-03-30T17:00', true])
    const page = wordsIn((await (await it.as(amira)).page(`/cases/${c.id}/discussions`)).body)
    assert.match(page, /Phone Face to face|phone.*face to face/i)
    assert.doesNotMatch(page, /[Vv]ideo|E-mail/)
    assert.deepEqual(
      await c.unusable(amira, 'discussions', { way: 'video', 'took-part': [tom], words: 'By video.', settled: 'no' }),
      ['way'],
    )
    await c.talks(amira, tom)
    assert.equal((await c.duty(amira, 'talked')).status, 'done')
    assert.match((await c.duty(amira, 'supported')).clause, /HV-2\.2/)
  })

  test('HV-2.4: at stage two the worker goes to a manager, supervisor or named professional, who talks to the opposite number', async () => {
    await it.goTo('2026-03-30T15:00')
    const c = await ours()
    await c.up(amira)
    const passed = await c.duty(amira, 'passed-on')
    assert.match(passed.clause, /HV-2\.4/)
    await c.does(amira, `acts/tell?duty=${encodeURIComponent(passed.key)}`, { to: [joanne], how: 'here' })
    await c.talks(joanne, grace)
    const talks = (await c.seen(grace)).duties.filter((one) => one.key.startsWith('managers-talk·'))
    assert.ok(talks.length === 2 && talks.every((one) => one.status === 'done'))
    // Any of several fills the role: an agency whose safeguarding lead stands in where there is no manager.
    const other = await raised(
      it,
      amira,
      concernUnder(policy, {}, { agencies: ['fernley-school'], person: { 'fernley-school': 'priya-nair' } }),
    )
    await other.up(amira)
    assert.ok(
      (await other.seen('owen-blythe')).duties.some((one) => one.key.startsWith('managers-talk·') && one.isYours),
    )
  })

  test('HV-2.5: the reviewing officer is told when the child is looked after or has a protection plan, and not otherwise', async () => {
    await it.goTo('2026-03-31T10:00')
    for (const flag of ['on-plan', 'looked-after']) {
      const c = await ours({ [flag]: true })
      assert.ok(!(await c.seen(amira)).duties.some((one) => one.key.startsWith('told-iro·')), 'not before stage two')
      await c.up(amira)
      const duty = await c.duty(joanne, 'told-iro')
      assert.deepEqual(
        [duty.force, duty.isYours, /HV-2\.5/.test(duty.clause), london(duty.due)],
        ['must', true, true, '2026-03-31T17:00'],
        flag,
      )
      assert.equal((await (await it.as(helen)).read(`/cases/${c.id}`)).statusCode, 404)
      await c.does(joanne, `acts/tell?duty=${encodeURIComponent(duty.key)}`, {
        to: [helen],
        how: 'here',
        words: 'We disagree about the plan.',
      })
      assert.equal((await c.duty(joanne, 'told-iro')).status, 'done')
      assert.equal((await (await it.as(helen)).read(`/cases/${c.id}`)).statusCode, 200)
    }
    const neither = await ours()
    await neither.up(amira)
    assert.ok(!(await neither.seen(joanne)).duties.some((one) => one.key.startsWith('told-iro·')))
    // Learned on the way: then it is owed from that moment.
    await neither.does(joanne, 'questions/on-plan', { 'fact-on-plan': true })
    assert.equal((await neither.duty(joanne, 'told-iro')).status, 'open')
  })

  test('HV-2.7: at stage three it goes to each side’s senior manager or safeguarding representative, and these two try to settle it by talking', async () => {
    await it.goTo('2026-03-31T12:00')
    const c = await atSeniors()
    assert.equal((await c.seen(dilys)).stage.id, 'seniors')
    assert.match((await c.duty(joanne, 'reported')).clause, /HV-2\.7/)
    await c.tells(joanne, dilys)
    await c.talks(dilys, malcolm)
    const talks = (await c.seen(malcolm)).duties.filter((one) => one.key.startsWith('seniors-talk·'))
    assert.ok(talks.length === 2 && talks.every((one) => one.status === 'done' && /HV-2\.7/.test(one.clause)))
  })

  test('HV-2.8: it goes on up the tiers of both agencies, and their Board members have to try before the Chair is asked', async () => {
    await it.goTo('2026-04-01T10:00')
    const c = await atSeniors()
    const no = await c.refused(dilys, 'moves/up', { 'fact-our-why': 'To the Chair.', risk: 'some' })
    assert.deepEqual([no.code, no.clauses.map(({ id }) => id)], ['blocked', ['HV-2.8']])
    const page = await (await it.as(dilys)).page(`/cases/${c.id}/moves/up`)
    assert.equal(page.statusCode, 409)
    assert.match(wordsIn(page.body), /clause HV-2\.8[\s\S]*Ask each side’s member of the Board/)
    // The next tier: the Director of children’s services, and the nursery’s owner again.
    await c.does(dilys, 'moves/again', { 'fact-our-why': 'Malcolm Frith cannot decide it.', risk: 'some' })
    assert.equal((await c.seen('sheila-quarmby')).stage.id, 'seniors')
    assert.equal(
      (await c.refused(dilys, 'moves/up', { 'fact-our-why': 'Now?', risk: 'some' })).code,
      'blocked',
      'still once in a case',
    )
    await c.does(dilys, 'acts/consult', { to: members, words: 'Both tried.' })
    assert.equal((await c.duty(dilys, 'engaged')).status, 'done')
    await c.up(dilys)
    assert.equal((await c.seen(peter)).stage.id, 'top')
  })
})

describe('HV-2.10 to HV-2.13: the Chair and the panel', () => {
  test('HV-2.10: at stage four the Chair settles it with senior managers or calls a panel', async () => {
    await it.goTo('2026-04-01T12:00')
    const c = await atTop()
    assert.ok((await c.seen(peter)).moves.some((one) => one.href.includes('moves/decide')))
    assert.ok((await c.seen(peter)).moves.some((one) => one.href.includes('moves/convene')))
    assert.match((await c.duty(peter, 'top')).clause, /HV-2\.10/)
    await c.does(peter, 'moves/decide', {
      'fact-our-why': 'The plan is out of date.',
      'fact-next-course': 'Review by Friday.',
    })
    assert.equal((await c.seen(tom)).end?.is, 'decided')
  })

  test('HV-2.11: the agency that raised it sends the Board the details', async () => {
    await it.goTo('2026-04-01T14:00')
    const c = await atTop()
    const details = await c.duty(dilys, 'details')
    assert.deepEqual([details.force, /HV-2\.11/.test(details.clause)], ['must', true])
    await c.does(dilys, 'acts/write', { title: 'Details', to: [ruth], words: 'The chronology and both positions.' })
    assert.equal((await c.duty(dilys, 'details')).status, 'done')
    assert.ok((await c.seen(ruth)).entries.some((one) => one.text === 'The chronology and both positions.'))
  })

  test('HV-2.12: three agencies’ senior officers sit on the panel, all full Board members, the agencies concerned among them', async () => {
    await it.goTo('2026-04-01T15:00')
    const c = await atTop()
    await c.does(peter, 'moves/convene', { words: 'A panel should hear them.' })
    const page = wordsIn((await (await it.as(peter)).page(`/cases/${c.id}/panel`)).body)
    assert.match(page, /clause HV-2\.12/)
    assert.match(page, /Lorna Speight[\s\S]*not a full member of the Board/)
    assert.match(page, /Bea Okafor[\s\S]*[Ii]s not a senior officer/)
    const no = await c.refused(peter, 'panel', {
      members: ['fiona-marsh', 'karen-oduya', 'miriam-costello'],
      'left-out': 'We could not wait.',
    })
    assert.deepEqual([no.code, no.clauses.map(({ id }) => id)], ['panel', ['HV-2.12', 'C-12']])
    // On the page the rule stands beside the choices, which are kept.
    const again = await (await it.as(peter)).press(`/cases/${c.id}/panel`, {
      members: ['fiona-marsh', 'karen-oduya', 'miriam-costello'],
    })
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /value="karen-oduya"[^>]* checked|checked[^>]*value="karen-oduya"/)
    await c.does(peter, 'panel', { members: ['fiona-marsh', 'karen-oduya', 'marion-yeo'] })
    assert.equal(
      (await c.refused(peter, 'panel', { members: ['fiona-marsh', 'karen-oduya', 'marion-yeo'] })).code,
      'already done',
    )
  })

  test('HV-2.13: the panel hears those concerned and settles it together', async () => {
    await it.goTo('2026-04-02T10:00')
    const c = await atTop()
    await c.does(peter, 'moves/convene', { words: 'A panel should hear them.' })
    const panel = ['fiona-marsh', 'karen-oduya', 'marion-yeo']
    await c.does(peter, 'panel', { members: panel })
    const decision = { 'fact-our-why': 'The plan is out of date.', 'fact-next-course': 'A new plan by 10 April.' }
    const alone = await c.refused('karen-oduya', 'moves/decide', { ...decision, ...votes(panel, 2) })
    assert.equal(alone.code, 'panel')
    assert.ok(alone.clauses.length > 0)
    await c.does('karen-oduya', 'moves/decide', { ...decision, ...votes(panel) })
    const seen = await c.seen(amira)
    assert.equal(seen.end?.is, 'decided')
    const decided = seen.entries.find((one) => one.kind === 'decided')
    assert.deepEqual(decided?.votes?.map((one) => [one.name, one.vote, one.outcome]).toSorted(), [
      ['Fiona Marsh', 'for', 'decide'],
      ['Karen Oduya', 'for', 'decide'],
      ['Marion Yeo', 'for', 'decide'],
    ])
    assert.ok(decided.votes.every((one) => one.title !== '' && one.agency !== ''))
    assert.equal(
      (await c.refused(tom, 'reopening', { words: 'We do not like it.' })).code,
      'ended',
      'a decision stands',
    )
    await c.does(grace, 'dissent', { words: 'We think that the plan holds.' })
  })
})

describe('HV-4: the flowchart', () => {
  test('HV-4: a flowchart shows the whole policy: drawn from its data, every stage and every way between them', async () => {
    await it.goTo('2026-04-02T12:00')
    const page = await (await it.as(amira)).page(`/policies/${policy}`)
    const svg = /<svg[\s\S]*?<\/svg>/g
    const drawings = page.body.match(svg) ?? []
    const drawn = drawings.map((one) => one.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).join(' ')
    const told = `${drawn} ${wordsIn(page.body)}`
    for (const stage of [
      'Talk to each other',
      'Line managers',
      'Senior managers',
      'Chair of the Board',
      'Resolution panel',
    ])
      assert.ok(told.includes(stage), stage)
    assert.ok(drawings.length > 0 || /flowchart|c-flow/i.test(page.body), 'there is a flowchart')
    // Another policy, another drawing.
    const other = await (await it.as(amira)).page('/policies/ready-steady-grow')
    assert.match(wordsIn(other.body), /Take advice from the safeguarding team/)
  })
})
