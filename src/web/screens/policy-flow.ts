import type { Explained } from '../../domain/policy/explain.ts'
import type { Exit } from '../../domain/policy/explain-exits.ts'
import type { ExplainedStage } from '../../domain/policy/explain-stage.ts'
import type { Policy, Track } from '../../domain/policy/policy.ts'
import { conditionPhrase } from '../../domain/words/phrase-condition.ts'
import { type FlowRow, flow } from '../html/flow.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { said } from './policy-said.ts'

/** One list for each track, the stages in the order climbed; then the stages that stand aside. */
export function policyFlow(policy: Policy, explained: Explained): Html {
  const several = policy.tracks.length > 1
  const aside = explained.stages.filter((stage) => stage.aside)
  return html`${policy.tracks.map(
    (track, i) => html`${several && h3(trackTitle(track, policy, i))}${flow(trackRows(track, explained, i === 0))}`,
  )}${aside.length > 0 && html`${h3('Reached only when somebody decides so')}${aside.map((stage) => flow(stageRows(stage, explained)))}`}`
}

function trackTitle({ if: condition, says }: Track, policy: Policy, i: number): string {
  if (says !== undefined) return says
  if (condition) return `If ${conditionPhrase(condition, policy)}`
  return i === 0 ? 'Every case' : 'Every other case'
}

function trackRows({ stages }: Track, explained: Explained, first: boolean): readonly FlowRow[] {
  const rows = stages.flatMap((id, i) => {
    const stage = explained.stages.find((one) => one.id === id)
    return stage ? stageRows(stage, explained, stages[i + 1]) : []
  })
  return first ? [startRow(explained), ...rows] : rows
}

const startRow = ({ raise }: Explained): FlowRow => ({
  heading: 'Before you start',
  words: raise.map(said),
  piece: { is: 'start', title: 'A concern is raised' },
})

/** A stage, with the way to the next rung below it; where there is none and somebody decides, the decision as the end. */
function stageRows(stage: ExplainedStage, explained: Explained, next?: string): readonly FlowRow[] {
  const onward = stage.exits.find(({ to }) => to === (next ?? 'decided'))
  const branches = stage.exits.filter((exit) => exit !== onward).map(branch)
  const title = stage.number === undefined ? stage.title : `${stage.number}. ${stage.title}`
  const row: FlowRow = {
    heading: title,
    words: stage.sentences.map(said),
    piece: { is: 'stage', title, lines: [stage.who, ...(stage.limit === undefined ? [] : [stage.limit])] },
    ...(branches.length === 0
      ? {}
      : {
          question: {
            text: 'Settled?',
            branches,
            ...(onward ? { onward: next === undefined ? 'no' : onward.label } : {}),
          },
        }),
  }
  return next === undefined && onward ? [row, endRow(onward.words, explained)] : [row]
}

const endRow = (title: string, { ends }: Explained): FlowRow => ({
  heading: title,
  words: ends.length === 0 ? [] : [link({ text: 'What follows when it has ended', href: '#ends' })],
  piece: { is: 'start', title },
})

/** A short answer stands on its line; a way of its own is named where it leads. */
const branch = ({ label, words }: Exit) =>
  label.length <= 8 ? { label, end: words } : { label: 'or', end: label.slice(0, 1).toUpperCase() + label.slice(1) }

const h3 = (text: string): Html => heading(3, text, { classes: 'govuk-heading-s' })
