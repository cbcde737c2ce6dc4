import type { Explained } from '../../domain/policy/explain.ts'
import type { ExplainedStage } from '../../domain/policy/explain-stage.ts'
import type { Policy, Track } from '../../domain/policy/policy.ts'
import { conditionPhrase } from '../../domain/words/phrase-condition.ts'
import { type FlowRow, flow } from '../html/flow.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { said } from './policy-said.ts'

/** One list for each track, the stages in the order climbed; then the stages that stand aside. */
export function policyFlow(policy: Policy, explained: Explained): Html {
  const several = policy.tracks.length > 1
  const aside = explained.stages.filter((stage) => stage.aside)
  return html`${policy.tracks.map(
    (track, i) => html`${several && h3(trackTitle(track, policy, i))}${flow(trackRows(track, explained, i === 0))}`,
  )}${aside.length > 0 && html`${h3('Reached only when somebody decides so')}${flow(aside.map((stage) => stageRow(stage)))}`}`
}

function trackTitle({ if: condition, says }: Track, policy: Policy, i: number): string {
  if (says !== undefined) return says
  if (condition) return `If ${conditionPhrase(condition, policy)}`
  return i === 0 ? 'Every case' : 'Every other case'
}

function trackRows({ stages }: Track, explained: Explained, first: boolean): readonly FlowRow[] {
  const rows = stages.flatMap((id, i) => {
    const stage = explained.stages.find((one) => one.id === id)
    return stage ? [stageRow(stage, stages[i + 1])] : []
  })
  return first ? [startRow(explained), ...rows] : rows
}

const startRow = ({ raise }: Explained): FlowRow => ({
  heading: 'Before you start',
  words: raise.map(said),
  piece: { is: 'start', title: 'A concern is raised' },
})

/** Without a next rung the last way out stands as the end. */
function stageRow(stage: ExplainedStage, next?: string): FlowRow {
  const onward = stage.exits.find(({ to }) => to === next)
  const decided = next === undefined ? stage.exits.find(({ to }) => to === 'decided') : undefined
  const branches = stage.exits.filter((exit) => exit !== onward && exit !== decided)
  const title = stage.number === undefined ? stage.title : `${stage.number}. ${stage.title}`
  return {
    heading: title,
    words: stage.sentences.map(said),
    piece: { is: 'stage', title, lines: [stage.who, ...(stage.limit === undefined ? [] : [stage.limit])] },
    ...(branches.length === 0 && !onward
      ? {}
      : {
          question: {
            text: branches.length === 0 ? 'Done?' : 'Settled?',
            branches: branches.map(({ label, words }) => ({ label, end: words })),
            ...(onward ? { onward: onward.label } : decided ? { onward: 'no' } : {}),
          },
        }),
    ...(decided ? { end: { title: decided.words } } : {}),
  }
}

const h3 = (text: string): Html => heading(3, text, { classes: 'govuk-heading-s' })
