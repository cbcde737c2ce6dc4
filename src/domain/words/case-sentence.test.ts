import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  closed,
  fresh,
  type History,
  inside,
  lateReply,
  panelStage,
  silentEnough,
  viewOf,
  waiting,
} from './case-example.ts'
import { at } from './case-example-place.ts'
import { caseSentence } from './case-sentence.ts'

const said = (history: History, reader: string, now: number) => caseSentence(viewOf(history, reader, now))
const hour = at('2026-03-30', '15:20')
const later = at('2026-04-08', '10:00')

test('a fresh case: what is asked of the reader and by when', () => {
  const raiser = said(fresh(), 'amira', hour)
  assert.equal(
    raiser.says,
    'Sent. Tom Reddy has been told. Talk it over with Tom Reddy by 5pm today. Both sides try to settle this by 5pm on Thursday 2 April.',
  )
  assert.equal(raiser.first?.text, 'Record a discussion')
  assert.match(
    said(fresh(), 'tom', hour).says,
    /^Bramble Lane Nursery raised this with you today at 2:20pm\. Talk it over with Amira Hussain by 5pm today\./,
  )
})

test('a late reply frees the side that raised it, and only that side', () => {
  const ours = said(lateReply(), 'joanne', silentEnough)
  assert.equal(ours.says, 'Grace Adeyemi has not replied. It was due by 5pm on Tuesday 7 April.')
  assert.equal(ours.frees, 'You do not have to wait: you may take this to the independent chair now.')
  assert.equal(ours.first?.text, 'Take this to the independent chair')
  const theirs = said(lateReply(), 'grace', silentEnough)
  assert.equal(theirs.says, 'Bramble Lane Nursery is waiting for your reply. It was due by 5pm on Tuesday 7 April.')
  assert.equal(theirs.first?.text, 'Reply to Joanne Pike')
})

test('settled and waiting for a signature: whose turn it is', () => {
  const theirs = said(waiting(), 'grace', later)
  assert.equal(
    theirs.says,
    'It was settled by agreement on Tuesday 7 April 2026. Bramble Lane Nursery has written and confirmed it. Confirm those words or say what differs by 5pm on Friday 10 April.',
  )
  assert.equal(theirs.first?.text, 'Confirm the words, or not')
  const ours = said(waiting(), 'joanne', later)
  assert.equal(
    ours.says,
    'It was settled by agreement on Tuesday 7 April 2026. You have confirmed the words. It waits for Exampleshire Children’s Services to confirm by 5pm on Friday 10 April.',
  )
  assert.equal(ours.first, undefined)
})

test('a panel: whoever decides is asked to choose it, with the date', () => {
  const chair = said(panelStage(), 'peter', later)
  assert.equal(chair.says, 'A panel is to be chosen. It decides by 5pm on Tuesday 21 April.')
  assert.equal(chair.first?.text, 'Choose the panel')
})

test('closed, and inside a first stage', () => {
  assert.equal(
    said(closed(), 'amira', later).says,
    'This case is closed. The concern was withdrawn on Wednesday 1 April 2026.',
  )
  assert.equal(said(inside(), 'amira', hour).says, 'Settle this or go on by 5pm tomorrow, Tuesday 31 March.')
})

test('immediate danger comes before everything else', () => {
  const view = viewOf(fresh(), 'amira', hour)
  const c = {
    ...view.c,
    answers: { ...view.c.answers, 'immediate-harm': [{ at: hour, answer: true, seq: 1, by: 'amira' }] },
  }
  assert.match(caseSentence({ ...view, c }).says, /^Leila may be harmed at once\. Call 999 first/)
})

test('a talk that neither side has had is nobody’s silence', () => {
  const late = at('2026-04-01', '10:00')
  assert.equal(
    said(fresh(), 'tom', late).says,
    'You and Amira Hussain have not talked it over yet. It was due by 5pm on Monday 30 March.',
  )
  assert.equal(
    said(fresh(), 'amira', late).says,
    'You and Tom Reddy have not talked it over yet. It was due by 5pm on Monday 30 March.',
  )
})
