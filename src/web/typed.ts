import { isDate } from '../domain/calendar/day-number.ts'
import { dateWords } from '../domain/calendar/words.ts'
import type { Form } from './form.ts'
import { readDate } from './form-date.ts'
import { details } from './html/details.ts'
import { attributes, type Content, type Html, html } from './html/html.ts'
import { summaryList } from './html/summary-list.ts'

/** One thing somebody typed or chose: the question, as it was put, and the answer as they would say it. */
export interface TypedLine {
  readonly asked: string
  readonly given: Content
}

/** Everything somebody typed or chose, given back so that nothing is lost. Without `lines` they are made of the names of the fields. */
export function whatYouTyped(
  all: Form['all'],
  saved?: string,
  lines: readonly TypedLine[] = plainLines(all),
): Html | false {
  if (lines.length === 0 && saved === undefined) return false
  return details({
    summary: 'What you typed',
    open: true,
    body: html`${
      lines.length > 0 &&
      summaryList(
        lines.map(({ asked, given }) => ({
          key: asked,
          value: typeof given === 'string' ? html`<span class="c-typed">${given}</span>` : given,
        })),
        'govuk-summary-list--no-border',
      )
    }${saved !== undefined && html`<p class="c-muted">${saved}</p>`}`,
  })
}

/** The same fields again, unseen, for a form that sends them once more. */
export function carried(all: Form['all']): Html {
  return html`${all.flatMap(({ name, values }) =>
    values.map((value) => html`<input${attributes({ type: 'hidden', name, value })}>`),
  )}`
}

/** Where the questions are not known any more: by the names of their boxes, the three boxes of a date as one. */
export function plainLines(all: Form['all']): readonly TypedLine[] {
  const names = new Set(all.map(({ name }) => dateName(name) ?? name))
  return [...names]
    .filter((name) => name !== 'later' && name !== 'next')
    .map((name) => ({ asked: spoken(name), given: givenDate(name, all) ?? list(valuesOf(name, all)) }))
}

/** A date as words; as it was typed where it is none. Nothing without its boxes. */
export function givenDate(name: string, all: Form['all']): string | undefined {
  const typed = (of: string) => valuesOf(of, all)[0] ?? ''
  const boxes = [typed(`${name}-day`), typed(`${name}-month`), typed(`${name}-year`)].filter((part) => part !== '')
  if (boxes.length === 0) return undefined
  const read = readDate(name, typed)
  return 'value' in read ? dateWords(read.value) : boxes.join(' ')
}

const valuesOf = (name: string, all: Form['all']): readonly string[] =>
  all.find((one) => one.name === name)?.values.filter((value) => value !== '') ?? []

const list = (values: readonly string[]): string => values.map(word).join(', ')

const word = (value: string): string =>
  value === 'yes' || value === 'true'
    ? 'Yes'
    : value === 'no' || value === 'false'
      ? 'No'
      : isDate(value)
        ? dateWords(value)
        : value

const dateName = (name: string): string | undefined => /^(.+)-(?:day|month|year)$/.exec(name)?.[1]

/** "fact-our-why" as "Our why". */
function spoken(name: string): string {
  const words = name.replace(/^fact-/, '').replaceAll(/[-._]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
