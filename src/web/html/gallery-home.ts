import { button } from './button.ts'
import { dutyList } from './duty-list.ts'
import { amira, joanne, menu } from './gallery-people.ts'
import { heading } from './heading.ts'
import { type Html, html } from './html.ts'
import { inlineList, softBox } from './layout.ts'
import { link } from './link.ts'
import { page } from './page.ts'
import { titleBlock } from './title-block.ts'

/** 01 and 01b: what needs you, and nothing does. */
export function galleryHome() {
  return [
    {
      name: '01-home',
      html: page({ title: 'What needs you', path: '/home', menu, viewer: joanne, wide: true, body: busy }),
    },
    {
      name: '01b-home-nothing',
      html: page({ title: 'Nothing needs you today', path: '/home', menu, viewer: amira, wide: true, body: quiet }),
    },
  ]
}

const raise = button({ text: 'Raise a concern', href: '/concerns/new' })

const h2 = (words: string) => heading(2, words, { classes: 'govuk-heading-m' })

const busy: Html = html`${titleBlock({
  size: 'xl',
  caption: 'Wednesday 8 April 2026',
  title: 'What needs you',
  button: raise,
  lead: 'One thing is due from you tomorrow. One reply to you is late.',
})}${h2('Yours to do')}${dutyList([
  {
    when: 'Tomorrow',
    date: 'Thursday 9 April, by 5pm',
    duty: 'Settle this with children’s services, or take it to senior managers',
    href: '/cases/2026-014',
    detail: 'They have not replied, so you may go to senior managers now.',
    about: 'Case 2026-014, Leila R. Stage 2 of 4, line managers',
    state: { text: 'Due tomorrow', colour: 'yellow' },
  },
  {
    when: 'In 2 days',
    date: 'Friday 10 April, by 5pm',
    duty: 'Confirm in writing what was agreed',
    href: '/cases/2026-009/confirmation',
    detail: 'Community Health have written theirs. Your words differ in two places.',
    about: 'Case 2026-009, Theo B. With Exampleshire Community Health',
    state: { text: 'To sign', colour: 'blue' },
  },
  {
    when: 'In 8 days',
    date: 'Thursday 16 April, by 5pm',
    duty: 'Say if the speech therapy appointment took place',
    href: '/cases/2025-031',
    about: 'Case 2025-031, Ada M. Closed, with one thing outstanding',
  },
])}${h2('What others owe you')}${dutyList([
  {
    when: 'Tuesday 7 April',
    date: 'Was due by 5pm',
    duty: html`Reply about Leila R from <strong>Grace Adeyemi</strong>, Exampleshire Children’s Services`,
    about: html`Reminded on 2 April, 7 April and today. The reminders were delivered. ${link({ text: 'What you may do about it', href: '/cases/2026-014#moves' })}`,
    state: { text: 'Late by 1 working day', colour: 'red' },
  },
  {
    when: 'Tomorrow',
    date: 'Thursday 9 April, by 5pm',
    duty: html`Extend or replace what keeps Leila safe: <strong>Tom Reddy</strong>, Exampleshire Children’s Services`,
    detail: link({ text: 'See Leila’s safety meanwhile', href: '/cases/2026-014#safety' }),
  },
])}${h2('Drafts only you can read')}${dutyList([
  {
    when: 'Not sent',
    date: 'Saved yesterday, 8:14pm',
    duty: 'Concern about a child who moved to another nursery',
    href: '/drafts/1',
    about: '4 of 9 questions answered. Kept until you send or delete it',
    state: { text: link({ text: 'Delete', href: '/drafts/1/delete', hidden: 'the concern about a child who moved' }) },
  },
])}<p class="govuk-body">${link({ text: 'All your cases', href: '/cases' })}: 3 open, 4 closed. &nbsp; ${link({ text: 'Ask for advice without naming a child', href: '/advice' })}</p>`

const quiet: Html = html`${titleBlock({
  size: 'xl',
  caption: 'Wednesday 8 April 2026',
  title: 'Nothing needs you today',
  button: raise,
  lead: 'Your manager has the next step in the concern you raised. You will hear the outcome.',
})}${h2('The concern you raised')}${dutyList([
  {
    when: 'Tomorrow',
    date: 'Thursday 9 April, by 5pm',
    duty: 'Leila R: plan not changed after new information',
    href: '/cases/2026-014',
    detail: html`<strong>Joanne Pike</strong> is settling this with children’s services, or taking it to senior managers. Their reply is late by 1 working day.`,
    about: 'Case 2026-014. Raised by you on Monday 30 March',
  },
])}${h2('What others owe you')}${dutyList([
  {
    when: 'When stage 2 ends',
    date: 'the same working day',
    duty: 'Joanne Pike tells you what was said',
    about: 'The policy gives you a right to hear it. Clause EX-5.2',
  },
])}${softBox(
  html`${heading(2, 'If something needs you', { classes: 'govuk-heading-s' })}<p class="govuk-body">It appears here. Concordat sends no email yet, so look here each working day.</p>${inlineList(
    [
      link({ text: 'Choose how we tell you', href: '/notices' }),
      link({ text: 'Practise with a made-up case', href: '/rehearse' }),
    ],
  )}`,
)}`
