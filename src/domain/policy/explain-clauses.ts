import type { Explained, Sentence } from './explain.ts'
import { stageTitle } from './flowchart/titles.ts'
import type { Id, Origin, Policy } from './policy.ts'

/** A clause with its own text, what the program does about it, and what is Concordat's where the source leaves it open. */
export interface ExplainedClause {
  readonly id: Id
  readonly text: string
  /** What carries it out, each rule with where in the procedure it holds. Empty: people carry it out, and the program does nothing about it. */
  readonly rules: readonly ExplainedRule[]
  /** Gaps of this clause, with what stands in: ours. */
  readonly gaps: readonly string[]
}

export interface ExplainedRule {
  /** "2. Line managers", "At every stage". */
  readonly where: string
  readonly text: string
  readonly origin: Origin
}

/** The policy turned round: clause by clause, every sentence of the explanation under each clause that it rests on. */
export function explainClauses(policy: Policy, said: Omit<Explained, 'clauses' | 'flow'>): readonly ExplainedClause[] {
  const places: readonly (readonly [string, readonly Sentence[]])[] = [
    ['The policy', said.intro],
    ['Before you start', said.raise],
    ...policy.stages.map((stage, i) => [stageTitle(stage, policy), said.stages[i]?.sentences ?? []] as const),
    ['At every stage', said.everywhere],
    ['When it has ended', said.ends],
  ]
  return Object.entries(policy.clauses).map(([id, text]) => ({
    id,
    text,
    rules: places.flatMap(([where, sentences]) =>
      sentences.filter(({ cites }) => cites.includes(id)).map((one) => ({ where, text: one.text, origin: one.origin })),
    ),
    gaps: said.gaps.filter(({ cites }) => cites.includes(id)).map((one) => one.text),
  }))
}
