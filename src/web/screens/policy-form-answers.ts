import { valueAt } from '../../domain/policy/edit/change.ts'
import { isMap, type Value } from '../../domain/policy/write/value.ts'
import type { Form } from '../form.ts'
import { html } from '../html/html.ts'
import { radios } from '../html/radios.ts'
import { textarea } from '../html/textarea.ts'
import { alike, type Field, linesIn, type Setting, setting } from './policy-form-field.ts'
import { shortName } from './policy-form-short-name.ts'

const kinds = ['yes-no', 'one-of', 'any-of', 'words', 'date', 'actions', 'asks'] as const
type Kind = (typeof kinds)[number]

const kindWords: Readonly<Record<Kind, string>> = {
  'yes-no': 'Yes or no',
  'one-of': 'One of the answers below',
  'any-of': 'Any of the answers below',
  words: 'Words of one’s own',
  date: 'A date',
  actions: 'Actions: who does what, by when',
  asks: 'A form: the questions below, asked together',
}

/** How a question is answered, and the answers to choose from: several keys of the file, one question to whoever writes it. */
export const answersField: Field = {
  name: 'kind',
  tells: 'answers',
  keys: [['kind'], ['one-of'], ['any-of'], ['asks']],
  draw: ({ one, error }) =>
    html`${radios({
      name: 'kind',
      legend: { text: 'How is it answered?', classes: 'govuk-fieldset__legend--s' },
      value: one('kind'),
      error: error('kind'),
      small: true,
      items: kinds.map((value) => ({ value, text: kindWords[value] })),
    })}${textarea({
      name: 'answers',
      label: { text: 'The answers, or the questions of a form', classes: 'govuk-label--s' },
      hint: html`One a line. Before the sign = stands the short name that conditions use: <code>need = Level of need</code>. Without it one is made. A form lists the short names of its questions.`,
      value: one('answers'),
      error: error('answers'),
      rows: 5,
      spellcheck: false,
    })}`,
  fill(part) {
    const kind = kindOf(part)
    if (kind === 'asks') {
      const asked = linesIn(valueAt(part, ['asks']))
      return asked && { kind: [kind], answers: [asked.join('\n')] }
    }
    if (kind !== 'one-of' && kind !== 'any-of') return { kind: [kind], answers: [] }
    const answers = valueAt(part, [kind])
    if (!isMap(answers)) return undefined
    const lines = [...answers].flatMap(([id, text]) => (typeof text === 'string' ? [`${id} = ${text}`] : []))
    return lines.length === answers.size ? { kind: [kind], answers: [lines.join('\n')] } : undefined
  },
  read(form, part) {
    const kind = form.choice('kind', kinds, 'Choose how it is answered')
    const lines = form
      .text('answers')
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== '')
    const needs = kind === 'one-of' || kind === 'any-of' || kind === 'asks'
    if (needs && lines.length === 0) form.fail('answers', 'Write the answers, one a line')
    if (kind === undefined) return []
    return [
      ...setting(
        ['kind'],
        valueAt(part, ['kind']),
        kind === 'words' || kind === 'date' || kind === 'actions' ? [kind] : [],
      ),
      ...setting(['asks'], valueAt(part, ['asks']), kind === 'asks' ? lines : []),
      ...options('one-of', kind, lines, part, form),
      ...options('any-of', kind, lines, part, form),
    ]
  },
}

function kindOf(part: Value | undefined): Kind {
  const kind = valueAt(part, ['kind'])
  const written = kinds.find((one) => one === kind) ?? kinds.find((one) => valueAt(part, [one]) !== undefined)
  return written ?? 'yes-no'
}

function options(
  key: 'one-of' | 'any-of',
  kind: Kind,
  lines: readonly string[],
  part: Value | undefined,
  form: Form,
): readonly Setting[] {
  const before = valueAt(part, [key])
  if (kind !== key) return before === undefined ? [] : [{ key: [key], value: undefined }]
  const old = isMap(before) ? before : new Map<string, Value>()
  const answers = new Map<string, Value>()
  for (const line of lines) {
    const [, id = '', text = line] = /^([a-z][a-z0-9-]*)\s*=\s*(.+)$/.exec(line) ?? []
    const known = [...old].find(([, words]) => typeof words === 'string' && alike(words, text))?.[0]
    const name = id === '' ? (known ?? shortName(text, answers.keys())) : id
    if (answers.has(name)) form.fail('answers', `Two answers have the short name ${name}`)
    answers.set(name, text)
  }
  return [{ key: [key], value: answers }]
}
