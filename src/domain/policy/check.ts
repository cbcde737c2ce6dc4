/**
 * `check`: everything the checker finds in a policy that reads, without a walk and by walking every situation a case can be in.
 * Errors refuse adoption, warnings need a reason, notes are to be known. Source: language.md section 5.
 */
import type { BankHolidays } from '../calendar/calendar.ts'
import type { Finding as Found } from './finding.ts'
import type { Policy } from './policy.ts'
import { type FindingsAbout, staticFindings } from './static-findings.ts'
import { walkFindings } from './walk-findings.ts'

/** A finding with its story, a sentence a line; empty where none is needed. */
export type Finding = Found & { readonly story: readonly string[] }

export interface CheckOptions extends FindingsAbout {
  /** Of the policy's nation: stories have real dates. */
  readonly holidays: BankHolidays
}

export interface Checked {
  /** Nothing of level error. */
  readonly ok: boolean
  /** Situations walked. */
  readonly states: number
  readonly findings: readonly Finding[]
}

export function check(policy: Policy, options: CheckOptions): Checked {
  const walked = walkFindings(policy, { holidays: options.holidays })
  const findings = [...staticFindings(policy, options), ...walked.findings]
    .map((one): Finding => ({ ...one, story: one.story ?? [] }))
    .sort((a, b) => rank[a.level] - rank[b.level] || a.line - b.line || a.column - b.column)
  return { ok: !findings.some((one) => one.level === 'error'), states: walked.states, findings }
}

const rank: Readonly<Record<Found['level'], number>> = { error: 0, warning: 1, note: 2 }
