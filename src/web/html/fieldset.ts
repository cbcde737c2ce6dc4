import { attributes, type Content, classes, type Html, html } from './html.ts'

/** The legend of a group: plain words, or words with a size (`govuk-fieldset__legend--l`) and perhaps as page heading. */
export type Legend =
  | Content
  | { readonly text: Content; readonly classes?: string | undefined; readonly isPageHeading?: boolean | undefined }

export type FieldsetOptions = {
  readonly legend?: Legend | undefined
  readonly describedBy?: string | undefined
  readonly classes?: string | undefined
  readonly role?: string | undefined
}

/** GOV.UK fieldset around questions that belong together. */
export function fieldset(options: FieldsetOptions, body: Html): Html {
  const own = attributes({
    class: classes('govuk-fieldset', options.classes),
    role: options.role,
    'aria-describedby': options.describedBy,
  })
  return html`<fieldset${own}>${options.legend !== undefined && legend(options.legend)}${body}</fieldset>`
}

function legend(given: Legend): Html {
  const it = typeof given === 'string' || !('text' in given) ? { text: given } : given
  const words = it.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${it.text}</h1>` : it.text
  return html`<legend class="${classes('govuk-fieldset__legend', it.classes)}">${words}</legend>`
}
