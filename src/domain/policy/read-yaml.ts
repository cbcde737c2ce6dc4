import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type Scalar } from 'yaml'
import { alignText } from './align-text.ts'
import type { ProblemRule } from './finding-rules.ts'
import type { Problem } from './policy.ts'
import type { Entry, Layer, Source, Spot, Tree } from './tree.ts'
import { yamlProblem } from './yaml-problem.ts'

/** 256 KB: a policy is a few pages, and a file beyond this is a mistake or an attack. */
const largestFile = 256 * 1024
const deepest = 16

/** The text as the YAML reader has it: every value a text, and what YAML lets pass and we do not is found in `readYaml`. */
export const yamlDocument = (text: string, lineCounter: LineCounter) =>
  parseDocument<Node>(text, {
    schema: 'failsafe',
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
    merge: false,
    lineCounter,
  })

/** Text of a policy file to its tree. YAML 1.2 without anchors, aliases, tags, merge keys, directives or duplicate keys. */
export function readYaml(text: string, layer: Layer): { readonly tree?: Tree; readonly problems: readonly Problem[] } {
  const size = sizeProblem(text)
  if (size) return { problems: [size] }
  const problems: Problem[] = []
  const lines = new LineCounter()
  const locate = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  try {
    const document = yamlDocument(text, lines)
    for (const error of document.errors) problems.push(yamlProblem(error, text, locate))
    if (problems.length > 0) return { problems: onePerLine(problems) }
    const walk = walker(text, { policy: idWritten(document.contents), layer, locate }, problems)
    const tree = document.contents ? walk(document.contents, 0) : undefined
    if (problems.some(({ rule }) => rule === 'alias' || rule === 'too-deep')) return { problems }
    if (tree?.kind === 'map' && tree.entries.size > 0) return { tree, problems }
    if (problems.length > 0) return { problems }
    const empty = tree === undefined || tree.kind === 'null' || (tree.kind === 'text' && tree.text === '')
    return { problems: [empty ? emptyFile : notAMap] }
  } catch (error) {
    // The YAML reader recurses: a file nested thousands deep exhausts the stack instead of returning an error.
    const message =
      error instanceof RangeError ? 'This file is nested too deeply.' : 'This file cannot be read as YAML.'
    return { problems: [{ line: 1, column: 1, rule: 'not-yaml', message: `${message} Start from an example policy.` }] }
  }
}

// What cannot be read on a line is told once: the rest are echoes of the first.
function onePerLine(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<number>()
  return problems.filter(({ line }) => !seen.has(line) && seen.add(line))
}

const emptyFile: Problem = {
  line: 1,
  column: 1,
  rule: 'empty-file',
  message: 'This file is empty. A policy needs at least `id`, `title` and `stages`.',
}

const notAMap: Problem = {
  line: 1,
  column: 1,
  rule: 'not-a-policy',
  message: 'A policy is a list of keys with their values, such as `id: exampleshire`. This file holds something else.',
}

function sizeProblem(text: string): Problem | undefined {
  if (text.length <= largestFile && new TextEncoder().encode(text).length <= largestFile) return undefined
  const message = 'This file is larger than 256 KB. A policy is a few pages: leave out what is not part of its rules.'
  return { line: 1, column: 1, rule: 'too-large', message }
}

function idWritten(contents: unknown): string {
  if (!isMap(contents)) return ''
  const pair = contents.items.find((item) => isScalar(item.key) && item.key.value === 'id')
  return pair && isScalar(pair.value) ? String(pair.value.value) : ''
}

function walker(text: string, source: Source, problems: Problem[]): (node: Node, depth: number) => Tree {
  const spotAt = (offset: number): Spot => ({ source, offset })
  const report = (rule: ProblemRule, offset: number, message: string) =>
    problems.push({ ...source.locate(offset), rule, message })

  const walk = (node: Node, depth: number): Tree => {
    const start = node.range?.[0] ?? 0
    const spot = spotAt(start)
    if (isAlias(node)) {
      report('alias', start, 'A policy says each thing where it stands: write the words again instead of `*`.')
      return { kind: 'null', spot }
    }
    if ('anchor' in node && node.anchor) {
      report('anchor', text.lastIndexOf('&', start), `A policy has no anchors: leave out \`&${node.anchor}\`.`)
    }
    if (node.tag !== undefined)
      report('tag', tagStart(text, start), 'A policy has no tags: leave out the word that begins with `!`.')
    if (depth > deepest) {
      report('too-deep', start, 'This is nested deeper than anything in a policy. Check the indentation.')
      return { kind: 'null', spot }
    }
    if (isMap(node)) {
      const entries = new Map<string, Entry>()
      for (const pair of node.items) addEntry(entries, pair as Pair<Node, Node | null>, depth, start)
      return { kind: 'map', spot, flow: node.flow === true, entries }
    }
    if (isSeq(node)) return { kind: 'list', spot, items: node.items.map((item) => walk(item as Node, depth + 1)) }
    if (typeof node.value === 'string' && unseen.test(node.value))
      report('wrong-value', start, 'This text holds a character that nobody can see. Type its words again.')
    return scalarTree(node, text, spot)
  }

  const addEntry = (
    entries: Map<string, Entry>,
    pair: Pair<Node, Node | null>,
    depth: number,
    mapStart: number,
  ): void => {
    const keyStart = pair.key?.range?.[0] ?? mapStart
    if (!isScalar(pair.key)) {
      report(
        'key-not-a-word',
        keyStart,
        'A key is one word or a few, such as `stages`. Lists and braces cannot be keys.',
      )
      return
    }
    const keyTree = walk(pair.key, depth + 1)
    const key = keyTree.kind === 'text' ? keyTree.text : ''
    const spot = spotAt(keyStart)
    if (key === '<<') {
      report('merge-key', keyStart, 'A policy has no merge keys: write the keys out instead of `<<`.')
      return
    }
    const value = pair.value ? walk(pair.value, depth + 1) : ({ kind: 'null', spot } as const)
    const first = entries.get(key)
    if (first) {
      const { line } = source.locate(first.spot.offset)
      report('duplicate-key', keyStart, `\`${key}\` is written twice: it stands in line ${line} already. Keep one.`)
      return
    }
    entries.set(key, { key, spot, value, layers: new Set([source.layer]) })
  }
  return walk
}

// An escape such as `\0` writes what no keyboard types: no database or document keeps a control character, and marks that turn the
// direction of writing make a rule read otherwise than it is.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u

function tagStart(text: string, before: number): number {
  const mark = text.lastIndexOf('!', before)
  return text[mark - 1] === '!' ? mark - 1 : Math.max(0, mark)
}

function scalarTree(node: Scalar, text: string, spot: Spot): Tree {
  // The failsafe schema reads every scalar as a text.
  const value = typeof node.value === 'string' ? node.value : ''
  if (node.type === 'PLAIN' && (value === '' || value === 'null' || value === '~')) return { kind: 'null', spot }
  const jumps = alignText(value, text.slice(spot.offset, node.range?.[1] ?? spot.offset))
  return jumps ? { kind: 'text', spot, text: value, jumps } : { kind: 'text', spot, text: value }
}
