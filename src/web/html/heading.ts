import { attributes, type Content, classes, type Html, html, raw } from './html.ts'

export type HeadingLevel = 1 | 2 | 3 | 4

/** A heading of a level with the given classes, e.g. `heading(2, 'What must happen', { classes: 'govuk-heading-m' })`. */
export function heading(
  level: HeadingLevel,
  text: Content,
  options: { readonly classes?: string | undefined; readonly id?: string | undefined } = {},
): Html {
  return html`${raw(`<h${level}`)}${attributes({ class: classes(options.classes) || undefined, id: options.id })}${raw('>')}${text}${raw(`</h${level}>`)}`
}
