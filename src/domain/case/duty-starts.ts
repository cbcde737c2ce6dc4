/** When a duty arises: its events, its waiting, and the stretches in which its `if` holds. Source: language.md section 3 "When a duty arises". */
import type { At, PersonId } from '../people/directory.ts'
import type { Duty, Event } from '../policy/policy.ts'
import type { Case } from './case.ts'
import { answersAt, factsIn, holds, turns } from './condition.ts'
import { type Listening, type Occurrence, occurrences } from './occurrences.ts'

/** Where a duty's instances live: one visit, or (0) the whole case. */
export interface Scope {
  readonly from: At
  readonly to?: At | undefined
  readonly visit: number
}

export interface Start extends Occurrence {
  /** The visit in the key of a policy's duty: that of the event that started it. */
  readonly keyVisit: number
  readonly fromEvent: boolean
}

/** One stretch during which an instance is wanted, in the order in which the record came to know of it. */
export interface Run extends Start {
  readonly order: number
  readonly notNeededAt?: At
  /** Runs of one start: once one of them is done, the start asks for no more. */
  readonly of: number
}

/** Every stretch of every start, oldest knowledge first: the number of each in the key never changes. */
export function runsOf(duty: Duty, scope: Scope, l: Listening): readonly Run[] | 'waiting' {
  const starts = startsOf(duty, scope, l)
  if (starts === 'waiting') return starts
  return starts
    .flatMap((start, of) => stretches(l.c, duty, start, scope, l.at).map((run) => ({ ...start, ...run, of })))
    .sort((a, b) => a.order - b.order)
}

function startsOf(duty: Duty, scope: Scope, l: Listening): readonly Start[] | 'waiting' {
  const begin: Start = { at: l.span.from, visit: scope.visit, keyVisit: 0, by: startedBy(l.c, scope), fromEvent: false }
  if (duty.when.length > 0) {
    return duty.when
      .flatMap((e) => occurrences(e, l).filter((o) => concerns(e, o, l)))
      .filter((o) => scope.visit === 0 || o.visit === scope.visit)
      .map((o) => ({ ...o, at: Math.max(o.at, l.span.from), keyVisit: o.visit, fromEvent: true }))
      .sort((a, b) => a.at - b.at)
  }
  if (duty.within.length === 0 || !duty.within.every((x) => x.of)) return [begin]
  const first = duty.within
    .flatMap((x) => (x.of ? occurrences(x.of, l) : []))
    .reduce<Occurrence | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined)
  // A date may lie ahead. A stage's duty that has not begun when its stage is left never begins.
  if (!first || first.at > l.at || (scope.to !== undefined && first.at > scope.to)) return 'waiting'
  if (first.at <= l.span.from && !first.byEnd) return [begin]
  return [{ ...begin, ...first, visit: scope.visit, at: Math.max(first.at, l.span.from), fromEvent: true }]
}

/**
 * An agency hears what happens from when it joined; of what lies behind, only that the case was raised and the stage it joins in was entered.
 * Of a stage inside the raising agency the others hear nothing.
 */
function concerns(event: Event, o: Occurrence, l: Listening): boolean {
  if (!l.joined) return true
  const { at, side } = l.joined
  const inside = l.c.visits.find((v) => v.n === o.visit)?.inside ?? false
  if (side === 'responding' && inside && event.on !== 'raised') return false
  if (o.at >= at || event.on === 'raised') return true
  const entered = event.on === 'entered' || event.on === 'any entered'
  return entered && l.c.visits.findLast((v) => !v.passed && v.from <= at)?.n === o.visit
}

const startedBy = (c: Case, scope: Scope): PersonId | 'concordat' =>
  c.happenings.find((h) => (scope.visit === 0 ? h.on === 'raised' : h.on === 'entered' && h.visit === scope.visit))
    ?.by ?? 'concordat'

/** A duty counts only while its `if` holds: each stretch of that is an occurrence of its own. */
function stretches(
  c: Case,
  duty: Duty,
  start: Start,
  scope: Scope,
  at: At,
): readonly {
  readonly at: At
  readonly order: number
  readonly by: PersonId | 'concordat'
  readonly notNeededAt?: At
}[] {
  const first = { at: start.at, order: start.order ?? start.at, by: start.by }
  if (!duty.if) return start.at <= at ? [first] : []
  const end = scope.to !== undefined && !start.fromEvent ? Math.min(scope.to, at) : at
  const runs: { at: At; order: number; by: PersonId | 'concordat'; notNeededAt?: At }[] = []
  for (const t of [start.at, ...turns(c, duty.if, start.at, end)]) {
    if (t > at) break
    const on = holds(duty.if, answersAt(c, t))
    const last = runs.at(-1)
    const running = last !== undefined && last.notNeededAt === undefined
    if (on && !running)
      runs.push(
        t === start.at
          ? { ...first }
          : { at: t, order: Math.max(t, first.order), by: answeredBy(c, duty, t) ?? start.by },
      )
    if (!on && running && last) last.notNeededAt = t
  }
  return runs
}

/** An answer that turned the condition is the entry that started the duty. */
const answeredBy = (c: Case, duty: Duty, at: At): PersonId | 'concordat' | undefined =>
  factsIn(duty.if)
    .flatMap((f) => c.answers[f] ?? [])
    .findLast((a) => a.at === at)?.by
