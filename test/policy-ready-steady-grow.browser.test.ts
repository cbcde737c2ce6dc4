import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hides, openCase, opens, reads, signIn, unfold } from './drive/desk.ts'
import { agree, endsAtTheTop, everythingDone, signSameWords } from './drive/endings.ts'
import { type House, openHouse } from './drive/house.ts'
import { convene, panelDecides } from './drive/panels.ts'
import { type Concern, raised } from './drive/raise.ts'
import { cannotSkipTo, decision, does, doesEverything, follow, talk, up } from './drive/steps.ts'

/** Ready Steady Grow, driven by hand in Chromium on a real database, in the week before Easter 2026. */
let house: House

before(async () => {
  house = await openHouse()
})
after(() => house?.close())

const concern: Concern = {
  policy: 'Ready Steady Grow',
  child: 'Ada M',
  title: 'who takes the minutes',
  at: 'Exampleshire Children’s Services',
  whom: 'Tom Reddy',
  answers: {
    'What is the disagreement about': ['Who does what and who is responsible'],
    'What exactly do you disagree with': 'Nobody took minutes at two core groups.',
    'Is the child on a protection plan': 'Yes',
  },
}

describe('Ready Steady Grow in a browser', () => {
  test('settled at stage one, the manager with the other worker: C-1, C-5, C-7, C-9, C-10, RSG-1, RSG-2', async () => {
    const { desk, number } = await raised(house, { ...concern, talkedWith: 'Joanne Pike' }, { javaScript: false })
    await reads(desk, 'Joanne Pike', 'Tom Reddy', /by 5pm on Wednesday 8 April/)
    await opens(desk, 'Joanne Pike', number)
    await talk(desk, 'Talk it over with Tom Reddy', true, 'They will take them.')
    await agree(desk, number, ['Joanne Pike', 'Tom Reddy'], 'Children’s services take the minutes.')
    await signSameWords(desk, number, ['Tom Reddy', 'Joanne Pike'], ['Children’s services take the minutes.'])
    await everythingDone(desk, number, ['Tom Reddy', 'Joanne Pike', 'Amira Hussain'])
    await unfold(desk)
    await reads(desk, 'Clause RSG-2', 'Clause C-10')
  })

  test('to the top by advice and Board members, where the Chair settles it: C-4, C-11, RSG-3, RSG-4, RSG-5, RSG-6', async () => {
    const { desk, number } = await raised(house, concern)
    await doesEverything(desk, number, 'Amira Hussain')
    await doesEverything(desk, number, 'Joanne Pike')
    await cannotSkipTo(desk, number, 'top')
    await does(desk, 'Go on to “Take advice from the safeguarding team”', up)
    await reads(desk, 'Stage 2 Take advice from the safeguarding team Now, since 30 March', 'RSG-3')
    await unfold(desk)
    // The lead to be told is the very person who acts: the policy's own gap, shown and not silent.
    await reads(desk, /Not needed: let you know/)
    await follow(desk, 'Ask the borough safeguarding team, Colin Ash')
    await desk.page.getByRole('button', { name: 'Record the advice' }).click()
    await reads(desk, 'There is a problem', 'Who advised you')
    await openCase(desk, number)
    await does(desk, 'Ask the borough safeguarding team, Colin Ash', {
      'What did they say': 'Ask again in writing.',
      'Who advised you': 'Colin Ash',
      'What did they advise': 'Ask again in writing.',
    })
    await doesEverything(desk, number, 'Joanne Pike')
    await does(desk, 'Take this to managers', up)
    await reads(desk, /Not yet: take this to the independent Chair of the Board/, 'RSG-5')
    await does(desk, 'Ask Marion Yeo and Fiona Marsh', {
      'Whom did you ask': ['Marion Yeo', 'Fiona Marsh'],
      'What did they say': 'They see no middle way.',
    })
    await doesEverything(desk, number, 'Joanne Pike')
    await does(desk, 'Take this one tier higher', up)
    await reads(desk, 'Stage 3b', 'Malcolm Frith')
    await doesEverything(desk, number, 'Dilys Owen')
    await does(desk, 'Take this to the independent Chair of the Board', up)
    const last = await doesEverything(desk, number, 'Dilys Owen')
    assert.ok(
      last.some((one) => one.startsWith('Send the details to the')),
      String(last),
    )

    await desk.time('2026-04-01T11:00')
    await opens(desk, 'Peter Lindqvist', number)
    await reads(desk, /by 5pm on Wednesday 8 April/)
    await does(desk, 'Settle it with the senior managers', decision)
    await endsAtTheTop(desk, number, 'Wednesday 1 April 2026', ['The review is held on Thursday 9 April.'])
  })

  test('in danger at once, then before a panel: C-6, C-12, C-13, RSG-7', async () => {
    const { desk, number } = await raised(house, { ...concern, danger: 'Yes', start: 'Stage 4' })
    const first = await doesEverything(desk, number, 'Joanne Pike', {
      Refer: { 'Whom did you refer': ['Colin Ash'], 'What did you refer': 'What we saw today. They act now.' },
    })
    assert.equal(first.length, 1, String(first))
    await convene(desk, number)
    await panelDecides(desk, number, {
      forbidden: { 'Agencies concerned': ['Marion Yeo', 'Fiona Marsh'] },
      because: ['Three different agencies'],
      chosen: { 'Agencies concerned': ['Fiona Marsh', 'Marion Yeo'], 'Other agencies': ['Miriam Costello'] },
      said: { 'Dilys Owen': 'We ask for minutes.', 'Malcolm Frith': 'We will take them.' },
    })
    // She may sit on panels, but not on this one.
    await signIn(desk, 'Priya Nair')
    await hides(desk, number)
  })
})
