import { valueAt } from '../../domain/policy/edit/change.ts'
import type { Value } from '../../domain/policy/write/value.ts'
import { html } from '../html/html.ts'
import { input } from '../html/input.ts'
import { radios } from '../html/radios.ts'
import { select } from '../html/select.ts'
import { pickItems } from './policy-form-choices.ts'
import { type Field, linesIn, setting } from './policy-form-field.ts'
import type { Known } from './policy-form-known.ts'

const forces = ['must', 'should', 'may'] as const
type Force = (typeof forces)[number]

const verbs = [
  { value: 'tell', text: 'tell somebody' },
  { value: 'write', text: 'write something' },
  { value: 'record', text: 'record something on the agency’s own file' },
  { value: 'refer', text: 'refer to somebody' },
  { value: 'answer', text: 'answer a question' },
  { value: 'discuss', text: 'discuss it' },
  { value: 'meet', text: 'meet' },
  { value: 'reply', text: 'reply to the other side' },
  { value: 'consult', text: 'consult somebody' },
  { value: 'agree', text: 'agree something' },
  { value: 'do', text: 'do something else' },
  { value: 'keep', text: 'keep something as it is' },
]

/** What is to be done, and whether it must, should or may: three questions, one phrase in the file. */
export const actField = ({ roles }: Known): Field => ({
  name: 'force',
  tells: 'what',
  needed: 'Choose must, should or may',
  keys: forces.map((force) => [force]),
  draw: ({ one, error }) =>
    html`${radios({
      name: 'force',
      legend: { text: 'Must, should or may?', classes: 'govuk-fieldset__legend--s' },
      value: one('force'),
      error: error('force'),
      inline: true,
      small: true,
      items: [
        { value: 'must', text: 'Must' },
        { value: 'should', text: 'Should' },
        { value: 'may', text: 'May' },
      ],
    })}${select({
      classes: 'govuk-!-width-full',
      name: 'verb',
      label: { text: 'Do what?', classes: 'govuk-label--s' },
      value: one('verb'),
      error: error('verb'),
      items: pickItems(verbs, 'Choose', one('verb')),
    })}${input({
      name: 'what',
      label: { text: 'Whom, or what?', classes: 'govuk-label--s' },
      hint: html`Who is told, consulted or referred to: <code>${inAgency(roles, 'own')}</code>, <code>${inAgency(roles, 'responding')}</code>, <code>${elsewhere(roles)}</code>; several with <code>and</code> between them. What is written, and to whom: <code>outcome letter to raiser</code>. Nothing after discuss, meet and reply.`,
      value: one('what'),
      error: error('what'),
      spellcheck: false,
      attributes: { list: 'whos', autocomplete: 'off' },
    })}`,
  fill(part) {
    const force = forceOf(part)
    const [act, ...more] = force ? (linesIn(valueAt(part, [force])) ?? [undefined, '']) : ['']
    if (act === undefined || more.length > 0) return undefined
    const [, verb = '', rest = ''] = /^\s*(\S*)\s*([^]*)$/.exec(act) ?? []
    return { force: force ? [force] : [], verb: [verb], what: [verb === 'refer' ? rest.replace(/^to\s+/, '') : rest] }
  },
  read(form, part) {
    const force = forces.find((one) => one === form.typed('force'))
    const [verb, what] = [form.typed('verb'), form.text('what', undefined, 2000)]
    const act = [verb, verb === 'refer' && what !== '' && !/^to\s/.test(what) ? `to ${what}` : what]
      .filter((one) => one !== '')
      .join(' ')
    if (act !== '' && !force) form.fail('force', 'Choose must, should or may')
    if (act === '' && force) form.fail('verb', 'Choose what is to be done')
    return forces.flatMap((one) => setting([one], valueAt(part, [one]), one === force && act !== '' ? [act] : []))
  },
})

const inAgency = (roles: Known['roles'], side: string): string =>
  `${side} ${roles.filter(({ at }) => at === 'agency').at(1)?.value ?? 'manager'}`

const elsewhere = (roles: Known['roles']): string => roles.find(({ at }) => at !== 'agency')?.value ?? 'chair'

const forceOf = (part: Value | undefined): Force | undefined => forces.find((one) => valueAt(part, [one]) !== undefined)
