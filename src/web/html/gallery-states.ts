import { button } from './button.ts'
import { checkboxes } from './checkboxes.ts'
import { clock } from './clock.ts'
import { dateInput } from './date-input.ts'
import { errorSummary } from './error-summary.ts'
import { bl, cs, joanne, menu } from './gallery-people.ts'
import { type Html, html } from './html.ts'
import { input } from './input.ts'
import { notificationBanner } from './notification-banner.ts'
import { page } from './page.ts'
import { pagination } from './pagination.ts'
import { panel } from './panel.ts'
import { radios } from './radios.ts'
import { safetyBand } from './safety-band.ts'
import { select } from './select.ts'
import { textarea } from './textarea.ts'
import { titleBlock } from './title-block.ts'
import { twoSides } from './two-sides.ts'
import { warningText } from './warning-text.ts'

/** What no picture shows: forms with errors, the other states of the band and the clock, several answering agencies. */
export function galleryStates() {
  return [
    {
      name: 'errors',
      html: page({
        title: 'Record a discussion',
        path: '/cases/1',
        menu,
        viewer: joanne,
        token: 't',
        sample: true,
        error: true,
        body: errors,
      }),
    },
    {
      name: 'pieces',
      html: page({
        title: 'Pieces',
        path: '/pieces',
        menu,
        viewer: joanne,
        wide: true,
        sample: true,
        rehearsal: { now: 'Wednesday 8 April 2026, 10am', desk: '/rehearsal', leave: '/rehearsals' },
        banner: notificationBanner({ type: 'success', body: 'Sent. Tom Reddy has been told.' }),
        body: pieces,
      }),
    },
  ]
}

const errors: Html = html`${errorSummary({
  errors: [
    { text: 'Enter the day you talked', href: '#when-day' },
    { text: 'Say how you talked', href: '#how' },
    { text: 'Say what was said', href: '#said' },
  ],
})}${titleBlock({ title: 'Record a discussion' })}<form method="post">${dateInput({
  id: 'when',
  namePrefix: 'when',
  legend: { text: 'When did you talk?', classes: 'govuk-fieldset__legend--s' },
  hint: 'For example, 7 4 2026',
  error: 'Enter the day you talked',
  wrong: ['day'],
  values: { month: '4', year: '2026' },
})}${radios({
  name: 'how',
  legend: { text: 'How did you talk?', classes: 'govuk-fieldset__legend--s' },
  error: 'Say how you talked',
  inline: true,
  items: [
    { value: 'phone', text: 'By phone' },
    { value: 'met', text: 'Face to face', conditional: input({ name: 'where', label: 'Where you met' }) },
  ],
})}${textarea({ name: 'said', label: { text: 'What was said?', classes: 'govuk-label--s' }, error: 'Say what was said', value: '' })}${checkboxes(
  {
    name: 'who',
    legend: { text: 'Who else was there?', classes: 'govuk-fieldset__legend--s' },
    small: true,
    items: [
      { value: 'a', text: 'Amira Hussain' },
      { value: 'none', text: 'Nobody', behaviour: 'exclusive' },
    ],
  },
)}${select({ name: 'stage', label: 'Stage', error: 'Choose the stage', items: [{ value: '', text: 'Choose' }] })}${input({ name: 'cost', label: 'Length of the talk', suffix: 'minutes', classes: 'govuk-input--width-3' })}${button({ text: 'Record the discussion' })}</form>`

const risk = ['Nursery: serious', 'Children’s services: some concern']
const arrangement = { inPlace: 'Leila stays with her grandmother.', answers: 'Tom Reddy' }
const long = 'Gwasanaethau Cymdeithasol Plant a Theuluoedd Exampleshire a’r Cyffiniau'
const him = (agency: string, name: string) => ({ mark: cs, agency, name, post: 'Team manager' })

const pieces: Html = html`${titleBlock({ title: 'Pieces that no picture shows' })}${panel('Sent', 'Tom Reddy has been told', { level: 2 })}${safetyBand(
  {
    title: 'Nobody has said what keeps Leila safe meanwhile',
    state: { is: 'none', action: { text: 'Say what keeps Leila safe', href: '#say' } },
    risk: [],
  },
)}${safetyBand({ title: 'What kept Leila safe', state: { is: 'ended', ended: 'Ended on Thursday 9 April', arrangement, action: { text: 'Extend or replace it', href: '#extend' } }, risk })}${safetyBand(
  {
    title: 'Leila may be harmed today',
    state: {
      is: 'immediate',
      call: html`Call 999, then the duty team on <a class="govuk-link" href="tel:01632960100">01632 960 100</a>.`,
      arrangement,
    },
    risk,
  },
)}${clock({ side: 'answering', what: 'Reply', by: 'Starts when they reply' })}${clock({
  side: 'raising',
  what: 'Settle this',
  by: 'Due by 5pm on',
  date: 'Friday 10 April 2026',
  tag: { text: 'Stopped', colour: 'grey' },
  why: 'Stopped by Ruth Calder on 2 April, while the court decides.',
  others: ['Tell Amira Hussain: by 5pm on Monday 13 April'],
})}<h2 class="govuk-heading-m">Several answering agencies, nine rungs</h2>${twoSides({
  raising: { mark: bl, name: 'Bramble Lane Nursery', isYou: true },
  answering: [
    { mark: cs, name: long },
    { mark: { owner: 'answering', initials: 'NH' }, name: 'Northgate Housing' },
  ],
  rungs: ['1', '2', '3a', '3b', '4', '5', '6', '7', '8'].map((number, i) => ({
    number,
    title: 'Line managers',
    state: 'Not settled',
    phase: i < 6 ? ('done' as const) : i === 6 ? ('now' as const) : ('later' as const),
    raising: {
      mark: bl,
      agency: 'Bramble Lane Nursery',
      name: 'Nobody',
      post: 'Owner',
      instead: 'Dilys Owen acts instead',
    },
    answering: [him(long, 'Grace Adeyemi'), him('Northgate Housing', 'Lorna Speight')],
  })),
})}${warningText('You can be told of this only once.')}${pagination({ previous: { href: '#p', label: 'Stage 2' }, next: { href: '#n', label: 'Stage 4' } })}`
