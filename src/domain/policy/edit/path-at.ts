import { isMap, type YAMLMap } from 'yaml'
import type { Path } from './change.ts'
import { sourceOf, writtenIn } from './source.ts'

/** The part of a file that a place (1-based) stands in, as deep as keys go: what a finding is about. Empty for the file as such. */
export function pathFinder(text: string): (place: { readonly line: number; readonly column: number }) => Path {
  const { root, lines } = sourceOf(text)
  return ({ line, column }) => {
    const offset = (lines.lineStarts[line - 1] ?? 0) + column - 1
    const below = (map: YAMLMap | undefined): Path => {
      const entry = map && writtenIn(map, text).find(({ from, to }) => from <= offset && offset <= to)
      if (!entry) return []
      const inside = isMap(entry.value) && offset > entry.keyEnd ? below(entry.value) : []
      return [entry.key, ...inside]
    }
    return below(root)
  }
}

/** The lines of one part as they are written, its comments among them; empty where it is not there. */
export function linesOf(text: string, path: Path): string {
  const source = sourceOf(text)
  const map = path.slice(0, -1).reduce<YAMLMap | undefined>((at, key) => {
    const value = at && writtenIn(at, text).find((one) => one.key === key)?.value
    return isMap(value) ? value : undefined
  }, source.root)
  const entry = map && writtenIn(map, text).find((one) => one.key === path.at(-1))
  if (!entry) return ''
  const start = text.lastIndexOf('\n', entry.from - 1) + 1
  const indent = entry.from - start
  return text
    .slice(/^\s*$/.test(text.slice(start, entry.from)) ? start : entry.from, entry.to)
    .split('\n')
    .map((line) => (/^\s*$/.test(line.slice(0, indent)) ? line.slice(indent) : line))
    .join('\n')
}
