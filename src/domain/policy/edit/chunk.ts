import type { Written } from './source.ts'

/** A stretch of text: offset of its first character, and after its last. */
export interface Chunk {
  readonly from: number
  readonly to: number
}

export const replaced = (text: string, { from, to }: Chunk, words: string): string =>
  text.slice(0, from) + words + text.slice(to)

/** Offset of the end of the line that a place stands in: a comment behind a value belongs to it. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

/** What stands before a key on its line. */
export function indentOf(text: string, { from }: Written): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', from - 1) + 1, from))?.[0] ?? ''
}

/** The whole lines of one entry of a map, with the comments right above it. The first lines of a file are nobody's. */
export function chunkOf(text: string, all: readonly Written[], index: number): Chunk {
  const entry = all[index] as Written
  const indent = indentOf(text, entry)
  const least = all[index - 1]?.to ?? 0
  let from = text.lastIndexOf('\n', entry.from - 1) + 1
  while (from > 0) {
    const above = text.lastIndexOf('\n', from - 2) + 1
    const line = text.slice(above, from - 1)
    if (above <= least || !line.startsWith(`${indent}#`)) break
    from = above
  }
  return { from, to: lineEnd(text, entry.to) }
}
