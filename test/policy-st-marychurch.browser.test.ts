import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hides, reads, signIn, unfold } from './drive/desk.ts'
import { agree, everythingDone, signSameWords } from './drive/endings.ts'
import { type House, openHouse } from './drive/house.ts'
import { allFor, compose, convene, isForbidden, represents } from './drive/panels.ts'
import { type Concern, raise } from './drive/raise.ts'
import { decision, does, doesEverything, openCase, talk, up } from './drive/steps.ts'

/** St Marychurch, driven by hand in Chromium on a real database, in the week before Easter 2026. */
let house: House

before(async () => {
  house = await openHouse()
})
after(() => house?.close())

const concern: Concern = {
  policy: 'St Marychurch',
  child: 'Kit S',
  title: 'level of need after new bruises',
  at: 'Exampleshire Children’s Services',
  whom: 'Tom Reddy',
  answers: {
    'What is the disagreement about': ['Level of need', 'Communication'],
    'What exactly do you disagree with': 'It was assessed as early help.',
  },
}

describe('St Marychurch in a browser', () => {
  test('first at home, then settled by the two who disagree: C-1, C-5, C-7, C-8, C-9, C-15, C-16, SM-1, SM-2, SM-7', async () => {
    const desk = await house.desk({ javaScript: false })
    await desk.time('2026-03-30T10:00')
    await signIn(desk, 'Amira Hussain')
    const number = await raise(desk, concern)
    await signIn(desk, 'Tom Reddy')
    await hides(desk, number)
    await doesEverything(desk, number, 'Amira Hussain', { 'Ask Joanne Pike': { 'What did they say': 'Talk to him.' } })
    await does(desk, 'Go on to “Talk to each other”', up)
    await does(desk, 'Keep another agency’s information', {
      'Whose information is it': 'Exampleshire Community Health',
      'Who told you': 'Sunita Rao, by phone.',
      'What did they tell you': 'Weight since January.',
    })
    await signIn(desk, 'Tom Reddy')
    await openCase(desk, number)
    await hides(desk, 'Weight since January.', 'Talk to him.')
    await talk(desk, 'Talk it over with Amira Hussain', true, 'A fresh look is right.')
    await agree(desk, number, ['Tom Reddy', 'Amira Hussain'], 'A fresh assessment.')
    await signSameWords(desk, number, ['Amira Hussain', 'Tom Reddy'], ['A fresh assessment by Friday 10 April.'])
    await everythingDone(desk, number, ['Tom Reddy', 'Amira Hussain'])
    await unfold(desk)
    await reads(desk, 'Clause C-15', 'Clause C-9')
  })

  test('to the top, where stages one and two share five days and the Chair settles it: C-4, C-11, SM-3, SM-4, SM-5, SM-6', async () => {
    const desk = await house.desk()
    await desk.time('2026-03-30T10:00')
    await signIn(desk, 'Amira Hussain')
    const number = await raise(desk, concern)
    const address = desk.page.url()
    await desk.page.goto(`${address}/moves/up?stage=top`)
    await reads(desk, /You cannot take this to/, 'Nothing has been sent')
    await openCase(desk, number)
    await does(desk, 'Go on to “Talk to each other”', up)
    await reads(desk, /by 5pm on Wednesday 8 April/)
    await doesEverything(desk, number, 'Amira Hussain')
    await desk.time('2026-04-01T10:00')
    await openCase(desk, number)
    await does(desk, 'Take this to line managers', up)
    // One limit for both: the second stage ends on the same day.
    await reads(desk, /by 5pm on Wednesday 8 April/, 'SM-6')
    await doesEverything(desk, number, 'Amira Hussain')
    await doesEverything(desk, number, 'Joanne Pike')
    await does(desk, 'Take this to the committee member', up)
    await reads(desk, /by 5pm on Friday 10 April/)
    await doesEverything(desk, number, 'Joanne Pike')
    await doesEverything(desk, number, 'Malcolm Frith')
    const member = await doesEverything(desk, number, 'Dilys Owen')
    assert.ok(member.includes('Tell the Board manager, Ruth Calder'), String(member))

    await signIn(desk, 'Ruth Calder')
    await desk.page.getByRole('link', { name: 'Register', exact: true }).click()
    await reads(desk, number)
    await hides(desk, 'Kit S')
    await signIn(desk, 'Dilys Owen')
    await openCase(desk, number)
    await does(desk, 'Take this to the Chair of the Board', up)
    await reads(desk, /by 5pm on Friday 17 April/)
    await doesEverything(desk, number, 'Dilys Owen')
    await signIn(desk, 'Peter Lindqvist')
    await openCase(desk, number)
    await does(desk, 'Settle it directly', decision)
    await signIn(desk, 'Amira Hussain')
    await openCase(desk, number)
    await reads(desk, 'It was decided on Wednesday 1 April 2026', 'The review is held on Thursday 9 April.')
    await signSameWords(desk, number, ['Dilys Owen', 'Malcolm Frith'], ['A fresh assessment by Friday 10 April.'])
    await everythingDone(desk, number, [
      'Tom Reddy',
      'Grace Adeyemi',
      'Malcolm Frith',
      'Joanne Pike',
      'Dilys Owen',
      'Amira Hussain',
    ])
  })

  test('before a panel, the agencies concerned on it where possible: C-6, C-12, C-13', async () => {
    const desk = await house.desk()
    await desk.time('2026-03-30T10:00')
    await signIn(desk, 'Amira Hussain')
    const number = await raise(desk, { ...concern, danger: 'Yes', start: 'Stage 4' })
    await convene(desk, number)
    await isForbidden(desk, { 'Agencies concerned': ['Fiona Marsh', 'Marion Yeo'] }, 'Three different agencies')
    await compose(desk, { 'Agencies concerned': ['Fiona Marsh', 'Marion Yeo'], 'Other agencies': ['Karen Oduya'] })
    await doesEverything(desk, number, 'Peter Lindqvist')
    await represents(desk, number, 'Amira Hussain', 'We ask for a fresh assessment.')
    await represents(desk, number, 'Tom Reddy', 'It was assessed on what was known.')
    await signIn(desk, 'Karen Oduya')
    await openCase(desk, number)
    await does(desk, 'Decide it', {
      ...decision,
      ...allFor('Karen Oduya', 'Fiona Marsh', 'Marion Yeo'),
    })
    await signIn(desk, 'Amira Hussain')
    await openCase(desk, number)
    await reads(desk, 'It was decided on Monday 30 March 2026', 'The review is held on Thursday 9 April.')
  })
})
