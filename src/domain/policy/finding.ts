import type { FindingRule } from './finding-rules.ts'

/** Something the checker found in a policy that can be read. Source: language.md section 5. */
export interface Finding {
  /** An error refuses adoption, a warning needs a reason, a note is to be known. */
  readonly level: 'error' | 'warning' | 'note'
  /** What kind of finding: kebab-case, stable. */
  readonly rule: FindingRule
  /** Whole sentences: what is so, and what to do about it. */
  readonly message: string
  /** 1-based; 1 and 1 when it is about the file, or about what another file wrote. */
  readonly line: number
  readonly column: number
  /** A case that shows it, one event a line, with dates. */
  readonly story?: readonly string[]
}
