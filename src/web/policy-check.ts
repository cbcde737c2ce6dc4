import { bankHolidays } from '../app/bank-holidays.ts'
import { type Checked, check } from '../domain/policy/check.ts'
import type { Policy } from '../domain/policy/policy.ts'

/** What the checker finds in a policy. Walking every situation takes a fifth of a second, so it is done once for each version. */
export function checked(policy: Policy): Checked {
  const known = kept.get(policy.hash)
  if (known) return known
  const found = check(policy, { holidays: bankHolidays(policy.nation) })
  if (kept.size >= 100) kept.clear()
  kept.set(policy.hash, found)
  return found
}

const kept = new Map<string, Checked>()
