import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { concern } from './clauses/in-case.ts'
import { type Desk, heading, hides, reads, signIn, unfold } from './drive/desk.ts'
import { press } from './drive/fill.ts'
import { type House, openHouse } from './drive/house.ts'
import { prepare } from './drive/raise.ts'
import { does } from './drive/steps.ts'
import { type Body, freshKey } from './place.ts'

/**
 * Six shapes of policy that were written from `docs/writing-a-policy.md` alone, each brought in, signed for and played to its end by
 * invented people, in Chromium on a real database. The dates of all six stand in `shapes.test.ts`; here they are read off the page.
 */
let house: House

before(async () => {
  house = await openHouse({ now: '2026-04-08T10:00' })
})
after(() => house?.close())

/** Brought in by hand and signed for, as whoever keeps policies does it. */
async function adopt(desk: Desk, shape: string): Promise<void> {
  const { page } = desk
  await page.goto('/exampleshire/policy-drafts/new')
  await page.getByLabel('The policy’s text').fill(textOf(shape))
  await page.getByRole('button', { name: 'Save as a draft and check it' }).click()
  await page.getByRole('link', { name: /Adopt it/ }).click()
  const why = page.getByLabel(/Why is it adopted/)
  if ((await why.count()) > 0) await why.fill('The Board has read the gap and accepts what stands in it.')
  await page.getByLabel('Your name').fill('Ruth Calder')
  await page.getByRole('button', { name: 'Sign and adopt' }).click()
  await reads(desk, 'adopted on 8 April 2026')
}

const why = { 'What do you decide': 'A visit this week.', 'Why?': 'Both sides are reasoned; the child cannot wait.' }
const textOf = (shape: string) => readFileSync(new URL(`./shapes/${shape}.yaml`, import.meta.url), 'utf8')

interface Played {
  readonly desk: Desk
  /** Somebody else sits here, by side and role ("raising-worker"), before the case; at home while there is none. */
  be(person: string): Promise<void>
  /** Raises it through the API, as whoever the rehearsal begins with; that case is the one that is played. */
  raise(facts: Body): Promise<void>
  /** Through the API, what is not the point. */
  sends(person: string, noun: string, body: Body): Promise<void>
  up(person: string): Promise<void>
  /** Goes on to a time in London, by the rehearsal's own form. */
  time(date: string, time: string): Promise<void>
}

/** A rehearsal of an adopted policy, begun by hand. */
async function rehearsal(desk: Desk, policy: string): Promise<Played> {
  const { page } = desk
  await page.goto('/exampleshire/rehearsals')
  await page.getByLabel(`${policy}, version 1`).check()
  await page.getByRole('button', { name: 'Begin a rehearsal' }).click()
  assert.equal(await heading(desk), 'The rehearsal')
  const [, inside = ''] = new URL(page.url()).pathname.split('/')
  const cookie = 'concordat-rehearsal'
  let token = (await page.context().cookies(page.url())).find((one) => one.name === cookie)?.value ?? ''
  const raiser = token
  const tokens = new Map<string, string>()
  let address = `/${inside}`

  async function call(
    url: string,
    body?: Body,
    as = token,
  ): Promise<{ readonly status: number; readonly json: unknown }> {
    const headers = { authorization: `Bearer ${as}`, accept: 'application/json' }
    const answer = await fetch(`${house.origin}/${inside}${url}`, {
      headers: body ? { ...headers, 'content-type': 'application/json', 'idempotency-key': freshKey() } : headers,
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    return { status: answer.status, json: await answer.json() }
  }
  async function tokenOf(person: string): Promise<string> {
    const known = tokens.get(person)
    if (known !== undefined) return known
    const { json } = await call('/rehearsal/person', { person })
    const { token: theirs } = json as { token?: string }
    assert.ok(theirs !== undefined, `${person}: ${JSON.stringify(json)}`)
    tokens.set(person, theirs)
    return theirs
  }
  const own = () => address.slice(`/${inside}`.length)
  async function sends(person: string, noun: string, body: Body): Promise<void> {
    const sent = await call(`${own()}/${noun}`, body, await tokenOf(person))
    assert.equal(sent.status, 200, `${person} ${noun}: ${JSON.stringify(sent.json)}`)
  }
  return {
    desk,
    sends,
    async be(person) {
      token = await tokenOf(person)
      await page
        .context()
        .addCookies([{ name: cookie, value: token, domain: '127.0.0.1', path: `/${inside}`, httpOnly: true }])
      await page.goto(address)
    },
    async raise(facts) {
      const sent = await call('/raise', raising(facts), raiser)
      assert.equal(sent.status, 201, JSON.stringify(sent.json))
      address = `/${inside}/cases/${(sent.json as { case: string }).case}`
    },
    up: (person) => sends(person, 'moves/up', { 'fact-our-why': 'It is not settled.', risk: 'some' }),
    async time(date, time) {
      const moved = await call('/rehearsal/clock', { choice: 'to', to: date, time })
      assert.equal(moved.status, 200, JSON.stringify(moved.json))
      await page.goto(address)
    },
  }
}

/** Inside a rehearsal there is one policy and nobody asks which. */
function raising(facts: Body): Body {
  const { policy: _, ...asked } = concern('', facts, { agencies: ['responding'], person: { responding: 'unknown' } })
  return asked
}

describe('six shapes of policy in a browser', () => {
  test('six stages: hours on one side beside working days on the other, up to whoever decides', async () => {
    const it = await begun('six-stages', 'When professionals disagree in Harrowmere')
    await it.raise({ reason: 'action', what: 'A visit was not made.', hoped: 'A visit.', unsafe: false })
    await it.up('raising-practitioner')
    await it.be('responding-team-leader')
    await reads(it.desk, 'Say that it has arrived', 'Due by midday on Wednesday 8 April 2026', 'Clause H3')
    await reads(it.desk, /Today Wednesday 8 April, by midday Say that it has arrived You/)
    await reads(it.desk, /Thursday 9 April, by 10am Reply to Carys Cole/)
    await reads(it.desk, /Friday 10 April, by 5pm Send the evidence to you in writing Carys Cole/)
    await reads(it.desk, 'Settle this, or take it to service managers: by 5pm on Wednesday 15 April')
    await does(it.desk, 'Say that it has arrived', { 'What was done': 'It is here.' })
    await does(it.desk, 'Reply to Carys Cole', { 'Your reply': 'A visit was tried.' })
    await it.be('raising-team-leader')
    await reads(it.desk, 'Say whether the answer is enough: by 5pm on Monday 13 April')
    for (const _ of ['service-managers', 'heads', 'directors', 'scrutiny']) await it.up('raising-practitioner')
    await it.be('board-scrutineer')
    await reads(it.desk, 'Stage 6 The independent scrutineer')
    await does(it.desk, 'Decide', why)
    await reads(it.desk, 'It was decided on Wednesday 8 April 2026')
  })

  test('a dissent: 72 hours on it is refused with its clause, in time it may end by being recorded', async () => {
    const it = await begun('dissent-window', 'Dissent from a conference decision in Fennick')
    await it.be('raising-member')
    await prepare(it.desk, {
      policy: '',
      child: 'Ayo D',
      title: 'what the plan says',
      at: 'Family Services',
      whom: 'Dario Drake',
      answers: { 'With what do you disagree': 'What the plan says', 'On what day was the conference': '2026-04-04' },
    })
    await press(it.desk.page, 'Send the concern')
    await reads(
      it.desk,
      'It is too late to raise this under the policy',
      'within 72 hours of the conference',
      'clause F1',
    )
    await it.raise({ reason: 'content', 'conference-on': '2026-04-06', dissent: 'The plan leaves out school.' })
    await it.be('raising-member')
    await does(it.desk, 'Have the dissent recorded', {
      'Set out your dissent': 'The plan leaves out school.',
      'What do you rest it on': 'The school’s own report.',
      'What is the risk': 'Some',
    })
    await unfold(it.desk)
    await reads(
      it.desk,
      'The disagreement was put on record and goes no further',
      'Stage 2 The quality manager looks at it Farid Finch. Not needed',
      'The school’s own report.',
    )
  })

  test('own lines: everybody tells the next in their own agency, at once, in one working day', async () => {
    const it = await begun('own-lines', 'Everyone reports up their own line in Quillerby')
    await it.raise({ reason: 'work', story: 'Nobody has the visits.' })
    for (const side of ['raising', 'responding'] as const) {
      await it.be(`${side}-worker`)
      await reads(it.desk, /Thursday 9 April, by 5pm Tell /)
      await does(it.desk, 'Tell ', { 'What do you want to say': `From ${side}.` })
      await it.be(`${side}-manager`)
      await reads(it.desk, `From ${side}.`)
    }
    await it.up('raising-worker')
    await it.up('raising-worker')
    await it.be('responding-senior')
    await reads(
      it.desk,
      /Thursday 9 April, by 5pm Tell Gwen Gale [^,.]*Elin Ewart, Little Acorns/,
      /Thursday 9 April, by 5pm Tell Hugo Heath [^,.]*You, Family Services/,
    )
    await it.up('raising-worker')
    for (const side of ['raising', 'responding'])
      await it.sends(`${side}-director`, 'moves/agree', { words: 'Visits are ours.' })
    await it.be('raising-worker')
    await reads(it.desk, 'It was settled by agreement')
  })

  test('a meeting in five days, chaired by whom the child’s status says, and its minutes two days later', async () => {
    const it = await begun('meeting', 'The resolution meeting in Ostlewick')
    const chairs = { care: 'Gwen Gale', neither: 'You, Family Services \\(is asked\\)', plan: 'Hugo Heath' }
    for (const [status, chair] of Object.entries(chairs)) {
      await it.raise({ reason: 'plan', story: 'School is not in the plan.', status })
      await it.up('raising-worker')
      await it.be('responding-senior')
      await reads(it.desk, new RegExp(`Monday 13 April, by 5pm Meet [^.]*${chair}. Clause O3`))
    }
    await reads(it.desk, /Thursday 9 April, by 5pm Call the meeting and invite everyone You/)
    await it.time('2026-04-13', '10:00')
    await it.be('outside-conference-chair')
    await does(it.desk, 'Meet ', {
      'Who chaired it': 'You',
      'What was said': 'School joins the core group.',
      'Did it settle the matter': 'Yes',
    })
    await it.be('responding-senior')
    await reads(it.desk, /Wednesday 15 April, by 5pm Send the minutes to everyone/, 'Hugo Heath chaired it.')
    await does(it.desk, 'Send the minutes', { 'The text': 'School joins the core group.' })
    for (const side of ['raising', 'responding'])
      await it.sends(`${side}-senior`, 'moves/agree', { words: 'School joins.' })
    await it.be('raising-worker')
    await reads(it.desk, 'It was settled by agreement')
  })

  test('urgency: the date and the way go by the answer', async () => {
    const it = await begun('urgency', 'Sooner when it must be, in Pendleholt')
    await it.raise({ reason: 'risk', story: 'He is there alone.', urgency: 'soon' })
    await it.be('responding-worker')
    await reads(it.desk, 'Both sides try to settle this by 5pm on Friday 10 April')
    await it.raise({ reason: 'risk', story: 'He is there alone tonight.', urgency: 'now' })
    await it.be('raising-manager')
    await reads(
      it.desk,
      'Managers ring each other',
      /by 11am Talk it over with/,
      /by 11am Tell the convenor, Gwen Gale/,
      /Settle this, or take it to the convenor[^.]*2pm/,
    )
    await hides(it.desk, 'Workers talk')
    await it.up('raising-manager')
    await it.be('board-convenor')
    await reads(it.desk, /Thursday 9 April, by 5pm Decide/)
    await does(it.desk, 'Decide', why)
    await reads(it.desk, 'It was decided on Wednesday 8 April 2026')
  })

  test('a variation names its parent, and has its own number and its own notice', async () => {
    const desk = await atThePolicies('parent')
    await adopt(desk, 'variation')
    await reads(
      desk,
      'Settling it in Wickenshire, version 1',
      'It changes parts of the policy “wickenshire”, version 1',
    )
    const it = await rehearsal(desk, "Settling it in Wickenshire's hospitals")
    await it.raise({ reason: 'work', story: 'Nobody rang the ward.' })
    await it.be('raising-worker')
    await reads(it.desk, 'Both sides try to settle this by 5pm on Friday 10 April')
    await it.up('raising-worker')
    for (const side of ['raising', 'responding']) {
      await it.be(`${side}-manager`)
      await reads(it.desk, 'by 2pm Tell Hugo Heath', 'by 2pm Tell Ines Ivory', 'Clause WH2')
    }
    await does(it.desk, 'Tell ', { 'What do you want to say': 'A ward and a nursery disagree.' })
    await it.up('raising-worker')
    await it.be('board-clerk')
    await does(it.desk, 'Decide', why)
    await reads(it.desk, 'It was decided on Wednesday 8 April 2026')
  })
})

async function atThePolicies(shape: string): Promise<Desk> {
  const desk = await house.desk()
  await signIn(desk, 'Ruth Calder')
  await adopt(desk, shape)
  return desk
}

const begun = async (shape: string, title: string): Promise<Played> => rehearsal(await atThePolicies(shape), title)
