import { addendumProblems } from './addendum.ts'
import { merge, type Removed } from './merge.ts'
import { ours } from './ours.ts'
import type { Id, Policy, Problem } from './policy.ts'
import { readYaml } from './read-yaml.ts'
import { at, type MapTree, type Report, textOf } from './tree.ts'

/** The text of a policy by id; of its current version when none is named. */
export type Library = (id: Id, version?: number) => string | undefined

/** How a parent is checked before it is built on: the whole reader, handed in so that the two files need not know each other. */
type ReadParent = (text: string) => { ok: true; policy: Policy } | { ok: false; problems: readonly Problem[] }

let oursRead: MapTree | undefined

/** Our own policy as a tree; read once. */
export function oursTree(): MapTree {
  if (!oursRead) {
    const { tree, problems } = readYaml(ours, 'ours')
    if (tree?.kind !== 'map') throw new Error(`Our own policy cannot be read: ${problems[0]?.message}`)
    oursRead = tree
  }
  return oursRead
}

/** `concordat` ← parent ← this file, as one tree. Nothing when the parent is not to be had: the problem is reported. */
export function mergeLayers(
  own: MapTree,
  library: Library | undefined,
  readParent: ReadParent,
  removed: Removed,
  report: Report,
): MapTree | undefined {
  const changes = at(own, 'changes')
  if (!changes) return merge(oursTree(), own, removed, report)
  const parent = parentOf(own, library, readParent, report)
  if (!parent) return undefined
  for (const problem of addendumProblems(own, parent)) report(problem.rule, problem.spot, problem.message)
  return merge(parent, own, removed, report)
}

// Who a policy is and how it came to be are its own; everything else passes to its variations.
const notPassedOn = ['id', 'version', 'changes', 'history', 'review']

function parentOf(
  own: MapTree,
  library: Library | undefined,
  readParent: ReadParent,
  report: Report,
): MapTree | undefined {
  const changes = at(own, 'changes')
  const name = textOf(at(changes, 'policy'))
  const version = Number(textOf(at(changes, 'version'))?.text)
  // Both are reported by the shape when they are missing or not of their kind.
  if (!name || !Number.isInteger(version)) return undefined
  const text = library?.(name.text, version)
  if (text === undefined) {
    const message = `There is no policy \`${name.text}\` in version ${version} here. Check its id and version. At a terminal its file lies beside this one; on the pages it is adopted first.`
    report('unknown-policy', name.spot, message)
    return undefined
  }
  const read = readParent(text)
  if (!read.ok) {
    const [first] = read.problems
    const message = `\`${name.text}\` has problems of its own. Put them right first: line ${first?.line}: ${first?.message}`
    report('parent-has-problems', name.spot, message)
    return undefined
  }
  if (read.policy.id !== name.text || read.policy.version !== version) {
    const found = `${read.policy.id} version ${read.policy.version}`
    report('unknown-policy', name.spot, `Instead of \`${name.text}\` version ${version} there is ${found}.`)
    return undefined
  }
  const { tree } = readYaml(text, 'parent')
  if (tree?.kind !== 'map') return undefined
  const merged = mergeLayers(tree, library, readParent, new Map(), () => {})
  if (!merged) return undefined
  return { ...merged, entries: new Map([...merged.entries].filter(([key]) => !notPassedOn.includes(key))) }
}
