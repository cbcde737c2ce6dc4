import { attributes, type Html, html } from '../html/html.ts'
import { input } from '../html/input.ts'
import { select } from '../html/select.ts'
import { type Known, whoChoices } from './policy-form-known.ts'
import type { Part } from './policy-form-parts.ts'

/** Of a new part: its short name, and of a stage where it stands. */
export function newFields(
  { part, known }: { readonly part: Part; readonly known: Known },
  { typed, error }: { typed(name: string): string; error(name: string): string | undefined },
): Html {
  return html`${
    part.kind === 'stage' &&
    select({
      classes: 'govuk-!-width-full',
      name: 'after',
      label: { text: 'After which stage?', classes: 'govuk-label--s' },
      value: typed('after'),
      items: [{ value: '', text: 'The last' }, ...known.stages],
    })
  }${input({
    name: 'short-name',
    label: { text: part.kind === 'clause' ? 'Number or short name' : 'Short name', classes: 'govuk-label--s' },
    hint:
      part.kind === 'clause'
        ? 'As the rules cite it, such as EX-2.1'
        : 'How other rules name it: small letters, figures and hyphens. Left empty, one is made. It stays as it is',
    value: typed('short-name'),
    error: error('short-name'),
    spellcheck: false,
    classes: 'govuk-input--width-20',
  })}`
}

/** What boxes that take a who offer while one types. */
export const whos = (known: Known): Html =>
  html`<datalist id="whos">${[
    ...whoChoices(known, ['raising', 'responding', 'each']),
    ...known.roles
      .filter(({ at }) => at === 'agency')
      .map(({ value, text }) => ({ value: `own ${value}`, text: `${text}, of one’s own agency` })),
    { value: 'raiser', text: 'Whoever raised it' },
    { value: 'everyone', text: 'Everyone in the case' },
  ].map(({ value, text }) => html`<option${attributes({ value })}>${text}</option>`)}</datalist>`
