import { Temporal } from 'temporal-polyfill'
import type { Policy } from '../policy.ts'

/** The day by which the register of a policy is to be reported next: `since` is its first adoption, or the last report. ISO dates. Nothing for a policy that asks for none. */
export function reportDue({ register, changes }: Policy, since: string): string | undefined {
  // An addendum has its policy's register, and reports nothing of its own.
  if (!register?.report || changes?.from !== undefined) return undefined
  const { unit, n } = register.report
  const from = Temporal.PlainDate.from(since)
  switch (unit) {
    case 'years':
      return from.add({ years: n }).toString()
    case 'months':
      return from.add({ months: n }).toString()
    case 'weeks':
    case 'working-weeks':
      return from.add({ weeks: n }).toString()
    case 'days':
      return from.add({ days: n }).toString()
    // Whole weeks of five: a report is spoken of weeks ahead, and nobody is late by the hour.
    case 'working-days':
      return from.add({ days: Math.ceil((n * 7) / 5) }).toString()
    case 'hours':
      return from.add({ days: Math.ceil(n / 24) }).toString()
  }
}
