/** The report of a register, which the policy may ask for every so often: when it is due, and that it was made. Source: K48, language.md section 2 "register". */
import { dateAt } from '../domain/calendar/london.ts'
import type { At, Directory } from '../domain/people/directory.ts'
import { live } from '../domain/people/holders.ts'
import { reportDue } from '../domain/policy/life/report-due.ts'
import type { Id, Policy } from '../domain/policy/policy.ts'
import { inForce, type KeptPolicy } from '../store/policies.ts'
import type { PolicyReview } from '../store/policy-reviews.ts'
import type { Tx } from '../store/tx.ts'
import type { Asking } from './app.ts'
import { parseKept } from './library.ts'

/** One register that is to be reported. Dates are ISO dates. */
export interface ReportDue {
  readonly policy: Policy
  /** What is reported began then: the last report, else the first adoption. */
  readonly since: string
  readonly on: string
  /** Whom it was reported to, oldest first. */
  readonly made: readonly { readonly on: string; readonly to: string }[]
}

/** Since when the next report of a policy's register counts: a new version does not put it off. */
export function registerSince(versions: readonly KeptPolicy[], reviews: readonly PolicyReview[]): string | undefined {
  const id = versions[0]?.id
  const last = reviews.findLast((one) => one.kind === 'reported' && one.policy === id)
  const starts = versions.flatMap((one) => one.adoption?.starts ?? [])
  if (last) return dateAt(last.told)
  return starts.length === 0 ? undefined : dateAt(Math.min(...starts))
}

/** The registers this viewer keeps that are to be reported, the soonest first. */
export async function reportsDue(tx: Tx, asking: Asking): Promise<readonly ReportDue[]> {
  const [kept, reviews] = await Promise.all([tx.policies.list(), tx.policyReviews.list()])
  const found: ReportDue[] = []
  for (const id of new Set(kept.map((one) => one.id))) {
    const versions = kept.filter((one) => one.id === id)
    const now = inForce(versions, tx.at)
    // The register is the whole partnership's: one agency's own policy has none to report.
    if (!now || now.adoption?.agency !== undefined) continue
    const policy = await parseKept(tx, now)
    const since = registerSince(versions, reviews)
    const on = since && reportDue(policy, since)
    if (!on || !keeps(policy, await tx.directory(), asking, tx.at)) continue
    const made = reviews.filter((one) => one.kind === 'reported' && one.policy === id)
    found.push({ policy, since, on, made: made.map((one) => ({ on: dateAt(one.told), to: one.reason })) })
  }
  return found.toSorted((a, b) => a.on.localeCompare(b.on))
}

/** Records that a register was reported; false for whoever does not keep it. */
export async function recordReport(
  tx: Tx,
  asking: Asking,
  given: { readonly policy: Id; readonly to: string },
): Promise<boolean> {
  const due = (await reportsDue(tx, asking)).find((one) => one.policy.id === given.policy)
  if (!due) return false
  await tx.policyReviews.add({ policy: due.policy.id, version: due.policy.version, kind: 'reported', reason: given.to })
  return true
}

const keeps = ({ register }: Policy, directory: Directory, { viewer }: Asking, at: At): boolean =>
  live({ directory, at }).some(
    (post) =>
      post.person === viewer.person &&
      post.role === register?.keptBy &&
      directory.agencies[post.agency]?.kind === 'board',
  )
