/** The name nearest to what was written, when it is near enough to be a slip of the finger. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  const most = Math.max(1, Math.floor(written.length / 3))
  let best: string | undefined
  let fewest = most + 1
  for (const name of names) {
    if (Math.abs(name.length - written.length) > most) continue
    const steps = distance(written.toLowerCase(), name)
    if (steps < fewest) {
      best = name
      fewest = steps
    }
  }
  return best
}

/** ` Did you mean x?` or nothing: made to be put after a sentence. */
export function didYouMean(written: string, names: Iterable<string>): string {
  const name = nearest(written, names)
  return name === undefined ? '' : ` Did you mean \`${name}\`?`
}

/** `a, b or c`, each as code. */
export function choices(names: Iterable<string>): string {
  const all = [...names].map((name) => `\`${name}\``)
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}

// Levenshtein with neighbours swapped counting as one step; words only, so long texts are cut.
function distance(left: string, right: string): number {
  const a = left.slice(0, 60)
  const b = right.slice(0, 60)
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 99) + 1 : 99
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change, swapped))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
