import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hides, openCase, opens, reads, signIn, unfold } from './drive/desk.ts'
import { agree, endsAtTheTop, everythingDone, signSameWords } from './drive/endings.ts'
import { type House, openHouse } from './drive/house.ts'
import { convene, panelDecides } from './drive/panels.ts'
import { type Concern, raised } from './drive/raise.ts'
import { cannotSkipTo, decision, does, doesEverything, talk, up } from './drive/steps.ts'

/** Playgroup, driven by hand in Chromium on a real database, in the week before Easter 2026. Five stages, the first at home, and no number. */
let house: House

before(async () => {
  house = await openHouse()
})
after(() => house?.close())

const concern: Concern = {
  policy: 'Playgroup',
  child: 'Mia K',
  title: 'referral closed without a visit',
  at: 'Exampleshire Children’s Services',
  whom: 'Tom Reddy',
  answers: {
    'What is the disagreement about': ['Level of need'],
    'What exactly do you disagree with': 'The referral was closed without a visit.',
  },
}

describe('Playgroup in a browser', () => {
  test('first at home, then settled by the two who disagree: C-4, C-5, C-7, C-8, C-9, C-15, C-16, PG-1, PG-3, PG-4, PG-5', async () => {
    const { desk, number } = await raised(house, concern, { javaScript: false })
    await signIn(desk, 'Tom Reddy')
    await hides(desk, number)
    const home = await doesEverything(desk, number, 'Amira Hussain', {
      'Ask Joanne Pike': { 'What did they say': 'Talk to him.' },
    })
    assert.equal(home.length, 1)
    await does(desk, 'Go on to “Talk to each other”', up)
    await opens(desk, 'Tom Reddy', number)
    await reads(desk, 'For the side that raised it alone', 'Stage 2 Talk to each other Now, since 30 March')
    await hides(desk, 'Talk to him.')
    await talk(desk, 'Talk it over with Amira Hussain', true, 'A visit is right.')
    await agree(desk, number, ['Tom Reddy', 'Amira Hussain'], 'A visit this week.')
    await signSameWords(desk, number, ['Amira Hussain', 'Tom Reddy'], ['A visit by Thursday 2 April.'])
    await openCase(desk, number)
    await does(desk, 'Record a debrief', { 'What came of it': 'We ring each other first next time.' })
    await everythingDone(desk, number, ['Tom Reddy', 'Amira Hussain'])
    await unfold(desk)
    await reads(desk, 'Clause PG-4', 'Clause C-9')
  })

  test('to the top, the Board manager told twice, and the Chair settles it: C-10, C-11, PG-1, PG-2, PG-3', async () => {
    const { desk, number } = await raised(house, concern)
    await cannotSkipTo(desk, number, 'reps')
    await does(desk, 'Go on to “Talk to each other”', up)
    await doesEverything(desk, number, 'Amira Hussain')
    await does(desk, 'Take this to managers', up)
    await doesEverything(desk, number, 'Amira Hussain')
    const manager = await doesEverything(desk, number, 'Joanne Pike')
    assert.ok(manager.includes('Tell the Board manager, Ruth Calder'), String(manager))
    await does(desk, 'Take this to designated safeguarding representatives', up)
    await doesEverything(desk, number, 'Joanne Pike')
    await doesEverything(desk, number, 'Grace Adeyemi')
    await doesEverything(desk, number, 'Malcolm Frith')
    await doesEverything(desk, number, 'Dilys Owen')
    await does(desk, 'Take this to the Chair of the Board', up)
    const rep = await doesEverything(desk, number, 'Dilys Owen')
    assert.ok(rep.includes('Tell the Board manager, Ruth Calder'), String(rep))

    await desk.time('2026-03-30T15:00')
    await signIn(desk, 'Ruth Calder')
    await desk.page.getByRole('link', { name: 'Register', exact: true }).click()
    await reads(desk, number, 'Chair of the Board')
    await hides(desk, 'Mia K')
    await opens(desk, 'Peter Lindqvist', number)
    await does(desk, 'Settle it directly', decision)
    await endsAtTheTop(desk, number, 'Monday 30 March 2026', ['A visit by Thursday 2 April.'])
  })

  test('before a panel, the agencies concerned on it where possible: C-6, C-12, C-13', async () => {
    const { desk, number } = await raised(house, { ...concern, danger: 'Yes', start: 'Stage 5' })
    await convene(desk, number)
    await panelDecides(desk, number, {
      forbidden: { 'Agencies concerned': ['Fiona Marsh'], 'Other agencies': ['Karen Oduya'] },
      because: ['Three different agencies'],
      chosen: {
        'Agencies concerned': ['Fiona Marsh'],
        'Other agencies': ['Karen Oduya', 'Miriam Costello'],
        'If an agency concerned is left out': 'Marion Yeo is away until after Easter.',
      },
      said: { 'Amira Hussain': 'We ask for a visit.', 'Tom Reddy': 'It was closed on what was known.' },
    })
  })
})
