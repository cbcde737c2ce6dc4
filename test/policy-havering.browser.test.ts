import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { heading, hides, openCase, opens, reads, signIn, unfold } from './drive/desk.ts'
import { agree, endsAtTheTop, everythingDone, signSameWords } from './drive/endings.ts'
import { type House, openHouse } from './drive/house.ts'
import { convene, panelDecides } from './drive/panels.ts'
import { type Concern, raised } from './drive/raise.ts'
import { cannotSkipTo, decision, does, doesEverything, follow, talk, up } from './drive/steps.ts'

/** Havering, driven by hand in Chromium on a real database, in the week before Easter 2026. Clauses by their ids in mission/clauses.md. */
let house: House

before(async () => {
  house = await openHouse()
})
after(() => house?.close())

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
  test('settled where it began, by the two who disagree: C-1, C-5, C-7, C-9, C-10, C-14, C-15, HV-1.3, HV-1.6, HV-1.7, HV-2.2', async () => {
    const { desk, number } = await raised(
      house,
      { ...concern, talkedWith: 'Joanne Pike', by: '2026-04-07' },
      { javaScript: false },
    )
    await reads(desk, 'Clause HV-2.2', /The date that protects Leila: Tuesday 7 April 2026/, /Ready Steady Grow/)

    await signIn(desk, 'Tom Reddy')
    await reads(desk, 'Talk it over with Amira Hussain', 'Stage 1, talk to each other')
    await openCase(desk, number)
    await hides(desk, 'Go ahead.')
    await talk(desk, 'Talk it over with Amira Hussain', true, 'We both read the new information.')
    assert.equal(await heading(desk), 'Say that it is settled')
    await agree(desk, number, ['Tom Reddy', 'Amira Hussain'], 'The review is brought forward.')
    await signSameWords(desk, number, ['Amira Hussain', 'Tom Reddy'], ['The review is on Thursday 9 April.'])
    await everythingDone(desk, number, ['Tom Reddy', 'Amira Hussain'])
    await unfold(desk)
    await reads(desk, 'It was settled by agreement', 'Clause C-9', 'Clause C-10')
  })

  test('to the top, where the Chair settles it: C-3, C-4, C-11, HV-1.4, HV-2.4, HV-2.5, HV-2.7, HV-2.8, HV-2.10, HV-2.11', async () => {
    const { desk, number } = await raised(house, concern)
    await unfold(desk)
    await reads(desk, /as a guide, by 5pm on Wednesday 8 April/, 'Good Friday', 'Easter Monday')

    await cannotSkipTo(desk, number, 'top', 'clause C-5')
    const first = await doesEverything(desk, number, 'Amira Hussain')
    assert.ok(
      first.includes('Talk it over with Tom Reddy') && first.includes('Tell everyone in the case'),
      String(first),
    )
    await does(desk, 'Take this to line managers', up)

    await doesEverything(desk, number, 'Amira Hussain')
    await desk.time('2026-03-30T14:00')
    const second = await doesEverything(desk, number, 'Joanne Pike')
    assert.ok(second.includes('Tell the independent reviewing officer, Helen Baptiste'), String(second))
    await reads(desk, 'Stage 2 Line managers Now, since 30 March')
    await does(desk, 'Bring the deadline forward', {
      'Does the child need': 'Yes',
      'By which day': '2026-04-07',
      Why: 'The stay ends.',
    })
    await reads(desk, 'Sooner than the policy’s limit, to protect Leila')
    await follow(desk, 'Bring the deadline forward')
    await desk.page.getByRole('group', { name: 'By which day?' }).getByLabel('Day', { exact: true }).fill('10')
    await desk.page.getByRole('group', { name: 'By which day?' }).getByLabel('Month', { exact: true }).fill('4')
    await desk.page.getByRole('group', { name: 'By which day?' }).getByLabel('Year', { exact: true }).fill('2026')
    await desk.page.getByLabel('Why?').fill('We need longer.')
    await desk.page.getByRole('button', { name: 'Record the answer' }).click()
    await reads(desk, 'A deadline can be brought forward, never back', 'clause C-4', 'We need longer.')

    await opens(desk, 'Helen Baptiste', number)
    await reads(desk, 'You see what was addressed to you', 'clause HV-2.5')
    await hides(desk, 'The review was not brought forward.', 'What you may do now')

    await opens(desk, 'Joanne Pike', number)
    await does(desk, 'Take this to senior managers', up)
    await doesEverything(desk, number, 'Joanne Pike')
    await doesEverything(desk, number, 'Grace Adeyemi')

    await desk.time('2026-03-31T09:30')
    await opens(desk, 'Dilys Owen', number)
    await reads(desk, /Not yet: take this to the Chair of the Board/, /HV-2\.8/)
    await does(desk, 'Ask Marion Yeo and Fiona Marsh', {
      'Whom did you ask': ['Marion Yeo', 'Fiona Marsh'],
      'What did they say': 'They see no middle way.',
    })
    await doesEverything(desk, number, 'Malcolm Frith')
    await doesEverything(desk, number, 'Dilys Owen')
    await does(desk, 'Take this one tier higher', up)
    await reads(desk, 'Stage 3b', 'Sheila Quarmby')
    await does(desk, 'Take this to the Chair of the Board', up)
    const last = await doesEverything(desk, number, 'Dilys Owen')
    assert.ok(
      last.some((one) => one.startsWith('Send the details to the Board manager')),
      String(last),
    )

    await desk.time('2026-04-01T11:00')
    await signIn(desk, 'Peter Lindqvist')
    await reads(desk, 'Decide this')
    await openCase(desk, number)
    await does(desk, 'Settle it with the senior managers', decision)
    await reads(desk, 'It was decided on Wednesday 1 April 2026')

    await endsAtTheTop(desk, number, 'Wednesday 1 April 2026', ['The review is on Thursday 9 April.'])
  })

  test('before a panel of three agencies, which decides together: C-6, C-12, C-13, HV-1.5, HV-2.12, HV-2.13', async () => {
    const { desk, number } = await raised(house, { ...concern, danger: 'Yes', start: 'Stage 4' })
    await reads(desk, 'Stage 1 Talk to each other Passed over')
    await doesEverything(desk, number, 'Amira Hussain')
    await convene(desk, number)
    await reads(desk, 'Bea Okafor', 'Is not a senior officer', 'Northgate Housing is not a full member of the Board')
    await panelDecides(desk, number, {
      forbidden: { 'Agencies concerned': ['Fiona Marsh'] },
      because: ['clause HV-2.12', 'Bramble Lane Nursery not yet'],
      chosen: { 'Agencies concerned': ['Fiona Marsh', 'Marion Yeo'], 'Other agencies': ['Karen Oduya'] },
      said: {
        'Dilys Owen': 'We ask for the review before the stay ends.',
        'Malcolm Frith': 'The plan covers contact.',
      },
    })
  })
})
