import type { BankHolidays } from '../calendar/calendar.ts'
import type { Finding } from './finding.ts'
import { found } from './findings/found.ts'
import type { Policy } from './policy.ts'
import { type Walk, type WalkOptions, walk } from './walk.ts'
import { tooManyStates } from './walk-cut.ts'
import { formNotes } from './walk-form-notes.ts'
import { holdUpFindings } from './walk-hold-ups.ts'
import { dependsOnTheDay } from './walk-orders.ts'
import { nobodyCanDo } from './walk-people.ts'
import { missedNotices, nothingDue, noUrgentPath } from './walk-questions.ts'
import { reachFindings } from './walk-reach.ts'
import { longestTotal } from './walk-total.ts'

/** Everything the walk finds, and how many states it went through. */
export function walkFindings(
  policy: Policy,
  options: WalkOptions,
): { readonly states: number; readonly findings: readonly Finding[] } {
  const walked = walk(policy, options)
  return { states: walked.states.length, findings: findingsOf(walked, options.holidays) }
}

function findingsOf(walked: Walk, holidays: BankHolidays): readonly Finding[] {
  if (walked.states.length === 0) return [nobodyRaises]
  if (walked.cut) return tooManyStates(walked)
  const heldUp = holdUpFindings(walked)
  // Where a case is held up on the way, danger is the only way past: that is the same trouble, told once.
  const reach = reachFindings(walked).filter(
    (one) => one.rule !== 'only-on-harm' || !heldUp.some(({ level }) => level === 'error'),
  )
  return [
    ...reach,
    ...heldUp,
    ...formNotes(walked),
    ...nothingDue(walked),
    ...nobodyCanDo(walked),
    ...noUrgentPath(walked),
    ...missedNotices(walked),
    ...dependsOnTheDay(walked),
    ...longestTotal(walked.policy, holidays),
  ]
}

const nobodyRaises = found(
  'error',
  'nobody-can-raise',
  undefined,
  'No case can be raised under this policy: nobody of an agency may, or no track begins with a stage that exists.',
)
