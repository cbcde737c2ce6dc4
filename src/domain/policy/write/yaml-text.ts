import { isMap, type Value, type ValueMap } from './value.ts'

const widest = 120

/** Maps of these keys are written one entry a line, each entry between braces as long as that fits. */
const pockets = new Set(['roles', 'facts', 'stages', 'duties', 'moves', 'tracks', 'clauses', 'settings'])

/**
 * Values as the text of a file: one entry a line between braces while it fits, else its keys below it, as the shipped
 * policies are written. A text that YAML would read otherwise is quoted.
 */
export function yamlText(root: ValueMap): string {
  const parts = [...root].map(([key, value]) => {
    const lines = entryLines(key, value, 0, pockets.has(key))
    return lines.length > 1 ? `\n${lines.join('\n')}` : lines.join('\n')
  })
  return `${parts
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

/**
 * One key with its value as it stands in a file, one or several lines, not indented: what is added to a file by hand looks so.
 * `open` lays its keys below it however short they are, as stages are.
 */
export function entryText(key: string, value: Value, open = false): string {
  return entryLines(key, value, 0, open || pockets.has(key)).join('\n')
}

/** The same between braces: `tier: 2`. */
export function inlineText(key: string, value: Value): string {
  return `${key === '' ? '' : scalar(key, true)}: ${inline(value, true)}`
}

function entryLines(key: string, value: Value, depth: number, open: boolean, pad = 0): readonly string[] {
  const indent = '  '.repeat(depth)
  const name = `${indent}${scalar(key, false)}:`
  if (value === null) return [`${name} null`]
  const line = `${name}${' '.repeat(pad)} ${inline(value, false)}`
  if (typeof value === 'string') return [line]
  if (!open && line.length <= widest) return [line]
  if (isMap(value)) return [name, ...mapLines(value, depth + 1, key === 'stages')]
  return [name, ...value.flatMap((item) => itemLines(item, depth + 1))]
}

function mapLines(value: ValueMap, depth: number, open: boolean): readonly string[] {
  return runsOf(value, depth, open).flatMap((run) => {
    const wide = Math.max(...run.map(([key]) => scalar(key, false).length))
    const aligned = run.length > 1 && run.every(([key, one]) => isMap(one) && fits(key, one, depth, wide))
    return run.flatMap(([key, one]) =>
      entryLines(
        key,
        one,
        depth,
        open || (isMap(one) && pockets.has(key)),
        aligned ? wide - scalar(key, false).length : 0,
      ),
    )
  })
}

/** Neighbours written between braces stand under one another. */
function runsOf(value: ValueMap, depth: number, open: boolean): readonly (readonly (readonly [string, Value])[])[] {
  const runs: (readonly [string, Value])[][] = []
  let before = false
  for (const entry of value) {
    const [key, one] = entry
    const braced = !open && isMap(one) && !pockets.has(key) && fits(key, one, depth, 0)
    if (braced && before) runs.at(-1)?.push(entry)
    else runs.push([entry])
    before = braced
  }
  return runs
}

const fits = (key: string, value: Value, depth: number, wide: number): boolean =>
  2 * depth + Math.max(wide, key.length) + 2 + inline(value, false).length <= widest

function itemLines(item: Value, depth: number): readonly string[] {
  const indent = '  '.repeat(depth)
  const line = `${indent}- ${inline(item, false)}`
  if (!isMap(item) || line.length <= widest) return [line]
  return [...item].flatMap(([key, value], i) => {
    const [first = '', ...rest] = entryLines(key, value, depth + 1, false)
    return [i === 0 ? `${indent}- ${first.trimStart()}` : first, ...rest]
  })
}

function inline(value: Value, inFlow: boolean): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return scalar(value, inFlow)
  if (!isMap(value)) return `[${value.map((item) => inline(item, true)).join(', ')}]`
  if (value.size === 0) return '{}'
  return `{ ${[...value].map(([key, one]) => `${scalar(key, true)}: ${inline(one, true)}`).join(', ')} }`
}

/** A text plain where it may stand plain, else between double quotes. */
function scalar(text: string, inFlow: boolean): string {
  const unsafe =
    text === '' ||
    text !== text.trim() ||
    /^(null|~|---|\.\.\.)$|^[-?](\s|$)|^[:,[\]{}#&*!|>'"%@`]|:(\s|$)|\s#|[\p{Cc}\u2028\u2029\ufeff]| {2}/u.test(text) ||
    (inFlow && /[,[\]{}]|:$|^[-?:]/.test(text))
  return unsafe ? JSON.stringify(text) : text
}
