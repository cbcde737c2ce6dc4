/** Stages that no case gets to, and ends that no case comes to. Source: language.md section 5, "Questions asked of the graph". */
import type { Finding } from './finding.ts'
import { found } from './findings/found.ts'
import type { End, Stage } from './policy.ts'
import { movesOf } from './static/of-policy.ts'
import type { State, Walk } from './walk.ts'
import { isChance, isHarm, reachableFrom, stageIdOf } from './walk-graph.ts'
import { storyOf } from './walk-story.ts'

export function reachFindings(walk: Walk): readonly Finding[] {
  return [...stages(walk), ...ends(walk)]
}

function stages(walk: Walk): readonly Finding[] {
  const begun = walk.states.filter((state) => state.deed.kind === 'raise')
  const plainly = new Set([...reachableFrom(walk, begun, (edge) => !isChance(edge))].map(stageIdOf))
  const withoutHarm = new Set([...reachableFrom(walk, begun, (edge) => !isHarm(edge))].map(stageIdOf))
  const atAll = new Map(walk.states.toReversed().map((state) => [stageIdOf(state), state]))
  return walk.policy.stages.flatMap((stage): readonly Finding[] => {
    if (plainly.has(stage.id) || withoutHarm.has(stage.id)) return []
    const state = atAll.get(stage.id)
    return [state ? onlyOnHarm(walk, stage, state) : unreachable(walk, stage)]
  })
}

function unreachable(walk: Walk, stage: Stage): Finding {
  const message = `No case ever gets to \`${stage.id}\`: every way was walked and none leads there. Look at the \`if\` of the stage and of the moves that lead to it.`
  const furthest = walk.states.findLast((state) => !state.c.end) ?? walk.states[0]
  const story = furthest
    ? [...storyOf(walk, furthest), `From here, as from everywhere else, nothing leads to “${stage.is}”.`]
    : []
  return { ...found('error', 'unreachable-stage', stage.place, message), story }
}

function onlyOnHarm(walk: Walk, stage: Stage, state: State): Finding {
  const message = `\`${stage.id}\` is reached only when the child is in immediate danger. Let another move lead there, or say that it is meant so.`
  return { ...found('warning', 'only-on-harm', stage.place, message), story: storyOf(walk, state) }
}

/** Ends that the policy's own moves name. */
function ends(walk: Walk): readonly Finding[] {
  const come = new Set(walk.states.flatMap((state) => state.c.end?.end ?? []))
  const named = new Map<End, { readonly id: string; readonly place: Parameters<typeof found>[2] }>()
  for (const { move } of movesOf(walk.policy)) {
    if (move.origin === 'ours') continue
    for (const target of move.to)
      if (target.type === 'end' && !named.has(target.end)) named.set(target.end, { id: move.id, place: move.place })
  }
  return [...named].flatMap(([end, move]) => {
    if (come.has(end)) return []
    const message = `No case ever ends as \`${end}\`, though \`${move.id}\` leads there. Look at who may make it and at its \`if\`.`
    return [found('error', 'unreachable-end', move.place, message)]
  })
}
