import type { Checked, Finding } from '../../domain/policy/check.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { details } from '../html/details.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { ticketPanel } from '../html/ticket-panel.ts'

/**
 * The check's result in one line, then what to know, told as a case that shows it. What only the writer of the file can
 * mend stands folded below; gaps have a part of the page of their own.
 */
export function findingsPanel(policy: Policy, { ok, states, findings }: Checked): Html {
  const first = findings.filter(({ level, story }) => level === 'error' || story.length > 0)
  const rest = findings.filter((one) => !first.includes(one))
  return ticketPanel({
    colour: ok ? 'blue' : 'red',
    body: html`${heading(2, ok ? 'Checked: every path ends, and nobody is left without a next step' : 'Checked: this policy may not be adopted as it is', { classes: 'govuk-heading-m govuk-!-margin-bottom-2', id: 'findings' })}<p class="govuk-body govuk-!-margin-bottom-2">${states.toLocaleString('en-GB')} situations were walked.${first.length > 0 && ` ${first.length === 1 ? 'One thing' : `${first.length} things`} to know:`}</p>${
      first.length > 0 &&
      html`<ul class="govuk-list govuk-list--bullet">${first.map((one) => html`<li>${inWords(one.message, policy)}${story(one, policy)}</li>`)}</ul>`
    }${
      rest.length > 0 &&
      details({
        summary: `${rest.length} more for whoever writes the policy`,
        classes: 'govuk-!-margin-bottom-0',
        body: html`<ul class="govuk-list govuk-list--bullet">${rest.map((one) => html`<li>${inWords(one.message, policy)}${one.line > 1 && ` (line ${one.line})`}</li>`)}</ul>`,
      })
    }`,
  })
}

const story = (finding: Finding, policy: Policy): Html | false =>
  finding.story.length > 0 &&
  details({
    summary: 'Follow the story',
    classes: 'govuk-!-margin-bottom-2 govuk-!-margin-top-1',
    body: html`<ol class="govuk-list">${finding.story.map((line) => html`<li>${inWords(line, policy)}</li>`)}</ol>`,
  })

/** Ids in the checker's sentences are for the file; people read a stage's own name. */
function inWords(message: string, policy: Policy): string {
  return message.replace(/`([^`]+)`/g, (_all, id: string) => {
    const stage = policy.stages.find((one) => one.id === id)
    return `“${stage?.is ?? policy.roles[id]?.is ?? id}”`
  })
}
