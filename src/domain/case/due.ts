/**
 * `due`: every duty of a case, with its deadline and its working, as of a moment.
 * Worked out from the entries each time, never stored as truth. Source: language.md section 3, from "When a duty arises" to "Life of an instance".
 */

import type { At } from '../people/directory.ts'
import type { Duty, Id } from '../policy/policy.ts'
import { actionDuties } from './action-duties.ts'
import { dutiesAsOf, inForceOf } from './addenda.ts'
import { datedSinceChange, sinceChange } from './after-change.ts'
import type { Case } from './case.ts'
import { answersAt } from './condition.ts'
import { type DutyInstance, isLive } from './duty-instance.ts'
import { workOrder } from './duty-order.ts'
import { type Run, runsOf, type Scope } from './duty-starts.ts'
import { gatesOf } from './gates.ts'
import { doneBy, instance, isArrangement, stageLimits, type Worked, waiting } from './instances.ts'
import type { Listening } from './occurrences.ts'
import { keyOf, type Ower, owersOf, rowOf } from './owers.ts'
import { panelDuties } from './panel-duty.ts'
import { stageOf } from './stage-of.ts'
import type { World } from './world.ts'

export { isArrangement } from './instances.ts'
export { owersOf } from './owers.ts'
export { stageOf } from './stage-of.ts'

export function due(world: World, c: Case, at: At): readonly DutyInstance[] {
  const known = answers.get(c)
  if (known && known.world === world && known.at === at) return known.all
  const all = workedOut(world, c, at)
  answers.set(c, { world, at, all })
  return all
}

// A page and a decision ask the same question many times over; a case and a world never change, so the answer does not either.
const answers = new WeakMap<Case, { readonly world: World; readonly at: At; readonly all: readonly DutyInstance[] }>()

function workedOut(world: World, c: Case, at: At): readonly DutyInstance[] {
  const worked = new Map<Id, readonly DutyInstance[]>()
  const { everywhere, inStages } = dutiesOf(world)
  for (const id of orderOf(world)) {
    const stage = stageOf(world, id)
    if (stage) {
      worked.set(
        id,
        stageLimits(world, c, at, stage, worked).map((i) => datedSinceChange(c, i, at)),
      )
      continue
    }
    const duty = everywhere.get(id)
    const found =
      duty && isAsked(c, duty) ? [...instances(world, c, at, duty, { from: c.raisedAt, visit: 0 }, worked)] : []
    for (const visit of c.visits) {
      const own = inStages.get(visit.stage)?.get(id)
      if (!own || visit.from > at || !isAsked(c, own)) continue
      // Of a rung jumped over, its plain notices arise there and then; everything else of it does not.
      if (visit.passed && (own.act.verb !== 'tell' || own.when.length > 0)) continue
      found.push(
        ...instances(
          world,
          c,
          at,
          own,
          { from: visit.from, to: visit.passed ? undefined : visit.to, visit: visit.n },
          worked,
        ),
      )
    }
    worked.set(id, found)
  }
  const all = [...worked.values()].flat()
  const asked = [...panelDuties(world, c, at, all), ...gatesOf(world, c, at)].map((i) => datedSinceChange(c, i, at))
  return [...all, ...asked, ...actionDuties(world, c, at)]
}

/** The policy's own duties, and those of each stage by its id: the same for every case of a world. */
function dutiesOf(world: World): Duties {
  const known = duties.get(world)
  if (known) return known
  const found: Duties = {
    everywhere: new Map(dutiesAsOf(world, undefined).map((d) => [d.id, d])),
    inStages: new Map(
      world.policy.stages.map((s) => [s.id, new Map(dutiesAsOf(world, s.id).map((d) => [d.id, d]))] as const),
    ),
  }
  duties.set(world, found)
  return found
}

interface Duties {
  readonly everywhere: ReadonlyMap<Id, Duty>
  readonly inStages: ReadonlyMap<Id, ReadonlyMap<Id, Duty>>
}

const duties = new WeakMap<World, Duties>()

const orderOf = (world: World): readonly Id[] =>
  world.addenda.length === 0
    ? workOrder(world.policy)
    : [...new Set([world.policy, ...world.addenda.map((a) => a.policy)].flatMap(workOrder))]

function instances(world: World, c: Case, at: At, duty: Duty, scope: Scope, worked: Worked): readonly DutyInstance[] {
  return owersOf(world, c, duty).flatMap((ower) => {
    const row = rowOf(c, ower)
    const joined = ower.agency === undefined ? 0 : (row?.joinedAt ?? Number.POSITIVE_INFINITY)
    const from = Math.max(scope.from, joined)
    if (from > at) return []
    const listening: Listening = {
      world,
      c,
      at,
      worked,
      ...(ower.agency ? { agency: ower.agency, joined: { at: joined, side: ower.side } } : {}),
      span: { from, to: scope.to, visit: scope.visit },
      answer: answersAt(c, at),
    }
    const runs = runsOf(duty, scope, listening)
    if (runs === 'waiting') return (row?.settledAt ?? at) < from ? [] : waiting(c, at, duty, scope, ower)
    const wanted = runs.filter((r) => r.at <= (row?.settledAt ?? at) && inForceOf(world, duty, r.at))
    const made = numbered(duty, scope, ower, wanted, c, at).flatMap(({ key, run: begun }) => {
      const run = sinceChange(c, duty, scope, key, begun, at)
      return run ? instance(key, duty, { ...scope, visit: scope.visit || run.keyVisit }, ower, run, listening) : []
    })
    const counted = scope.visit === 0 && isAskedAnew(duty) ? newestCounts(c, made) : made
    return counted.map((i) => datedSinceChange(c, i, at))
  })
}

/** Each run with its key. A start that has been done once asks for no more, however its `if` turns. */
function numbered(
  duty: Duty,
  scope: Scope,
  ower: Ower,
  runs: readonly Run[],
  c: Case,
  at: At,
): readonly { readonly key: string; readonly run: Run }[] {
  const counts = new Map<number, number>()
  const finished = new Set<number>()
  return runs.flatMap((run) => {
    if (finished.has(run.of)) return []
    const visit = scope.visit || run.keyVisit
    const occurrence = counts.get(visit) ?? 0
    counts.set(visit, occurrence + 1)
    const key = keyOf(duty.id, visit, occurrence, ower.mark)
    if (doneBy(c, key, at)) finished.add(run.of)
    return [{ key, run }]
  })
}

/** What is asked at every stage is asked once at a time, and no longer when the case has ended; lateness stays remembered. */
function newestCounts(c: Case, made: readonly DutyInstance[]): readonly DutyInstance[] {
  return made.map((i, n) => {
    const ended = c.happenings.find((h) => h.on === 'end' && i.arose !== undefined && h.at >= i.arose)?.at
    const next = [made[n + 1]?.arose, ended]
      .filter((x) => x !== undefined)
      .reduce<At | undefined>((x, y) => (x === undefined ? y : Math.min(x, y)), undefined)
    if (next === undefined || !isLive(i)) return i
    const { lateAt, ...rest } = i
    return { ...rest, status: 'overtaken', off: next, ...(lateAt !== undefined && lateAt <= next ? { lateAt } : {}) }
  })
}

/** Of a theme nobody is asked what the risk to the child is, and what keeps the child safe. Source: language.md section 3 "Themes". */
const isAsked = (c: Case, duty: Duty): boolean =>
  c.subject.kind !== 'theme' || !(isArrangement(duty) || (duty.act.verb === 'answer' && duty.act.fact === 'our-risk'))

const isAskedAnew = (duty: Duty): boolean =>
  duty.when.some((e) => e.on === 'any entered') && (duty.act.verb === 'answer' || isArrangement(duty))
