import { createHash } from 'node:crypto'

/** A statement: its text with $1, $2 ..., its values, and a name for the server to keep its plan under. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  readonly name: string
}

/**
 * The only way to write SQL: values become parameters, never text.
 * The text is the same at each call, so its name is worked out once for each place in the source.
 */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Statement {
  let known = texts.get(strings)
  if (!known) {
    const text = strings.reduce((all, part, i) => (i === 0 ? part : `${all}$${i}${part}`), '')
    known = { text, name: `c${createHash('sha256').update(text).digest('hex').slice(0, 16)}` }
    texts.set(strings, known)
  }
  return { ...known, values }
}

const texts = new WeakMap<TemplateStringsArray, { readonly text: string; readonly name: string }>()
