import type { Condition, Duty, Event, Id, Move, Place, Policy, Stage } from '../policy.ts'
import { type MapTree, placeOf, type Tree } from '../tree.ts'

/** Every duty with the stage it stands in; none for the policy's own. */
export function dutiesOf(policy: Policy): readonly { readonly duty: Duty; readonly stage?: Stage }[] {
  return [
    ...policy.duties.map((duty) => ({ duty })),
    ...policy.stages.flatMap((stage) => stage.duties.map((duty) => ({ duty, stage }))),
  ]
}

/** Every move with the stage it is written in; none for the policy's own. */
export function movesOf(policy: Policy): readonly { readonly move: Move; readonly stage?: Stage }[] {
  return [
    ...policy.moves.map((move) => ({ move })),
    ...policy.stages.flatMap((stage) => stage.moves.map((move) => ({ move, stage }))),
  ]
}

export function stageLate(stage: Id): Id {
  return `stage ${stage}`
}

/** The duty, or the stage's limit, whose doing or lateness an event tells. */
export function namedBy(event: Event): Id | undefined {
  switch (event.on) {
    case 'done':
    case 'late':
    case 'after':
      return event.duty
    case 'due':
      return event.is === 'duty' ? event.of : stageLate(event.of)
    case 'stage late':
      return stageLate(event.stage)
    case 'raised':
    case 'joined':
    case 'entered':
    case 'left':
    case 'any entered':
    case 'any left':
    case 'end':
    case 'ended':
    case 'decision changed':
    case 'action late':
    case 'every':
    case 'date':
      return undefined
  }
}

/** Every condition that is written, wherever it stands. */
export function conditionsOf(policy: Policy): readonly Condition[] {
  return [
    ...policy.tracks.map((track) => track.if),
    ...dutiesOf(policy).flatMap(({ duty }) => [duty.if, ...duty.within.map((limit) => limit.if)]),
    ...movesOf(policy).map(({ move }) => move.if),
    ...policy.stages.flatMap((stage) => [stage.if, ...stage.within.map((limit) => limit.if)]),
    ...policy.raise.within.map((limit) => limit.if),
  ].filter((condition) => condition !== undefined)
}

interface Atom {
  readonly fact: Id
  readonly place: Place
  /** Under an odd number of `not`. */
  readonly denied: boolean
}

export function atomsOf(condition: Condition | undefined, denied = false): readonly Atom[] {
  if (!condition) return []
  switch (condition.op) {
    case 'yes':
    case 'is':
      return [{ fact: condition.fact, place: condition.place, denied }]
    case 'not':
      return atomsOf(condition.of, !denied)
    case 'and':
    case 'or':
      return condition.of.flatMap((part) => atomsOf(part, denied))
  }
}

/** Where the value under a path is written, when it is there. */
export function writtenAt(root: MapTree, ...path: readonly string[]): Place | undefined {
  let tree: Tree | undefined = root
  for (const key of path) tree = tree?.kind === 'map' ? tree.entries.get(key)?.value : undefined
  return tree && placeOf(tree.spot)
}
