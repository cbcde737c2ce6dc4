/** Two of a kind that stand for one another, or one alone. */
export type Pair<T> =
  | { readonly a: T; readonly b: T }
  | { readonly a: T; readonly b?: never }
  | { readonly a?: never; readonly b: T }

/**
 * Pairs what fits best first; what fits with less than `least` stays alone. The order of a, then what only b has.
 * Which are paired does not hang on which list comes first.
 */
export function pairUp<T>(
  as: readonly T[],
  bs: readonly T[],
  fit: (a: T, b: T) => number,
  least: number,
): readonly Pair<T>[] {
  const all = as.flatMap((a, i) => bs.map((b, j) => ({ a, b, i, j, fits: fit(a, b) })))
  const best = all
    .filter((one) => one.fits >= least)
    .sort((x, y) => y.fits - x.fits || x.i + x.j - (y.i + y.j) || Math.abs(x.i - x.j) - Math.abs(y.i - y.j))
  const partner = new Map<T, T>()
  const taken = new Set<T>()
  for (const { a, b } of best) {
    if (partner.has(a) || taken.has(b)) continue
    partner.set(a, b)
    taken.add(b)
  }
  return [
    ...as.map((a): Pair<T> => {
      const b = partner.get(a)
      return b === undefined ? { a } : { a, b }
    }),
    ...bs.filter((b) => !taken.has(b)).map((b): Pair<T> => ({ b })),
  ]
}

/** As `pairUp` for two ladders: pairs never cross, and what stands alone keeps its place between them. */
export function alignInOrder<T>(as: readonly T[], bs: readonly T[], fit: (a: T, b: T) => number): readonly Pair<T>[] {
  // worth[i][j]: the best that can be had from a's i-th and b's j-th on.
  const worth = Array.from({ length: as.length + 1 }, () => new Array<number>(bs.length + 1).fill(0))
  const at = (i: number, j: number) => worth[i]?.[j] ?? 0
  for (let i = as.length - 1; i >= 0; i--)
    for (let j = bs.length - 1; j >= 0; j--) {
      const row = worth[i]
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), paired(i, j) + at(i + 1, j + 1))
    }
  const pairs: Pair<T>[] = []
  for (let i = 0, j = 0; i < as.length || j < bs.length; ) {
    const a = as[i]
    const b = bs[j]
    if (a !== undefined && b !== undefined && paired(i, j) > 0 && at(i, j) === paired(i, j) + at(i + 1, j + 1)) {
      pairs.push({ a, b })
      i++
      j++
    } else if (a !== undefined && (b === undefined || at(i, j) === at(i + 1, j))) {
      pairs.push({ a })
      i++
    } else if (b !== undefined) {
      pairs.push({ b })
      j++
    }
  }
  return pairs

  function paired(i: number, j: number): number {
    const a = as[i]
    const b = bs[j]
    return a === undefined || b === undefined ? 0 : Math.max(0, fit(a, b))
  }
}
