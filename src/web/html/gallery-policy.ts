import { exampleshire } from '../../domain/policy/exampleshire.ts'
import { flowchart } from '../../domain/policy/flowchart/layout.ts'
import { parsePolicy } from '../../domain/policy/parse-policy.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { answer } from './answer.ts'
import { button } from './button.ts'
import { dateInput } from './date-input.ts'
import { details } from './details.ts'
import { flowchartFigure } from './flowchart.ts'
import { joanne, menu } from './gallery-people.ts'
import { calculatorWorking } from './gallery-working.ts'
import { heading } from './heading.ts'
import { type Html, html } from './html.ts'
import { input } from './input.ts'
import { columns, inlineList } from './layout.ts'
import { link } from './link.ts'
import { page } from './page.ts'
import { radios } from './radios.ts'
import { select } from './select.ts'
import { subNavigation } from './sub-navigation.ts'
import { ticketPanel } from './ticket-panel.ts'
import { titleBlock } from './title-block.ts'
import { working } from './working.ts'

/** 08 and 09: a policy in words and flowchart, and the public calculator. */
export function galleryPolicy() {
  const back = { text: 'Policies', href: '/policies' }
  return [
    {
      name: '08-policy',
      html: page({
        title: 'Resolving professional disagreements',
        path: '/policies/exampleshire',
        menu,
        viewer: joanne,
        back,
        wide: true,
        body: policy,
      }),
    },
    {
      name: '09-calculator',
      html: page({ title: 'Work out a deadline', path: '/deadline', menu: [], wide: true, body: calculator }),
    },
  ]
}

const h2 = (words: string) => heading(2, words, { classes: 'govuk-heading-m' })

function drawnPolicy(): Policy {
  const read = parsePolicy(exampleshire)
  if (!read.ok) throw new Error('The example policy does not read')
  return read.policy
}

const policy: Html = html`${titleBlock({
  caption: 'Exampleshire Safeguarding Partnership',
  title: 'Resolving professional disagreements',
  facts: [
    html`Version <strong>3</strong>, in force since <strong>1 September 2025</strong>`,
    html`Adopted by your nursery, signed by <strong>Dilys Owen</strong>`,
    html`Review due by <strong>Wednesday 30 September 2026</strong>, in 25 weeks`,
  ],
})}${subNavigation('This policy', [
  { text: 'Read', href: '#read', active: true },
  { text: 'Findings (2)', href: '#findings' },
  { text: 'Compare', href: '#compare' },
  { text: 'Rehearse', href: '#rehearse' },
  { text: 'Addenda', href: '#addenda' },
  { text: 'History', href: '#history' },
])}${ticketPanel({
  colour: 'blue',
  body: html`${heading(2, 'Checked: every path ends, and nobody is left without a next step', { classes: 'govuk-heading-m govuk-!-margin-bottom-2' })}<p class="govuk-body govuk-!-margin-bottom-2">212 paths were walked. Two things to know:</p><ul class="govuk-list govuk-list--bullet"><li>6 agencies have no third tier, your nursery among them. At stage 3 the owner acts instead. ${link({ text: 'Which agencies', href: '#which' })}</li><li>The longest it can take is 25 working days: raised on Monday 30 March 2026, decided by Thursday 7 May. ${link({ text: 'Follow the story', href: '#story' })}</li></ul>`,
})}${h2('Flowchart')}<p class="govuk-body-s c-secondary">Both are drawn from the policy itself, so they cannot differ from what Concordat does. Clause numbers are in brackets. ${link({ text: 'Read the policy’s own text', href: '#text' })}</p>${flowchartFigure((width) => flowchart(drawnPolicy(), width))}`

const bold = 'govuk-label--s'

const calculator: Html = html`${titleBlock({
  size: 'xl',
  title: 'Work out a deadline',
  lead: 'For anyone, without signing in. Nothing you type is kept. Do not type a child’s name.',
})}${columns({
  asideLeft: true,
  main: html`${answer({ by: 'Due by 5pm on', date: 'Friday 10 April 2026', words: '5 working days from Wednesday 1 April 2026, in England or Wales' })}${h2('How is this date worked out?')}${working(calculatorWorking)}<p class="govuk-body">In Scotland the answer is Thursday 9 April, because Easter Monday is a working day there.</p>${inlineList(
    [
      link({ text: 'Copy as text', href: '#text' }),
      link({ text: 'Add to my calendar', href: '#calendar' }),
      link({ text: 'Print', href: '#print' }),
      link({ text: 'Link to this answer', href: '#link' }),
    ],
  )}`,
  aside: html`<form method="get">${dateInput({ id: 'from', legend: { text: 'When does it start?', classes: 'govuk-fieldset__legend--s' }, values: { day: '1', month: '4', year: '2026' } })}${input(
    {
      name: 'time',
      label: { text: 'At what time?', classes: bold },
      hint: 'After 5pm counts as the next working day',
      value: '4:10pm',
      classes: 'govuk-input--width-5',
    },
  )}<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">How long is allowed?</legend><div class="c-side-by-side">${input(
    {
      name: 'count',
      label: { text: 'How many', classes: 'govuk-visually-hidden' },
      value: '5',
      classes: 'govuk-input--width-2',
      inputmode: 'numeric',
    },
  )}${select({
    name: 'unit',
    label: { text: 'Of what', classes: 'govuk-visually-hidden' },
    items: [
      { value: 'working-days', text: 'working days' },
      { value: 'days', text: 'days' },
    ],
  })}</div></fieldset>${radios({
    name: 'nation',
    legend: { text: 'Whose bank holidays?', classes: 'govuk-fieldset__legend--s' },
    small: true,
    value: 'england-and-wales',
    items: [
      { value: 'england-and-wales', text: 'England or Wales' },
      { value: 'scotland', text: 'Scotland' },
      { value: 'northern-ireland', text: 'Northern Ireland' },
    ],
  })}${details({ summary: 'Closed days, or a date that protects the child', body: 'Dates only.' })}${button({ text: 'Work it out' })}</form>`,
})}`
