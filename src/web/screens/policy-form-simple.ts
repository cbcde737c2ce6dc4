import { type Path, valueAt } from '../../domain/policy/edit/change.ts'
import { checkboxes } from '../html/checkboxes.ts'
import type { Content } from '../html/html.ts'
import { html } from '../html/html.ts'
import { input } from '../html/input.ts'
import { radios } from '../html/radios.ts'
import { type SelectItem, select } from '../html/select.ts'
import { textarea } from '../html/textarea.ts'
import { type Field, linesIn, setting } from './policy-form-field.ts'

interface About {
  readonly key: Path | string
  readonly label: string
  readonly hint?: Content
  readonly more?: boolean
}

interface Choice {
  readonly value: string
  readonly text: string
  readonly hint?: string
}

const small = 'govuk-label--s'
const legend = (text: string) => ({ text, classes: 'govuk-fieldset__legend--s' })

/** Whether anybody could have typed more into one box. */
const most = 20_000

interface Kind {
  readonly draw: Field['draw']
  /** As it stands in the boxes, from the lines of the file, and back. */
  readonly shown?: (lines: readonly string[]) => readonly string[]
  readonly lines: (typed: readonly string[]) => readonly string[]
}

/** A field of one key whose value is a text or a list of texts. */
function field(about: About, kind: Kind, needed?: string): Field {
  const path = typeof about.key === 'string' ? [about.key] : about.key
  const name = nameOf(about)
  return {
    name,
    keys: [path],
    ...(about.more ? { more: true } : {}),
    draw: kind.draw,
    fill(part) {
      const lines = linesIn(valueAt(part, path))
      return lines && { [name]: kind.shown ? kind.shown(lines) : lines }
    },
    read(form, part) {
      const typed = form.typedList(name)
      if (typed.some((one) => one.length > most)) form.fail(name, 'Write it shorter')
      const lines = kind.lines(typed)
      if (lines.length === 0 && needed !== undefined) form.fail(name, needed)
      return setting(path, valueAt(part, path), lines)
    },
  }
}

const nameOf = ({ key }: About): string => (typeof key === 'string' ? key : key.length === 0 ? 'words' : key.join('-'))

const filled = (lines: readonly string[]): readonly string[] =>
  lines.map((one) => one.trim()).filter((one) => one !== '')

/** One line of words. `needed`: what is said when it is empty. */
export function line(
  about: About & { readonly width?: number; readonly list?: string; readonly needed?: string },
): Field {
  const name = nameOf(about)
  return field(
    about,
    {
      draw: ({ one, error }) =>
        input({
          name,
          label: { text: about.label, classes: small },
          hint: about.hint,
          value: one(name),
          error,
          spellcheck: about.width === undefined,
          classes: about.width === undefined ? undefined : `govuk-input--width-${about.width}`,
          attributes: { list: about.list, autocomplete: 'off' },
        }),
      shown: (lines) => [lines.join(', ')],
      lines: filled,
    },
    about.needed,
  )
}

/** Running words. */
export function words(about: About & { readonly rows?: number; readonly needed?: string }): Field {
  const name = nameOf(about)
  return field(
    about,
    {
      draw: ({ one, error }) =>
        textarea({
          name,
          label: { text: about.label, classes: small },
          hint: about.hint,
          value: one(name),
          error,
          rows: about.rows ?? 2,
        }),
      shown: (lines) => [lines.join('\n')],
      lines: filled,
    },
    about.needed,
  )
}

/** A list, one item a line. */
export function list(about: About & { readonly rows?: number }): Field {
  const name = nameOf(about)
  return field(about, {
    draw: ({ one, error }) =>
      textarea({
        name,
        label: { text: about.label, classes: small },
        hint: about.hint,
        value: one(name),
        error,
        rows: about.rows ?? 2,
        spellcheck: false,
      }),
    shown: (lines) => [lines.join('\n')],
    lines: (typed) => filled(typed.flatMap((one) => one.split('\n'))),
  })
}

/** A list of names with commas between them, such as clauses. */
export function names(about: About): Field {
  const name = nameOf(about)
  return field(about, {
    draw: ({ one, error }) =>
      input({
        name,
        label: { text: about.label, classes: small },
        hint: about.hint,
        value: one(name),
        error,
        spellcheck: false,
        attributes: { autocomplete: 'off' },
      }),
    shown: (lines) => [lines.join(', ')],
    lines: (typed) => filled(typed.flatMap((one) => one.split(/[,\n]/))),
  })
}

/** One of a list that drops down; the first stands for nothing. What is written and not offered stays. */
export function pick(about: About & { readonly items: readonly Choice[]; readonly none: string }): Field {
  const name = nameOf(about)
  return field(about, {
    draw: ({ one, error }) =>
      select({
        name,
        label: { text: about.label, classes: small },
        hint: about.hint,
        error,
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
        error,
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
            error,
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
        error,
        small: true,
        items: [{ value: about.yes, text: about.hint ?? 'Yes' }],
      }),
    shown: (lines) => lines.filter((one) => one !== 'false' && one !== 'no').map(() => about.yes),
    lines: filled,
  })
}
