/**
 * `due`: every duty of a case, with its deadline and its working, as of a moment.
 * Worked out from the entries each time, never stored as truth. Source: language.md section 3, from "When a duty arises" to "Life of an instance".
 */
import type { AgencyId, At } from '../people/directory.ts'
import type { Duty, Id, Limit, Stage } from '../policy/policy.ts'
import type { Case, Happening, Visit } from './case.ts'
import { protectiveDate, raisingAgency } from './case.ts'
import { answersAt, holds, turns } from './condition.ts'
import { type Due, type DutyInstance, type DutyStatus, isLive } from './duty-instance.ts'
import { workOrder } from './duty-order.ts'
import type { Side } from './entry.ts'
import { gatesOf } from './gates.ts'
import { dueOf } from './instance-deadline.ts'
import { dateOf, type Listening, type Occurrence, occurrences } from './occurrences.ts'
import type { World } from './world.ts'
import { dutiesAsOf, limitsAsOf } from './addenda.ts'

export function due(world: World, c: Case, at: At): readonly DutyInstance[] {
  // One answer asks this many times of the same case at the same moment.
  const known = latest.get(c)
  if (known && known.world === world && known.at === at) return known.found
  const found = workOut(world, c, at)
  latest.set(c, { world, at, found })
  return found
}

const latest = new WeakMap<Case, { readonly world: World; readonly at: At; readonly found: readonly DutyInstance[] }>()

function workOut(world: World, c: Case, at: At): readonly DutyInstance[] {
  const worked = new Map<Id, DutyInstance[]>()
  const everywhere = dutiesAsOf(world, undefined)
  const added = everywhere.filter((d) => !world.policy.duties.includes(d)).map((d) => d.id)
  for (const id of [...workOrder(world.policy), ...added]) {
    const stage = world.policy.stages.find((s) => s.id === id)
    if (stage) {
      worked.set(id, stageLimits(world, c, at, stage, worked))
      continue
    }
    const found: DutyInstance[] = []
    const duty = everywhere.find((d) => d.id === id)
    if (duty) found.push(...instances(world, c, at, duty, { from: c.raisedAt, visit: 0 }, worked))
    for (const visit of c.visits) {
      const own = stageOf(world, visit.stage)?.duties.find((d) => d.id === id)
      if (own && visit.from <= at) found.push(...inVisit(world, c, at, own, visit, worked))
    }
    worked.set(id, found)
  }
  return [...[...worked.values()].flat(), ...gatesOf(world, c, at)]
}

export const stageOf = (world: World, id: Id): Stage | undefined => world.policy.stages.find((s) => s.id === id)

/** Where a duty's instances live: one visit, or (0) the whole case. */
interface Scope {
  readonly from: At
  readonly to?: At | undefined
  readonly visit: number
  readonly passed?: boolean
}

function inVisit(world: World, c: Case, at: At, duty: Duty, visit: Visit, worked: ReadonlyMap<Id, DutyInstance[]>): readonly DutyInstance[] {
  if (visit.passed && (duty.act.verb !== 'tell' || duty.when.length > 0)) return []
  return instances(world, c, at, duty, { from: visit.from, to: visit.passed ? undefined : visit.to, visit: visit.n, passed: visit.passed }, worked)
}

function instances(world: World, c: Case, at: At, duty: Duty, scope: Scope, worked: ReadonlyMap<Id, DutyInstance[]>): readonly DutyInstance[] {
  return owersOf(world, c, duty).flatMap((ower) => {
    const joined = ower.agency === undefined ? 0 : (c.agencies.find((a) => a.agency === ower.agency)?.joinedAt ?? Number.POSITIVE_INFINITY)
    if (joined > at) return []
    const listening: Listening = {
      world,
      c,
      at,
      worked,
      ...(ower.agency ? { agency: ower.agency } : {}),
      span: { from: Math.max(scope.from, joined), to: scope.to, visit: scope.visit },
      answer: answersAt(c, at),
    }
    const starts = startsOf(duty, scope, listening)
    if (starts === 'waiting') return waiting(c, at, duty, scope, ower)
    const counts = new Map<number, number>()
    const made = starts.flatMap((start) => runsOf(c, duty, start, scope, at).map((run) => {
      const visit = scope.visit || start.keyVisit
      const occurrence = counts.get(visit) ?? 0
      counts.set(visit, occurrence + 1)
      return instance(world, c, at, duty, scope, ower, { ...start, ...run }, visit, occurrence, listening)
    }))
    return scope.visit === 0 && isAskedAnew(duty) ? newestCounts(made) : made
  })
}

/** What is asked at every stage is asked once at a time: the newest takes the place of the one before, whose lateness stays remembered. */
function newestCounts(made: readonly DutyInstance[]): readonly DutyInstance[] {
  return made.map((i, n) => {
    const next = made[n + 1]?.arose
    if (next === undefined || !isLive(i)) return i
    const { lateAt, ...rest } = i
    return { ...rest, status: 'overtaken', off: next, ...(lateAt !== undefined && lateAt < next ? { lateAt } : {}) }
  })
}

const isAskedAnew = (duty: Duty): boolean => duty.act.verb === 'answer' || isArrangement(duty)

/** Saying what keeps the child safe meanwhile. Source: language.md, our own policy. */
export const isArrangement = (duty: Duty): boolean => duty.act.verb === 'write' && duty.act.words === 'interim arrangement'

interface Start extends Occurrence {
  /** The visit in the key of a policy's duty: that of the event that started it. */
  readonly keyVisit: number
  readonly fromEvent: boolean
}

function startsOf(duty: Duty, scope: Scope, l: Listening): readonly Start[] | 'waiting' {
  const begin: Start = { at: l.span.from, visit: scope.visit, keyVisit: 0, by: startedBy(l.c, scope), fromEvent: false }
  if (duty.when.length > 0) {
    const heard = duty.when.flatMap((e) => occurrences(e, l)).filter((o) => scope.visit === 0 || o.visit === scope.visit)
    return heard
      .filter((o) => o.at >= scope.from || scope.visit === 0)
      .map((o) => ({ ...o, at: Math.max(o.at, l.span.from), keyVisit: o.visit, fromEvent: true }))
      .sort((a, b) => a.at - b.at)
  }
  if (duty.within.length === 0 || !duty.within.every((x) => x.of)) return [begin]
  const firsts = duty.within.flatMap((x) => (x.of ? occurrences(x.of, l).map((o) => o.at) : []))
  if (firsts.length === 0) return 'waiting'
  return [{ ...begin, at: Math.max(Math.min(...firsts), l.span.from) }]
}

const startedBy = (c: Case, scope: Scope) => {
  const entered = c.happenings.find((h) => (scope.visit === 0 ? h.on === 'raised' : h.on === 'entered' && h.visit === scope.visit))
  return entered?.by ?? 'concordat'
}

/** A duty counts only while its `if` holds: each stretch of that is an occurrence of its own, until one is done. */
function runsOf(c: Case, duty: Duty, start: Start, scope: Scope, at: At): readonly { readonly at: At; readonly notNeededAt?: At }[] {
  const end = duty.if && scope.to !== undefined && !start.fromEvent ? Math.min(scope.to, at) : at
  if (!duty.if) return start.at <= at ? [{ at: start.at }] : []
  const runs: { at: At; notNeededAt?: At }[] = []
  for (const t of [start.at, ...turns(c, duty.if, start.at, end)]) {
    const on = holds(duty.if, answersAt(c, t))
    const last = runs.at(-1)
    const running = last !== undefined && last.notNeededAt === undefined
    if (on && !running) runs.push({ at: t })
    if (!on && running && last) last.notNeededAt = t
  }
  return runs
}

function waiting(c: Case, at: At, duty: Duty, scope: Scope, ower: Ower): readonly DutyInstance[] {
  if (!holds(duty.if, answersAt(c, at))) return []
  const key = keyOf(duty.id, scope.visit, 0, ower)
  const done = doneBy(c, key, at)
  const off = offAt(c, duty, scope, ower, undefined, at)
  const status: DutyStatus = done ? 'done' : c.waived[key] ? 'waived' : off !== undefined ? 'overtaken' : 'waiting'
  return [{ ...head(duty, scope, ower, key), status, ...(done ? { done } : {}), ...(off === undefined ? {} : { off }) }]
}

function instance(world: World, c: Case, at: At, duty: Duty, scope: Scope, ower: Ower, run: Start & { at: At; notNeededAt?: At }, visit: number, occurrence: number, listening: Listening): DutyInstance {
  const key = keyOf(duty.id, visit, occurrence, ower)
  const done = doneBy(c, key, at)
  const waived = c.waived[key]
  const overtaken = offAt(c, duty, scope, ower, run, at)
  const off = [waived?.at, overtaken, run.notNeededAt].filter((x) => x !== undefined && x <= at).reduce<At | undefined>((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined)
  const settledAt = done?.at ?? off
  const due = deadlineFor(world, c, at, limitsAsOf(world, duty, run.at), { key, arose: run.at, settledAt, isStage: false, ...(ower.agency ? { agency: ower.agency } : {}) }, listening)
  const lateAt = due && due.at < Math.min(settledAt ?? at, at) ? due.at : undefined
  const status: DutyStatus = done ? 'done' : off !== undefined ? (waived && waived.at === off ? 'waived' : off === run.notNeededAt ? 'not needed' : 'overtaken') : lateAt !== undefined ? 'late' : 'open'
  return {
    ...head(duty, { ...scope, visit }, ower, key),
    scope: scope.visit === 0 ? 'policy' : 'stage',
    arose: run.at,
    startedBy: run.by,
    status,
    ...(due ? { due } : {}),
    ...(lateAt === undefined ? {} : { lateAt }),
    ...(done ? { done } : {}),
    ...(off === undefined || done ? {} : { off }),
  }
}

function stageLimits(world: World, c: Case, at: At, stage: Stage, worked: ReadonlyMap<Id, DutyInstance[]>): DutyInstance[] {
  return c.visits
    .filter((v) => v.stage === stage.id && !v.passed && v.from <= at)
    .map((v) => {
      const key = `${stage.id}·${v.n}·0·both`
      const left = v.to !== undefined && v.to <= at ? v.to : undefined
      const listening: Listening = { world, c, at, worked, span: { from: v.from, to: v.to, visit: v.n }, answer: answersAt(c, at) }
      const due = deadlineFor(world, c, at, limitsAsOf(world, stage, v.from), { key, arose: v.from, settledAt: left, isStage: true }, listening)
      const lateAt = due && due.at < (left ?? at) ? due.at : undefined
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
        status: done ? ('done' as const) : lateAt !== undefined ? ('late' as const) : ('open' as const),
        ...(due ? { due } : {}),
        ...(lateAt === undefined ? {} : { lateAt }),
        ...(done ? { done } : {}),
      }
    })
}

function deadlineFor(world: World, c: Case, at: At, limits: readonly Limit[], i: { key: string; arose: At; settledAt: At | undefined; isStage: boolean; agency?: AgencyId }, l: Listening): Due | undefined {
  const moment = Math.min(i.settledAt ?? at, at)
  const protective = protectiveDate(c)
  const set = c.dateSet[i.key]
  return dueOf(limits, {
    world,
    ...(i.agency ? { agency: i.agency } : {}),
    arose: i.arose,
    answer: answersAt(c, moment),
    latest: (event, unit) => {
      if (event.on === 'date' && unit === 'hours') return dateOf(l.answer(event.fact), true)
      const heard = occurrences(event, l)
      return heard.length === 0 ? undefined : Math.max(...heard.map((o) => o.at))
    },
    ...(set ? { dateSet: set.date } : {}),
    ...(protective ? { protective } : {}),
    isStage: i.isStage,
  })
}

export interface Ower {
  readonly agency?: AgencyId
  readonly side: Side
  /** What stands in the key where no agency of the case owes it. */
  readonly mark: string
}

/** Who owes a duty: the raising side is one; responding and each, one an agency; Board and outside roles, one. */
export function owersOf(world: World, c: Case, duty: Pick<Duty, 'who'>): readonly Ower[] {
  const { side, role } = duty.who
  const raising: Ower = { agency: raisingAgency(c), side: 'raising', mark: raisingAgency(c) }
  const responding = c.agencies.filter((a) => a.side === 'responding').map((a): Ower => ({ agency: a.agency, side: 'responding', mark: a.agency }))
  const at = world.policy.roles[role]?.at
  if (side === 'raising' || role === 'raiser' || role === 'supporter') return [raising]
  if (side === 'responding') return responding
  if (at === 'board' || role === 'decider') return [{ side: 'board', mark: 'board' }]
  if (at === 'outside') return [{ side: 'outside', mark: 'outside' }]
  return [raising, ...responding]
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

const keyOf = (id: Id, visit: number, occurrence: number, ower: Ower) => `${id}·${visit}·${occurrence}·${ower.mark}`

function doneBy(c: Case, key: string, at: At): DutyInstance['done'] {
  const done = c.done[key]
  return done && done.at <= at ? done : undefined
}

/** Attempts are overtaken when their stage is left, the case ends or their agency settles; notices and papers are still owed. What an end started is not, unless the end itself is undone. */
function offAt(c: Case, duty: Duty, scope: Scope, ower: Ower, run: Start | undefined, at: At): At | undefined {
  const times: At[] = []
  if (run?.byEnd) {
    const undone = c.happenings.find((h) => h.on === 'entered' && h.at >= run.at && h.visit > run.visit)
    if (undone) times.push(undone.at)
  } else if (isAttempt(duty)) {
    const byLeaving = run !== undefined && run.byEnd === false
    const settled = c.agencies.find((a) => a.agency === ower.agency)?.settledAt
    if (settled !== undefined) times.push(settled)
    if (!byLeaving && scope.visit > 0 && scope.to !== undefined) times.push(scope.to)
    // What the policy has done once in a case is owed again when the case is opened again; a stage's attempts stay with their visit.
    const again = (end: Happening) => scope.visit === 0 && !run?.fromEvent && c.happenings.some((h) => h.on === 'entered' && h.seq > end.seq && h.at <= at)
    const ended = c.happenings.find((h) => h.on === 'end' && h.at >= (run?.at ?? scope.from) && !again(h))
    if (!byLeaving && ended) times.push(ended.at)
  }
  const first = times.length === 0 ? undefined : Math.min(...times)
  return first !== undefined && first <= at ? first : undefined
}

function isAttempt(duty: Duty): boolean {
  switch (duty.act.verb) {
    case 'discuss':
    case 'meet':
    case 'reply':
    case 'consult':
    case 'agree':
    case 'do':
    case 'keep':
      return true
    case 'tell':
    case 'write':
    case 'record':
    case 'refer':
    case 'answer':
      return false
  }
}
