import type { BankHolidays } from '../calendar/calendar.ts'
import type { Finding } from './finding.ts'
import type { Policy } from './policy.ts'

export function walkFindings(_policy: Policy, _holidays: BankHolidays): { readonly states: number; readonly findings: readonly Finding[] } {
  return { states: 0, findings: [] }
}
