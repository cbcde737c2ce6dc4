import type { Draft } from '../../app/app.ts'
import { currentVisit } from '../../domain/case/case.ts'
import { agencyName, personName } from '../../domain/case/world.ts'
import type { Shown } from '../answers.ts'
import { audienceLine } from '../html/audience-line.ts'
import { button, buttonGroup } from '../html/button.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { insetText } from '../html/inset-text.ts'
import { link } from '../html/link.ts'
import { summaryList } from '../html/summary-list.ts'
import { titleBlock } from '../html/title-block.ts'
import { home, raiseStep } from '../urls.ts'
import { quotedClauses } from './form-clause.ts'
import type { RaiseWorld } from './raise-at.ts'
import { type Foreseen, follows, foreseen } from './raise-follows.ts'
import { lacking } from './raise-input.ts'
import { receivers } from './raise-receivers.ts'
import type { Step } from './raise-step.ts'
import { partsOf } from './raise-together.ts'

/** Check your answers: who will get this and why, what happens when you send, every answer, who can read it. Mock-up 04c. */
export function checkPage(r: RaiseWorld, steps: readonly Step[], draft: Draft): Shown {
  const missing = steps.flatMap(partsOf).filter((one) => lacking(r, one).length > 0)
  const found = missing.length === 0 ? foreseen(r) : undefined
  const back = steps.at(-1)
  const h2 = (text: string) => heading(2, text, { classes: 'govuk-heading-m' })
  const body = html`${titleBlock({ title: 'Check your answers before you send' })}${audienceLine({ isForBoth: false, text: 'Nothing has been sent. Only you can read this.' })}${
    missing.length > 0 && unanswered(r, missing, draft)
  }${found && sending(r, found)}${h2('About the concern')}${summary(r, steps, draft, 'concern')}${h2('Dates and support')}${summary(r, steps, draft, 'dates')}${h2('Who can read it once you send')}${readers(r, found)}<form method="post" class="govuk-!-margin-top-5" novalidate>${r.ctx.hidden()}${buttonGroup(
    button({ text: 'Send the concern', preventDoubleClick: true }),
    link({ text: 'Save and come back later', href: home(r.ctx.partnership) }),
  )}</form>`
  return {
    title: 'Check your answers before you send',
    body,
    ...(back ? { back: { text: 'Back', href: raiseStep(r.ctx.partnership, draft.id, back.id) } } : {}),
  }
}

function unanswered(r: RaiseWorld, missing: readonly Step[], draft: Draft): Html {
  return insetText(
    html`<p class="govuk-body">Before you can send it, answer:</p><ul class="govuk-list govuk-list--bullet">${missing.map(
      (part) => html`<li>${link({ text: part.title, href: changeUrl(r, draft, part) })}</li>`,
    )}</ul>`,
  )
}

function sending(r: RaiseWorld, found: Foreseen): Html {
  if (!found.ok)
    return insetText(
      html`<p class="govuk-body"><strong>${found.refusal.title}.</strong> ${found.refusal.because}</p>${quotedClauses(r.world.policy, found.refusal.cites, r.ctx.partnership)}`,
    )
  return html`${heading(2, 'Who will get this', { classes: 'govuk-heading-m' })}${receivers(r, found.telling)}${heading(2, 'What happens when you send', { classes: 'govuk-heading-m' })}${follows(found.telling)}`
}

function summary(r: RaiseWorld, steps: readonly Step[], draft: Draft, group: 'concern' | 'dates'): Html {
  const rows = steps.flatMap((page) =>
    partsOf(page).flatMap((part) => {
      if (part.summary?.group !== group) return []
      const { key, value } = part.summary
      return [{ key, value, actions: [{ text: 'Change', href: changeUrl(r, draft, part), hidden: key }] }]
    }),
  )
  return summaryList(rows)
}

/** The question by itself, also where it was asked with others. */
const changeUrl = (r: RaiseWorld, draft: Draft, question: Step): string =>
  `${raiseStep(r.ctx.partnership, draft.id, question.id)}?back=check`

/** Who reads it once it is sent: while it stays at home, nobody of the other side. */
function readers(r: RaiseWorld, found: Foreseen | undefined): Html {
  const { form, world, from } = r
  const own = agencyName(world, from)
  const inside = found?.ok === true && currentVisit(found.telling.c).inside
  const supporter = form.typed('supporter') === 'yes' ? form.typed('supporter-who') : ''
  return html`${
    inside
      ? audienceLine({
          isForBoth: false,
          text: `At first only ${own}. The other side reads it when it leaves your own agency`,
        })
      : audienceLine({ isForBoth: true, text: 'Both sides: every answer above, except what stands in the next line' })
  }${audienceLine({ isForBoth: false, text: `Only ${own}: whom you talked with at home, and the support you asked for${supporter === '' ? '' : `, which ${personName(world, supporter)} can read too`}` })}`
}
