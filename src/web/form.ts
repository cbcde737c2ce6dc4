import { readDate, type TypedDate, typedDate } from './form-date.ts'
import { flatten } from './form-fields.ts'
import type { FieldError, Reading } from './form-reading.ts'
import { readTime } from './form-time.ts'

/**
 * What somebody typed, read field by field. A field that is not usable is put on `errors` and read as empty, so a
 * handler reads everything first and asks `ok` once. The last words of a reading ("Say what you disagree with") are the
 * sentence for an empty field; without them the field may stay empty.
 */
export interface Form {
  /** Words, with spaces around them gone and line ends made one. At most `max` characters, 10,000 unless told. */
  text(name: string, missing?: string, max?: number): string
  /** One of the answers offered; anything else is as good as nothing. */
  choice<T extends string>(name: string, offered: readonly T[], missing?: string): T | undefined
  /** Several answers under one name (checkboxes); blanks and doubles gone. */
  list(name: string, missing?: string): readonly string[]
  /** ISO date, from `name-day`, `name-month`, `name-year`, or from `name` as ISO. */
  date(name: string, missing?: string): string | undefined
  /** `HH:MM`, from "4:10pm", "16:10", "9.30am", "midday". */
  time(name: string, missing?: string): string | undefined
  /** A whole number from `min` to `max`. */
  whole(name: string, range: { readonly min: number; readonly max: number }, missing?: string): number | undefined
  /** Radios with `yes` and `no`. */
  yesNo(name: string, missing?: string): boolean | undefined
  /** A box ticked, or `true`. */
  flag(name: string): boolean
  /** `name-1-...`, `name-2-...`: one form a row, blank rows left out. In JSON a list of objects. Their field names start with the row's. */
  rows(name: string): readonly Form[]
  /** A rule over several fields was broken, or one that only the screen knows. */
  fail(name: string, words: string): void
  readonly ok: boolean
  readonly errors: readonly FieldError[]
  /** The sentence of one field, for its component; nothing when it is fine or was not read yet. */
  error(name: string): string | undefined
  /** As typed, to be shown again. */
  typed(name: string): string
  typedList(name: string): readonly string[]
  typedDate(name: string): TypedDate
  /** The full name of a field: in a row `action-1-what`, elsewhere as given. */
  field(name: string): string
  /** Whether anything at all was sent under this name. */
  has(name: string): boolean
  /** Everything typed, without the hidden fields of every form. Values of one name stand together. */
  readonly all: readonly { readonly name: string; readonly values: readonly string[] }[]
  /** Names that were sent and never read: refused in JSON, where nobody sends one by accident. */
  unread(): readonly string[]
}

/** Fields that every form carries for the server and nobody types. */
export const hiddenFields: readonly string[] = ['_csrf', 'submission', 'expected']

/** Reads a body (urlencoded or JSON, already parsed) or a query string. */
export function readForm(body: unknown): Form {
  return formOf({ fields: flatten(body), read: new Set(hiddenFields), errors: [] }, '')
}

interface State {
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly read: Set<string>
  readonly errors: FieldError[]
}

function formOf(state: State, prefix: string): Form {
  const { fields, errors } = state
  const field = (name: string) => prefix + name
  const values = (name: string): readonly string[] => {
    state.read.add(field(name))
    return fields.get(field(name)) ?? []
  }
  const typed = (name: string) => values(name)[0] ?? ''
  const fail = (name: string, words: string): undefined => {
    if (!errors.some((one) => one.field === field(name))) errors.push({ field: field(name), words })
  }
  const missed = (name: string, missing: string | undefined): undefined => {
    if (missing !== undefined) fail(name, missing)
  }
  /** What was read, or the sentence for nothing, or the sentence for something unusable. */
  const settle = <T>(name: string, read: Reading<T>, missing: string | undefined): T | undefined => {
    if ('value' in read) return read.value
    if (read.words === undefined) return missed(name, missing)
    errors.push({ field: field(name), words: read.words, ...(read.at ? { at: field(read.at) } : {}) })
    return undefined
  }
  return {
    text(name, missing, max = 10_000) {
      const words = typed(name)
      if (words === '') missed(name, missing)
      if (words.length > max) fail(name, `Use ${max.toLocaleString('en-GB')} characters or fewer`)
      return words.length > max ? '' : words
    },
    choice(name, offered, missing) {
      const chosen = offered.find((one) => one === typed(name))
      if (chosen === undefined && typed(name) !== '') fail(name, missing ?? 'Choose one of the answers')
      return chosen ?? missed(name, missing)
    },
    list(name, missing) {
      const chosen = [...new Set(values(name).filter((one) => one !== ''))]
      if (chosen.length === 0) missed(name, missing)
      return chosen
    },
    date: (name, missing) => settle(name, readDate(name, typed), missing),
    time: (name, missing) => settle(name, readTime(typed(name)), missing),
    whole(name, { min, max }, missing) {
      const words = typed(name)
      if (words === '') return missed(name, missing)
      const n = /^\d{1,9}$/.test(words) ? Number(words) : Number.NaN
      return n >= min && n <= max ? n : fail(name, `Use a whole number from ${min} to ${max}`)
    },
    yesNo(name, missing) {
      const words = typed(name)
      if (words === 'yes') return true
      return words === 'no' ? false : missed(name, missing)
    },
    flag: (name) => ['yes', 'true', 'on', '1'].includes(typed(name)),
    rows(name) {
      const start = `${field(name)}-`
      const row = (key: string) =>
        key.startsWith(start) ? /^([1-9]\d?)-/.exec(key.slice(start.length))?.[1] : undefined
      const written = new Set(
        [...fields].flatMap(([key, given]) => (given.some((one) => one !== '') ? (row(key) ?? []) : [])),
      )
      for (const key of fields.keys()) if (row(key) !== undefined && !written.has(row(key) ?? '')) state.read.add(key)
      return [...written].sort((a, b) => +a - +b).map((n) => formOf(state, `${start}${n}-`))
    },
    fail,
    get ok() {
      return errors.length === 0
    },
    errors,
    error: (name) => errors.find((one) => one.field === field(name))?.words,
    typed,
    typedList: values,
    typedDate: (name) => typedDate(name, typed),
    field,
    has: (name) => fields.has(field(name)),
    get all() {
      return [...fields]
        .filter(([name, given]) => !hiddenFields.includes(name) && given.some((one) => one !== ''))
        .map(([name, given]) => ({ name, values: given }))
    },
    unread: () => [...fields.keys()].filter((name) => !state.read.has(name)),
  }
}
