import type { Directory } from '../people/directory.ts'
import type { Finding } from './finding.ts'
import { answered } from './findings/answered.ts'
import { cited } from './findings/cited.ts'
import { contradicted } from './findings/contradicted.ts'
import { decidedAtTop } from './findings/decided.ts'
import { defaults } from './findings/defaults.ts'
import { drifted } from './findings/drifted.ts'
import { jumped } from './findings/jumped.ts'
import { limited } from './findings/limited.ts'
import { reached } from './findings/reached.ts'
import { seated } from './findings/seated.ts'
import type { Library } from './layers.ts'
import type { Policy } from './policy.ts'

export interface FindingsAbout {
  /** ISO date: whether the review is past. */
  readonly today?: string
  /** Who there is: whether a panel can be seated. */
  readonly directory?: Directory
  /** Whether a parent has moved on. */
  readonly library?: Library
}

/**
 * Warnings and notes that need no walk, by line. A policy that could be read has no static errors left.
 * Source: language.md section 5.
 */
export function staticFindings(policy: Policy, about: FindingsAbout = {}): readonly Finding[] {
  return [
    ...limited(policy),
    ...reached(policy),
    ...answered(policy),
    ...contradicted(policy),
    ...decidedAtTop(policy),
    ...cited(policy, about.today),
    ...drifted(policy, about.library),
    ...seated(policy, about.directory, about.today),
    ...defaults(policy),
    ...jumped(policy),
  ].sort((a, b) => a.line - b.line || a.column - b.column)
}
