/**
 * Canonical JSON, after RFC 8785: keys in UTF-16 order, no spaces, numbers and strings as ECMAScript writes them, absent members left out.
 * The same value gives the same bytes in every version of every library. Instants are written as ISO strings with milliseconds, by the caller.
 * @throws TypeError on what JSON cannot say exactly: NaN, infinities, functions, symbols, bigints, lone surrogates.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numeral(value)
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item === undefined ? null : item)).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} has no canonical form.`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${text(key)}:${canonical(member)}`).join(',')}}`
}

/** An instant as the record writes it: UTC, milliseconds, Z. */
export const instant = (at: number): string => new Date(at).toISOString()

function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('Only finite numbers have a canonical form.')
  return JSON.stringify(value)
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('A string with half a character in it has no canonical form.')
  return JSON.stringify(value)
}
