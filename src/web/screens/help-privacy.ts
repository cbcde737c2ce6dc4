import type { Shown } from '../answers.ts'
import { heading } from '../html/heading.ts'
import { html } from '../html/html.ts'
import { titleBlock } from '../html/title-block.ts'

const h2 = (text: string) => heading(2, text, { classes: 'govuk-heading-m' })
const title = 'Privacy'

export const privacyPage: Shown = {
  title,
  body: html`${titleBlock({
    title,
    lead: 'Only people with a part in a case can read it, and each reading is recorded.',
  })}${h2('What is kept')}<ul class="govuk-list govuk-list--bullet"><li>What people write in a case, who wrote it, and when. It is never changed afterwards: a correction is added beside it.</li><li>Who read which case, when, and from which page.</li><li>Names and what is written are kept encrypted, with the keys outside the database.</li></ul>${h2('What is not kept')}<ul class="govuk-list govuk-list--bullet"><li>What is typed into the deadline calculator.</li><li>Anything about how you use these pages beyond what is above. There are no advertisements, no measuring of visitors, and nothing is fetched from other sites.</li></ul>${h2('Cookies')}<p class="govuk-body">Two, and both are needed: one for your session, which ends when you sign out, and one that makes sure a form was sent from your own browser. Neither follows you anywhere.</p>${h2('Who answers for it')}<p class="govuk-body">Each agency answers for what its own people write, under the agreement of its partnership. Whoever runs Concordat for your partnership keeps it for them. To see or correct what is held about you or a child, ask the agency whose information it is: its data protection officer must answer.</p>`,
}
