import { dateAt } from '../domain/calendar/london.ts'
import { check } from '../domain/policy/check.ts'
import type { Library } from '../domain/policy/layers.ts'
import { parsePolicy } from '../domain/policy/parse-policy.ts'
import { inForce, type KeptPolicy } from '../store/policies.ts'
import type { Tx } from '../store/tx.ts'
import { bankHolidays } from './bank-holidays.ts'
import type { TextRead } from './policy-life.ts'

/** What a policy's text comes to among the partnership's own: read with their parents, checked against their people and today. */
export async function readText(tx: Tx, text: string): Promise<TextRead> {
  const library = libraryOf(await tx.policies.list(), tx.at)
  const read = parsePolicy(text, library)
  if (!read.ok) return { ok: false, problems: read.problems }
  const checked = check(read.policy, {
    holidays: bankHolidays(read.policy.nation),
    directory: await tx.directory(),
    today: dateAt(tx.at),
    library,
  })
  return { ok: true, policy: read.policy, checked }
}

/** A parent by id and version; without a version, the one in force. */
export const libraryOf =
  (kept: readonly KeptPolicy[], at: number): Library =>
  (id, version) => {
    const versions = kept.filter((one) => one.id === id)
    return (version === undefined ? inForce(versions, at) : versions.find((one) => one.version === version))?.text
  }
