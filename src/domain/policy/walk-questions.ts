/** The rest of what is asked of a walk: is something due, is there a way on immediate danger, which notices are missed, how long at most. */
import { factsIn } from '../case/condition.ts'
import { dutyPhrase } from '../words/phrase-duty.ts'
import type { Finding } from './finding.ts'
import { found } from './findings/found.ts'
import type { Duty, Stage } from './policy.ts'
import { dutiesOf } from './static/of-policy.ts'
import type { Edge, State, Walk } from './walk.ts'
import { isLive, isPlain, reachableFrom, rungsOf, stageIdOf, stageOfState } from './walk-graph.ts'
import { storyOf } from './walk-story.ts'

/** Live states in which nobody owes anything and no time runs. */
export function nothingDue(walk: Walk): readonly Finding[] {
  const state = walk.states.find(
    (one) =>
      isLive(one) &&
      !one.duties.some(
        (i) =>
          (i.status === 'open' || i.status === 'late' || i.status === 'waiting') &&
          (i.stage ? i.due !== undefined : i.force !== 'may'),
      ),
  )
  if (!state) return []
  const message = `In \`${stageIdOf(state)}\` nothing is due: no duty is owed and no time runs, so nobody is ever reminded. Give the stage a \`within\`, or somebody a duty.`
  return [
    {
      ...found('warning', 'nothing-due', stageOfState(walk, state)?.place, message),
      story: [...storyOf(walk, state), 'Nothing is due, and no reminder will ever come.'],
    },
  ]
}

/** Live states below the last rung in which immediate danger opens no way. */
export function noUrgentPath(walk: Walk): readonly Finding[] {
  if (dutiesOf(walk.policy).some(({ duty, stage }) => !stage && factsIn(duty.if).includes('immediate-harm'))) return []
  const open = new Set(
    walk.edges
      .filter((edge) => edge.deed.kind === 'move' && factsIn(edge.deed.a.move.if).includes('immediate-harm'))
      .map((edge) => edge.from),
  )
  const state = walk.states.find(
    (one) => isLive(one) && one.c.subject.kind !== 'theme' && hasLater(walk, one) && !open.has(one),
  )
  if (!state) return []
  const message = `In \`${stageIdOf(state)}\` nothing changes when the child is in immediate danger: no move and no duty asks for it. Keep \`urgent\`, or add a duty \`if: immediate-harm\`.`
  return [
    {
      ...found('error', 'no-urgent-path', stageOfState(walk, state)?.place, message),
      story: [...storyOf(walk, state), 'The child is in immediate danger, and nothing else may be done than before.'],
    },
  ]
}

function hasLater(walk: Walk, state: State): boolean {
  const rungs = rungsOf(walk, state)
  const here = rungs.indexOf(stageIdOf(state))
  return here >= 0 && here < rungs.length - 1
}

/** Notices of a stage that a plain way to a later rung goes round. */
export function missedNotices(walk: Walk): readonly Finding[] {
  const begun = walk.states.filter((state) => state.deed.kind === 'raise')
  return walk.policy.stages.flatMap((stage) => {
    const notices = stage.duties.filter((duty) => duty.act.verb === 'tell' && duty.force !== 'may')
    return notices.flatMap((duty) => {
      const round = reachableFrom(
        walk,
        begun.filter((state) => stageIdOf(state) !== stage.id),
        (edge) => isPlain(edge) && stageIdOf(edge.to) !== stage.id && !isStillOwed(edge, stage, duty),
      )
      const later = [...round].find(
        (state) =>
          isLive(state) &&
          rungsOf(walk, state).includes(stage.id) &&
          rungsOf(walk, state).indexOf(stageIdOf(state)) > rungsOf(walk, state).indexOf(stage.id),
      )
      if (!later) return []
      const message = `\`${duty.id}\` is not owed by a case that goes round \`${stage.id}\`. If it must be told, put it in the policy's \`duties\`.`
      return [
        {
          ...found('note', 'notice-missed', duty.place, message),
          story: [...storyOf(walk, later), `Nobody had to ${dutyPhrase(duty, walk.policy)}.`],
        },
      ]
    })
  })
}

/** Of a rung that a jump passes, the plain notices are owed all the same. */
const isStillOwed = (edge: Edge, stage: Stage, duty: Duty): boolean =>
  edge.deed.kind === 'move' &&
  edge.deed.a.lands.to === 'stage' &&
  edge.deed.a.lands.passed.includes(stage.id) &&
  duty.when.length === 0
