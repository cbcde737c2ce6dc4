import type { ProblemRule } from './finding-rules.ts'
import { at, type Entry, entriesOf, type MapTree, type Spot, type Tree, textOf } from './tree.ts'

interface Told {
  readonly rule: ProblemRule
  readonly spot: Spot
  readonly message: string
}

/** Keys that say what the addendum is, not what it changes. */
const aboutItself = ['id', 'title', 'version', 'changes', 'clauses', 'gaps', 'history', 'review', 'read-with']

/**
 * What an addendum touches that it may not. With dates in `changes` it may change contacts, limits, words and settings,
 * and add duties; nothing by which a running case could strand. Source: language.md section 3, last paragraph.
 */
export function addendumProblems(own: MapTree, parent: MapTree): readonly Told[] {
  const changes = at(own, 'changes')
  const from = textOf(at(changes, 'from'))
  const until = textOf(at(changes, 'until'))
  if (!from && !until) return []
  const order: Told[] =
    from && until && until.text < from.text
      ? [{ rule: 'wrong-value', spot: until.spot, message: `The addendum ends before it begins, on ${from.text}.` }]
      : []
  return [...order, ...entriesOf(own).flatMap((entry) => touched([entry.key], entry, parent))]
}

function touched(path: readonly string[], entry: Entry, parent: MapTree): readonly Told[] {
  const [pocket = '', ...rest] = path
  if (aboutItself.includes(pocket) || pocket === 'settings') return []
  const pattern = patternOf(pocket, rest)
  if (pattern === 'may') return []
  if (pattern === 'look inside') {
    if (isDuty(path) && !known(parent, path)) return newDuty(entry)
    return entriesOf(entry.value).flatMap((inner) => touched([...path, inner.key], inner, parent))
  }
  const message = `An addendum cannot change \`${entry.key}\` here. It may change \`contact\`, \`within\`, \`says\` and \`settings\`, and add duties.`
  return [{ rule: 'addendum-may-not', spot: entry.spot, message: `${message} Make a variation without dates instead.` }]
}

function patternOf(pocket: string, rest: readonly string[]): 'may' | 'look inside' | 'may not' {
  const key = rest.at(-1)
  if (pocket === 'roles') {
    if (rest.length < 2) return 'look inside'
    return rest[1] === 'contact' || rest[1] === 'says' || rest[1] === 'cites' ? 'may' : 'may not'
  }
  if (pocket === 'duties') return rest.length < 2 ? 'look inside' : harmless(key, ['within', 'says'])
  if (pocket === 'raise') return rest.length < 1 ? 'look inside' : harmless(key, ['within', 'says'])
  if (pocket === 'facts' || pocket === 'moves') return rest.length < 2 ? 'look inside' : harmless(key, ['says'])
  if (pocket !== 'stages') return 'may not'
  if (rest.length < 2) return 'look inside'
  if (rest[1] === 'duties') return rest.length < 4 ? 'look inside' : harmless(key, ['within', 'says'])
  if (rest[1] === 'moves') return rest.length < 4 ? 'look inside' : harmless(key, ['says'])
  return harmless(key, ['contact', 'within', 'says'])
}

function harmless(key: string | undefined, allowed: readonly string[]): 'may' | 'may not' {
  return key !== undefined && (key === 'cites' || allowed.includes(key)) ? 'may' : 'may not'
}

function isDuty(path: readonly string[]): boolean {
  return (
    (path.length === 2 && path[0] === 'duties') || (path.length === 4 && path[0] === 'stages' && path[2] === 'duties')
  )
}

function known(parent: MapTree, path: readonly string[]): boolean {
  let tree: Tree | undefined = parent
  for (const key of path) tree = at(tree, key)
  return tree !== undefined
}

function newDuty(entry: Entry): readonly Told[] {
  const before = entry.value.kind === 'map' ? entry.value.entries.get('before') : undefined
  if (!before) return []
  const message =
    'A duty of an addendum cannot hold anything up: leave out `before`, or make a variation without dates.'
  return [{ rule: 'addendum-may-not', spot: before.spot, message }]
}
