import { valueAt } from '../../domain/policy/edit/change.ts'
import { fieldset } from '../html/fieldset.ts'
import { html } from '../html/html.ts'
import { select } from '../html/select.ts'
import { pickItems } from './policy-form-choices.ts'
import { type Field, linesIn, setting } from './policy-form-field.ts'
import { type Known, type Named, whoChoices } from './policy-form-known.ts'

/** Who meets whom at a stage: a role of each side, mostly the same. */
export function betweenField(known: Known): Field {
  const plain: readonly Named[] = [
    ...known.roles.filter(({ at }) => at === 'agency').map(({ value, text }) => ({ value, text })),
    ...known.roles.filter(({ at }) => at !== 'agency').map(({ value, text }) => ({ value, text })),
    { value: 'party', text: 'Anybody who acts for the agency' },
  ]
  const inside = whoChoices({ ...known, roles: known.roles.filter(({ at }) => at === 'agency') }, [
    'raising',
    'responding',
  ])
  return {
    name: 'between-1',
    keys: [['between']],
    draw: ({ one, error }) =>
      fieldset(
        { legend: { text: 'Who talks to whom?', classes: 'govuk-fieldset__legend--s' } },
        html`${select({
          classes: 'govuk-!-width-full',
          name: 'between-1',
          label: 'From the side that raises it',
          error: error('between-1'),
          value: one('between-1'),
          items: pickItems([...plain, ...inside], 'Nobody: the stage is for whoever decides', one('between-1')),
        })}${select({
          classes: 'govuk-!-width-full',
          name: 'between-2',
          label: 'From the side that is asked',
          hint: 'Somebody of the side that raises it makes this a stage that the other side does not see',
          value: one('between-2'),
          items: pickItems([...plain, ...inside], 'The same', one('between-2')),
        })}`,
      ),
    fill(part) {
      const lines = linesIn(valueAt(part, ['between']))
      return lines && lines.length <= 2 ? { 'between-1': lines.slice(0, 1), 'between-2': lines.slice(1) } : undefined
    },
    read(form, part) {
      const [one, two] = [form.typed('between-1'), form.typed('between-2')]
      if (one === '' && two !== '') form.fail('between-1', 'Choose who comes from the side that raises it')
      const lines = [one, ...(two === one ? [] : [two])].filter((who) => who !== '')
      return setting(['between'], valueAt(part, ['between']), lines)
    },
  }
}
