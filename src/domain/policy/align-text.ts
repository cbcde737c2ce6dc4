/**
 * Where each character of a YAML text stands in what was typed: quotes, escapes, folded lines and block headers shift it.
 * Absent when nothing shifts, which is so for nearly every text.
 */
export function alignText(value: string, typed: string): readonly number[] | undefined {
  if (typed.startsWith(value)) return undefined
  const jumps: number[] = []
  let at = typed.startsWith(value, 1) ? 1 : 0
  for (const character of value.split('')) {
    const next = isSpace(character) ? nextSpace(typed, at) : typed.indexOf(character, at)
    if (next >= at) at = next
    jumps.push(Math.min(at, typed.length))
    at += 1
    if (isSpace(character)) while (at < typed.length && isSpace(typed[at])) at += 1
  }
  return jumps.length > 0 ? jumps : undefined
}

function nextSpace(typed: string, from: number): number {
  for (let index = from; index < typed.length; index += 1) if (isSpace(typed[index])) return index
  return -1
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r'
}
