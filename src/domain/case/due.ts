/**
 * `due`: every duty of a case, with its deadline and its working, as of a moment.
 * Worked out from the entries each time, never stored as truth. Source: language.md section 3, from "When a duty arises" to "Life of an instance".
 */

import { dateAt } from '../calendar/london.ts'
import type { At } from '../people/directory.ts'
import type { Duty, Id, Limit, Stage } from '../policy/policy.ts'
import { addedBy, dutiesAsOf, inForceOf, limitsAsOf } from './addenda.ts'
import type { Case } from './case.ts'
import { answersAt, holds } from './condition.ts'
import { deadlineFor } from './duty-clock.ts'
import { type Due, type DutyInstance, type DutyStatus, isLive } from './duty-instance.ts'
import { overtakenAt } from './duty-off.ts'
import { workOrder } from './duty-order.ts'
import { type Run, runsOf, type Scope } from './duty-starts.ts'
import { gatesOf } from './gates.ts'
import { dueOf } from './instance-deadline.ts'
import type { Listening } from './occurrences.ts'
import { keyOf, type Ower, owersOf, rowOf } from './owers.ts'
import { panelDuties } from './panel-duty.ts'
import { stageOf } from './stage-of.ts'
import type { World } from './world.ts'

export { type Ower, owersOf } from './owers.ts'
export { stageOf } from './stage-of.ts'

type Worked = ReadonlyMap<Id, readonly DutyInstance[]>

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
  const everywhere = new Map(dutiesAsOf(world, undefined).map((d) => [d.id, d]))
  const inStages = new Map(
    world.policy.stages.flatMap((s) => dutiesAsOf(world, s.id).map((d) => [`${s.id}·${d.id}`, d])),
  )
  for (const id of orderOf(world)) {
    const stage = stageOf(world, id)
    if (stage) {
      worked.set(id, stageLimits(world, c, at, stage, worked))
      continue
    }
    const duty = everywhere.get(id)
    const found = duty ? [...instances(world, c, at, duty, { from: c.raisedAt, visit: 0 }, worked)] : []
    for (const visit of c.visits) {
      const own = inStages.get(`${visit.stage}·${id}`)
      if (!own || visit.from > at) continue
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
  return [...all, ...panelDuties(world, c, at, all), ...gatesOf(world, c, at)]
}

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
      ...(ower.agency ? { agency: ower.agency } : {}),
      span: { from, to: scope.to, visit: scope.visit },
      answer: answersAt(c, at),
    }
    const runs = runsOf(duty, scope, listening)
    if (runs === 'waiting') return (row?.settledAt ?? at) < from ? [] : waiting(c, at, duty, scope, ower)
    const wanted = runs.filter((r) => r.at <= (row?.settledAt ?? at) && inForceOf(world, duty, r.at))
    const made = numbered(duty, scope, ower, wanted, c, at).map(({ key, run }) =>
      instance(key, duty, { ...scope, visit: scope.visit || run.keyVisit }, ower, run, listening),
    )
    return scope.visit === 0 && isAskedAnew(duty) ? newestCounts(c, made) : made
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
    const next = [made[n + 1]?.arose, ended].filter((x) => x !== undefined).reduce<At | undefined>((x, y) => (x === undefined ? y : Math.min(x, y)), undefined)
    if (next === undefined || !isLive(i)) return i
    const { lateAt, ...rest } = i
    return { ...rest, status: 'overtaken', off: next, ...(lateAt !== undefined && lateAt <= next ? { lateAt } : {}) }
  })
}

const isAskedAnew = (duty: Duty): boolean => duty.when.some((e) => e.on === 'any entered') && (duty.act.verb === 'answer' || isArrangement(duty))

/** Saying what keeps the child safe meanwhile. Source: language.md, our own policy. */
export const isArrangement = (duty: Duty): boolean =>
  duty.act.verb === 'write' && duty.act.words === 'interim arrangement'

/** What keeps the child safe as a stage is entered: the next stage needs it extended or replaced by the day it ends, not anew the same day. */
function arrangementAt(c: Case, at: At): Case['arrangement'] {
  const known = c.arrangement
  return known && known.at <= at && (known.until === undefined || known.until >= dateAt(at)) ? known : undefined
}

function untilDue(
  world: World,
  inPlace: NonNullable<Case['arrangement']>,
  arose: At,
  limits: readonly Limit[],
): Due | undefined {
  if (inPlace.until === undefined) return undefined
  const ends = limits
    .slice(0, 1)
    .map((l): Limit => ({ length: { unit: 'as-agreed' }, orSooner: false, asAGuide: false, text: '', place: l.place }))
  return dueOf(ends, {
    world,
    arose,
    answer: () => undefined,
    latest: () => undefined,
    dateSet: inPlace.until,
    isStage: false,
  })
}

function waiting(c: Case, at: At, duty: Duty, scope: Scope, ower: Ower): readonly DutyInstance[] {
  if (!holds(duty.if, answersAt(c, at))) return []
  const key = keyOf(duty.id, scope.visit, 0, ower.mark)
  const done = doneBy(c, key, at)
  const off = overtakenAt(c, duty, scope, ower, undefined, at)
  const status: DutyStatus = done ? 'done' : c.waived[key] ? 'waived' : off !== undefined ? 'overtaken' : 'waiting'
  return [{ ...head(duty, scope, ower, key), status, ...(done ? { done } : {}), ...(off === undefined ? {} : { off }) }]
}

function instance(
  key: string,
  duty: Duty,
  scope: Scope & { readonly visit: number },
  ower: Ower,
  run: Run,
  l: Listening,
): DutyInstance {
  const { world, c, at } = l
  const done = doneBy(c, key, at)
  const waived = c.waived[key]
  const ended = duty.act.verb === 'keep' ? addedBy(world, duty, run.at)?.ends : undefined
  const overtaken = overtakenAt(c, duty, { ...scope, visit: l.span.visit }, ower, run, at)
  const off = first([waived?.at, overtaken, run.notNeededAt, ended], at)
  const settledAt = done?.at ?? off
  const inPlace = isArrangement(duty) ? arrangementAt(c, run.at) : undefined
  const limits = limitsAsOf(world, duty, run.at)
  const due = inPlace
    ? untilDue(world, inPlace, run.at, limits)
    : deadlineFor(limits, { key, arose: run.at, settledAt, ower }, l)
  const lateAt = lateness(due, first([settledAt, signedAt(c, duty, scope.visit, ower)], at) ?? at, c, key, at)
  const status: DutyStatus = done
    ? 'done'
    : off !== undefined
      ? waived?.at === off
        ? 'waived'
        : off === run.notNeededAt
          ? 'not needed'
          : 'overtaken'
      : due && lateAt !== undefined && due.at < at
        ? 'late'
        : 'open'
  return {
    ...head(duty, scope, ower, key),
    scope: l.span.visit === 0 ? 'policy' : 'stage',
    arose: run.at,
    startedBy: run.by,
    status,
    ...(due ? { due } : {}),
    ...(lateAt === undefined ? {} : { lateAt }),
    ...(done ? { done } : {}),
    ...(off === undefined || done ? {} : { off }),
  }
}

function stageLimits(world: World, c: Case, at: At, stage: Stage, worked: Worked): DutyInstance[] {
  return c.visits
    .filter((v) => v.stage === stage.id && !v.passed && v.from <= at)
    .map((v) => {
      const key = keyOf(stage.id, v.n, 0, 'both')
      const left = v.to !== undefined && v.to <= at ? v.to : undefined
      const listening: Listening = {
        world,
        c,
        at,
        worked,
        span: { from: v.from, to: v.to, visit: v.n },
        answer: answersAt(c, at),
      }
      const due = deadlineFor(limitsAsOf(world, stage, v.from), { key, arose: v.from, settledAt: left }, listening)
      const lateAt = lateness(due, left ?? at, c, key, at)
      const done = left === undefined ? undefined : { at: left, seq: 0, by: 'concordat' as const }
      return {
        key,
        id: stage.id,
        stage,
        force: 'must' as const,
        visit: v.n,
        scope: 'stage' as const,
        side: 'both' as const,
        arose: v.from,
        status: done ? ('done' as const) : due && due.at < at ? ('late' as const) : ('open' as const),
        ...(due ? { due } : {}),
        ...(lateAt === undefined ? {} : { lateAt }),
        ...(done ? { done } : {}),
      }
    })
}

/**
 * The first moment after the deadline, if it passed before the thing was settled; what the record says is late stays so.
 * A length that runs out with the working day is past it: what lateness starts has the next working day.
 */
function lateness(due: Due | undefined, until: At, c: Case, key: string, at: At): At | undefined {
  if (due && due.at < until) return due.at + 1
  const since = c.lateSince[key]
  return since !== undefined && since <= at ? since : undefined
}

/** Whoever signed the words that stand is not late with them, though others still have to. */
function signedAt(c: Case, duty: Duty, visit: number, ower: Ower): At | undefined {
  if (duty.act.verb !== 'agree') return undefined
  return c.proposals
    .findLast((p) => p.of === duty.id && p.visit === visit)
    ?.confirmed.find((x) => x.agency === ower.agency)?.at
}

function head(duty: Duty, scope: Scope, ower: Ower, key: string) {
  return {
    key,
    id: duty.id,
    duty,
    force: duty.force,
    visit: scope.visit,
    scope: scope.visit === 0 ? ('policy' as const) : ('stage' as const),
    side: ower.side,
    ...(ower.agency ? { agency: ower.agency } : {}),
  }
}

function doneBy(c: Case, key: string, at: At): DutyInstance['done'] {
  const done = c.done[key]
  return done && done.at <= at ? done : undefined
}

const first = (times: readonly (At | undefined)[], at: At): At | undefined =>
  times.reduce<At | undefined>((a, b) => (b === undefined || b > at ? a : a === undefined || b < a ? b : a), undefined)
