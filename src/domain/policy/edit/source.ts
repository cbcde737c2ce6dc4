import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, type YAMLMap } from 'yaml'
import { yamlDocument } from '../read-yaml.ts'
import type { Path } from './change.ts'

/** A key with its value, and where both stand in the text. */
export interface Written {
  readonly key: string
  /** Offset of the key's first character. */
  readonly from: number
  /** Offset after its last character. */
  readonly keyEnd: number
  /** Offset after the last character of the value, or of the key where it has none. */
  readonly to: number
  readonly value: Node | null
}

export interface Source {
  readonly text: string
  readonly root: YAMLMap | undefined
  readonly lines: LineCounter
}

/** The text with the place of everything in it. Give only text that `readYaml` can read. */
export function sourceOf(text: string): Source {
  const lines = new LineCounter()
  const document = yamlDocument(text, lines)
  return { text, lines, root: isMap(document.contents) ? document.contents : undefined }
}

/** The keys of a map in the order written. Keys that are no words are left out. */
export function writtenIn(map: YAMLMap, text: string): readonly Written[] {
  return map.items.flatMap((item) => {
    const { key, value } = item as Pair<Node, Node | null>
    if (!isScalar(key) || !key.range) return []
    const [from, keyEnd] = key.range
    const end = value ? endOf(value, text) : keyEnd
    return [{ key: String(key.value), from, keyEnd, to: Math.max(end, keyEnd), value }]
  })
}

/** Offset after the last character of a value, without the line ends and comments that follow it. */
function endOf(node: Node, text: string): number {
  const [start = 0, end = 0] = node.range ?? []
  if (isMap(node) && node.flow !== true) return writtenIn(node, text).at(-1)?.to ?? start
  if (isSeq(node) && node.flow !== true) {
    const last = node.items.at(-1) as Node | undefined
    return last ? endOf(last, text) : start
  }
  return start + text.slice(start, end).trimEnd().length
}

/** The deepest map on a path, how far the path leads, and the entry there, if any. */
export function follow(
  { root, text }: Source,
  path: Path,
): { readonly map: YAMLMap; readonly depth: number; readonly entry?: Written } | undefined {
  if (!root) return undefined
  let map = root
  for (const [depth, key] of path.entries()) {
    const entry = writtenIn(map, text).find((one) => one.key === key)
    if (!entry) return { map, depth }
    if (depth === path.length - 1 || !isMap(entry.value)) return { map, depth, entry }
    map = entry.value
  }
  return { map, depth: 0 }
}
