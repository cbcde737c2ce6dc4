/**
 * What moving a running case to another version of its policy would change, before anybody does it: dates, what is owed, moves.
 * Pure, in plain data; `decide` makes the change itself. Source: language.md section 3 "Versions"; decision 20.
 */
import type { At } from '../people/directory.ts'
import type { Id } from '../policy/policy.ts'
import { availableMoves } from './available.ts'
import { type Case, currentVisit } from './case.ts'
import { byItself } from './decide/by-itself.ts'
import { changeOf } from './decide/changing-version.ts'
import { writer } from './decide/deciding.ts'
import { due } from './due.ts'
import { type DutyInstance, isLive } from './duty-instance.ts'
import { mappedStage } from './mapped-stage.ts'
import type { Refusal } from './refusal.ts'
import { type Difference, differences } from './replay/differences.ts'
import { stageOf } from './stage-of.ts'
import type { World } from './world.ts'

export interface WouldChange {
  /** The case as it would go on. */
  readonly c: Case
  /** Of what is still to be done: other dates, what falls away (`only: 'was'`), what arises (`only: 'would'`). */
  readonly differences: readonly Difference[]
  /** Moves of the stage it stands in that it loses or gains. `to`: a stage, by its new id, or an end. */
  readonly moves: readonly { readonly only: 'was' | 'would'; readonly move: Id; readonly to: string }[]
}

/** `target` is the world of the other version, `stages` the mapping, old id to new; `shown` leaves out what its reader may not know of. */
export function versionChange(
  world: World,
  c: Case,
  target: World,
  stages: Readonly<Record<Id, Id>>,
  at: At,
  shown: (duties: readonly DutyInstance[]) => readonly DutyInstance[] = (duties) => duties,
): { readonly ok: true; readonly value: WouldChange } | { readonly ok: false; readonly refusal: Refusal } {
  const write = writer(world, c)
  // As when it is done: what had passed under the version of that time is on the record first.
  byItself(world, write, at)
  const before = write.case
  const what = changeOf(world, before, target, stages, '', at)
  if (!what.ok) return what
  write.add({ what: what.value }, { person: 'concordat', at })
  const after = write.case
  const [was, would] = [due(world, before, at), due(target, after, at)]
  const named = (id: Id) => mappedStage(stages, id)
  return {
    ok: true,
    value: {
      c: after,
      // The visits of the case after it: both sides of the comparison call a stage the same.
      differences: differences(
        { world, c: after, all: shown(was.filter(isLive)).map((i) => underNew(i, named)) },
        { world: target, c: after, all: shown(would.filter(isLive)) },
      ),
      moves: movesBetween(
        { world, c: before, all: was, named },
        { world: target, c: after, all: would, named: (id) => id },
        at,
      ),
    },
  }
}

/** Stages of the case that the version does not have by that id. `needed`: without a place for it the case cannot be moved. */
export function unplacedStages(
  world: World,
  c: Case,
  target: World,
  at: At,
): readonly { readonly stage: Id; readonly is: string; readonly needed: boolean }[] {
  const owed = due(world, c, at).flatMap((i) => (isLive(i) ? [i.visit] : []))
  const needed = new Set([currentVisit(c).n, ...owed])
  const gone = c.visits.filter((v) => !stageOf(target, v.stage))
  return [...new Set(gone.map((v) => v.stage))].map((stage) => ({
    stage,
    is: stageOf(world, stage)?.is ?? stage,
    needed: gone.some((v) => v.stage === stage && needed.has(v.n)),
  }))
}

const underNew = (i: DutyInstance, named: (id: Id) => Id): DutyInstance => (i.stage ? { ...i, id: named(i.id) } : i)

interface Side {
  readonly world: World
  readonly c: Case
  readonly all: readonly DutyInstance[]
  readonly named: (stage: Id) => Id
}

function movesBetween(was: Side, would: Side, at: At): WouldChange['moves'] {
  const [before, after] = [movesOf(was, at), movesOf(would, at)]
  const missing = (from: typeof before, than: typeof before) =>
    from.filter((one) => !than.some((other) => other.move === one.move && other.to === one.to))
  return [
    ...missing(before, after).map((one) => ({ only: 'was' as const, ...one })),
    ...missing(after, before).map((one) => ({ only: 'would' as const, ...one })),
  ]
}

const movesOf = ({ world, c, all, named }: Side, at: At) =>
  availableMoves(world, c, at, all).map(({ move, lands }) => ({
    move: move.id,
    to: lands.to === 'stage' ? named(lands.stage) : lands.end,
  }))
