import { input } from '../html/input.ts'
import { textarea } from '../html/textarea.ts'
import type { Field } from './policy-form-field.ts'
import { type About, field, filled, nameOf, small } from './policy-form-key.ts'

/** One line of words. */
export function line(about: About & { readonly width?: number; readonly list?: string }): Field {
  const name = nameOf(about)
  return field(about, {
    draw: ({ one, error }) =>
      input({
        name,
        label: { text: about.label, classes: small },
        hint: about.hint,
        value: one(name),
        error: error(name),
        spellcheck: about.width === undefined,
        classes: about.width === undefined ? undefined : `govuk-input--width-${about.width}`,
        attributes: { list: about.list, autocomplete: 'off' },
      }),
    shown: (lines) => [lines.join(', ')],
    lines: filled,
  })
}

/** Running words. */
export const words = (about: Box): Field => box(about, filled)

/** A list, one item a line. */
export const list = (about: Box): Field => box(about, (typed) => filled(typed.flatMap((one) => one.split('\n'))), false)

type Box = About & { readonly rows?: number }

function box(about: Box, lines: (typed: readonly string[]) => readonly string[], spellcheck?: boolean): Field {
  const name = nameOf(about)
  return field(about, {
    draw: ({ one, error }) =>
      textarea({
        name,
        label: { text: about.label, classes: small },
        hint: about.hint,
        value: one(name),
        error: error(name),
        rows: about.rows ?? 2,
        spellcheck,
      }),
    shown: (all) => [all.join('\n')],
    lines,
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
        error: error(name),
        spellcheck: false,
        attributes: { autocomplete: 'off' },
      }),
    shown: (lines) => [lines.join(', ')],
    lines: (typed) => filled(typed.flatMap((one) => one.split(/[,\n]/))),
  })
}
