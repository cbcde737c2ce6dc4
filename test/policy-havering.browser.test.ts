import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { heading, hides, reads, signIn, unfold } from './drive/desk.ts'
import { agree, putOnFile, signSameWords } from './drive/endings.ts'
import { type House, openHouse } from './drive/house.ts'
import { type Concern, raise } from './drive/raise.ts'
import { does, follow, openCase, submit, talk } from './drive/steps.ts'

/** Havering, driven by hand in Chromium on a real database, in the week before Easter 2026. Clauses by their ids in mission/clauses.md. */
let house: House

before(async () => {
  house = await openHouse({ now: '2026-03-30T10:00' })
})
after(() => house.close())

const concern: Concern = {
  policy: 'Havering',
  child: 'Leila R',
  title: 'plan not changed after new information',
  at: 'Exampleshire Children’s Services',
  whom: 'Tom Reddy',
  answers: {
    'What is the disagreement about': ['Carrying plans forward', 'Whether something needs to be done'],
    'What exactly do you disagree with': 'The review was not brought forward.',
    'Is the child on a protection plan': 'Yes',
  },
}

describe('Havering in a browser', () => {
  test('settled where it began, between the two who disagree: C-1, C-5, C-7, C-9, C-10, C-15, HV-1.3, HV-2.2', async () => {
    const desk = await house.desk({ javaScript: false })
    await desk.time('2026-03-30T10:00')
    await signIn(desk, 'Amira Hussain')
    const number = await raise(desk, { ...concern, talkedWith: 'Joanne Pike', by: '2026-04-07' })
    await reads(desk, 'Stage 1 Talk to each other', 'Clause HV-2.2', /The date that protects Leila: Tuesday 7 April 2026/)
    await does(desk, 'Tell everyone')

    await signIn(desk, 'Tom Reddy')
    await reads(desk, 'Talk it over with Amira Hussain', 'Stage 1, talk to each other')
    await openCase(desk, number)
    await hides(desk, 'Go ahead.')
    await does(desk, 'Say what keeps Leila safe', {
      'What is in place': 'She stays with her grandmother.',
      'Who answers': 'Tom Reddy',
    })
    await talk(desk, 'Talk it over with Amira Hussain', true, 'We both read the new information.')
    assert.equal(await heading(desk), 'Say that it is settled')
    await agree(desk, number, ['Tom Reddy', 'Amira Hussain'], 'The review is brought forward.')
    await signSameWords(desk, number, ['Amira Hussain', 'Tom Reddy'], ['The review is on Thursday 9 April.'])
    await putOnFile(desk, number, ['Tom Reddy', 'Amira Hussain'])
    await does(desk, 'Tell everyone')
    await unfold(desk)
    await reads(desk, 'This case is closed. It was settled by agreement')
  })

  test('to the top, where the Chair settles it: C-3, C-4, C-11, HV-1.4, HV-2.4, HV-2.5, HV-2.7, HV-2.8, HV-2.10, HV-2.11', async () => {
    const desk = await house.desk()
    await desk.time('2026-03-30T10:00')
    await signIn(desk, 'Amira Hussain')
    const number = await raise(desk, concern)
    const address = desk.page.url()
    await does(desk, 'Tell everyone')
    await unfold(desk)
    await reads(desk, /as a guide, by 5pm on Wednesday 8 April/, 'Good Friday', 'Easter Monday')

    await desk.page.goto(`${address}/moves/up?stage=top`)
    await reads(desk, /cannot/i, 'Nothing has been sent', /clause (C-5|HV-)/)
    await desk.page.goto(address)
    await talk(desk, 'Talk it over with Tom Reddy', false, 'He thinks the review in May is soon enough.')
    await does(desk, 'Take this to line managers', { 'What do you want to say': 'We could not settle it.', 'What is the risk': 'Serious' })

    await desk.time('2026-03-31T09:00')
    await signIn(desk, 'Joanne Pike')
    await reads(desk, 'Tell Helen Baptiste')
    await openCase(desk, number)
    await reads(desk, 'Stage 2 Line managers Now, since 30 March')
    await does(desk, 'Tell Helen Baptiste', { 'What do you want to say': 'Leila is on a plan.' })
    await talk(desk, 'Talk it over with Grace Adeyemi', false, 'Both stand by their view.')
    await does(desk, 'Bring the deadline forward', { 'day': '2026-04-07' })
    await unfold(desk)
    console.log(await desk.page.locator('main').innerText())
    await signIn(desk, 'Helen Baptiste')
    console.log(await desk.page.locator('main').innerText())
    await openCase(desk, number)
    console.log(await desk.page.locator('main').innerText())
  })
})
