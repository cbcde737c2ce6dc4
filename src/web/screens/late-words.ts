import type { Home } from '../../app/app.ts'
import { bankHolidays } from '../../app/bank-holidays.ts'
import { type Nation, ourDaySettings } from '../../domain/calendar/calendar.ts'
import { protectiveDeadline } from '../../domain/calendar/deadline.ts'
import { lateness } from '../../domain/calendar/lateness.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import type { At } from '../../domain/people/directory.ts'
import { instant } from '../../domain/words/case-when.ts'
import { isLate, latenessWords } from '../../domain/words/duty-due.ts'

/** "Late by 3 working days": for the register, which knows the moment something was due and the nation, and not the limit. */
export function lateBy(due: At, at: At, nation: Nation): string {
  const calendar = { holidays: bankHolidays(nation), closures: [], settings: ourDaySettings }
  const given = protectiveDeadline(dateAt(due), calendar)
  return lateness({ ...given, at: instant(due), counted: 'working-days' }, instant(at), calendar)?.words ?? 'Late'
}

/** How late the latest of a case's duties is, of those this reader owes or is owed. */
export function lateIn({ mine, owed }: Pick<Home, 'mine' | 'owed'>, caseId: string, at: At): string {
  const [longest] = [...mine, ...owed]
    .filter((d) => d.caseId === caseId && isLate(d.instance, at))
    .map((d) => d.instance)
    .toSorted((a, b) => (a.due?.at ?? at) - (b.due?.at ?? at))
  return longest ? latenessWords(longest, at) : 'Late'
}
