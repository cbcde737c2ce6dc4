import type { Shown } from '../answers.ts'
import { heading } from '../html/heading.ts'
import { html } from '../html/html.ts'
import { titleBlock } from '../html/title-block.ts'

const h2 = (text: string) => heading(2, text, { classes: 'govuk-heading-m' })
const title = 'Accessibility'

export const accessibilityPage: Shown = {
  title,
  body: html`${titleBlock({
    title,
    lead: 'These pages are made to meet level AA of the Web Content Accessibility Guidelines 2.2.',
  })}<p class="govuk-body">You should be able to use every page with a keyboard alone, without JavaScript, with the text at four times its size, on a phone, and in print.</p>${h2('How it was checked')}<p class="govuk-body">Every page is checked by a program (axe) at two widths each time Concordat is changed, and finds nothing then. That is not the same as being tried by people.</p>${h2('What we know is weak')}<ul class="govuk-list govuk-list--bullet"><li>It has not been tried yet by people who use a screen reader, a screen magnifier or voice control.</li><li>A case with a long record makes a long page. Links under its heading lead to its parts.</li><li>There is no Welsh version yet.</li></ul>${h2('If something does not work for you')}<p class="govuk-body">Tell whoever runs Concordat for your partnership what you were doing and what got in the way. Until it is right, your agency’s safeguarding lead can do the same steps with you or for you.</p>`,
}
