/** Small helps for building English: no word here knows a policy. */

/** First letter large, also behind an opening quotation mark: "tell the Chair" → "Tell the Chair". */
export function capital(text: string): string {
  return text.replace(/^“?\p{L}/u, (start) => start.toUpperCase())
}

/** The apostrophes that people type as the ones that pages print: "child's" → "child’s". */
export function curly(text: string): string {
  return text.replace(/(\p{L})'/gu, '$1’')
}

/** First letter small, unless the first word is one that is always written large (Chair, Board, MASH). */
export function small(text: string): string {
  const first = /^[\p{L}\d]+/u.exec(text)?.[0] ?? ''
  const stays = alwaysLarge.has(first) || (first.length > 1 && first === first.toUpperCase())
  return stays ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

// The house's spelling of the two bodies every partnership has (mock-ups, Terms).
const alwaysLarge: ReadonlySet<string> = new Set(['Board', 'Chair', 'Concordat'])

/** "a", "a and b", "a, b and c". */
export function andList(parts: readonly string[]): string {
  return joined(parts, 'and')
}

/** "a", "a or b", "a, b or c". */
export function orList(parts: readonly string[]): string {
  return joined(parts, 'or')
}

function joined(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts[0] ?? ''
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`
}

export function quoted(text: string): string {
  return `“${text}”`
}

/** A whole sentence: large first letter, one full stop unless it ends in its own mark. */
export function sentence(text: string): string {
  const trimmed = capital(text.trim())
  return /[.?!]”?$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/** An id as a last resort for words: "named-professional" → "named professional". */
export function unhyphened(id: string): string {
  return id.replaceAll('-', ' ')
}

/** "line manager" → "line managers", "member of the Board" → "members of the Board". */
export function plural(noun: string): string {
  const cut = noun.search(/ (of|for|in|at|on|to|with)\b|,| \(/)
  const head = cut < 0 ? noun : noun.slice(0, cut)
  const rest = cut < 0 ? '' : noun.slice(cut)
  if (/[^aeiou]y$/.test(head)) return `${head.slice(0, -1)}ies${rest}`
  return `${head}${/(s|x|ch|sh)$/.test(head) ? 'es' : 's'}${rest}`
}

/** "a line manager", "an independent reviewing officer". */
export function withA(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
}

/** "1 working day", "5 working days". */
export function counted(n: number, noun: string): string {
  return `${n} ${n === 1 ? noun : `${noun}s`}`
}
