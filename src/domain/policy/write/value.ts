/** What stands in a policy file, before it is laid out: texts, lists and maps in their order. `null` takes away what is inherited. */
export type Value = string | null | readonly Value[] | ValueMap
export type ValueMap = ReadonlyMap<string, Value>

/** A map of what there is: a key without a value, and one with an empty list or map, is not written. */
export function mapOf(entries: Iterable<readonly [string, Value | undefined]>): ValueMap {
  const kept = new Map<string, Value>()
  for (const [key, value] of entries) if (value !== undefined && !isEmpty(value)) kept.set(key, value)
  return kept
}

/** As a list of one is mostly written: `cites: EX-1`, not `cites: [EX-1]`. */
export function someOf(items: readonly string[]): Value {
  const [only] = items
  return items.length === 1 && only !== undefined ? only : items
}

export function isMap(value: Value | undefined): value is ValueMap {
  return value instanceof Map
}

export function isSame(left: Value | undefined, right: Value | undefined): boolean {
  return JSON.stringify(plain(left)) === JSON.stringify(plain(right))
}

// The order of keys does not count where two are compared.
function plain(value: Value | undefined): unknown {
  if (isMap(value))
    return [...value].map(([key, one]) => [key, plain(one)] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  return Array.isArray(value) && value.length === 1 ? plain(value[0]) : value
}

function isEmpty(value: Value): boolean {
  return (Array.isArray(value) && value.length === 0) || (isMap(value) && value.size === 0)
}
