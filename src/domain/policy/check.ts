/**
 * `check`: everything the checker finds in a policy that reads, without a walk and by walking every situation a case can be in.
 * Errors refuse adoption, warnings need a reason, notes are to be known. Source: language.md section 5.
 */
import type { BankHolidays } from '../calendar/calendar.ts'
import type { Finding as Found } from './finding.ts'
import type { Rule } from './finding-rules.ts'
import { parsePolicy } from './parse-policy.ts'
import type { Nation, Policy } from './policy.ts'
import { type FindingsAbout, staticFindings } from './static-findings.ts'
import { walkFindings } from './walk-findings.ts'

/** A finding with its story, a sentence a line; empty where none is needed. */
export type Finding = Omit<Found, 'rule' | 'story'> & { readonly rule: Rule; readonly story: readonly string[] }

export interface CheckOptions extends FindingsAbout {
  /** Of the policy's nation: stories have real dates. */
  readonly holidays: BankHolidays
  /** Situations after which the walk gives up; five thousand unless told. */
  readonly most?: number
}

export interface Checked {
  /** Nothing of level error. */
  readonly ok: boolean
  /** Situations walked. */
  readonly states: number
  readonly findings: readonly Finding[]
}

export function check(policy: Policy, options: CheckOptions): Checked {
  const walked = walkFindings(policy, options)
  const findings = [...staticFindings(policy, options), ...walked.findings]
    .map((one): Finding => ({ ...one, story: one.story ?? [] }))
    .sort((a, b) => rank[a.level] - rank[b.level] || a.line - b.line || a.column - b.column)
  return { ok: !findings.some((one) => one.level === 'error'), states: walked.states, findings }
}

/**
 * The same for a file as it is written: one that does not read is not walked, and each of its problems is an error.
 * `library` gives its parents, `directory` who there is, `today` (an ISO date) the day it is asked on.
 */
export function checkText(
  text: string,
  options: Omit<CheckOptions, 'holidays'> & { readonly holidays: (nation: Nation) => BankHolidays },
): Checked {
  const read = parsePolicy(text, options.library)
  if (read.ok) return check(read.policy, { ...options, holidays: options.holidays(read.policy.nation) })
  const findings = read.problems.map((problem): Finding => ({ level: 'error', ...problem, story: [] }))
  return { ok: false, states: 0, findings }
}

const rank: Readonly<Record<Found['level'], number>> = { error: 0, warning: 1, note: 2 }
