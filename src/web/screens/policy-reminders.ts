import { dateWords } from '../../domain/calendar/words.ts'
import type { Reminder } from '../../domain/policy/life/reminders.ts'
import { type Html, html } from '../html/html.ts'
import { link } from '../html/link.ts'
import * as urls from '../urls.ts'

/** What the policies need, a line each, the soonest first; nothing where nothing does. */
export function reminderList(partnership: string, reminders: readonly Reminder[]): Html | false {
  return (
    reminders.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${reminders.map(
      (one) =>
        html`<li>${link({ text: one.title, href: urls.policyHistory(partnership, one.policy) })}, version ${one.version}: ${reminderWords(one)}${drift(partnership, one)}</li>`,
    )}</ul>`
  )
}

/** What drifted, beside each other. */
const drift = (p: string, { parent }: Reminder): Html | false =>
  parent !== undefined &&
  html`. ${link({ text: 'See what changed in it', href: urls.policyCompare(p, `${parent.policy}.${parent.from}`, `${parent.policy}.${parent.to}`) })}`

export function reminderWords({ kind, on, says }: Reminder): string {
  const date = dateWords(on)
  switch (kind) {
    case 'review called':
      return `a review was called on ${date}, because: ${says}`
    case 'review past':
      return `it should have been reviewed by ${date}`
    case 'review soon':
      return `it is to be reviewed by ${date}`
    case 'addendum begins':
      return `this addendum begins on ${date}`
    case 'addendum ends':
      return `this addendum ends by itself after ${date}`
    case 'parent moved on':
      return `the policy it varies is now at version ${says}, since ${date}. Look at what changed, and write a new version of this one`
    case 'report due':
      return `its register is to be reported by ${date}`
    case 'starts later':
      return `adopted; cases go by it from ${date}`
  }
}
