import { isMap, isSame, type Value, type ValueMap } from './value.ts'

/** Keys of which a thing has exactly one: writing another takes the first away by itself. */
const slots = [
  ['must', 'should', 'may'],
  ['one-of', 'any-of', 'kind', 'asks'],
] as const

/** What must be written over `below` so that the merge of both is `whole`: the opposite of `merge`. An emptied key is `null`. */
export function differences(whole: ValueMap, below: ValueMap): ValueMap {
  const written = new Map<string, Value>()
  for (const [key, value] of whole) {
    const under = below.get(key)
    if (under === undefined) written.set(key, value)
    else if (isMap(value) && isMap(under)) {
      const inside = differences(value, under)
      if (inside.size > 0) written.set(key, inside)
    } else if (!isSame(value, under)) written.set(key, value)
  }
  for (const key of below.keys()) if (!whole.has(key) && !isReplaced(key, written, below)) written.set(key, null)
  return written
}

function isReplaced(key: string, written: ValueMap, below: ValueMap): boolean {
  // A fact's `asks` is its kind; a duty's or a move's is not.
  const slot = below.has('who') || below.has('to') ? slots[0] : below.has('ask') ? slots[1] : []
  return slot.some((one) => one === key) && slot.some((one) => one !== key && written.has(one))
}

/** `over` laid upon `below`, key by key; an empty value takes away. */
export function laidOver(below: ValueMap, over: ValueMap): ValueMap {
  const whole = new Map(below)
  for (const [key, value] of over) {
    if (value === null) whole.delete(key)
    else whole.set(key, value)
  }
  return whole
}
