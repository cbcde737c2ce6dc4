import type { Shown } from '../answers.ts'
import { heading } from '../html/heading.ts'
import { html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { titleBlock } from '../html/title-block.ts'
import * as urls from '../urls.ts'

const h2 = (text: string) => heading(2, text, { classes: 'govuk-heading-m' })
const title = 'Get help using this service'

export const usingPage: Shown = {
  title,
  body: html`${titleBlock({
    title,
    lead: 'Concordat takes professionals of different agencies through the procedure they agreed, when they disagree about a child’s safety.',
  })}${h2('What it does')}<ul class="govuk-list govuk-list--bullet"><li>It says what must happen next, who does it, and by when, and shows how each date is worked out.</li><li>It reminds people, and records what they do. Both sides read the same record.</li><li>It decides nothing. People do, in the order their own policy sets.</li></ul>${h2('When you are stuck')}<ul class="govuk-list govuk-list--bullet"><li>If something cannot be done yet, the page says why, quotes the clause, and says what you can do instead.</li><li>Your agency’s safeguarding lead or your manager can tell you how your agency uses it.</li><li>Whoever keeps your partnership’s register can answer questions about the policy and about who may read what.</li></ul><p class="govuk-body">If a page says that something went wrong, give the number on it to whoever runs Concordat for you. The number says nothing about a child.</p>${h2('Hide this screen')}<p class="govuk-body">The button at the top of every page replaces it with an empty one. Pressing Esc three times does the same. You stay signed in and lose nothing.</p>${h2('Other things')}<p class="govuk-body">You can ${link({ text: 'work out a deadline', href: urls.calculator })} without signing in. If a child is in danger, see ${link({ text: 'what to do now', href: urls.danger })}.</p>`,
}
