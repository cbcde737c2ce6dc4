import { dateAt } from '../domain/calendar/london.ts'
import type { InForce } from '../domain/policy/life/reminders.ts'
import type { Adoption } from '../store/policies.ts'
import type { PolicyReview } from '../store/policy-reviews.ts'

/** When a version in force is to be looked at again: as the last review held says, else as signed; and a review that was called. */
export function reviewOf(adoption: Adoption, reviews: readonly PolicyReview[]): Pick<InForce, 'reviewOn' | 'called'> {
  const since = reviews.filter(
    (one) => one.policy === adoption.policy && one.version === adoption.version && one.told >= adoption.adopted,
  )
  const held = since.findLast((one) => one.kind === 'held')
  const called = since.findLast((one) => one.kind === 'called' && one.told > (held?.told ?? 0))
  const reviewOn = held?.nextOn ?? adoption.reviewOn
  return {
    ...(reviewOn === undefined ? {} : { reviewOn }),
    ...(called ? { called: { on: dateAt(called.told), reason: called.reason } } : {}),
  }
}
