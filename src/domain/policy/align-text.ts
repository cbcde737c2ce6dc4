/**
 * Where each character of a YAML text stands in what was typed: quotes, escapes, folded lines and block headers shift it.
 * Absent when nothing shifts, which is so for nearly every text.
 */
export function alignText(value: string, typed: string): readonly number[] | undefined {
  if (typed.startsWith(value)) return undefined
  const hasEscapes = typed.startsWith('"')
  const jumps: number[] = []
  let at = hasEscapes || typed.startsWith("'") ? 1 : 0
  for (const character of value.split('')) {
    const escape = hasEscapes && typed[at] === '\\' ? escapeLength(typed, at) : 0
    if (escape === 0) {
      const next = isSpace(character) ? nextSpace(typed, at) : typed.indexOf(character, at)
      if (next >= at) at = next
    }
    jumps.push(Math.min(at, typed.length))
    at += Math.max(escape, 1)
    if (isSpace(character)) while (at < typed.length && isSpace(typed[at])) at += 1
  }
  return jumps.length > 0 ? jumps : undefined
}

function escapeLength(typed: string, at: number): number {
  const kind = typed[at + 1]
  if (kind === 'x') return 4
  if (kind === 'u') return 6
  return kind === 'U' ? 10 : 2
}

function nextSpace(typed: string, from: number): number {
  for (let index = from; index < typed.length; index += 1) if (isSpace(typed[index])) return index
  return -1
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r'
}
