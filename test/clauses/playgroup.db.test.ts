/** The rules of the playgroup (`PG-` in mission/clauses.md), through pages and API. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Exampleshire, exampleshire, wordsIn } from '../place.ts'
import { concernUnder, type InCase, london, raised } from './in-case.ts'

const policy = 'playgroup'
const amira = 'amira-hussain'
const joanne = 'joanne-pike'
const tom = 'tom-reddy'
const grace = 'grace-adeyemi'
const ruth = 'ruth-calder'
const peter = 'peter-lindqvist'

let it: Exampleshire

before(async () => {
  it = await exampleshire({ policies: ['policies/playgroup.yaml', 'policies/havering.yaml'], from: '2026-03-30T10:00' })
})
after(() => it.close())

const ours = () => raised(it, amira, concernUnder(policy))

async function at(stage: 'talk' | 'line' | 'reps' | 'top'): Promise<InCase> {
  const c = await ours()
  for (const one of ['talk', 'line', 'reps', 'top']) {
    await c.up(amira)
    if (one === stage) return c
  }
  return c
}

describe('PG-1, PG-3: five stages, as fast as the matter allows', () => {
  test('PG-1: own manager, the people who disagree, their managers, the safeguarding representatives, the Chair direct or with a panel', async () => {
    await it.goTo('2026-03-30T10:00')
    const c = await ours()
    const climbed = [(await c.seen(amira)).stage]
    for (let n = 0; n < 4; n++) {
      await c.up(amira)
      climbed.push((await c.seen(amira)).stage)
    }
    assert.deepEqual(
      climbed.map(({ id }) => id),
      ['consult', 'talk', 'line', 'reps', 'top'],
    )
    for (const stage of ['consult', 'talk', 'line', 'reps', 'top'])
      assert.match((await c.duty(amira, stage)).clause, /PG-1/, stage)
    assert.match((await c.duty(grace, 'reps-talk')).who, /^You|Malcolm Frith/)
    assert.equal((await c.refused(amira, 'moves/up', { 'fact-our-why': 'On.', risk: 'some' })).code, 'no such move')
    await c.does(peter, 'moves/decide', { 'fact-our-why': 'Both were heard.', 'fact-next-course': 'A visit today.' })
    assert.equal((await c.seen(amira)).end?.is, 'decided')
    const other = await at('top')
    await other.does(peter, 'moves/convene', { words: 'A panel should hear them.' })
    assert.equal((await other.seen(tom)).stage.id, 'panel-stage')
  })

  test('PG-3: there is no number: it is settled without delay, the same working day, and the page says that this is our default', async () => {
    // Friday afternoon before the early May bank holiday.
    await it.goTo('2026-05-01T16:20')
    const c = await at('talk')
    const talk = await c.duty(amira, 'talk')
    assert.equal(london(talk.due), '2026-05-01T17:00')
    assert.match(`${talk.working?.rule} ${talk.working?.notes}`, /[Ww]ithout delay[\s\S]*default/)
    assert.match(await c.words(amira), /"?Without delay"? is read as same working day/)
    // After five o'clock, and over the holiday, it is the next working day.
    await it.goTo('2026-05-01T18:30')
    const late = await at('talk')
    assert.equal(london((await late.duty(amira, 'talk')).due), '2026-05-05T17:00')
    const rows = (await late.duty(amira, 'talk')).working?.rows.map((row) => row.words).join(' ') ?? ''
    assert.match(rows, /bank holiday/)
    assert.match(
      wordsIn((await (await it.as(amira)).page(`/policies/${policy}`)).body),
      /There is no number at any stage/,
    )
    // The child is kept safe meanwhile: the other side is asked what keeps the child safe.
    const safe = await late.duty(tom, 'our-safe-meanwhile')
    assert.match(safe.clause, /PG-3/)
    await late.does(tom, 'arrangement', {
      words: 'Her aunt has her until Wednesday.',
      'answers-for': tom,
      until: '2026-05-06',
    })
    assert.equal((await late.duty(tom, 'our-safe-meanwhile')).status, 'done')
    assert.match(await late.words(amira), /Her aunt has her until Wednesday\./)
  })
})

describe('PG-2: the Board manager', () => {
  test('PG-2: the Board manager is told at stage three, keeps a record of what is unsettled, and is advised of the outcome at stage four', async () => {
    await it.goTo('2026-03-31T10:00')
    const c = await at('talk')
    const { number } = await c.seen(amira)
    const open = async () =>
      (await (await it.as(ruth)).read('/register'))
        .json<{ cases: { number: string }[] }>()
        .cases.map((row) => row.number)
    await c.up(amira)
    assert.ok((await open()).includes(number))
    const told = await c.duty(joanne, 'told-board')
    assert.match(told.clause, /PG-2/)
    await c.does(joanne, `acts/tell?duty=${encodeURIComponent(told.key)}`, { to: [ruth], how: 'here' })
    assert.equal((await c.duty(joanne, 'told-board')).status, 'done')
    await c.up(amira)
    assert.ok(
      !(await c.seen(joanne)).duties.some((one) => one.key.startsWith('outcome-to-board·') && one.status === 'open'),
      'not before stage four ends',
    )
    await c.up(amira)
    const outcome = await c.duty('dilys-owen', 'outcome-to-board')
    assert.deepEqual([outcome.status, outcome.isYours, /PG-2/.test(outcome.clause)], ['open', true, true])
    await c.does('dilys-owen', `acts/tell?duty=${encodeURIComponent(outcome.key)}`, { to: [ruth], how: 'here' })
    assert.equal((await c.duty(joanne, 'outcome-to-board')).status, 'done')
    // No child's name and no narrative in the record.
    const register = (await (await it.as(ruth)).read('/register')).body
    assert.doesNotMatch(register, /Ayo|visit of 9 March/)
  })
})

describe('PG-2: before stage three', () => {
  test('PG-2: the Board manager’s record does not hold what is below stage three', async () => {
    await it.goTo('2026-03-31T12:00')
    const c = await at('talk')
    const { number } = await c.seen(amira)
    assert.ok(!(await (await it.as(ruth)).read('/register')).body.includes(number))
  })
})

describe('PG-4, PG-5: confirming, following up, talking it over', () => {
  test('PG-4: both sides confirm in writing what they agreed and how what is left is followed up: who will not confirm says why, and what is open is followed until it is done', async () => {
    await it.goTo('2026-03-31T14:00')
    const c = await at('talk')
    await c.does(amira, 'moves/agree', { words: 'A visit, and a plan by June.' })
    assert.equal((await c.seen(amira)).status, 'open', 'one side’s word is not both sides’')
    await c.does(tom, 'moves/agree', { words: 'Yes.' })
    assert.equal((await c.seen(amira)).end?.is, 'agreed')
    const owed = await c.duty(tom, 'our-same-words')
    assert.deepEqual([owed.force, /PG-4/.test(owed.clause), london(owed.due)], ['must', true, '2026-04-02T17:00'])
    assert.deepEqual(await c.unusable(amira, 'outcome/our-same-words/refusal', {}), ['words'])
    await c.does(amira, 'outcome/our-same-words/words', {
      lines: 'Tom Reddy visits by Friday 10 April.\nThe plan is sent by 1 June.',
      outstanding: [{ what: 'Send the plan', who: 'Tom Reddy', by: '2026-06-01' }],
    })
    const proposal = (await c.seen(tom)).entries.find((one) => one.kind === 'proposed')?.ref
    const sign = `outcome/our-same-words/signature?proposal=${proposal}`
    await c.does(amira, sign, { 'fact-our-listened': true })
    await c.does(tom, sign, { 'fact-our-listened': true })
    const opened = (await c.seen(tom)).entries.find((one) => one.kind === 'outstanding opened')
    assert.ok(opened, 'what is left is on the list')
    // Everything else done, it stays open until the plan is sent.
    for (const person of [amira, tom]) await onFile(c, person)
    await it.goTo('2026-06-02T10:00')
    assert.equal((await c.seen(amira)).status, 'ended')
    assert.match(await c.words(amira), /Send the plan/)
    assert.match(
      await c.words(amira),
      /Send the plan[\s\S]{0,200}[Ll]ate|[Ll]ate[\s\S]{0,200}Send the plan/,
      'overdue is shown as overdue',
    )
    await c.does(tom, `outstanding/${opened.ref}/0`, { words: 'Sent on 2 June.' })
    assert.ok((await c.kinds(amira)).includes('outstanding done'))
  })

  test('PG-4: who does not confirm says why, and the case opens again at its stage', async () => {
    await it.goTo('2026-04-01T10:00')
    const c = await at('talk')
    await c.does(amira, 'moves/agree', { words: 'A visit.' })
    await c.does(tom, 'moves/agree', { words: 'Yes.' })
    await c.does(tom, 'outcome/our-same-words/words', { lines: 'A visit when there is time.' })
    await c.does(amira, 'outcome/our-same-words/refusal', { words: 'We agreed on this week.' })
    const now = await c.seen(tom)
    assert.deepEqual([now.status, now.stage.id], ['open', 'talk'])
    assert.ok(now.entries.some((one) => one.kind === 'not confirmed' && one.text === 'We agreed on this week.'))
  })

  test('PG-4: signed and done, the case closes by itself', async () => {
    await it.goTo('2026-04-01T11:00')
    const c = await at('talk')
    await c.does(amira, 'moves/agree', { words: 'A visit.' })
    await c.does(tom, 'moves/agree', { words: 'Yes.' })
    await c.does(amira, 'outcome/our-same-words/words', { lines: 'Tom Reddy visits on Friday 10 April.' })
    const proposal = (await c.seen(tom)).entries.find((one) => one.kind === 'proposed')?.ref
    for (const person of [amira, tom])
      await c.does(person, `outcome/our-same-words/signature?proposal=${proposal}`, { 'fact-our-listened': true })
    for (const person of [amira, tom]) await onFile(c, person)
    for (const id of ['shared', 'our-outcome-told']) {
      const duty = (await c.seen(amira)).duties.find((one) => one.key.startsWith(`${id}·`) && one.status === 'open')
      if (duty) await c.does(amira, `acts/tell?duty=${encodeURIComponent(duty.key)}`, { to: [tom], how: 'here' })
    }
    await it.goTo('2026-04-01T12:00')
    assert.equal((await c.seen(amira)).status, 'closed')
  })

  test('PG-5: a debrief may help: it is offered after the end, optional, and what was said is recorded for one’s own agency', async () => {
    await it.goTo('2026-04-01T13:00')
    const c = await at('talk')
    await c.does(amira, 'moves/agree', { words: 'A visit.' })
    await c.does(tom, 'moves/agree', { words: 'Yes.' })
    const offered = await c.duty(amira, 'our-debrief')
    assert.deepEqual([offered.force, /PG-5/.test(offered.clause)], ['may', true])
    assert.ok(
      (await c.seen(amira)).moves.some((one) => /debrief/i.test(`${one.text} ${one.href}`)),
      'it is offered',
    )
    await c.does(amira, 'debrief', { words: 'We will ring sooner next time.' })
    assert.ok((await c.kinds(amira)).includes('debriefed'))
    assert.ok(!(await c.kinds(tom)).includes('debriefed'))
  })
})

/** Whatever this person owes the file, one record after the other: one may do several. */
async function onFile(c: InCase, person: string): Promise<void> {
  for (let n = 0; n < 5; n++) {
    const owed = (await c.seen(person)).duties.find(
      (one) => one.isYours && one.status === 'open' && one.key.startsWith('our-file·'),
    )
    if (!owed) return
    await c.does(person, `acts/record?duty=${encodeURIComponent(owed.key)}`, { words: 'On file.' })
  }
}
