import { checkShape } from './check-shape.ts'
import { findTooMany } from './find-too-many.ts'
import { gatherNames } from './gather-names.ts'
import { type Library, mergeLayers, oursTree } from './layers.ts'
import type { Removed } from './merge.ts'
import type { Id, Policy, Problem } from './policy.ts'
import { collectProblems, mostProblems } from './problems.ts'
import { buildPolicy } from './read/build-policy.ts'
import { findFormCircles } from './read/open-out.ts'
import { readYaml } from './read-yaml.ts'
import { repairKeys } from './repair-keys.ts'
import { policyShape } from './shape.ts'
import { staticErrors } from './static-errors.ts'
import { at, type Report, type Spot } from './tree.ts'

export type PolicyRead =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * The text of a policy file to a policy with ours and its parents laid below it, or to every problem found (at most 100, by line).
 * `library` gives the text of a parent by id and version; a file with `changes` is refused without one. Never throws.
 * Source: language.md sections 2, 3 "Merge" and 5 "Errors".
 */
export function parsePolicy(text: string, library?: Library): PolicyRead {
  return readPolicy(text, library, [])
}

function readPolicy(text: string, library: Library | undefined, children: readonly Id[]): PolicyRead {
  const yaml = readYaml(text, 'policy')
  if (yaml.tree?.kind !== 'map') return { ok: false, problems: yaml.problems.slice(0, mostProblems) }
  const written = yaml.tree
  const removed: Removed = new Map()
  const start: Spot = at(at(written, 'changes'), 'policy')?.spot ?? written.spot
  const problems = collectProblems(start, removed)
  for (const problem of yaml.problems) problems.add(problem)
  const report: Report = problems.report

  checkShape(written, policyShape, 'A policy', report)
  const own = problems.count() === 0 ? written : repairKeys(written, policyShape)
  const id = own.spot.source.policy
  if (children.includes(id)) {
    report('circle', start, `\`${id}\` is a variation of itself, by way of its parents. Choose another parent.`)
    return { ok: false, problems: problems.all() }
  }
  const root = mergeLayers(own, library, (parent) => readPolicy(parent, library, [...children, id]), removed, report)
  if (!root) return { ok: false, problems: problems.all() }

  findFormCircles(root, report)
  const names = gatherNames(root, oursTree(), report)
  findTooMany(root, names, report)
  const policy = buildPolicy(root, { names, report })
  // The checks of the whole ask what follows from the parts, and would mislead while a part is wrong.
  if (problems.count() === 0)
    for (const found of staticErrors(policy, root)) problems.reportAt(found.rule, found.place, found.message)
  return problems.count() === 0 ? { ok: true, policy } : { ok: false, problems: problems.all() }
}
