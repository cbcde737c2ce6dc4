/** One instance of a duty, or of a stage's own limit: its status, its deadline, whether it was late. Source: language.md section 3 "Life of an instance". */
import { dateAt } from '../calendar/london.ts'
import type { At } from '../people/directory.ts'
import type { Duty, Id, Limit, Stage } from '../policy/policy.ts'
import { addedBy, limitsAsOf } from './addenda.ts'
import type { Case } from './case.ts'
import { answersAt, holds } from './condition.ts'
import { deadlineFor } from './duty-clock.ts'
import type { Due, DutyInstance, DutyStatus } from './duty-instance.ts'
import { overtakenAt } from './duty-off.ts'
import type { Run, Scope } from './duty-starts.ts'
import { dueOf } from './instance-deadline.ts'
import type { Listening } from './occurrences.ts'
import { keyOf, type Ower } from './owers.ts'
import type { World } from './world.ts'

export type Worked = ReadonlyMap<Id, readonly DutyInstance[]>

export function waiting(c: Case, at: At, duty: Duty, scope: Scope, ower: Ower): readonly DutyInstance[] {
  if (!holds(duty.if, answersAt(c, at))) return []
  const key = keyOf(duty.id, scope.visit, 0, ower.mark)
  const done = doneBy(c, key, at)
  const off = overtakenAt(c, duty, scope, ower, undefined, at)
  const status: DutyStatus = done ? 'done' : c.waived[key] ? 'waived' : off !== undefined ? 'overtaken' : 'waiting'
  return [{ ...head(duty, scope, ower, key), status, ...(done ? { done } : {}), ...(off === undefined ? {} : { off }) }]
}

export function instance(
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

export function stageLimits(world: World, c: Case, at: At, stage: Stage, worked: Worked): DutyInstance[] {
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
    ?.confirmed.find((x) => x.agency === ower.agency && x.side === ower.side)?.at
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

export function doneBy(c: Case, key: string, at: At): DutyInstance['done'] {
  const done = c.done[key]
  return done && done.at <= at ? done : undefined
}

const first = (times: readonly (At | undefined)[], at: At): At | undefined =>
  times.reduce<At | undefined>((a, b) => (b === undefined || b > at ? a : a === undefined || b < a ? b : a), undefined)

/** Saying what keeps the child safe meanwhile. Source: language.md, our own policy. */
export const isArrangement = (duty: Duty): boolean =>
  duty.act.verb === 'write' && duty.act.words === 'interim arrangement'

/** What keeps the child safe as a stage is entered: the next stage needs it extended or replaced by the day it ends, not anew the same day. */
function arrangementAt(c: Case, at: At): Case['arrangements'][number] | undefined {
  const known = c.arrangements.findLast((a) => a.at <= at)
  return known && (known.until === undefined || known.until >= dateAt(at)) ? known : undefined
}

function untilDue(
  world: World,
  inPlace: Case['arrangements'][number],
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
