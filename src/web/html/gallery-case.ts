import { dutyList } from './duty-list.ts'
import { bl, cs, joanne, menu, nursery, services } from './gallery-people.ts'
import { galleryRecord } from './gallery-record.ts'
import { oursWorking, theirsWorking } from './gallery-working.ts'
import { heading } from './heading.ts'
import { type Content, type Html, html } from './html.ts'
import { link } from './link.ts'
import { moveList } from './move-list.ts'
import { now } from './now.ts'
import { page } from './page.ts'
import { record } from './record.ts'
import { safetyBand } from './safety-band.ts'
import { table } from './table.ts'
import { titleBlock } from './title-block.ts'
import { twoSides } from './two-sides.ts'

type Reader = 'nursery' | 'services'

/** 02: the case, with both workings open or closed. */
export function galleryCase(isOpen: boolean): string {
  const back = { text: 'What needs you', href: '/home' }
  return page({
    title: 'Case 2026-014',
    path: '/cases/2026-014',
    menu,
    viewer: joanne,
    back,
    wide: true,
    body: caseBody('nursery', isOpen),
  })
}

/** 03: the same case through the other side's eyes. */
export function gallerySeen(): string {
  return page({
    title: 'Case 2026-014 as Grace Adeyemi sees it',
    path: '/cases/2026-014/as-they-see-it',
    menu,
    viewer: joanne,
    wide: true,
    body: caseBody('services', true),
    frame: {
      title: 'Case 2026-014 as Grace Adeyemi sees it',
      side: 'answering',
      mark: cs,
      yours: [
        { text: 'Note to ourselves', href: '/cases/2026-014#entry-9', when: 'Tuesday 7 April' },
        { text: 'Health information, given in confidence', href: '/cases/2026-014#entry-7', when: 'Thursday 2 April' },
        { text: 'Getting ready, in private', href: '/cases/2026-014#entry-1', when: 'Friday 27 March' },
      ],
      theirs:
        'If Exampleshire Children’s Services keep private notes, they do not appear here and are not counted. They cannot see yours when they look at your view.',
      back: '/cases/2026-014',
    },
  })
}

const h2 = (words: string, id: string) => heading(2, words, { classes: 'govuk-heading-m', id })

function caseBody(reader: Reader, isOpen: boolean): Html {
  const isNursery = reader === 'nursery'
  return html`${title(isNursery)}${isNursery ? nowOurs : nowTheirs}${safetyBand({
    id: 'safety',
    title: 'Leila’s safety meanwhile',
    state: {
      is: 'in place',
      ends: html`The arrangement <strong>ends tomorrow</strong>, Thursday 9 April`,
      arrangement: {
        inPlace:
          'Leila stays with her grandmother. The nursery sees her every weekday and rings the duty team if she is not in by 9:30am.',
        answers: `Tom Reddy, Exampleshire Children’s Services. Last checked today at 9:10am by ${isNursery ? 'you' : 'Joanne Pike'}.`,
        check: { text: 'Check it again', href: '#check' },
      },
    },
    risk: [
      html`Nursery: <strong>serious, not immediate</strong> (today)`,
      html`Children’s services: <strong>some concern</strong> (1 April)`,
    ],
  })}${h2('Both sides, and where this stands', 'sides')}${sides(isNursery, isOpen)}${h2(isNursery ? 'What you may do now' : 'What they may do now', 'moves')}${
    isNursery ? movesOurs : movesTheirs
  }${h2('What must happen', 'duties')}${duties(isNursery)}${h2('Who has been told, and who has read it', 'told')}${told}${h2('The record', 'record')}<p class="c-muted">Nothing here is ever changed or removed. A correction is a new entry. Newest first.</p>${record(galleryRecord(reader))}`
}

function title(isNursery: boolean): Html {
  return titleBlock({
    caption: 'Case 2026-014',
    title: 'Leila R, aged 3: plan not changed after new information',
    facts: [
      'Raised Monday 30 March 2026',
      html`Under ${link({ text: 'Exampleshire policy, version 3', href: '/policies/exampleshire/3' })}`,
      html`On a <strong>child protection plan</strong>`,
    ],
    actions: isNursery
      ? [
          { text: 'See it as they see it', href: '/cases/2026-014/as-they-see-it' },
          { text: 'Print for Leila’s file', href: '/cases/2026-014/print' },
        ]
      : [],
  })
}

const nowOurs = now({
  sentence: html`Children’s services have not replied. Their reply was due by 5pm on Tuesday 7 April. <strong>You do not have to wait: you may take this to senior managers now.</strong>`,
  button: { text: 'Take this to senior managers', href: '/cases/2026-014/escalation' },
  secondary: { text: 'Record their reply', href: '/cases/2026-014/reply' },
  anchors: [
    { text: 'both sides and clocks', href: '#sides' },
    { text: 'everything you may do', href: '#moves' },
    { text: 'what must happen', href: '#duties' },
    { text: 'who has been told', href: '#told' },
    { text: 'the record', href: '#record' },
  ],
})

const nowTheirs = now({
  sentence: html`Bramble Lane Nursery is waiting for your reply. It was due by 5pm on Tuesday 7 April. <strong>They may take this to senior managers now.</strong>`,
  button: { text: 'Reply to Joanne Pike', href: '/cases/2026-014/reply' },
})

function sides(isNursery: boolean, isOpen: boolean): Html {
  const left = (name: string, post: string) => ({ mark: bl, agency: nursery, name, post })
  const right = (name: string, post: string) => ({ mark: cs, agency: services, name, post })
  return twoSides({
    raising: { mark: bl, name: nursery, isYou: isNursery },
    answering: [{ mark: cs, name: services, isYou: !isNursery }],
    rungs: [
      {
        number: '1',
        title: 'Talk to each other',
        state: 'Not settled, 31 March',
        phase: 'done',
        raising: left('Amira Hussain', 'Key person'),
        answering: [right('Tom Reddy', 'Social worker')],
      },
      {
        number: '2',
        title: 'Line managers',
        state: 'Now, since 1 April',
        phase: 'now',
        raising: {
          ...left('Joanne Pike', 'Manager and safeguarding lead'),
          isYou: isNursery,
          clock: {
            side: 'raising',
            what: 'Settle this, or take it to stage 3',
            by: 'Due by 5pm on',
            date: 'Thursday 9 April 2026',
            tag: { text: 'Due tomorrow', colour: 'yellow' },
            why: 'Sooner than the policy’s limit, to protect Leila: the stay with her grandmother ends that day.',
            working: oursWorking,
            isWorkingOpen: isOpen,
          },
        },
        answering: [
          {
            ...right('Grace Adeyemi', 'Team manager, Assessment Team North'),
            isYou: !isNursery,
            clock: {
              side: 'answering',
              what: 'Reply to Joanne Pike',
              by: 'Was due by 5pm on',
              date: 'Tuesday 7 April 2026',
              tag: { text: 'Late by 1 working day', colour: 'red' },
              why: 'Reminded on 2 April, 7 April and today. All three were delivered. Nobody is recorded as covering.',
              working: theirsWorking,
              isWorkingOpen: isOpen,
            },
          },
        ],
      },
      {
        number: '3',
        title: 'Senior managers',
        state: 'May start now',
        phase: 'later',
        raising: left('Dilys Owen', 'Owner'),
        answering: [right('Malcolm Frith', 'Service manager')],
      },
      {
        number: '4',
        title: 'The Chair of the Board, or a panel',
        state: 'Dr Peter Lindqvist. Not yet',
        phase: 'later',
      },
    ],
  })
}

const movesOurs = moveList({
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

const movesTheirs = moveList({
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

function duties(isNursery: boolean): Html {
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

const told = table({
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
