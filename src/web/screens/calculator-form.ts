import type { Form } from '../form.ts'
import { button } from '../html/button.ts'
import { dateInput } from '../html/date-input.ts'
import { details } from '../html/details.ts'
import { type Html, html } from '../html/html.ts'
import { input } from '../html/input.ts'
import { radios } from '../html/radios.ts'
import { select } from '../html/select.ts'
import * as urls from '../urls.ts'
import { nationPlaces } from './calculator-nations.ts'
import { nations, units } from './calculator-question.ts'

/** Asks with GET: the answer's address is the question. */
export function calculatorForm(query: Form): Html {
  const named = query.typed('length')
  const count = query.typed('count') || (/^\d+/.exec(named)?.[0] ?? '')
  const unit = query.typed('unit') || unitOf(named)
  return html`<form method="get" action="${urls.calculator}" novalidate>${dates(query, 'from', 'When does it start?')}${input(
    {
      name: 'time',
      label: { text: 'At what time?', classes: bold },
      hint: 'After 5pm counts as the next working day. If you do not know, leave it empty',
      value: query.typed('time') || (/T(\d{2}:\d{2})/.exec(query.typed('from'))?.[1] ?? ''),
      error: query.error('time'),
      classes: 'govuk-input--width-5',
    },
  )}<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">How long is allowed?</legend><div class="c-side-by-side">${input(
    {
      name: 'count',
      label: { text: 'How many', classes: 'govuk-visually-hidden' },
      value: count,
      error: query.error('count') ?? query.error('length'),
      classes: 'govuk-input--width-2',
      inputmode: 'numeric',
    },
  )}${select({
    name: 'unit',
    label: { text: 'Of what', classes: 'govuk-visually-hidden' },
    value: unit === '' ? 'working-days' : unit,
    error: query.error('unit'),
    items: units.map((value) => ({ value, text: unitWords[value] })),
  })}</div></fieldset>${radios({
    name: 'nation',
    legend: { text: 'Whose bank holidays?', classes: 'govuk-fieldset__legend--s' },
    small: true,
    value: query.typed('nation') || 'england-and-wales',
    error: query.error('nation'),
    items: nations.map((value) => ({ value, text: nationPlaces[value] })),
  })}${details({
    summary: 'Closed days, or a date that protects the child',
    open: ['closed-from', 'closed-to', 'protect'].some((name) => isTouched(query, name)),
    body: html`${dates(query, 'closed-from', 'First day the organisation is closed')}${dates(query, 'closed-to', 'Last day it is closed', 'Leave empty for one day')}${dates(query, 'protect', 'Date that protects the child', 'The sooner of the two dates counts')}`,
  })}${button({ text: 'Work it out' })}</form>`
}

const bold = 'govuk-label--s'

function dates(query: Form, name: string, text: string, hint?: string): Html {
  return dateInput({
    id: name,
    namePrefix: name,
    legend: { text, classes: 'govuk-fieldset__legend--s' },
    values: query.typedDate(name),
    error: query.error(name),
    hint,
  })
}

function isTouched(query: Form, name: string): boolean {
  const { day, month, year } = query.typedDate(name)
  return query.error(name) !== undefined || `${day}${month}${year}` !== ''
}

function unitOf(length: string): string {
  const words = length.replace(/^\d+\s*/, '').toLowerCase()
  return units.find((unit) => [unitWords[unit], unitWords[unit].replace(/s$/, '')].includes(words)) ?? ''
}

const unitWords: Readonly<Record<(typeof units)[number], string>> = {
  'working-days': 'working days',
  hours: 'hours',
  days: 'days',
  weeks: 'weeks',
  'working-weeks': 'working weeks',
  months: 'months',
  years: 'years',
  'same-working-day': 'same working day',
  immediately: 'immediately',
  'without-delay': 'without delay',
}
