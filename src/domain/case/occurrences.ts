/** When an event of the policy language happened in a case, as one listener hears it. Source: language.md section 3 "Events". */
import { Temporal } from 'temporal-polyfill'
import { londonInstant } from '../calendar/london.ts'
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import type { CountedLength, Event, Id } from '../policy/policy.ts'
import type { Case, Happening } from './case.ts'
import type { DutyInstance } from './duty-instance.ts'
import { calendarOf, counted, dateDeadline } from './instance-deadline.ts'
import type { World } from './world.ts'

export interface Occurrence {
  readonly at: At
  readonly visit: number
  readonly by: PersonId | 'concordat'
  /** The end that made it, for duties that an end starts. */
  readonly byEnd?: boolean
}

export interface Listening {
  readonly world: World
  readonly c: Case
  readonly at: At
  /** Instances already worked out, by duty or stage id. */
  readonly worked: ReadonlyMap<Id, readonly DutyInstance[]>
  /** Whose ears: an agency that owes a duty hears its own doing of it. */
  readonly agency?: AgencyId
  /** `every` counts inside this span. */
  readonly span: { readonly from: At; readonly to?: At | undefined; readonly visit: number }
  readonly answer: (fact: Id) => unknown
}

export function occurrences(event: Event, l: Listening): readonly Occurrence[] {
  const on = (test: (h: Happening) => boolean) => l.c.happenings.filter((h) => h.at <= l.at && test(h)).map(heard)
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
      return (l.worked.get(event.stage) ?? []).flatMap((i) => (i.lateAt === undefined ? [] : [{ at: i.lateAt, visit: i.visit, by: 'concordat' as const }]))
    case 'done':
      return groups(l, event.duty).flatMap((g) => doneOf(l, g))
    case 'late':
      return groups(l, event.duty).flatMap((g) => lateOf(l, g))
    case 'after':
      return groups(l, event.duty).flatMap((g) => [...doneOf(l, g), ...lateOf(l, g)].sort((a, b) => a.at - b.at).slice(0, 1))
    case 'action late':
      return l.c.outstanding.flatMap((o) => {
        const due = dateDeadline(o.action.by, calendarOf(l.world)).at.epochMilliseconds
        const missed = due < l.at && (o.done === undefined || o.done.at > due)
        return missed ? [{ at: due, visit: l.span.visit, by: 'concordat' as const }] : []
      })
    case 'every':
      return every(event.length, l)
    case 'date': {
      const at = dateOf(l.answer(event.fact))
      return at === undefined ? [] : [{ at, visit: l.span.visit, by: 'concordat' }]
    }
    case 'due':
      return (l.worked.get(event.of) ?? []).flatMap((i) => (i.due ? [{ at: i.due.at, visit: i.visit, by: 'concordat' as const }] : []))
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

const heard = (h: Happening): Occurrence => ({ at: h.at, visit: h.visit, by: h.by, ...(h.on === 'end' || h.on === 'left' ? { byEnd: h.on === 'end' } : {}) })

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

function doneOf(l: Listening, group: readonly DutyInstance[]): readonly Occurrence[] {
  const own = l.agency === undefined ? undefined : group.find((i) => i.agency === l.agency)
  if (own) return own.done ? [occurred(l, own, own.done.at, own.done.by)] : []
  const owed = group.filter((i) => i.done || i.status === 'open' || i.status === 'late' || i.status === 'waiting')
  if (owed.length === 0 || owed.some((i) => !i.done)) return []
  const last = owed.reduce((a, b) => ((a.done?.at ?? 0) >= (b.done?.at ?? 0) ? a : b))
  return last.done ? [occurred(l, last, last.done.at, last.done.by)] : []
}

function lateOf(l: Listening, group: readonly DutyInstance[]): readonly Occurrence[] {
  const own = l.agency === undefined ? undefined : group.find((i) => i.agency === l.agency)
  return (own ? [own] : group).flatMap((i) => (i.lateAt === undefined ? [] : [occurred(l, i, i.lateAt, 'concordat')]))
}

/** The doing or lateness of a stage's duty belongs to that visit; of a policy's, to the visit the case was then in. */
function occurred(l: Listening, i: DutyInstance, at: At, by: PersonId | 'concordat'): Occurrence {
  const visit = i.scope === 'stage' ? i.visit : (l.c.visits.findLast((v) => !v.passed && v.from <= at)?.n ?? 0)
  return { at, visit, by }
}

const mostRepeats = 500

function every(length: CountedLength, l: Listening): readonly Occurrence[] {
  const found: Occurrence[] = []
  const last = Math.min(l.at, l.span.to ?? l.at)
  for (let n = 1; n <= mostRepeats; n++) {
    const at = counted(l.span.from, { unit: length.unit, n: length.n * n }, calendarOf(l.world)).at.epochMilliseconds
    if (at > last) break
    found.push({ at, visit: l.span.visit, by: 'concordat' })
  }
  return found
}
