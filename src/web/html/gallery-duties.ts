import { dutyList } from './duty-list.ts'
import { type Content, type Html, html } from './html.ts'
import { link } from './link.ts'
import { moveList } from './move-list.ts'
import { table } from './table.ts'

/** What may be done, what must happen and who was told in case 2026-014. */
export const movesOurs = moveList({
  moves: [
    { text: 'Take this to senior managers', href: '#1', what: 'Their reply is late, so stage 3 may start (EX-2.6)' },
    { text: 'Record their reply', href: '#2', what: 'If they have answered by phone, email or in person' },
    { text: 'Record a discussion', href: '#3', what: 'Phone, video or face to face' },
    {
      text: 'Say the risk to Leila has changed',
      href: '#4',
      what: 'If it is immediate, any stage may start at once (EX-1.5)',
    },
    { text: 'Say you have agreed', href: '#5', what: 'Both sides then confirm the same words' },
    { text: 'Bring the deadline forward', href: '#6', what: 'It can be made sooner, never later (EX-1.4)' },
    { text: 'Ask someone to support you', href: '#7', what: 'They join the case and can speak with you' },
    { text: 'Withdraw the concern', href: '#8', what: 'You will be asked why. The record is kept' },
  ],
  notYet: [
    html`${link({ text: 'refer this to the Chair', href: '#9' })}. The agencies’ Board members try first (clause EX-3.4).`,
  ],
})

export const movesTheirs = moveList({
  moves: [
    { text: 'Reply to Joanne Pike', href: '#1', what: 'The reply was due by 5pm on Tuesday 7 April' },
    { text: 'Record a discussion', href: '#2', what: 'Phone, video or face to face' },
    {
      text: 'Say the risk to Leila has changed',
      href: '#3',
      what: 'If it is immediate, any stage may start at once (EX-1.5)',
    },
    { text: 'Say you have agreed', href: '#4', what: 'Both sides then confirm the same words' },
    { text: 'Change what keeps Leila safe meanwhile', href: '#5', what: 'Tom Reddy owns the arrangement' },
    { text: 'Ask a colleague to cover for you', href: '#6', what: 'They take on your duties, with your name shown' },
  ],
})

export function duties(isNursery: boolean): Html {
  const us = `${isNursery ? 'You' : 'Joanne Pike'}, Bramble Lane Nursery.`
  const quiet = { text: 'Not started', isQuiet: true }
  return dutyList([
    {
      when: 'Tuesday 7 April',
      date: 'Was due by 5pm',
      duty: 'Reply to Joanne Pike',
      about: 'Grace Adeyemi, Exampleshire Children’s Services. Clause EX-2.4',
      state: { text: 'Late by 1 working day', colour: 'red' },
    },
    {
      when: 'Tomorrow',
      date: 'Thursday 9 April, by 5pm',
      duty: 'Settle this, or take it to stage 3',
      about: `${us} Clause EX-1.4`,
      state: isNursery ? { text: 'Yours to do', colour: 'blue' } : { text: 'Open' },
    },
    {
      when: 'Tomorrow',
      date: 'Thursday 9 April, by 5pm',
      duty: 'Extend or replace what keeps Leila safe',
      about: 'Tom Reddy, Exampleshire Children’s Services. Clause EX-1.3',
      state: { text: 'Open' },
    },
    {
      when: 'When stage 2 ends',
      date: 'the same working day',
      duty: 'Tell Amira Hussain what was said',
      about: `${us} Clause EX-5.2`,
      state: quiet,
    },
    {
      when: 'When stage 3 starts',
      date: 'the same working day',
      duty: 'Tell the Board manager, Ruth Calder',
      about: `${us} Clause EX-3.2`,
      state: quiet,
    },
    {
      when: 'Wednesday 1 April',
      date: 'Was due by 5pm',
      duty: 'Tell the reviewing officer, Helen Baptiste',
      about: 'Done by Joanne Pike at 4:32pm. Clause EX-2.5',
      state: { text: 'Done in time' },
    },
  ])
}

const person = (name: string, post: string): Content => html`${name}<span class="c-under">${post}</span>`

export const told = table({
  head: ['Person', 'Told', 'Read'],
  firstCellIsHeader: true,
  stacked: true,
  classes: 'c-told',
  caption: 'Who has been told, and who has read it',
  captionClasses: 'govuk-visually-hidden',
  rows: [
    [
      person('Amira Hussain', 'Raised the concern, Bramble Lane Nursery'),
      'Wednesday 1 April, 4:11pm',
      'Wednesday 1 April, 5:20pm',
    ],
    [
      person('Grace Adeyemi', 'Team manager, Exampleshire Children’s Services'),
      'Wednesday 1 April, 4:11pm. Delivered',
      'Thursday 2 April, 9:05am',
    ],
    [
      person('Tom Reddy', 'Social worker, Exampleshire Children’s Services'),
      'Wednesday 1 April, 4:11pm. Delivered',
      'Wednesday 1 April, 4:48pm',
    ],
    [
      person('Helen Baptiste', 'Reviewing officer'),
      'Wednesday 1 April, 4:32pm. Delivered',
      html`<strong>Not read yet</strong>`,
    ],
    [person('Ruth Calder', 'Board manager'), 'Not told yet. Told when stage 3 starts', '–'],
  ],
})
