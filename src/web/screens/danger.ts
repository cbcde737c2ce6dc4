import { heading } from '../html/heading.ts'
import { html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { page } from '../html/page.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen } from '../screen.ts'
import * as urls from '../urls.ts'

/** Made once at start, from nothing but words: there without signing in, and when the database is not. */
export const danger: Screen = [
  {
    method: 'GET',
    url: '/danger',
    access: 'bare',
    make: (app) => {
      const body = page({ title, path: urls.danger, menu: [], body: words, sample: app.sample !== undefined })
      return () => ({ type: 'text/html; charset=utf-8', body, keepFor: 3600 })
    },
  },
]

const title = 'What to do if a child is in immediate danger'
const h2 = (text: string) => heading(2, text, { classes: 'govuk-heading-m' })

const words = html`${titleBlock({
  title,
  lead: html`Call ${link({ text: '999', href: 'tel:999' })} now and ask for the police. Ask for an ambulance too if a child is hurt or ill.`,
})}<p class="govuk-body">Immediate danger means the child could be seriously harmed today if nobody acts. You do not need anybody’s permission, and you do not have to wait for a manager, a reply or a stage of any procedure.</p>${h2('Now')}<ol class="govuk-list govuk-list--number govuk-list--spaced"><li>Call 999. Say where the child is, what is happening, and who is with them.</li><li>If you cannot speak, stay on the line and tap the phone. On a mobile, press 55 when you are told to.</li><li>If you are deaf, or cannot hear or speak on the phone, use Relay UK (18000) or 999 BSL.</li><li>Stay with the child, or keep them in sight, if you can do so safely.</li><li>Do not promise the child to keep it secret. Do not question anybody you think may have done harm.</li></ol>${h2('As soon as the child is safe')}<ol class="govuk-list govuk-list--number govuk-list--spaced"><li>Tell your agency’s safeguarding lead, or your manager. If you cannot reach them, go on without them.</li><li>Ring children’s services where the child lives. They answer day and night: outside office hours, ask for the emergency duty team.</li><li>Write down what you saw and heard, in the words that were used, with the times, and who you told.</li></ol>${h2('If you are not sure')}<p class="govuk-body">Not being sure is common, and no reason to wait. Ring children’s services where the child lives, or the police on ${link({ text: '101', href: 'tel:101' })}, and say what worries you. They help you decide. If it gets worse while you wait, call 999.</p>${h2('If you disagree with what others decide to do')}<p class="govuk-body">Nothing in a disagreement stops anybody from acting to keep a child safe today. Act first. Once the child is safe, you can ${link({ text: 'sign in and raise a concern', href: urls.signIn })}, and say there that the risk is immediate: a policy may then let it start with people who can decide at once.</p>`
