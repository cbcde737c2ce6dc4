import type { Form } from './form.ts'
import { details } from './html/details.ts'
import { attributes, type Html, html } from './html/html.ts'

/** Words somebody wrote, given back so that nothing is lost: what is long enough to have been written by hand. */
export function whatYouTyped(all: Form['all'], saved?: string): Html | false {
  const written = all.flatMap(({ values }) => values).filter((value) => value !== '' && !isChoice(value))
  if (written.length === 0 && saved === undefined) return false
  return details({
    summary: 'What you typed',
    open: true,
    body: html`${written.map((value) => html`<p class="govuk-body c-typed">${value}</p>`)}${
      saved !== undefined && html`<p class="c-muted">${saved}</p>`
    }`,
  })
}

/** The same fields again, unseen, for a form that sends them once more. */
export function carried(all: Form['all']): Html {
  return html`${all.flatMap(({ name, values }) =>
    values.map((value) => html`<input${attributes({ type: 'hidden', name, value })}>`),
  )}`
}

/** An id, a figure, yes or no: chosen rather than written. */
const isChoice = (value: string): boolean => /^[a-z0-9:·-]{1,60}$/.test(value)
