/** The rules of St Marychurch (`SM-` in mission/clauses.md), through pages and API. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Exampleshire, exampleshire, wordsIn } from '../place.ts'
import { concernUnder, type InCase, london, raised } from './in-case.ts'

const policy = 'st-marychurch'
const amira = 'amira-hussain'
const joanne = 'joanne-pike'
const dilys = 'dilys-owen'
const tom = 'tom-reddy'
const malcolm = 'malcolm-frith'
const ruth = 'ruth-calder'
const peter = 'peter-lindqvist'

let it: Exampleshire

before(async () => {
  it = await exampleshire({
    policies: ['policies/st-marychurch.yaml', 'policies/havering.yaml'],
    from: '2026-03-30T10:00',
  })
})
after(() => it.close())

const ours = (more = {}) => raised(it, amira, concernUnder(policy, {}, more))

/** Up to the committee: consult, talk, managers, committee. */
async function atCommittee(): Promise<InCase> {
  const c = await ours()
  await c.up(amira)
  await c.up(amira)
  await c.up(joanne)
  return c
}

describe('SM-1 to SM-5: a step at home, then four stages', () => {
  test('SM-1: first of all the worker talks it through with a manager at home: a stage before stage one, which the other side does not see', async () => {
    await it.goTo('2026-03-30T10:00')
    const c = await ours()
    const { stage } = await c.seen(amira)
    assert.deepEqual([stage.id, /Before stage one/.test(stage.title)], ['consult', true])
    assert.match((await c.duty(amira, 'consulted')).clause, /SM-1/)
    assert.equal((await (await it.as(tom)).read(`/cases/${c.id}`)).statusCode, 404, 'the other side has not been asked')
    assert.equal((await c.refused(amira, 'moves/agree', { words: 'Settled.' })).code, 'no such move')
    await c.does(amira, 'acts/consult', { to: [joanne], words: 'Go on, and be exact.' })
    assert.equal((await c.duty(amira, 'consulted')).status, 'done')
    assert.equal((await c.seen(joanne)).entries.at(-1)?.text, 'Go on, and be exact.')
    await c.up(amira)
    const theirs = await c.seen(tom)
    assert.equal(theirs.stage.id, 'talk')
    assert.ok(!JSON.stringify(theirs).includes('be exact'), 'what was said at home stays there')
    assert.match(
      await c.words(tom),
      /Before stage one: think it through with your own manager For the side that raised it alone Stage 1/,
      'the rung is the policy’s, what happened on it is not theirs',
    )
  })

  test('SM-2: at stage one the people who disagree try to settle it', async () => {
    await it.goTo('2026-03-30T11:00')
    const c = await ours()
    await c.up(amira)
    const duty = await c.duty(amira, 'talked')
    assert.match(duty.clause, /SM-2/)
    assert.match(await c.words(amira), /Talk it over with Tom Reddy/)
    await c.talks(amira, tom)
    const both = (await c.seen(tom)).duties.filter((one) => one.key.startsWith('talked·'))
    assert.ok(both.length === 2 && both.every((one) => one.status === 'done'), 'one talk is both sides’')
  })

  test('SM-3: at stage two the own manager takes it to the equal in the other agency or agencies: a case can be with several', async () => {
    await it.goTo('2026-03-30T12:00')
    const c = await raised(
      it,
      amira,
      concernUnder(
        policy,
        {},
        {
          agencies: ['childrens-services', 'community-health'],
          person: { 'childrens-services': tom, 'community-health': 'sunita-rao' },
        },
      ),
    )
    await c.up(amira)
    assert.ok((await c.kinds('sunita-rao')).includes('raised'))
    await c.up(amira)
    const owed = (await c.seen(joanne)).duties.filter((one) => one.key.startsWith('managers-talk·'))
    assert.equal(owed.length, 3)
    assert.match(
      owed.map((one) => one.who).join(' '),
      /Grace Adeyemi[\s\S]*Iris Fontaine|Iris Fontaine[\s\S]*Grace Adeyemi/,
    )
    assert.match(owed[0]?.clause ?? '', /SM-3/)
    // A third joins later.
    await c.does(joanne, 'agencies', { agency: 'police', person: 'jack-temple', words: 'They hold the call-outs.' })
    assert.equal((await c.seen(joanne)).sides.filter((one) => one.side === 'responding').length, 3)
    assert.equal((await c.send(joanne, 'agencies', { agency: 'police', words: 'Again.' })).statusCode, 422, 'not twice')
  })

  test('SM-4: at stage three the manager reports to the committee’s member, who tries to settle it; the Board manager is told and keeps a register of what is unsettled', async () => {
    await it.goTo('2026-03-31T10:00')
    const registerOf = async () => {
      const read = await (await it.as(ruth)).read('/register')
      assert.equal(read.statusCode, 200)
      return read.json<{ cases: readonly { number: string; stage: string }[] }>().cases
    }
    const c = await ours()
    const { number } = await c.seen(amira)
    await c.up(amira)
    await c.up(amira)
    assert.equal((await (await it.as(ruth)).read(`/cases/${c.id}`)).statusCode, 404, 'not before stage three')
    await c.up(joanne)
    assert.match((await c.duty(joanne, 'reported')).clause, /SM-4/)
    await c.tells(joanne, dilys)
    assert.equal((await c.duty(joanne, 'reported')).status, 'done')
    const toBoard = await c.duty(dilys, 'told-board')
    assert.deepEqual([toBoard.force, toBoard.isYours], ['should', true])
    await c.does(dilys, `acts/tell?duty=${encodeURIComponent(toBoard.key)}`, { to: [ruth], how: 'here' })
    assert.equal((await c.duty(dilys, 'told-board')).status, 'done')
    const talk = await c.duty(dilys, 'committee-talk')
    assert.equal(talk.isYours, true)
    await c.talks(dilys, malcolm)
    assert.equal((await c.duty(dilys, 'committee-talk')).status, 'done')
    assert.ok(
      (await registerOf()).some((row) => row.number === number),
      'the register holds it',
    )
    assert.equal((await (await it.as(amira)).read('/register')).statusCode, 404, 'nobody else has the register')
  })

  test('SM-5: at stage four it goes to the Chair of the Board', async () => {
    await it.goTo('2026-03-31T12:00')
    const c = await atCommittee()
    await c.up(dilys)
    const at = await c.seen(peter)
    assert.deepEqual([at.stage.id, at.stage.title], ['top', 'Chair of the Board'])
    const referral = await c.duty(amira, 'referral')
    assert.match(referral.clause, /SM-5/)
    await c.does(amira, 'acts/write', { title: 'Referral', to: [peter], words: 'Both positions, and what was tried.' })
    assert.equal((await c.duty(amira, 'referral')).status, 'done')
    assert.ok((await c.seen(peter)).entries.some((one) => one.text === 'Both positions, and what was tried.'))
  })
})

describe('SM-4: the register', () => {
  test('SM-4: the register holds what has reached stage three, and nothing of a disagreement that is still being settled below it', async () => {
    await it.goTo('2026-03-31T13:00')
    const c = await ours()
    const { number } = await c.seen(amira)
    assert.ok(!(await (await it.as(ruth)).read('/register')).body.includes(number))
  })
})

describe('SM-6: the timescales', () => {
  test('SM-6: stages one and two share five working days from the raising, stage three has five more, stage four ten more', async () => {
    // Maundy Thursday: Good Friday and Easter Monday do not count.
    await it.goTo('2026-04-02T10:00')
    const c = await ours()
    await it.goTo('2026-04-07T09:30')
    await c.up(amira)
    assert.equal(
      london((await c.duty(amira, 'talk')).due),
      '2026-04-13T17:00',
      'five days from the raising, not from the talk',
    )
    await it.goTo('2026-04-09T15:00')
    await c.up(amira)
    const line = await c.duty(amira, 'line')
    assert.equal(london(line.due), '2026-04-13T17:00', 'the same five days')
    assert.match(line.clause, /SM-6/)
    assert.match(line.working?.rule ?? '', /5 working days from (when it was raised|Thursday 2 April|.*raised)/)
    const why = line.working?.rows.map((row) => row.words).join(' ') ?? ''
    assert.match(why, /Good Friday/)
    assert.match(why, /Easter Monday/)
    await it.goTo('2026-04-13T16:00')
    await c.up(joanne)
    assert.equal(
      london((await c.duty(joanne, 'committee')).due),
      '2026-04-20T17:00',
      'five more from leaving stage two',
    )
    await it.goTo('2026-04-20T11:00')
    await c.up(dilys)
    // Ten working days with the bank holiday of 4 May among them.
    assert.equal(london((await c.duty(dilys, 'top')).due), '2026-05-05T17:00', 'ten more')
    // The page says the same.
    assert.match(await c.words(peter), /5pm on Tuesday 5 May|Tuesday 5 May 2026|Tuesday 5 May, by 5pm/)
  })

  test('SM-6: a second stage begun after the shared days is due at once, and late is shown as late', async () => {
    await it.goTo('2026-04-14T10:00')
    const c = await ours()
    await c.up(amira)
    await it.goTo('2026-04-22T09:00')
    await c.up(amira)
    assert.equal(london((await c.duty(amira, 'line')).due), '2026-04-22T09:00')
    await it.goTo('2026-04-22T09:01')
    assert.equal((await c.duty(amira, 'line')).status, 'late')
    const passed = (await c.seen(tom)).entries.filter((one) => one.kind === 'deadline passed')
    assert.ok(
      passed.some((one) => london(one.happened) === '2026-04-21T17:00'),
      'the days of the first two stages',
    )
    assert.ok(passed.some((one) => london(one.happened) === '2026-04-22T09:00'))
    assert.match(await c.words(amira), /Late/)
  })
})

describe('SM-7, SM-9: confidence', () => {
  test('SM-7: what another agency tells us stays that agency’s, and goes no further without its yes, on record', async () => {
    await it.goTo('2026-04-15T10:00')
    const c = await ours()
    await c.up(amira)
    await c.does(amira, 'information', {
      from: 'community-health',
      'from-words': 'Sunita Rao, by phone',
      words: 'He was weighed in A&E on 9 April.',
    })
    const kept = (await c.seen(amira)).entries.find((one) => one.kind === 'information')
    assert.equal(kept?.owner, 'community-health')
    assert.ok(!(await c.kinds(tom)).includes('information'))
    const give = { agencies: ['childrens-services'], 'family-told': 'yes', words: 'They need it for the assessment.' }
    assert.deepEqual(await c.unusable(amira, `shares?entry=${kept?.ref}`, give), ['override'])
    const no = await c.refused(amira, `shares?entry=${kept?.ref}`, { ...give, override: false })
    assert.equal(no.code, 'no consent')
    // The page keeps what was typed.
    const page = await (await it.as(amira)).press(`/cases/${c.id}/shares?entry=${kept?.ref}`, {
      ...give,
      override: 'no',
    })
    assert.equal(page.statusCode, 409)
    assert.match(wordsIn(page.body), /They need it for the assessment\./)
    const permit = `permissions?entry=${kept?.ref}`
    const early = await c.refused(amira, permit, {
      of: 'community-health',
      step: 'given',
      words: 'They would say yes.',
    })
    assert.equal(early.code, 'not yours')
    await c.does(amira, permit, { of: 'community-health', step: 'asked', words: 'Asked Sunita Rao at 11.' })
    await c.does(amira, permit, {
      of: 'community-health',
      step: 'given',
      words: 'Sunita Rao: “Yes, to the social worker only.”',
    })
    await c.does(amira, `shares?entry=${kept?.ref}`, give)
    assert.equal(
      (await c.seen(tom)).entries.find((one) => one.kind === 'information')?.text,
      'He was weighed in A&E on 9 April.',
    )
  })

  test('SM-7: passing it on without that agency’s yes is refused with the clause', async () => {
    await it.goTo('2026-04-15T11:00')
    const c = await ours()
    await c.up(amira)
    await c.does(amira, 'information', {
      from: 'community-health',
      'from-words': 'Sunita Rao, by phone',
      words: 'He was weighed on 9 April.',
    })
    const kept = (await c.seen(amira)).entries.find((one) => one.kind === 'information')
    const share = { agencies: ['childrens-services'], 'family-told': 'yes', words: 'They need it.', override: false }
    const no = await c.refused(amira, `shares?entry=${kept?.ref}`, share)
    assert.ok(no.clauses.some(({ id, text }) => id === 'SM-7' && text !== ''))
  })

  test('SM-9: no talk in passing about a named child: a case is read only by whoever has a part in it, and every read and every attempt is on the log', async () => {
    await it.goTo('2026-04-15T12:00')
    const c = await ours()
    await c.up(amira)
    const lines = async () =>
      it.t.admin<{ person: string; what: string; purpose: string }>(
        'select person, what, purpose from audit where case_id = $1 order by at, person',
        [c.id],
      )
    const before = (await lines()).length
    await c.seen(tom)
    await c.words(amira)
    for (const outsider of ['nadia-brook', dilys, 'jack-temple', 'priya-nair']) {
      assert.equal((await (await it.as(outsider)).read(`/cases/${c.id}`)).statusCode, 404, outsider)
      assert.equal((await (await it.as(outsider)).page(`/cases/${c.id}/notes`)).statusCode, 404, outsider)
    }
    const since = (await lines()).slice(before)
    const of = (what: string) => since.filter((one) => one.what === what).map((one) => one.person)
    assert.deepEqual(of('read').toSorted(), [amira, tom])
    assert.deepEqual(of('refused').toSorted(), [
      'dilys-owen',
      'dilys-owen',
      'jack-temple',
      'jack-temple',
      'nadia-brook',
      'nadia-brook',
      'priya-nair',
      'priya-nair',
    ])
  })
})

describe('SM-11, SM-12: the policy itself', () => {
  test('SM-11: the policy is signed with position and date: its page shows the rule, when it was adopted here, and that each adopter signs', async () => {
    await it.goTo('2026-04-15T13:00')
    const page = wordsIn((await (await it.as(amira)).page(`/policies/${policy}`)).body)
    assert.match(page, /signed and dated, with the signer’s position/)
    assert.match(page, /Each adopter signs when adopting/)
    assert.match(page, /5 February 2018/)
    assert.equal(
      (await (await it.as(amira)).read('/policies')).json<{ policies: { adopted: string }[] }>().policies[0]?.adopted,
      '2018-02-05',
    )
  })

  test('SM-12: all agencies are welcome, and the policy is read beside the others it names', async () => {
    const page = wordsIn((await (await it.as(amira)).page(`/policies/${policy}`)).body)
    for (const beside of [
      'Record keeping and information sharing',
      'Confidentiality',
      'Child safeguarding',
      'Special educational needs and disability',
    ])
      assert.ok(page.includes(beside), beside)
    assert.match(page, /All agencies are welcome/)
    // Every kind of agency can be the other side.
    await it.goTo('2026-04-15T14:00')
    for (const [agency, person] of [
      ['police', 'jack-temple'],
      ['housing', 'dev-anand'],
      ['community-health', 'sunita-rao'],
      ['fernley-school', 'priya-nair'],
      ['reviewing', 'helen-baptiste'],
      ['front-door', 'colin-ash'],
      ['education', 'unknown'],
    ] as const) {
      const c = await ours({ agencies: [agency], person: { [agency]: person } })
      await c.up(amira)
      assert.deepEqual(
        (await c.seen(amira)).sides.map((one) => one.agency),
        ['bramble-lane', agency],
      )
    }
  })
})
