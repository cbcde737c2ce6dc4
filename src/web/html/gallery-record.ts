import type { Audience } from './audience-line.ts'
import { bl, concordat, cs, nursery, services } from './gallery-people.ts'
import { html } from './html.ts'
import { link } from './link.ts'
import type { RecordEntry, RecordView } from './record.ts'

const both: Audience = { isForBoth: true, text: 'Both sides can read this' }
const ours: Audience = { isForBoth: false, text: 'Only Bramble Lane Nursery can read this' }

/** The record of case 2026-014 as the nursery reads it, or as children's services do. */
export function galleryRecord(reader: 'nursery' | 'services'): RecordView {
  if (reader === 'services') return { entries: entries.filter(({ audience }) => audience.isForBoth) }
  const filters = [
    { text: 'Everything you can read (11)', href: '?show=all#record', isCurrent: true },
    { text: 'Both sides (8)', href: '?show=both#record' },
    { text: 'Only our agency (2)', href: '?show=agency#record' },
    { text: 'Private (1)', href: '?show=private#record' },
    { text: 'Discussions and replies', href: '?show=talks#record' },
    { text: 'Reminders', href: '?show=reminders#record' },
  ]
  return { filters, entries }
}

const entries: readonly RecordEntry[] = [
  {
    mark: bl,
    agency: nursery,
    heading: 'Risk checked: serious, not immediate',
    when: 'Today, 9:10am',
    by: 'Joanne Pike, Bramble Lane Nursery',
    body: 'Leila was in nursery at 8:50am with her grandmother. She is settled. The arrangement ends tomorrow and nothing is agreed for Friday.',
    audience: both,
  },
  {
    mark: concordat,
    agency: 'Concordat',
    heading: 'Reminder sent to Grace Adeyemi and Malcolm Frith',
    isOwn: true,
    when: 'Today, 9:00am',
    by: 'Concordat, because the reply was due by 5pm on Tuesday 7 April. Delivered',
    audience: both,
  },
  {
    id: 'entry-9',
    mark: bl,
    agency: nursery,
    heading: 'Note to ourselves',
    when: 'Tuesday 7 April, 5:40pm',
    by: 'Dilys Owen, Bramble Lane Nursery',
    body: 'I am at home all day Thursday. If this goes to stage 3, ring me and I will speak to Malcolm Frith the same hour.',
    audience: ours,
  },
  {
    mark: concordat,
    agency: 'Concordat',
    heading: '5pm passed without a reply',
    isOwn: true,
    when: 'Tuesday 7 April, 5:00pm',
    by: 'Recorded by Concordat. From now on stage 3 may start (clause EX-2.6)',
    audience: both,
  },
  {
    id: 'entry-7',
    mark: { owner: 'other', initials: 'HV' },
    agency: 'Exampleshire Community Health',
    heading: 'Health information, given in confidence',
    when: 'Thursday 2 April, 11:30am',
    by: 'Sunita Rao, health visitor, Exampleshire Community Health',
    body: html`Weight and sleep since January. Shared with Bramble Lane Nursery only. ${link({ text: 'Ask Sunita Rao if it may be passed on', href: '#ask' })}`,
    audience: {
      isForBoth: false,
      text: 'Only Bramble Lane Nursery can read this. It belongs to Exampleshire Community Health',
    },
  },
  {
    mark: bl,
    agency: nursery,
    heading: 'Reviewing officer told',
    when: 'Wednesday 1 April, 4:32pm',
    by: 'Joanne Pike, to Helen Baptiste. Required because Leila is on a protection plan (clause EX-2.5)',
    audience: { isForBoth: true, text: 'Both sides can read this, and so can the reviewing officer' },
  },
  {
    mark: bl,
    agency: nursery,
    heading: 'Taken to stage 2, line managers',
    when: 'Wednesday 1 April, 4:10pm',
    by: 'Joanne Pike, to Grace Adeyemi',
    body: 'We ask you to bring the review conference forward to before Friday 10 April, or to hold a strategy discussion. The date we need this by is Thursday 9 April, because that is when the stay with her grandmother ends.',
    audience: both,
  },
  {
    mark: cs,
    agency: services,
    heading: 'Arrangement to keep Leila safe',
    when: 'Tuesday 31 March, 5:05pm',
    by: 'Tom Reddy, Exampleshire Children’s Services',
    body: 'Leila’s mother agrees that Leila stays with her grandmother until Thursday 9 April. I will see her there on Thursday 2 April and Tuesday 7 April.',
    audience: both,
  },
  {
    mark: bl,
    agency: nursery,
    heading: 'Talked by phone. Not settled',
    when: 'Tuesday 31 March, 3:20pm',
    by: 'Amira Hussain with Tom Reddy. Recorded at 4:02pm the same day',
    body: 'Tom Reddy’s view: the plan already covers contact, and the review on 14 May is soon enough. Amira’s view: the plan was written before the new information.',
    corrections: [
      {
        by: 'Corrected at 4:15pm by Amira Hussain:',
        words: html`the call lasted 20 minutes, not 10. The first entry is kept and ${link({ text: 'can be read', href: '#first' })}.`,
      },
    ],
    audience: both,
  },
  {
    mark: bl,
    agency: nursery,
    heading: 'Concern raised',
    when: 'Monday 30 March, 2:20pm',
    by: 'Amira Hussain, to Tom Reddy',
    body: 'Decision challenged: not to bring the review conference forward, told to us on Friday 27 March 2026.',
    audience: both,
  },
  {
    id: 'entry-1',
    mark: bl,
    agency: nursery,
    heading: 'Getting ready, in private',
    when: 'Friday 27 March, 5:50pm',
    by: 'Amira Hussain, with Joanne Pike supporting',
    body: 'What I saw, what I was told, what I want to ask for. 3 drafts.',
    audience: { isForBoth: false, text: 'Only Amira Hussain and Joanne Pike can read this' },
  },
]
