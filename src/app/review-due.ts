import { Temporal } from 'temporal-polyfill'
import { type Calendar, ourDaySettings } from '../domain/calendar/calendar.ts'
import { deadline } from '../domain/calendar/deadline.ts'
import type { At } from '../domain/people/directory.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { bankHolidays } from './bank-holidays.ts'

/** ISO date by which the policy wants to be looked at again, counted from its last adoption; nothing where it does not say. */
export function reviewDue(policy: Policy, adoptedAt: At | undefined): string | undefined {
  if (!policy.review || adoptedAt === undefined) return undefined
  const calendar: Calendar = { holidays: bankHolidays(policy.nation), closures: [], settings: ourDaySettings }
  return deadline(Temporal.Instant.fromEpochMilliseconds(adoptedAt), policy.review.every, calendar).date
}
