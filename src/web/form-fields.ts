/**
 * A parsed body as flat fields: what a form would have sent. `{ a: 'x', b: true, c: ['1', '2'], d: [{ e: 'y' }] }` is
 * `a=x`, `b=yes`, `c=1`, `c=2`, `d-1-e=y`. So HTML and JSON are read by the same lines.
 */
export function flatten(body: unknown): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>()
  put(body, '', fields, 0)
  return fields
}

const deepest = 4
const most = 500

function put(value: unknown, name: string, fields: Map<string, string[]>, depth: number): void {
  const scalar = scalarOf(value)
  if (scalar !== undefined) return add(fields, name, scalar)
  if (typeof value !== 'object' || value === null || depth > deepest) return
  if (Array.isArray(value)) {
    for (const [i, one] of value.slice(0, most).entries())
      put(one, scalarOf(one) === undefined ? `${name}-${i + 1}` : name, fields, depth + 1)
    return
  }
  for (const [key, one] of Object.entries(value).slice(0, most))
    put(one, name === '' ? tidy(key) : `${name}-${tidy(key)}`, fields, depth + 1)
}

function add(fields: Map<string, string[]>, name: string, value: string): void {
  const there = fields.get(name)
  if (there === undefined) fields.set(name, [value])
  else if (there.length < most) there.push(value)
}

function scalarOf(value: unknown): string | undefined {
  if (typeof value === 'string') return tidy(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? String(value) : undefined
}

/** Line ends made one, characters that no keyboard types and no database keeps taken out, spaces around gone. */
export function tidy(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .trim()
  )
}
