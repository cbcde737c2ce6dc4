import { plainDate } from '../../domain/calendar/words.ts'
import type { Checked, Finding } from '../../domain/policy/check.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { dutyOrder } from '../../domain/words/phrase-duty.ts'
import { moveOrder } from '../../domain/words/phrase-move.ts'
import { curly } from '../../domain/words/phrase-text.ts'
import { details } from '../html/details.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { ticketPanel } from '../html/ticket-panel.ts'

type Level = Finding['level']

/**
 * The check's result in one line; what is of an `open` level stands there, what to know is folded, told as a case that shows it. What only the
 * writer of the file can mend stands folded below; gaps have a part of the page of their own.
 */
export function findingsPanel(
  policy: Policy,
  { ok, states, findings }: Checked,
  open: readonly Level[] = ['error'],
): Html {
  const shown = findings.filter(({ level }) => open.includes(level))
  const known = findings.filter((one) => !shown.includes(one) && one.story.length > 0)
  const rest = findings.filter((one) => !shown.includes(one) && !known.includes(one))
  return ticketPanel({
    colour: ok ? 'blue' : 'red',
    body: html`${heading(2, ok ? checkedWell : 'Checked: this policy may not be adopted as it is', { classes: 'govuk-heading-m govuk-!-margin-bottom-2', id: 'findings' })}<p class="govuk-body govuk-!-margin-bottom-2">${triedWords(states)}</p>${
      shown.length > 0 &&
      html`${ok && html`<p class="govuk-body govuk-!-margin-bottom-2"><strong>${shown.length === 1 ? 'One warning' : `${shown.length} warnings`}</strong></p>`}${findingList(shown, policy)}`
    }${
      known.length > 0 &&
      details({
        summary: known.length === 1 ? 'One thing to know' : `${known.length} things to know`,
        classes: 'govuk-!-margin-bottom-1',
        body: findingList(known, policy),
      })
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

const checkedWell = 'Checked: every path ends, and nobody is left without a next step'

/** How far the check went, said the same wherever a check is shown. */
export const triedWords = (states: number): string =>
  `${states.toLocaleString('en-GB')} ${states === 1 ? 'situation that a case can be in was' : 'situations that a case can be in were'} tried.`

/** Findings in the names of the stages and roles, each with its story folded: for people who do not read the file. */
const findingList = (findings: readonly Finding[], policy: Policy): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${findings.map((one) => html`<li>${inWords(one.message, policy)}${story(one, policy)}</li>`)}</ul>`

const story = (finding: Finding, policy: Policy): Html | false =>
  finding.story.length > 0 &&
  details({
    summary: 'Follow the story',
    classes: 'govuk-!-margin-bottom-2 govuk-!-margin-top-1',
    body: html`<ol class="govuk-list">${finding.story.map((line) => html`<li>${inWords(line, policy)}</li>`)}</ol>`,
  })

/** Ids and dates in the checker's sentences are for the file; people read a stage's, a role's, a duty's own name. */
function inWords(message: string, policy: Policy): string {
  return curly(message)
    .replace(/`([^`]+)`/g, (_all, id: string) => `“${nameOf(id, policy)}”`)
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => plainDate(date))
}

function nameOf(id: string, policy: Policy): string {
  const named = policy.stages.find((one) => one.id === id)?.is ?? policy.roles[id]?.is ?? policy.facts[id]?.ask
  if (named !== undefined) return named
  const duty = [...policy.duties, ...policy.stages.flatMap((one) => one.duties)].find((one) => one.id === id)
  if (duty) return dutyOrder(duty, policy)
  const move = [...policy.moves, ...policy.stages.flatMap((one) => one.moves)].find((one) => one.id === id)
  return move ? moveOrder(move, policy) : id
}
