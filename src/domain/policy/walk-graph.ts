/** Questions about ways through a walk: who can get where, with whom acting. */
import { currentVisit } from '../case/case.ts'
import type { PersonId } from '../people/directory.ts'
import type { Id, Stage } from './policy.ts'
import type { Edge, State, Walk } from './walk.ts'

export const isLive = (state: State): boolean => state.c.end === undefined

export const stageIdOf = (state: State): Id => currentVisit(state.c).stage

export const stageOfState = (walk: Walk, state: State): Stage | undefined =>
  walk.policy.stages.find((stage) => stage.id === stageIdOf(state))

/** Rungs of the state's track, in the order climbed. */
export const rungsOf = (walk: Walk, state: State): readonly Id[] =>
  walk.policy.tracks.find((track) => track.id === state.c.track)?.stages ?? []

/** The states from which a way of allowed edges leads to the goal; the goal's own states among them. */
export function canReach(
  walk: Walk,
  goal: (state: State) => boolean,
  allowed: (edge: Edge) => boolean,
): ReadonlySet<State> {
  const into = new Map<State, State[]>()
  for (const edge of walk.edges) {
    if (!allowed(edge)) continue
    const before = into.get(edge.to)
    if (before) before.push(edge.from)
    else into.set(edge.to, [edge.from])
  }
  const found = new Set(walk.states.filter(goal))
  for (const state of found) for (const before of into.get(state) ?? []) found.add(before)
  return found
}

/** The states that a way of allowed edges leads to from these. */
export function reachableFrom(
  walk: Walk,
  start: readonly State[],
  allowed: (edge: Edge) => boolean,
): ReadonlySet<State> {
  const out = Map.groupBy(walk.edges.filter(allowed), (edge) => edge.from)
  const found = new Set(start)
  for (const state of found) for (const edge of out.get(state) ?? []) found.add(edge.to)
  return found
}

/** An answer that changes, or that turns out so. Nobody gets on by wishing it. */
export const isFactChanging = (edge: Edge): boolean => edge.deed.kind === 'fact'

export const isChance = (edge: Edge): boolean => edge.deed.kind === 'move' && edge.deed.chance.length > 0

/** A move that only immediate danger opens. */
export const isHarm = (edge: Edge): boolean => edge.deed.kind === 'move' && edge.deed.chance.includes('immediate-harm')

/** What an answer may yet open, short of danger and of the matter belonging elsewhere. */
export const isHope = (edge: Edge): boolean =>
  !isHarm(edge) && !(isChance(edge) && edge.to.c.end?.end === 'handed over')

export const isPlain = (edge: Edge): boolean => !isFactChanging(edge) && !isChance(edge)

/** Whether the people for whom `acts` holds can do it without anybody else. */
export const doableBy = (edge: Edge, acts: (person: PersonId) => boolean): boolean =>
  edge.need.every((group) => group.some(acts))

/** On the last rung, before somebody who decides, decided or handed over: it has got as far as the policy goes. */
export function hasArrived(walk: Walk, state: State): boolean {
  const { end } = state.c
  if (end) return end.end === 'decided' || end.end === 'handed over'
  return stageOfState(walk, state)?.by !== undefined || rungsOf(walk, state).at(-1) === stageIdOf(state)
}
