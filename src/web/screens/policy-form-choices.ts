import { valueAt } from '../../domain/policy/edit/change.ts'
import { checkboxes } from '../html/checkboxes.ts'
import { html } from '../html/html.ts'
import { radios } from '../html/radios.ts'
import { type SelectItem, select } from '../html/select.ts'
import { type Field, linesIn, setting } from './policy-form-field.ts'
import { type About, field, filled, nameOf, small } from './policy-form-key.ts'

interface Choice {
  readonly value: string
  readonly text: string
  readonly hint?: string
}

const legend = (text: string) => ({ text, classes: 'govuk-fieldset__legend--s' })

/** One of a list that drops down; the first stands for nothing. What is written and not offered stays. */
export function pick(about: About & { readonly items: readonly Choice[]; readonly none: string }): Field {
  const name = nameOf(about)
  return field(about, {
    draw: ({ one, error }) =>
      select({
        classes: 'govuk-!-width-full',
        name,
        label: { text: about.label, classes: small },
        hint: about.hint,
        error: error(name),
        value: one(name),
        items: pickItems(about.items, about.none, one(name)),
      }),
    shown: (lines) => [lines.join(', ')],
    lines: filled,
  })
}

export function pickItems(items: readonly Choice[], none: string, written: string): readonly SelectItem[] {
  const odd = written !== '' && !items.some(({ value }) => value === written)
  return [{ value: '', text: none }, ...items, ...(odd ? [{ value: written, text: `${written} (as written)` }] : [])]
}

/** One of a few, all in sight. `otherwise` is what the policy means when it says nothing. */
export function radio(about: About & { readonly items: readonly Choice[]; readonly otherwise?: string }): Field {
  const name = nameOf(about)
  const own = field(about, {
    draw: ({ one, error }) =>
      radios({
        name,
        legend: legend(about.label),
        hint: about.hint,
        items: about.items,
        value: one(name),
        error: error(name),
        small: true,
      }),
    shown: (lines) => (lines.length === 0 && about.otherwise !== undefined ? [about.otherwise] : lines),
    lines: filled,
  })
  return {
    ...own,
    read: (form, part) =>
      own.read(form, part).filter(({ key, value }) => value !== about.otherwise || valueAt(part, key) !== undefined),
  }
}

/** Any of several. What stays keeps its order, what is new comes after; what is written and not offered is offered as it is. */
export function many(about: About & { readonly items: readonly Choice[] }): Field {
  const name = nameOf(about)
  const own = field(about, {
    draw: ({ all, error }) =>
      about.items.length + all(name).length === 0
        ? html``
        : checkboxes({
            name,
            legend: legend(about.label),
            hint: about.hint,
            values: all(name),
            error: error(name),
            small: true,
            items: [
              ...about.items,
              ...all(name)
                .filter((one) => one !== '' && !about.items.some(({ value }) => value === one))
                .map((value) => ({ value, text: `${value} (as written)` })),
            ],
          }),
    lines: filled,
  })
  return {
    ...own,
    read(form, part) {
      const before = linesIn(valueAt(part, own.keys[0] ?? []))
      if (!before) return []
      const typed = filled(form.typedList(name))
      const lines = [...before.filter((one) => typed.includes(one)), ...typed.filter((one) => !before.includes(one))]
      return setting(own.keys[0] ?? [], valueAt(part, own.keys[0] ?? []), lines)
    },
  }
}

/** Yes or nothing. `yes` is what is written for it. */
export function flag(about: About & { readonly yes: string }): Field {
  const name = nameOf(about)
  return field(about, {
    draw: ({ all, error }) =>
      checkboxes({
        name,
        legend: legend(about.label),
        values: all(name),
        error: error(name),
        small: true,
        items: [{ value: about.yes, text: about.hint ?? 'Yes' }],
      }),
    shown: (lines) => lines.filter((one) => one !== 'false' && one !== 'no').map(() => about.yes),
    lines: filled,
  })
}
