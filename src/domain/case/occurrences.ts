/** When an event of the policy language happened in a case, as one listener hears it. Source: language.md section 3 "Events". */
import { Temporal } from 'temporal-polyfill'
import { londonInstant } from '../calendar/london.ts'
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import type { CountedLength, Event, Id } from '../policy/policy.ts'
import type { Case, Happening } from './case.ts'
import type { DutyInstance } from './duty-instance.ts'
import type { Side } from './entry.ts'
import { calendarOf, counted, dateDeadline } from './instance-deadline.ts'
import type { World } from './world.ts'

export interface Occurrence {
  readonly at: At
  readonly visit: number
  readonly by: PersonId | 'concordat'
  /** The end that made it, for duties that an end starts. */
  readonly byEnd?: boolean
  /** When the record came to know of it, where that is later than it happened: occurrences are numbered in this order. */
  readonly order?: At
}

export interface Listening {
  readonly world: World
  readonly c: Case
  readonly at: At
  /** Instances already worked out, by duty or stage id. */
  readonly worked: ReadonlyMap<Id, readonly DutyInstance[]>
  /** Whose ears: an agency that owes a duty hears its own doing of it. */
  readonly agency?: AgencyId
  /** Since when that agency is in the case, and on which side. */
  readonly joined?: { readonly at: At; readonly side: Side }
  /** `every` counts inside this span. */
  readonly span: { readonly from: At; readonly to?: At | undefined; readonly visit: number }
  readonly answer: (fact: Id) => unknown
  /** Only what had happened by then; absent = by `at`. */
  readonly asOf?: At
}

export function occurrences(event: Event, l: Listening): readonly Occurrence[] {
  const until = l.asOf ?? l.at
  // A deadline and a date may lie ahead of the moment at which they are known.
  const ahead = event.on === 'due' || event.on === 'date'
  return ahead ? heardOf(event, l, until) : heardOf(event, l, until).filter((o) => o.at <= until)
}

function heardOf(event: Event, l: Listening, until: At): readonly Occurrence[] {
  const on = (test: (h: Happening) => boolean) => l.c.happenings.filter(test).map(heard)
  switch (event.on) {
    case 'raised':
      return on((h) => h.on === 'raised')
    case 'joined': {
      const own = l.c.agencies.some((a) => a.agency === l.agency && a.side === 'responding')
      return on((h) => h.on === 'joined' && (!own || h.of === l.agency))
    }
    case 'entered':
      return on((h) => h.on === 'entered' && h.of === event.stage)
    case 'left':
      return on((h) => h.on === 'left' && h.of === event.stage)
    case 'any entered':
      return on((h) => h.on === 'entered')
    case 'any left':
      return on((h) => h.on === 'left')
    case 'end':
      return on((h) => h.on === 'end' && h.of === event.end)
    case 'ended':
      return on((h) => h.on === 'end')
    case 'decision changed':
      return on((h) => h.on === 'decision changed')
    case 'stage late':
      return (l.worked.get(event.stage) ?? []).flatMap((i) =>
        i.lateAt === undefined ? [] : [{ at: i.lateAt, visit: i.visit, by: 'concordat' as const }],
      )
    case 'done':
      return groups(l, event.duty).flatMap((g) => doneOf(l, g))
    case 'late':
      return groups(l, event.duty).flatMap((g) => lateOf(l, g))
    case 'after':
      return groups(l, event.duty).flatMap((g) =>
        [...doneOf(l, g), ...lateOf(l, g)].sort((a, b) => a.at - b.at).slice(0, 1),
      )
    case 'action late':
      return l.c.outstanding.flatMap((o) => {
        const due = dateDeadline(o.action.by, calendarOf(l.world)).at.epochMilliseconds
        const missed = due < until && (o.done === undefined || o.done.at > due)
        return missed ? [{ at: due + 1, visit: visitAt(l.c, due), by: 'concordat' as const }] : []
      })
    case 'every':
      return every(event.length, l)
    case 'date': {
      const at = dateOf(l.answer(event.fact))
      return at === undefined ? [] : [{ at, visit: l.span.visit, by: 'concordat' }]
    }
    case 'due':
      return (l.worked.get(event.of) ?? []).flatMap((i) =>
        i.due && (i.arose ?? until) <= until ? [{ at: i.due.at, visit: i.visit, by: 'concordat' as const }] : [],
      )
  }
}

/** The start of an ISO date, the moment of a date with a time; `endOfDay` for hours, which count from the end of a day without a time. */
export function dateOf(answer: unknown, endOfDay = false): At | undefined {
  if (typeof answer !== 'string') return undefined
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(answer) ?? []
  if (!date) return undefined
  if (time) return londonInstant(date, time).epochMilliseconds
  if (!endOfDay) return londonInstant(date, '09:00').epochMilliseconds
  return londonInstant(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), '00:00').epochMilliseconds
}

const heard = (h: Happening): Occurrence => ({
  at: h.at,
  visit: h.visit,
  by: h.by,
  ...(h.on === 'end' || h.on === 'left' ? { byEnd: h.on === 'end' } : {}),
})

/** Instances of one duty that belong together: one occurrence, of every agency that owes it. */
function groups(l: Listening, duty: Id): readonly (readonly DutyInstance[])[] {
  const by = new Map<string, DutyInstance[]>()
  for (const i of l.worked.get(duty) ?? []) {
    const [, visit = '', occurrence = ''] = i.key.split('·')
    const key = `${visit}·${occurrence}`
    by.set(key, [...(by.get(key) ?? []), i])
  }
  return [...by.values()]
}

/** An agency that owes it hears its own doing; everyone else hears that all who are still in the case have done it. */
function doneOf(l: Listening, instances: readonly DutyInstance[]): readonly Occurrence[] {
  const group = instances.map((i) => asGoodAsDone(l.c, i))
  const own = l.agency === undefined ? undefined : group.find((i) => i.agency === l.agency)
  if (own) return own.done ? [doing(l, own, own.done)] : []
  const owed = group.filter((i) => i.done || !isExcused(l.c, i))
  const last = owed.reduce<DutyInstance | undefined>(
    (a, b) => (a && (a.done?.at ?? 0) >= (b.done?.at ?? 0) ? a : b),
    undefined,
  )
  if (!last?.done || owed.some((i) => !i.done)) return []
  const excused = group.flatMap((i) => (!i.done && i.off !== undefined ? [i.off] : []))
  const occurrence = doing(l, last, last.done)
  const at = Math.max(occurrence.at, ...excused)
  return [{ ...occurrence, at, order: Math.max(occurrence.order ?? at, at) }]
}

/** Whoever was to be told wrote it themselves, so they know: what waits for the telling goes on. */
function asGoodAsDone(c: Case, i: DutyInstance): DutyInstance {
  const waived = c.waived[i.key]
  return i.done || !waived?.samePerson ? i : { ...i, done: { at: waived.at, seq: waived.seq, by: 'concordat' } }
}

/** Let off, or of an agency that was settled with: the others do not wait for it. An attempt overtaken by leaving was not made. */
const isExcused = (c: Case, i: DutyInstance): boolean =>
  i.status === 'waived' ||
  i.status === 'not needed' ||
  (i.status === 'overtaken' && c.agencies.some((a) => a.agency === i.agency && a.settledAt === i.off))

function lateOf(l: Listening, group: readonly DutyInstance[]): readonly Occurrence[] {
  const own = l.agency === undefined ? undefined : group.find((i) => i.agency === l.agency)
  return (own ? [own] : group).flatMap((i) => (i.lateAt === undefined ? [] : [occurred(l, i, i.lateAt, 'concordat')]))
}

const doing = (l: Listening, i: DutyInstance, done: NonNullable<DutyInstance['done']>): Occurrence => ({
  ...occurred(l, i, done.at, done.by),
  order: Math.max(done.at, done.recorded ?? done.at),
})

/** The doing or lateness of a stage's duty belongs to that visit; of a policy's, to the visit the case was then in. */
const occurred = (l: Listening, i: DutyInstance, at: At, by: PersonId | 'concordat'): Occurrence => ({
  at,
  visit: i.scope === 'stage' ? i.visit : visitAt(l.c, at),
  by,
})

const visitAt = (c: Case, at: At): number => c.visits.findLast((v) => !v.passed && v.from <= at)?.n ?? 0

const mostRepeats = 500

/** While the stage or the case lasts: not while it stands ended, though it may be opened again. */
function every(length: CountedLength, l: Listening): readonly Occurrence[] {
  const found: Occurrence[] = []
  const last = Math.min(l.at, l.span.to ?? l.at)
  for (let n = 1; n <= mostRepeats; n++) {
    const at =
      counted(l.span.from, { unit: length.unit, n: length.n * n }, calendarOf(l.world)).at.epochMilliseconds + 1
    if (at > last) break
    if (!hasEnded(l.c, at)) found.push({ at, visit: l.span.visit, by: 'concordat' })
  }
  return found
}

function hasEnded(c: Case, at: At): boolean {
  const turn = c.happenings.findLast((h) => h.at <= at && (h.on === 'end' || h.on === 'entered'))
  return turn?.on === 'end'
}
