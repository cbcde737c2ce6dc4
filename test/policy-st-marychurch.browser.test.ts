import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hides, openCase, opens, reads, signIn, unfold } from './drive/desk.ts'
import { agree, endsAtTheTop, everythingDone, signSameWords } from './drive/endings.ts'
import { type House, openHouse } from './drive/house.ts'
import { convene, panelDecides } from './drive/panels.ts'
import { type Concern, raised } from './drive/raise.ts'
import { cannotSkipTo, decision, does, doesEverything, talk, up } from './drive/steps.ts'

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
    const { desk, number } = await raised(house, concern, { javaScript: false })
    await signIn(desk, 'Tom Reddy')
    await hides(desk, number)
    await doesEverything(desk, number, 'Amira Hussain', { 'Ask Joanne Pike': { 'What did they say': 'Talk to him.' } })
    await does(desk, 'Go on to “Talk to each other”', up)
    await does(desk, 'Keep another agency’s information', {
      'Whose information is it': 'Exampleshire Community Health',
      'Who told you': 'Sunita Rao, by phone.',
      'What did they tell you': 'Weight since January.',
    })
    await opens(desk, 'Tom Reddy', number)
    await hides(desk, 'Weight since January.', 'Talk to him.')
    await talk(desk, 'Talk it over with Amira Hussain', true, 'A fresh look is right.')
    await agree(desk, number, ['Tom Reddy', 'Amira Hussain'], 'A fresh assessment.')
    await signSameWords(desk, number, ['Amira Hussain', 'Tom Reddy'], ['A fresh assessment by Friday 10 April.'])
    await everythingDone(desk, number, ['Tom Reddy', 'Amira Hussain'])
    await unfold(desk)
    await reads(desk, 'Clause C-15', 'Clause C-9')
  })

  test('to the top, where stages one and two share five days and the Chair settles it: C-4, C-11, SM-3, SM-4, SM-5, SM-6', async () => {
    const { desk, number } = await raised(house, concern)
    await cannotSkipTo(desk, number, 'top')
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
    await opens(desk, 'Dilys Owen', number)
    await does(desk, 'Take this to the Chair of the Board', up)
    await reads(desk, /by 5pm on Friday 17 April/)
    await doesEverything(desk, number, 'Dilys Owen')
    await opens(desk, 'Peter Lindqvist', number)
    await does(desk, 'Settle it directly', decision)
    await endsAtTheTop(desk, number, 'Wednesday 1 April 2026', ['A fresh assessment by Friday 10 April.'])
  })

  test('before a panel, the agencies concerned on it where possible: C-6, C-12, C-13', async () => {
    const { desk, number } = await raised(house, { ...concern, danger: 'Yes', start: 'Stage 4' })
    await convene(desk, number)
    await panelDecides(desk, number, {
      forbidden: { 'Agencies concerned': ['Fiona Marsh', 'Marion Yeo'] },
      because: ['Three different agencies'],
      chosen: { 'Agencies concerned': ['Fiona Marsh', 'Marion Yeo'], 'Other agencies': ['Karen Oduya'] },
      said: { 'Amira Hussain': 'We ask for a fresh assessment.', 'Tom Reddy': 'It was assessed on what was known.' },
    })
  })
})
