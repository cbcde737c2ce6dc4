import type { ProblemRule } from './finding-rules.ts'
import type { Removed } from './merge.ts'
import { oursId } from './ours.ts'
import type { Place, Problem } from './policy.ts'
import { placeOf, type Report, type Spot } from './tree.ts'

export const mostProblems = 100

interface Problems {
  readonly report: Report
  readonly reportAt: (rule: ProblemRule, place: Place, message: string) => void
  readonly add: (problem: Problem) => void
  readonly count: () => number
  /** By line, each once, at most a hundred. */
  readonly all: () => readonly Problem[]
}

/**
 * Collects problems of one file. What goes wrong in a parent's or our own text is told in this file:
 * where it took the thing away, else where it names its parent.
 */
export function collectProblems(start: Spot, removed: Removed): Problems {
  const found: Problem[] = []
  const bySpot = new Map<string, Problem[]>()
  // One slip often looks wrong in several ways: the first told at a spot is the nearest to what was typed.
  const add = (problem: Problem) => {
    const spot = `${problem.line}:${problem.column}`
    const here = bySpot.get(spot) ?? []
    if (here.some(({ rule, message }) => rule !== problem.rule || message === problem.message)) return
    bySpot.set(spot, [...here, problem])
    found.push(problem)
  }
  const reportAt: Problems['reportAt'] = (rule, place, message) => {
    if (place.policy === undefined) {
      add({ line: place.line, column: place.column, rule, message })
      return
    }
    const isOurs = place.policy === oursId
    const where = isOurs ? "Concordat's own policy" : `line ${place.line} of \`${place.policy}\``
    const taken = [...removed].find(([name]) => message.includes(`\`${name}\``))
    const told = taken
      ? `\`${taken[0]}\` is taken away here, but ${where} still names it. Take that away too, or keep \`${taken[0]}\`.`
      : `${message} This follows from ${where}.`
    const at = taken?.[1] ?? start
    add({ ...at.source.locate(at.offset), rule, message: told })
  }
  const report: Report = (rule, spot, message) => reportAt(rule, placeOf(spot), message)
  const all = () => [...found].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, mostProblems)
  return { report, reportAt, add, count: () => found.length, all }
}
