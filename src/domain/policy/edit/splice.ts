import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { isMap as isValueMap, type Value, type ValueMap } from '../write/value.ts'
import { entryText, inlineText } from '../write/yaml-text.ts'
import { type Path, saysSame, staysEmpty } from './change.ts'
import { type Chunk, chunkOf, indentOf, lineEnd, replaced } from './chunk.ts'
import { follow, type Source, sourceOf, type Written, writtenIn } from './source.ts'
import { treeValue } from './tree-value.ts'

/**
 * The text with one value written at a path. Only the characters of that value change: comments, blank lines, alignment and
 * quotes of everything else stay as they are.
 */
export function writeAt(text: string, path: Path, value: Value): string {
  const source = sourceOf(text)
  const found = follow(source, path)
  if (!found) return `${text.replace(/\n*$/, text.trim() === '' ? '' : '\n')}${entryText(...nested(path, value))}\n`
  const { map, depth, entry } = found
  const rest = path.slice(depth)
  if (!entry) return insert(source, map, nested(rest, value), undefined, isStage(path))
  if (rest.length > 1) return rewrite(source, map, entry, nested(rest.slice(0), value)[1])
  if (isValueMap(value) && isMap(entry.value)) {
    const keyWise = byKeys(text, path, entry.value, value)
    if (keyWise !== undefined) return keyWise
  }
  return rewrite(source, map, entry, value)
}

/** The text with a new entry in the map at a path, after one of its neighbours or last. */
export function addAt(text: string, to: Path, id: string, value: Value, after: string | undefined): string {
  const source = sourceOf(text)
  const found = follow(source, [...to, id])
  if (!found || found.depth !== to.length || found.entry) return writeAt(text, [...to, id], value)
  return insert(source, found.map, [id, value], after, isStage([...to, id]))
}

const isStage = (path: Path): boolean => path.length === 2 && path[0] === 'stages'

/** A stage that was written between braces is laid out in lines once something stands inside it. */
export function laidOut(text: string, path: Path): string {
  const stage = path.slice(0, 2)
  const found = isStage(stage) && path.length > 2 ? follow(sourceOf(text), stage) : undefined
  const value = found?.entry?.value
  if (!found?.entry || found.depth !== 1 || found.map.flow || !isMap(value) || value.flow !== true) return text
  const { entry } = found
  if (text.slice(entry.from, entry.to).includes('\n')) return text
  const laid = entryText(entry.key, treeValue(text, stage) ?? null, true)
  return replaced(text, entry, indented(laid, indentOf(text, entry)).trimStart())
}

/** The text without what stands at a path, and without the comments right above it. */
export function removeAt(text: string, path: Path): string {
  const source = sourceOf(text)
  const found = follow(source, path)
  if (!found?.entry || found.depth !== path.length - 1) return text
  const { map, entry } = found
  const all = writtenIn(map, text)
  const parent = path.slice(0, -1)
  if (all.length === 1 && parent.length > 0)
    return staysEmpty(parent) ? writeAt(text, parent, new Map()) : removeAt(text, parent)
  const i = all.findIndex((one) => one.key === entry.key)
  const next = all[i + 1]
  const before = all[i - 1]
  if (map.flow) return next ? cut(text, entry.from, next.from) : cut(text, before?.to ?? entry.from, entry.to)
  const { from, to } = chunkOf(text, all, i)
  return cut(text, from, Math.min(to + 1, text.length))
}

/** The text with two neighbours in each other's place, each with the comments right above it. */
export function moveAt(text: string, path: Path, to: 'up' | 'down'): string {
  const found = follow(sourceOf(text), path)
  if (!found?.entry) return text
  const all = writtenIn(found.map, text)
  const i = all.findIndex((one) => one.key === found.entry?.key)
  const [first, second] = to === 'up' ? [i - 1, i] : [i, i + 1]
  const [one, two] = [all[first], all[second]]
  if (!one || !two) return text
  const [a, b]: readonly [Chunk, Chunk] = found.map.flow
    ? [one, two]
    : [chunkOf(text, all, first), chunkOf(text, all, second)]
  const words = ({ from, to: end }: Chunk) => text.slice(from, end)
  return text.slice(0, a.from) + words(b) + text.slice(a.to, b.from) + words(a) + text.slice(b.to)
}

const cut = (text: string, from: number, to: number): string => replaced(text, { from, to }, '')

/** What a path and a value come to as one key with its value. */
function nested(path: Path, value: Value): readonly [string, Value] {
  const [key = '', ...rest] = path
  return [key, rest.length === 0 ? value : new Map([nested(rest, value)])]
}

function insert(
  { text }: Source,
  map: YAMLMap,
  [key, value]: readonly [string, Value],
  after: string | undefined,
  open: boolean,
): string {
  const all = writtenIn(map, text)
  const place = all.findIndex((one) => one.key === after)
  const at = place < 0 ? all.length - 1 : place
  const neighbour = all[at]
  if (map.flow) {
    const pair = inlineText(key, value)
    if (!neighbour) return replaced(text, { from: map.range?.[0] ?? 0, to: map.range?.[1] ?? 0 }, `{ ${pair} }`)
    return replaced(text, { from: neighbour.to, to: neighbour.to }, `, ${pair}`)
  }
  if (!neighbour) return `${text}${entryText(key, value, open)}\n`
  const indent = indentOf(text, neighbour)
  const end = lineEnd(text, neighbour.to)
  return replaced(text, { from: end, to: end }, `\n${indented(entryText(key, value, open), indent)}`)
}

/** One key with another value. A value on its line is changed there; one that spans lines is laid out anew. */
function rewrite({ text }: Source, map: YAMLMap, entry: Written, value: Value): string {
  const old = entry.value
  const start = old?.range?.[0] ?? 0
  const folded = isScalar(old) && (old.type === 'BLOCK_FOLDED' || old.type === 'BLOCK_LITERAL')
  const isOpen = (isMap(old) || isSeq(old)) && old.flow !== true
  if (map.flow) {
    const colon = text.indexOf(':', entry.keyEnd)
    const from = old && start > entry.keyEnd ? start : entry.keyEnd
    const words = inlineText('', value).replace(/^: /, '')
    return from === start && colon >= 0
      ? replaced(text, { from, to: entry.to }, words)
      : replaced(text, { from: entry.from, to: entry.to }, inlineText(entry.key, value))
  }
  const laid = entryText(entry.key, value)
  const isLine = !laid.includes('\n')
  if (isLine && old && !folded && !isOpen && entry.to > start)
    return replaced(text, { from: start, to: entry.to }, laid.slice(laid.indexOf(': ') + 2))
  return replaced(text, { from: entry.from, to: entry.to }, indented(laid, indentOf(text, entry)).trimStart())
}

/** Key by key, where the keys that stay keep their order and the new ones come last. */
function byKeys(text: string, path: Path, old: YAMLMap, value: ValueMap): string | undefined {
  const before = treeValue(text, path)
  if (!isValueMap(before) || old.items.length === 0 || value.size === 0) return undefined
  const kept = [...before.keys()].filter((key) => value.has(key))
  if (kept.length === 0 || kept.some((key, i) => [...value.keys()][i] !== key)) return undefined
  let now = text
  for (const key of before.keys()) if (!value.has(key)) now = removeAt(now, [...path, key])
  for (const [key, one] of value) if (!saysSame(before.get(key), one)) now = writeAt(now, [...path, key], one)
  return now
}

function indented(lines: string, indent: string): string {
  return lines
    .split('\n')
    .map((line) => indent + line)
    .join('\n')
}
