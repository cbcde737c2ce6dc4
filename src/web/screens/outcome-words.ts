import { Temporal } from 'temporal-polyfill'
import { dateWords, whenWords } from '../../domain/calendar/words.ts'
import type { Proposal } from '../../domain/case/case.ts'
import { agencyName, personName } from '../../domain/case/world.ts'
import { citesWords } from '../../domain/words/duty-clause.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { prose } from '../html/prose.ts'
import { card, marked, twoWordings, type Wording, type WordingLine } from '../html/two-wordings.ts'
import type { Asked } from './form-asked.ts'
import { differences, facing, markedLines } from './outcome-diff.ts'
import { markOf, type OutcomeState, signedWords } from './outcome-state.ts'

/** The wordings that there are: two facing each other with differences marked, or one by itself. More than two stand one by one. */
export function wordingsShown(asked: Asked, state: OutcomeState): Html {
  const [left, right, ...more] = sorted(asked, state)
  if (left && right && more.length === 0) {
    const rows = facing(linesOf(left), linesOf(right))
    const raising = wording(asked, left, markedLines(rows, 'left', says(asked, left, right)))
    const answering = wording(asked, right, markedLines(rows, 'right', says(asked, right, left)))
    return html`${differences(rows) > 0 && legend(state)}${twoWordings({ raising, answering })}`
  }
  return html`${[left, right, ...more].map((one) => one && single(asked, one))}`
}

/** In how many places the two wordings differ; nothing when there are not two. */
export function differing(asked: Asked, state: OutcomeState): number | undefined {
  const [left, right, third] = sorted(asked, state)
  return left && right && !third ? differences(facing(linesOf(left), linesOf(right))) : undefined
}

/** One wording by itself, as it would be signed. */
export function single(asked: Asked, proposal: Proposal): Html {
  const side = markOf(asked, proposal.agency).owner === 'raising' ? 'raising' : 'answering'
  return card(
    wording(
      asked,
      proposal,
      linesOf(proposal).map((line) => ({ pieces: [line] })),
    ),
    side,
  )
}

/** The lines and, as lines of their own, what is still to be done: both are signed. */
const linesOf = (proposal: Proposal): readonly string[] => [
  ...proposal.lines,
  ...proposal.outstanding.map((action) => `Still to do: ${action.what}. ${action.who}, by ${dateWords(action.by)}.`),
]

/** The side that raised it is left. */
const sorted = ({ view }: Asked, { wordings }: OutcomeState): readonly Proposal[] => {
  const raising = view.c.agencies.find((a) => a.side === 'raising')?.agency
  return [...wordings].sort((a, b) => Number(b.agency === raising) - Number(a.agency === raising))
}

function wording(asked: Asked, proposal: Proposal, lines: readonly WordingLine[]): Wording {
  const { view } = asked
  const you = proposal.agency === view.part.agency ? ' (you)' : ''
  return {
    mark: markOf(asked, proposal.agency),
    name: `${agencyName(view.world, proposal.agency)}${you}`,
    by: `Written by ${personName(view.world, proposal.by)}, ${whenWords(Temporal.Instant.fromEpochMilliseconds(proposal.at))}`,
    lines,
    foot: signedWords(asked, proposal),
  }
}

function says({ view }: Asked, own: Proposal, other: Proposal) {
  const yours = own.agency === view.part.agency
  return {
    only: yours ? 'Only in your words:' : 'Only in their words:',
    missing: yours
      ? 'Not in your words'
      : `Not in ${other.agency === view.part.agency ? 'their' : agencyName(view.world, own.agency)} words`,
  }
}

function legend({ instance }: OutcomeState): Html {
  const due =
    instance.due === undefined ? '' : ` Sign by ${whenWords(Temporal.Instant.fromEpochMilliseconds(instance.due.at))}`
  const clause = citesWords(instance.duty?.cites ?? [])
  const where =
    due === '' ? '' : `${due}${clause === '' ? '' : ` (${clause.charAt(0).toLowerCase()}${clause.slice(1)})`}.`
  return html`<p class="govuk-body-s">${marked('Marked words')} are not the same on both sides.${where === '' ? nothing : prose(where)}</p>`
}
