/** The rules that several of the source policies share (`C-` in mission/clauses.md), through pages and API, each under a policy that has it. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Body, type Exampleshire, exampleshire, wordsIn } from '../place.ts'
import { concernUnder, london, raised, votes } from './in-case.ts'

const five = ['havering', 'st-marychurch', 'playgroup', 'ladybirds', 'ready-steady-grow']
const amira = 'amira-hussain'
const joanne = 'joanne-pike'
const dilys = 'dilys-owen'
const tom = 'tom-reddy'
const peter = 'peter-lindqvist'

let it: Exampleshire

before(async () => {
  it = await exampleshire({ policies: five.map((id) => `policies/${id}.yaml`), from: '2026-03-02T10:00' })
})
after(() => it.close())

/** A page of raising that asks one question, under a policy, as a browser sees it. */
async function question(policy: string, step: string): Promise<string> {
  const person = await it.as(amira)
  const first = await person.press('/raise', { danger: 'no' })
  const draft = String(first.headers.location).split('/').at(-2)
  const chosen = await person.press(`/raise/${draft}/policy`, { policy })
  assert.equal(chosen.statusCode, 303, wordsIn(chosen.body))
  return wordsIn((await person.page(`/raise/${draft}/${step}`)).body)
}

describe('C-1, C-2: what a disagreement is about', () => {
  test('C-1: a disagreement is about need, roles, action, plans or communication: each policy lists its areas, and a case names one or more', async () => {
    await it.goTo('2026-03-02T10:00')
    for (const [policy, areas] of [
      ['st-marychurch', 4],
      ['playgroup', 4],
      ['ready-steady-grow', 5],
      ['havering', 5],
    ] as const) {
      const page = await question(policy, 'about-reason')
      for (const area of [
        'Level of need',
        'Who does what and who is responsible',
        'Whether something needs to be done',
        'Communication',
      ])
        assert.ok(page.includes(area), `${policy}: ${area}`)
      assert.equal(page.includes('Carrying plans forward'), areas === 5, policy)
      assert.match(page, /C-1|HV-1\.3/, `${policy} names the clause`)
      const c = await raised(it, amira, concernUnder(policy, { reason: ['roles', 'communication'] }))
      const first = (await c.seen(amira)).entries[0]
      assert.ok(
        first?.lines.some((line) => /responsible.*Communication/.test(line)),
        `${policy}: ${first?.lines.join(' | ')}`,
      )
      const none = await (await it.as(amira)).send('/raise', concernUnder(policy, { reason: [] }))
      assert.equal(none.statusCode, 422, policy)
    }
  })

  test('C-1: an area that the policy does not have is no answer', async () => {
    for (const policy of ['st-marychurch', 'playgroup', 'ready-steady-grow', 'havering']) {
      const unknown = await (await it.as(amira)).send('/raise', concernUnder(policy, { reason: ['the weather'] }))
      assert.equal(unknown.statusCode, 422, `${policy}: an area that it does not have`)
    }
  })

  test('C-2: it is also about how another practitioner acts: Ladybirds lists eight concerns, a case names several, and what reports count holds each', async () => {
    const page = await question('ladybirds', 'about-reason')
    for (const concern of [
      'Need or signs of harm not recognised',
      'Knowledge about the child kept back',
      'A referral not accepted',
      'A service below the level of need',
      'No part taken in a planned intervention',
      'Core groups not attended',
      'Minutes too slow',
      'A role or responsibility not fulfilled',
    ])
      assert.ok(page.includes(concern), concern)
    const c = await raised(
      it,
      amira,
      concernUnder('ladybirds', { reason: ['not-attending', 'slow-minutes', 'not-fulfilling'] }),
    )
    const counted = await it.t.admin<{ reasons: string[] }>('select reasons from register where case_id = $1', [c.id])
    assert.deepEqual(counted[0]?.reasons.toSorted(), ['not-attending', 'not-fulfilling', 'slow-minutes'])
  })
})

describe('C-3, C-4: the child comes first, and time only shortens', () => {
  test('C-3: the child comes first: each step asks for the risk now, the case shows the latest answers, and a risk raised shortens and lowered lengthens nothing', async () => {
    for (const policy of five) {
      await it.goTo('2026-03-02T10:00')
      const without = await (await it.as(amira)).send('/raise', concernUnder(policy, {}, { risk: undefined }))
      assert.equal(without.statusCode, 422, `${policy}: raised without saying the risk`)
      const c = await raised(it, amira, concernUnder(policy))
      const first = await c.duty(amira, 'our-risk-now')
      assert.equal(first.status, 'done', policy)
      const move = wordsIn((await (await it.as(amira)).page(`/cases/${c.id}/moves/up`)).body)
      assert.match(move, /What is the risk to the child now\?/, `${policy}: the step asks`)
      assert.deepEqual(await c.unusable(amira, 'moves/up', { 'fact-our-why': 'Not settled.' }), ['risk'], policy)
      await c.up(amira)
      // The next stage asks anew; what was said in taking it there is its first answer.
      const again = await c.duty(amira, 'our-risk-now')
      assert.notEqual(again.key, first.key, policy)
      assert.equal(again.status, 'done', policy)
      assert.equal(london(again.due), '2026-03-02T17:00', policy)
      const before = dues(await c.seen(amira))
      await c.does(amira, 'risk', { risk: 'serious', 'risk-words': 'He is back in the home.' })
      assert.match(await c.words(amira), /Bramble Lane Nursery: serious/i, policy)
      neverLater(before, dues(await c.seen(amira)), `${policy}: serious`)
      await c.does(amira, 'risk', { risk: 'immediate', 'risk-words': 'He is at the door.' })
      const urgent = dues(await c.seen(amira))
      neverLater(before, urgent, `${policy}: immediate`)
      await c.does(amira, 'risk', { risk: 'none', 'risk-words': 'He has left the country.' })
      neverLater(urgent, dues(await c.seen(amira)), `${policy}: lowered`)
    }
  })

  test('C-3: under Havering and Ready Steady Grow an immediate risk makes duties due within the hour that were not there before', async () => {
    for (const [policy, duty] of [
      ['havering', 'lead-now'],
      ['ready-steady-grow', 'refer-now'],
    ] as const) {
      await it.goTo('2026-03-03T10:00')
      const c = await raised(it, joanne, concernUnder(policy))
      assert.ok(!(await c.seen(joanne)).duties.some((one) => one.key.startsWith(duty)))
      await it.goTo('2026-03-04T13:20')
      await c.does(joanne, 'risk', { risk: 'immediate', 'risk-words': 'She has a new bruise.' })
      const seen = (await c.seen(joanne)).duties.find((one) => one.key.startsWith(duty))
      // Joanne is her own agency's lead: under Havering the notice falls to the other side's.
      if (seen?.status === 'open') assert.equal(london(seen.due), '2026-03-04T14:20', policy)
      else assert.equal(policy, 'havering')
    }
  })

  test('C-4: the shortest time that protects the child: a deadline is brought forward with a reason, and never moved back', async () => {
    for (const policy of ['st-marychurch', 'ready-steady-grow', 'havering', 'playgroup']) {
      // Thursday before Good Friday: five working days end on Monday 13 April.
      await it.goTo('2026-04-02T10:00')
      const c = await raised(it, amira, concernUnder(policy))
      if (['st-marychurch', 'playgroup'].includes(policy)) await c.up(amira)
      const { stage } = await c.seen(amira)
      const due = london((await c.duty(amira, stage.id)).due)
      assert.equal(due, policy === 'playgroup' ? '2026-04-02T17:00' : '2026-04-13T17:00', policy)
      assert.deepEqual(await c.unusable(amira, 'protective-date', { needed: 'yes', date: '2026-04-09' }), ['words'])
      await c.does(amira, 'protective-date', { needed: 'yes', date: '2026-04-09', words: 'Her stay ends that day.' })
      if (policy !== 'playgroup') assert.equal(london((await c.duty(amira, stage.id)).due), '2026-04-09T17:00', policy)
      const no = await c.refused(amira, 'protective-date', {
        needed: 'yes',
        date: '2026-04-10',
        words: 'We would like a day more.',
      })
      assert.equal(no.code, 'never later', policy)
      if (policy !== 'playgroup')
        assert.ok(
          no.clauses.some(({ id, text }) => id === 'C-4' && text !== ''),
          `${policy}: ${no.clauses.map(({ id }) => id)}`,
        )
      assert.equal(
        london((await c.duty(amira, stage.id)).due),
        policy === 'playgroup' ? '2026-04-02T17:00' : '2026-04-09T17:00',
      )
      await c.does(amira, 'protective-date', {
        needed: 'yes',
        date: '2026-04-08',
        words: 'The hearing was brought forward.',
      })
    }
  })

  test('C-4: a policy without numbers cites its clause too when a date would move back', async () => {
    await it.goTo('2026-04-02T11:00')
    const c = await raised(it, amira, concernUnder('playgroup'))
    await c.does(amira, 'protective-date', { needed: 'yes', date: '2026-04-08', words: 'Her stay ends that day.' })
    const no = await c.refused(amira, 'protective-date', { needed: 'yes', date: '2026-04-09', words: 'A day more.' })
    assert.ok(no.clauses.some(({ id }) => id === 'C-4'))
  })
})

describe('C-5, C-6: the lowest stage, unless harm is immediate', () => {
  test('C-5: it is settled at the lowest stage that can: a case starts at the first, and none is passed over without the reason the policy allows', async () => {
    await it.goTo('2026-03-05T10:00')
    for (const [policy, first] of [
      ['havering', 'talk'],
      ['st-marychurch', 'consult'],
      ['playgroup', 'consult'],
      ['ladybirds', 'talk'],
      ['ready-steady-grow', 'talk'],
    ] as const) {
      const c = await raised(it, amira, concernUnder(policy))
      assert.equal((await c.seen(amira)).stage.id, first)
      const higher = await (await it.as(amira)).send(
        '/raise',
        concernUnder(policy, {}, { start: 'top', 'start-words': 'It is quicker.' }),
      )
      assert.notEqual(higher.statusCode, 201, `${policy}: a start at the top without danger`)
      const skipped = await c.refused(amira, 'moves/up?stage=top', { 'fact-our-why': 'Straight to the top.' })
      assert.equal(skipped.code, 'no such move', policy)
      assert.ok(skipped.clauses.length > 0, `${policy}: the clause that says so`)
      if (policy !== 'ladybirds') {
        const urgent = await c.refused(amira, 'moves/urgent?stage=top', { 'fact-our-why': 'Straight to the top.' })
        assert.ok(['condition', 'no such move'].includes(urgent.code), `${policy}: ${urgent.code}`)
      }
      assert.equal((await c.seen(amira)).stage.id, first, `${policy}: nothing moved`)
    }
  })

  test('C-6: where harm is immediate, any stage may start, at raising and from any stage; the reason is recorded', async () => {
    await it.goTo('2026-03-05T11:00')
    for (const policy of ['havering', 'st-marychurch', 'playgroup', 'ready-steady-grow']) {
      const straight = concernUnder(
        policy,
        {},
        {
          danger: 'yes',
          risk: 'immediate',
          'risk-words': 'He is with her now.',
          start: 'line',
          'start-words': 'It cannot wait for a talk.',
        },
      )
      const c = await raised(it, amira, straight)
      const at = await c.seen(amira)
      assert.equal(at.stage.id, 'line', policy)
      assert.match(`${at.entries[0]?.text} ${at.entries[0]?.lines.join(' ')}`, /cannot wait for a talk/, policy)
      const silent = await (await it.as(amira)).send('/raise', { ...straight, 'start-words': '' })
      assert.equal(silent.statusCode, 422, `${policy}: a later start needs its reason`)
      // From any stage, once the risk is said to be immediate.
      const calm = await raised(it, amira, concernUnder(policy))
      await calm.refused(amira, 'moves/urgent?stage=top', { 'fact-our-why': 'It got worse.' })
      await calm.does(amira, 'risk', { risk: 'immediate', 'risk-words': 'A new injury today.' })
      await calm.does(amira, 'moves/urgent?stage=top', {
        'fact-our-why': 'A new injury today.',
        risk: 'immediate',
        'risk-words': 'A new injury today.',
      })
      assert.equal((await calm.seen(amira)).stage.id, 'top', policy)
    }
  })

  test('C-6: under Ready Steady Grow a referral to the front door is due at once, and is recorded; under Havering the safeguarding lead hears at once', async () => {
    await it.goTo('2026-03-06T14:10')
    const grow = await raised(
      it,
      joanne,
      concernUnder(
        'ready-steady-grow',
        {},
        { danger: 'yes', risk: 'immediate', 'risk-words': 'He is with her now.', start: 'talk' },
      ),
    )
    const owed = await grow.duty(joanne, 'refer-now')
    assert.equal(london(owed.due), '2026-03-06T15:10')
    assert.match(owed.clause, /C-6/)
    await grow.does(joanne, 'acts/refer', {
      to: ['colin-ash'],
      words: 'Referred by phone at 2:15pm; the duty officer took it.',
    })
    assert.equal((await grow.duty(joanne, 'refer-now')).status, 'done')
    const entry = (await grow.seen(joanne)).entries.find((one) => one.kind === 'referred')
    assert.match(entry?.text ?? '', /duty officer took it/)

    const haver = await raised(
      it,
      amira,
      concernUnder(
        'havering',
        {},
        { danger: 'yes', risk: 'immediate', 'risk-words': 'He is with her now.', start: 'talk' },
      ),
    )
    const lead = (await haver.seen(amira)).duties.find(
      (one) => one.key.startsWith('lead-now') && one.side === 'raising',
    )
    assert.equal(london(lead?.due), '2026-03-06T15:10')
    await haver.does(amira, `acts/tell?duty=${encodeURIComponent(lead?.key ?? '')}`, {
      to: [joanne],
      how: 'phone',
      words: 'Rang at once.',
    })
    const done = (await haver.seen(amira)).duties.find(
      (one) => one.key.startsWith('lead-now') && one.side === 'raising',
    )
    assert.equal(done?.status, 'done')
  })
})

describe('C-7, C-8, C-14: who raises, and how', () => {
  test('C-7: before going further: what exactly, what was done, the aim, the evidence and where it is from: each is asked, and none can be left out', async () => {
    await it.goTo('2026-03-09T10:00')
    for (const policy of five)
      for (const fact of ['exact', 'actions-to-date', 'aim', 'evidence', 'evidence-source']) {
        const page = await question(policy, `about-${fact}`)
        assert.match(page, /C-7|SM-1|LB-4|HV-1\.6/, `${policy} ${fact}: the clause stands beside the question`)
        const sent = await (await it.as(amira)).send('/raise', concernUnder(policy, { [fact]: '' }))
        assert.equal(sent.statusCode, 422, `${policy} ${fact}`)
        assert.deepEqual(
          sent.json<{ errors: { field: string }[] }>().errors.map((one) => one.field),
          [`fact-${fact}`],
        )
      }
  })

  test('C-7: talking to one’s own manager first is a stage under St Marychurch and Playgroup, and may be done under Havering and Ready Steady Grow', async () => {
    await it.goTo('2026-03-09T10:30')
    for (const policy of ['st-marychurch', 'playgroup']) {
      const c = await raised(it, amira, concernUnder(policy))
      assert.equal((await c.seen(amira)).stage.id, 'consult')
      assert.equal((await c.duty(amira, 'consulted')).force, 'should')
    }
    const c = await raised(it, amira, concernUnder('havering'))
    assert.equal((await c.duty(amira, 'clarified')).force, 'may')
    const told = await raised(
      it,
      amira,
      concernUnder('havering', {}, { manager: 'yes', 'manager-who': joanne, 'manager-words': 'Go ahead.' }),
    )
    const advice = (await told.seen(amira)).entries.find((one) => one.kind === 'consulted')
    assert.equal(advice?.text, 'Go ahead.')
    assert.match(advice?.audience ?? '', /Bramble Lane/)
    assert.ok(!(await told.kinds(tom)).includes('consulted'), 'the other side does not read it')
  })

  test('C-8: rank or experience can make a worker unsure: the page says so plainly, and a supporter joins and reads what the worker reads', async () => {
    await it.goTo('2026-03-09T11:00')
    for (const policy of ['st-marychurch', 'playgroup', 'havering']) {
      const c = await raised(it, amira, concernUnder(policy))
      if (policy !== 'havering') await c.up(amira)
      assert.match((await c.duty(amira, 'supported')).clause, /C-8/, policy)
      assert.match(await c.words(amira), /Rank or experience can make this hard\. You need not do it alone\./, policy)
      assert.equal((await (await it.as(dilys)).read(`/cases/${c.id}`)).statusCode, 404, `${policy}: not yet`)
      assert.match(await c.words(amira, 'supporters'), /Rank and experience can make this hard/)
      await c.does(amira, 'supporters', { person: dilys })
      assert.ok((await c.kinds(dilys)).includes('raised'), `${policy}: the supporter reads`)
      assert.ok(
        !(await c.kinds(tom)).includes('supporter joined'),
        `${policy}: the other side is not told who supports`,
      )
      assert.equal((await c.refused(amira, 'supporters', { person: dilys })).code, 'already done')
    }
  })

  test('C-14: everyone who works with children may challenge: no role and no manager can prevent a member of staff from raising', async () => {
    await it.goTo('2026-03-09T12:00')
    for (const policy of ['st-marychurch', 'playgroup', 'ready-steady-grow', 'havering']) {
      for (const person of [amira, joanne, dilys, 'priya-nair', 'sunita-rao', 'dev-anand', 'helen-baptiste']) {
        const to = { agencies: ['police'], person: { police: 'jack-temple' } }
        const sent = await (await it.as(person)).send('/raise', concernUnder(policy, {}, to))
        assert.equal(sent.statusCode, 201, `${policy} ${person}: ${sent.body}`)
      }
      const c = await raised(it, amira, concernUnder(policy))
      if (policy === 'playgroup' || policy === 'st-marychurch') {
        const manager = await c.send(joanne, 'moves/withdraw', { 'fact-our-why': 'I do not want this.' })
        assert.equal(manager.statusCode, 409, `${policy}: the manager withdraws it`)
        assert.equal(manager.json<{ refused: { code: string } }>().refused.code, 'not yours')
      } else assert.equal((await c.send(dilys, 'moves/withdraw', { 'fact-our-why': 'No.' })).statusCode, 404)
      assert.equal((await c.seen(amira)).status, 'open')
    }
    assert.match(
      wordsIn((await (await it.as(amira)).page('/raise')).body),
      /You have a right and a duty to challenge, and nobody at your agency can stop you/,
    )
  })
})

describe('C-9, C-10, C-15: the record, who hears of it, and how it ends', () => {
  test('C-9: every discussion and decision is written down: entries are never changed, a correction stands beside, each stage goes on both files, and the page can be kept for the child’s file', async () => {
    for (const policy of five) {
      await it.goTo('2026-03-10T10:00')
      const c = await raised(it, amira, concernUnder(policy))
      if (policy === 'st-marychurch' || policy === 'playgroup') await c.up(amira)
      await c.talks(amira, tom)
      const spoken = (await c.seen(amira)).entries.find((one) => one.kind === 'discussed')
      assert.ok(spoken)
      assert.equal(
        (await c.refused(tom, `corrections/${spoken.ref}`, { words: 'He agreed.', why: 'He did.' })).code,
        'not yours',
      )
      await c.does(amira, `corrections/${spoken.ref}`, {
        words: 'We spoke for 20 minutes, not 10.',
        why: 'Wrong line of my notes.',
      })
      const { entries } = await c.seen(tom)
      assert.equal(
        entries.find((one) => one.ref === spoken.ref)?.text,
        'We do not agree.',
        `${policy}: the first wording stays`,
      )
      assert.equal(entries.find((one) => one.corrects === spoken.ref)?.text, 'We spoke for 20 minutes, not 10.', policy)
      await assert.rejects(
        it.t.as('concordat_app', `update entry set happened = now() where case_id = '${c.id}'`),
        /permission denied/,
      )
      await assert.rejects(it.t.as('concordat_app', `delete from entry where case_id = '${c.id}'`), /permission denied/)
      await c.does(amira, 'moves/up', { 'fact-our-why': 'Not settled.', risk: 'some' })
      for (const person of [amira, tom]) {
        const own = (await c.seen(person)).duties.filter((one) => one.key.startsWith('our-file·') && one.isYours)
        assert.ok(
          own.length > 0 && own.every((one) => one.force === 'must' && /C-9/.test(one.clause)),
          `${policy} ${person}`,
        )
      }
      await c.does(amira, 'acts/record', { words: 'Stage one is on file 114, page 9.' })
      const own = (await c.seen(amira)).duties.filter(
        (one) => one.key.startsWith('our-file·') && one.side === 'raising',
      )
      assert.ok(
        own.every((one) => one.status === 'done'),
        policy,
      )
      // Kept for the file as it stands: one page, nothing loaded from elsewhere, the clause and every entry on it.
      const page = await (await it.as(amira)).page(`/cases/${c.id}`)
      assert.match(wordsIn(page.body), /Nothing here is ever changed or removed\. A correction is a new entry\./)
      assert.match(page.body, /We spoke for 20 minutes, not 10\./)
    }
  })

  test('C-10: the record is shared with those it concerns, the raiser among them: everyone is told, and the case shows who was told when and who has read it', async () => {
    for (const policy of ['ready-steady-grow', 'playgroup', 'havering']) {
      await it.goTo('2026-03-11T10:00')
      const c = await raised(it, amira, concernUnder(policy))
      if (policy === 'playgroup') await c.up(amira)
      const shared = await c.duty(amira, 'shared')
      assert.deepEqual([shared.force, /C-10/.test(shared.clause)], ['must', true], policy)
      assert.match(await c.words(amira), /Tom Reddy Social worker[^.]*Not read yet/, policy)
      await it.goTo('2026-03-11T10:40')
      await c.seen(tom)
      await it.goTo('2026-03-11T11:15')
      assert.doesNotMatch(await c.words(amira), /Tom Reddy Social worker[^.]*Not read yet/, policy)
      assert.match(await c.words(amira), /Tom Reddy Social worker.{0,120}Read: Today, 10:40am/, policy)
      await c.tells(amira, tom)
      assert.equal((await c.duty(amira, 'shared')).status, 'done', policy)
      // The end is told to everyone, and the raiser reads the whole of what both sides may read.
      await c.does(amira, 'moves/agree', { words: 'A visit on Friday.' })
      await c.does(tom, 'moves/agree', { words: 'Yes, on Friday.' })
      const outcome = await c.duty(amira, 'our-outcome-told')
      assert.equal(outcome.force, 'must', policy)
      assert.match(outcome.clause, /C-10/, policy)
      assert.ok((await c.kinds(amira)).includes('agreed'))
    }
  })

  test('C-15: people stay respectful and restore the relationship: at the end both sides say whether they were listened to and what it did for the child', async () => {
    for (const policy of ['ladybirds', 'st-marychurch']) {
      await it.goTo('2026-03-12T10:00')
      const c = await raised(it, amira, concernUnder(policy))
      if (policy === 'st-marychurch') await c.up(amira)
      assert.match((await c.duty(amira, 'respectful')).clause, /C-15/)
      const kept = await c.duty(tom, 'respectful')
      await c.does(tom, 'breaches', { what: kept.key, words: 'A voice was raised on the phone.' })
      await c.does(amira, 'moves/agree', { words: 'A visit on Friday.' })
      await c.does(tom, 'moves/agree', { words: 'Yes.' })
      assert.equal((await c.seen(amira)).end?.is, 'agreed')
      await c.does(amira, 'outcome/our-same-words/words', { lines: 'Tom Reddy visits on Friday 13 March.' })
      const proposal = (await c.seen(amira)).entries.find((one) => one.kind === 'proposed')?.ref
      const sign = `outcome/our-same-words/signature?proposal=${proposal}`
      assert.deepEqual(await c.unusable(tom, sign, {}), ['fact-our-listened'], policy)
      const heard = { 'fact-our-listened': true, 'fact-our-difference': 'The child is seen this week.' }
      await c.does(tom, sign, heard)
      await c.does(amira, sign, { 'fact-our-listened': false, 'fact-our-difference': 'Nothing yet.' })
      const said = (await c.seen(tom)).entries.filter((one) => one.kind === 'confirmed')
      assert.equal(said.length, 2, policy)
      assert.match(
        said.map((one) => one.lines.join(' ')).join(' '),
        /listened to\? Yes[\s\S]*Nothing yet|Nothing yet[\s\S]*listened to\? Yes/,
        policy,
      )
    }
  })
})

describe('C-11, C-12, C-13: the Chair and the panel', () => {
  const ways: Readonly<Record<string, Body>> = {
    'st-marychurch': {},
    'ready-steady-grow': { 'on-plan': false },
    playgroup: {},
    havering: {},
  }

  test('C-11: the Chair settles it directly with senior managers, or convenes a panel: both are recorded steps of that stage', async () => {
    for (const policy of Object.keys(ways)) {
      await it.goTo('2026-03-13T10:00')
      const direct = await atTop(policy)
      await direct.does(peter, 'moves/decide', {
        'fact-our-why': 'Both were heard.',
        'fact-next-course': 'A visit today.',
      })
      const decided = (await direct.seen(amira)).entries.find((one) => one.kind === 'decided')
      assert.match(`${decided?.text} ${decided?.lines.join(' ')}`, /A visit today\./, policy)
      assert.match(decided?.by ?? '', /Peter Lindqvist/, policy)
      const panel = await atTop(policy)
      assert.equal((await panel.refused(amira, 'moves/convene', { words: 'Please.' })).code, 'not yours', policy)
      await panel.does(peter, 'moves/convene', { words: 'A panel should hear them.' })
      assert.equal((await panel.seen(peter)).stage.id, 'panel-stage', policy)
    }
  })

  test('C-12: the panel is three agencies, those concerned among them: must under Ready Steady Grow and Havering, where possible with a reason under St Marychurch and Playgroup', async () => {
    for (const policy of Object.keys(ways)) {
      await it.goTo('2026-03-16T10:00')
      const strict = policy === 'havering' || policy === 'ready-steady-grow'
      const c = await atTop(policy)
      await c.does(peter, 'moves/convene', { words: 'A panel should hear them.' })
      const two = await c.refused(peter, 'panel', { members: ['fiona-marsh', 'marion-yeo'] })
      assert.equal(two.code, 'panel', policy)
      assert.ok(
        two.clauses.some(({ id }) => id === 'C-12'),
        `${policy}: ${two.clauses.map(({ id }) => id)}`,
      )
      const without = ['fiona-marsh', 'miriam-costello', 'karen-oduya']
      const no = await c.refused(peter, 'panel', { members: without })
      assert.equal(no.code, strict ? 'panel' : 'missing', policy)
      assert.ok(
        no.clauses.some(({ id }) => id === 'C-12'),
        policy,
      )
      if (strict) {
        const forced = await c.refused(peter, 'panel', { members: without, 'left-out': 'Nobody could come.' })
        assert.equal(forced.code, 'panel', `${policy}: no reason is enough`)
        const junior = await c.send(peter, 'panel', { members: ['bea-okafor', 'fiona-marsh', 'karen-oduya'] })
        assert.notEqual(junior.statusCode, 200, `${policy}: an officer is not a senior officer`)
        const associate = await c.send(peter, 'panel', { members: ['lorna-speight', 'fiona-marsh', 'marion-yeo'] })
        assert.notEqual(associate.statusCode, 200, `${policy}: housing is no full member of the Board`)
        await c.does(peter, 'panel', { members: ['fiona-marsh', 'marion-yeo', 'karen-oduya'] })
      } else
        await c.does(peter, 'panel', { members: without, 'left-out': 'Nobody of early years could come this month.' })
      const composed = (await c.seen(amira)).entries.find((one) => one.kind === 'panel composed')
      assert.ok(composed, policy)
      if (strict) continue
      assert.match(`${composed.text} ${composed.lines.join(' ')}`, /early years could come/, policy)
      // By majority there may be a tie: the same people may still say who chairs.
      const [chairs = ''] = without
      const leftOut = 'Nobody of early years could come this month.'
      assert.ok(JSON.stringify((await c.seen(peter)).moves).includes('Say who chairs the panel'), policy)
      await c.does(peter, 'panel', { members: without, chairs, 'left-out': leftOut })
      const named = (await c.seen(amira)).entries.findLast((one) => one.kind === 'panel composed')
      assert.match(`${named?.lines.join(' ')}`, /, in the chair\)/, policy)
      assert.equal(
        (await c.refused(peter, 'panel', { members: without, 'left-out': leftOut })).code,
        'already done',
        policy,
      )
    }
  })

  test('C-13: the panel hears those concerned and decides what happens next: each party is told and may write, and the decision says who took it, how, and what follows', async () => {
    for (const policy of Object.keys(ways)) {
      await it.goTo('2026-03-17T10:00')
      const c = await atTop(policy)
      await c.does(peter, 'moves/convene', { words: 'A panel should hear them.' })
      const members = ['fiona-marsh', 'marion-yeo', 'karen-oduya']
      await c.does(peter, 'panel', { members })
      assert.equal((await c.duty(peter, 'invited')).force, 'must', policy)
      await c.tells(peter, amira, tom)
      const heard = (await c.seen(tom)).duties.find((one) => one.key.startsWith('heard·') && one.isYours)
      assert.ok(heard, `${policy}: the other side may write`)
      await c.does(tom, `acts/write?duty=${encodeURIComponent(heard.key)}`, {
        title: 'What we say',
        words: 'The plan covers it.',
        to: members,
      })
      assert.match(
        JSON.stringify((await c.seen('karen-oduya')).entries),
        /The plan covers it\./,
        `${policy}: the panel reads it`,
      )
      const decision = { 'fact-our-why': 'The plan is out of date.', 'fact-next-course': 'A new plan by Friday.' }
      const few = await c.refused('karen-oduya', 'moves/decide', { ...decision, ...votes(members, 2) })
      assert.equal(few.code, 'panel', policy)
      await c.does('karen-oduya', 'moves/decide', { ...decision, ...votes(members) })
      const decided = (await c.seen(amira)).entries.find((one) => one.kind === 'decided')
      assert.match(`${decided?.text} ${decided?.lines.join(' ')}`, /A new plan by Friday\./, policy)
      assert.equal((await c.seen(tom)).end?.is, 'decided', policy)
    }
  })

  /** Urgently at the Chair: the shortest lawful way there. */
  async function atTop(policy: string) {
    const c = await raised(
      it,
      amira,
      concernUnder(policy, ways[policy], {
        danger: 'yes',
        risk: 'immediate',
        'risk-words': 'He is with her now.',
        start: 'top',
        'start-words': 'It cannot wait.',
      }),
    )
    assert.equal((await c.seen(amira)).stage.id, 'top', policy)
    return c
  }
})

interface Dated {
  readonly duties: readonly { readonly key: string; readonly due?: string }[]
}
const dues = ({ duties }: Dated) =>
  new Map(duties.flatMap(({ key, due }) => (due === undefined ? [] : [[key, due] as const])))
function neverLater(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>, where: string): void {
  for (const [key, due] of before)
    assert.ok((now.get(key) ?? due) <= due, `${where}: ${key} moved from ${due} to ${now.get(key)}`)
}
