import { type Content, classes, type Html, html } from './html.ts'

/** Red is lateness only, yellow is due today or tomorrow, grey is stopped; anything else is plain blue. */
export type TagColour = 'blue' | 'green' | 'grey' | 'magenta' | 'orange' | 'purple' | 'red' | 'teal' | 'yellow'

/** GOV.UK tag. */
export function tag(text: Content, colour?: TagColour, extra?: string): Html {
  return html`<strong class="${classes('govuk-tag', colour && `govuk-tag--${colour}`, extra)}">${text}</strong>`
}
