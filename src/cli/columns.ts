/** A text broken into lines of at most so many characters, between words. */
export function wrapped(text: string, wide: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= wide) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Two texts beside each other, each in a column `wide` across. */
export function besideEachOther(left: string, right: string, wide: number): readonly string[] {
  const [a, b] = [wrapped(left, wide), wrapped(right, wide)]
  const rows = Math.max(a.length, b.length)
  return Array.from({ length: rows }, (_, i) => `${(a[i] ?? '').padEnd(wide)}  | ${b[i] ?? ''}`.trimEnd())
}
