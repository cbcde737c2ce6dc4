import { type Shown, seeOther, show } from '../answers.ts'
import { button } from '../html/button.ts'
import { heading } from '../html/heading.ts'
import { html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen } from '../screen.ts'
import * as urls from '../urls.ts'

/** The front door: home for whoever is signed in, otherwise what this is. */
export const welcome: Screen = [
  {
    method: 'GET',
    url: '/',
    access: 'open',
    handle: ({ viewer }) => (viewer ? seeOther(urls.home(viewer.partnership)) : show(page)),
  },
]

const page: Shown = {
  title: 'Settle a disagreement about a child’s safety',
  body: html`${titleBlock({
    size: 'xl',
    title: 'Settle a disagreement about a child’s safety',
    lead: 'When professionals of different agencies do not agree, Concordat takes them through the procedure they chose, step by step and in time.',
  })}${button({ text: 'Sign in', href: urls.signIn })}${heading(2, 'Without signing in', { classes: 'govuk-heading-m' })}<ul class="govuk-list govuk-list--spaced"><li>${link({ text: 'What to do if a child is in immediate danger', href: urls.danger })}</li><li>${link({ text: 'Work out a deadline', href: urls.calculator })}</li><li>${link({ text: 'How this service works', href: urls.help })}</li></ul>`,
}
