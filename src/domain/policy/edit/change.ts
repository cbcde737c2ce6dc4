import { isMap, type Value } from '../write/value.ts'

/** Keys from the top of the file to one part of it: `['stages', 'talk', 'duties', 'talked']`. */
export type Path = readonly string[]

/** One thing that somebody does to the text of a policy by form. */
export type Change =
  /** Keys of one part; `undefined` leaves a key out. A part that is not there yet begins with them. */
  | { readonly do: 'set'; readonly at: Path; readonly values: ReadonlyMap<string, Value | undefined> }
  /** A whole value under one key: the words of a clause. */
  | { readonly do: 'write'; readonly at: Path; readonly value: Value }
  /** A new entry of a list of ids; after one of its neighbours, else last. */
  | { readonly do: 'add'; readonly to: Path; readonly id: string; readonly value: Value; readonly after?: string }
  | { readonly do: 'remove'; readonly at: Path }
  /** Among its neighbours; order counts for stages and tracks. */
  | { readonly do: 'move'; readonly at: Path; readonly to: 'up' | 'down' }

/** Where a change stands in the file, or cannot be made. 1-based. */
export interface EditProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Maps whose keys are ids: an entry of theirs may be empty (ours, made the policy's own), and they themselves never are. */
const pockets: ReadonlySet<string> = new Set([
  'roles',
  'facts',
  'stages',
  'tracks',
  'duties',
  'moves',
  'clauses',
  'one-of',
  'any-of',
])

/** Whether the part at this path stays when nothing is left in it. */
export function staysEmpty(path: Path): boolean {
  return pockets.has(path.at(-2) ?? '')
}

/** The value at a path; nothing where the file has none. `null` where it is written empty. */
export function valueAt(root: Value | undefined, path: Path): Value | undefined {
  return path.reduce<Value | undefined>((value, key) => (isMap(value) ? value.get(key) : undefined), root)
}

/** Whether two values say the same: a list of one is its one, the order of keys counts. */
export function saysSame(left: Value | undefined, right: Value | undefined): boolean {
  return JSON.stringify(plain(left)) === JSON.stringify(plain(right))
}

function plain(value: Value | undefined): unknown {
  if (isMap(value)) return { map: [...value].map(([key, one]) => [key, plain(one)]) }
  if (!Array.isArray(value)) return value
  return value.length === 1 ? plain(value[0]) : value.map(plain)
}
