/** The deadline of one duty instance: each limit that applies, the protective date, and the sooner of them. Source: language.md section 3 "Deadline". */
import { Temporal } from 'temporal-polyfill'
import type { Calendar, DaySettings } from '../calendar/calendar.ts'
import { ourDaySettings } from '../calendar/calendar.ts'
import { type Deadline, deadline, protectiveDeadline } from '../calendar/deadline.ts'
import type { Length } from '../calendar/length.ts'
import type { AgencyId, At } from '../people/directory.ts'
import type { Event, Limit, LimitLength, Settings } from '../policy/policy.ts'
import { settingsAsOf } from './addenda.ts'
import type { AnswerAt } from './condition.ts'
import { holds } from './condition.ts'
import type { Candidate, Due } from './duty-instance.ts'
import type { World } from './world.ts'

export interface Clock {
  readonly world: World
  readonly agency?: AgencyId
  readonly arose: At
  readonly answer: AnswerAt
  /** The latest occurrence of an event, in milliseconds; nothing when it has not happened. */
  readonly latest: (event: Event, unit: LimitLength['unit']) => At | undefined
  /** The date given for a limit `as agreed` or `as set by`. */
  readonly dateSet?: string
  readonly protective?: string
  /** A stage's own limit: the protective date caps every limit of it, and stands alone where there is none. */
  readonly isStage: boolean
}

export function dueOf(limits: readonly Limit[], clock: Clock): Due | undefined {
  const settings = settingsAsOf(clock.world, clock.arose)
  const calendar = calendarOf(clock.world, clock.agency, settings)
  const found: Omit<Candidate, 'used'>[] = []
  let shields = clock.isStage
  for (const limit of limits) {
    if (!holds(limit.if, clock.answer)) continue
    if (limit.orSooner) shields = true
    const { length } = limit
    if (length.unit === 'as-agreed' || length.unit === 'as-set-by') {
      if (clock.dateSet) found.push(candidate('set', dateDeadline(clock.dateSet, calendar), limit))
      continue
    }
    const from = limit.of ? clock.latest(limit.of, length.unit) : clock.arose
    if (from !== undefined) found.push(candidate('limit', counted(from, length, calendar), limit))
  }
  if (shields && clock.protective) found.push(candidate('protective', dateDeadline(clock.protective, calendar)))
  const open = found.length === 0 ? limits.find((l) => isOpen(l) && holds(l.if, clock.answer)) : undefined
  if (open) found.push(...asked(open, clock.arose, settings, calendar))
  const first = found.reduce<(typeof found)[number] | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined)
  if (!first) return undefined
  return {
    at: Math.max(first.at, clock.arose),
    atOnce: first.at < clock.arose,
    guide: first.limit?.asAGuide ?? false,
    ...(open ? { asksDate: true } : {}),
    candidates: found.map((c) => ({ ...c, used: c === first })),
  }
}

const isOpen = (limit: Limit): boolean => limit.length.unit === 'as-agreed' || limit.length.unit === 'as-set-by'

/** Nobody gave the date, and no other limit stands over it: it is to be given within the setting `gate`. */
function asked(limit: Limit, arose: At, { gate }: Settings, calendar: Calendar): readonly Omit<Candidate, 'used'>[] {
  if (gate.unit === 'as-agreed' || gate.unit === 'as-set-by') return []
  return [candidate('limit', counted(arose, gate, calendar), { ...limit, length: gate })]
}

/** The calendar of one agency under the policy: its nation's bank holidays, its closed days, the policy's settings. One object per world, agency and settings. */
export function calendarOf(world: World, agency?: AgencyId, settings: Settings = world.policy.settings): Calendar {
  let bySettings = calendars.get(world)
  if (!bySettings) {
    bySettings = new Map()
    calendars.set(world, bySettings)
  }
  let known = bySettings.get(settings)
  if (!known) {
    known = new Map()
    bySettings.set(settings, known)
  }
  const key = agency ?? ''
  const found = known.get(key)
  if (found) return found
  const owner = agency ? world.directory.agencies[agency] : undefined
  const made: Calendar = {
    holidays: world.holidays,
    closures: owner?.closures ?? none,
    ...(owner ? { closedDaysOf: owner.name } : {}),
    settings: daySettings(settings),
  }
  known.set(key, made)
  return made
}

/** Counts a length from a moment; the same question is worked out once per calendar. */
export function counted(
  from: At,
  length: Exclude<LimitLength, { unit: 'as-agreed' | 'as-set-by' }>,
  calendar: Calendar,
): Deadline {
  return once(calendar, `${from} ${length.unit} ${'n' in length ? length.n : ''}`, () =>
    deadline(Temporal.Instant.fromEpochMilliseconds(from), length, calendar),
  )
}

export const dateDeadline = (date: string, calendar: Calendar): Deadline =>
  once(calendar, date, () => protectiveDeadline(date, calendar))

const calendars = new WeakMap<World, Map<Settings, Map<string, Calendar>>>()
const answers = new WeakMap<Calendar, Map<string, Deadline>>()
const none: Calendar['closures'] = []

function once(calendar: Calendar, key: string, make: () => Deadline): Deadline {
  let known = answers.get(calendar)
  if (!known) {
    known = new Map()
    answers.set(calendar, known)
  }
  let found = known.get(key)
  if (!found) {
    found = make()
    known.set(key, found)
  }
  return found
}

function candidate(kind: Candidate['kind'], found: Deadline, limit?: Limit): Omit<Candidate, 'used'> {
  return { kind, ...(limit ? { limit } : {}), at: found.at.epochMilliseconds, deadline: found }
}

function daySettings(s: Settings): DaySettings {
  const length = (l: LimitLength): Length | undefined =>
    l.unit === 'as-agreed' || l.unit === 'as-set-by' ? undefined : l
  return {
    workingDay: s.workingDay,
    closedDates: s.closedDates,
    withoutDelay: length(s.withoutDelay) ?? ourDaySettings.withoutDelay,
    immediately: length(s.immediately) ?? ourDaySettings.immediately,
    ...(s.twentyFourHours ? { twentyFourHours: length(s.twentyFourHours) } : {}),
    setByPolicy: s.setByPolicy,
  }
}
