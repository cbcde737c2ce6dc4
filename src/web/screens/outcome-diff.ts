import type { WordingLine } from '../html/two-wordings.ts'

/** Two lists of lines facing each other, row by row; a line without a counterpart faces nothing. */
export interface Row {
  readonly left?: string
  readonly right?: string
}

/** Lines that are the same face each other; between those, lines that have words in common do; the rest stand alone. */
export function facing(left: readonly string[], right: readonly string[]): readonly Row[] {
  const rows: Row[] = []
  let [l, r] = [0, 0]
  for (const [i, j] of [...anchors(left, right), [left.length, right.length] as const]) {
    rows.push(...between(left.slice(l, i), right.slice(r, j)))
    if (i < left.length && j < right.length) rows.push({ left: left[i] ?? '', right: right[j] ?? '' })
    ;[l, r] = [i + 1, j + 1]
  }
  return rows
}

export const isSame = ({ left, right }: Row): boolean =>
  left !== undefined && right !== undefined && plain(left) === plain(right)

/** How many places differ. */
export const differences = (rows: readonly Row[]): number => rows.filter((row) => !isSame(row)).length

/** One side of the rows, with what is not the same on both sides marked and said. */
export function markedLines(
  rows: readonly Row[],
  side: 'left' | 'right',
  says: { readonly only: string; readonly missing: string },
): readonly WordingLine[] {
  return rows.map((row) => {
    const own = row[side]
    const other = row[side === 'left' ? 'right' : 'left']
    if (own === undefined) return { missing: says.missing }
    if (other === undefined) return { pieces: [{ marked: own, hidden: says.only }] }
    return isSame(row) ? { pieces: [own] } : { pieces: marks(own, other) }
  })
}

/** The words between what both begin and what both end with. */
function marks(own: string, other: string): readonly (string | { readonly marked: string; readonly hidden: string })[] {
  const [a, b] = [own.split(' '), other.split(' ')]
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const middle = a.slice(start, a.length - end).join(' ')
  const before = a.slice(0, start).join(' ')
  const after = end === 0 ? '' : a.slice(-end).join(' ')
  const pieces = [
    before === '' ? '' : `${before} `,
    { marked: middle, hidden: 'Differs:' },
    after === '' ? '' : ` ${after}`,
  ]
  return pieces.filter((piece) => piece !== '' && !(typeof piece !== 'string' && piece.marked === ''))
}

/** Longest run of equal lines in order, as pairs of places. */
function anchors(left: readonly string[], right: readonly string[]): readonly (readonly [number, number])[] {
  const best: number[][] = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const row = best[i]
      if (row) row[j] = plain(left[i]) === plain(right[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const pairs: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  while (i < left.length && j < right.length) {
    if (plain(left[i]) === plain(right[j])) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

function between(left: readonly string[], right: readonly string[]): readonly Row[] {
  const rest = [...right]
  const rows: Row[] = []
  for (const line of left) {
    const found = rest.findIndex((other) => likeness(line, other) >= 0.4)
    if (found < 0) {
      rows.push({ left: line })
      continue
    }
    for (const skipped of rest.splice(0, found)) rows.push({ right: skipped })
    rows.push({ left: line, right: rest.shift() ?? '' })
  }
  return [...rows, ...rest.map((line): Row => ({ right: line }))]
}

/** The share of words that two lines have in common, 0 to 1. */
function likeness(a: string, b: string): number {
  const [one, two] = [new Set(plain(a).split(' ')), new Set(plain(b).split(' '))]
  const both = [...one].filter((word) => two.has(word)).length
  return both / Math.max(one.size, two.size, 1)
}

const plain = (line: string | undefined): string =>
  (line ?? '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.;,]$/, '')
    .trim()
