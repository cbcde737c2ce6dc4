import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { opens, reads, unfold } from './drive/desk.ts'
import { agree, everythingDone, signSameWords } from './drive/endings.ts'
import { type House, openHouse } from './drive/house.ts'
import { type Concern, raised } from './drive/raise.ts'
import { cannotSkipTo, decision, does, doesEverything, follow, talk, up } from './drive/steps.ts'

/** Ladybirds, driven by hand in Chromium on a real database, in the week before Easter 2026. It has no number and no panel. */
let house: House

before(async () => {
  house = await openHouse()
})
after(() => house?.close())

const concern: Concern = {
  policy: 'Ladybirds',
  child: 'Theo B',
  title: 'no home visit after weight loss',
  at: 'Exampleshire Community Health',
  whom: 'Sunita Rao',
  answers: {
    'What is the other practitioner doing': ['A service below the level of need', 'Minutes too slow'],
    'Do the parents agree': 'They were asked and do not agree',
    'Why is sharing it best': 'He has lost weight since January.',
    'How could it be settled': 'One visit at home.',
  },
}

describe('Ladybirds in a browser', () => {
  test('settled by the two who disagree, with respect and on record: C-2, C-7, C-9, C-15, LB-2, LB-4', async () => {
    const { desk, number } = await raised(house, concern, { now: '2026-04-02T10:00', javaScript: false })
    await unfold(desk)
    // Without delay is the same working day, here the last one before Easter.
    await reads(desk, 'A service below the level of need', 'One visit at home.', 'Due by 5pm on Thursday 2 April 2026')
    await opens(desk, 'Sunita Rao', number)
    await talk(desk, 'Talk it over with Amira Hussain', true, 'I had not seen the March weights.')
    await agree(desk, number, ['Sunita Rao', 'Amira Hussain'], 'A visit at home.')
    await signSameWords(desk, number, ['Sunita Rao', 'Amira Hussain'], ['Sunita Rao visits by Friday 17 April.'])
    await everythingDone(desk, number, ['Sunita Rao', 'Amira Hussain'])
    await unfold(desk)
    await reads(desk, 'Clause LB-2')
  })

  test('to the top, only where it affects decisions; the Chair sets the course: C-3, C-5, LB-1', async () => {
    const { desk, number } = await raised(house, { ...concern, by: '2026-04-07' }, { now: '2026-04-01T10:00' })
    await cannotSkipTo(desk, number, 'top', 'clause LB-1')
    await doesEverything(desk, number, 'Amira Hussain')
    await does(desk, 'Take this to senior managers', up)
    await reads(desk, 'Stage 2 Senior managers Now, since 1 April')
    const theirs = await doesEverything(desk, number, 'Iris Fontaine')
    assert.ok(
      theirs.some((one) => one.startsWith('Talk it over')),
      String(theirs),
    )
    await doesEverything(desk, number, 'Joanne Pike')
    await follow(desk, 'Take this to the Chair of the Board')
    await reads(desk, 'Is it affecting decisions or holding up protection plans?', 'clause LB-1')
    await desk.page.goBack()
    await does(desk, 'Take this to the Chair of the Board', { ...up, 'Is it affecting decisions': 'Yes' })

    await desk.time('2026-04-01T15:00')
    await opens(desk, 'Peter Lindqvist', number)
    await reads(desk, 'by 5pm today')
    await does(desk, 'Set the course of action', { ...decision, 'What happens next': 'A visit by Friday 17 April.' })
    await opens(desk, 'Amira Hussain', number)
    await reads(desk, 'It was decided on Wednesday 1 April 2026', 'A visit by Friday 17 April.')
    await signSameWords(desk, number, ['Joanne Pike', 'Iris Fontaine'], ['A visit by Friday 17 April.'])
    await everythingDone(desk, number, [
      'Peter Lindqvist',
      'Sunita Rao',
      'Iris Fontaine',
      'Joanne Pike',
      'Amira Hussain',
    ])
  })
})
