import { isMap, type Value, type ValueMap } from '../write/value.ts'
import { type Change, type Path, saysSame, staysEmpty, valueAt } from './change.ts'

/** What a file means after a change: the measure that an edited text is held against. `undefined` where the change cannot be made. */
export function applied(root: ValueMap, change: Change): ValueMap | undefined {
  switch (change.do) {
    case 'set':
      return setKeys(root, change.at, change.values)
    case 'write':
      return saysSame(valueAt(root, change.at), change.value) ? root : withValue(root, change.at, change.value)
    case 'add':
      return added(root, change.to, change.id, change.value, change.after)
    case 'remove':
      return valueAt(root, change.at) === undefined ? undefined : dropped(root, change.at)
    case 'move':
      return moved(root, change.at, change.to)
  }
}

function setKeys(root: ValueMap, at: Path, values: ReadonlyMap<string, Value | undefined>): ValueMap {
  let now = root
  for (const [key, value] of values) {
    const path = [...at, key]
    const before = valueAt(now, path)
    if (saysSame(before, value)) continue
    now = value === undefined ? dropped(now, path) : withValue(now, path, value)
  }
  return valueAt(now, at) === undefined && staysEmpty(at) ? withValue(now, at, new Map()) : now
}

function withValue(root: ValueMap, path: Path, value: Value): ValueMap {
  const [key, ...rest] = path
  if (key === undefined) return root
  const below = root.get(key)
  return new Map(root).set(key, rest.length === 0 ? value : withValue(isMap(below) ? below : new Map(), rest, value))
}

/** Without one key; a part left empty by that goes too, unless it is an entry with an id. */
function dropped(root: ValueMap, path: Path): ValueMap {
  const parent = path.slice(0, -1)
  const left = new Map(valueAt(root, parent) as ValueMap)
  left.delete(path.at(-1) ?? '')
  if (parent.length === 0) return left
  return left.size > 0 || staysEmpty(parent) ? withValue(root, parent, left) : dropped(root, parent)
}

function added(root: ValueMap, to: Path, id: string, value: Value, after: string | undefined): ValueMap | undefined {
  const there = valueAt(root, to)
  const entries = isMap(there) ? [...there] : []
  if (entries.some(([key]) => key === id)) return undefined
  const place = entries.findIndex(([key]) => key === after)
  entries.splice(place < 0 ? entries.length : place + 1, 0, [id, value])
  return withValue(root, to, new Map(entries))
}

function moved(root: ValueMap, at: Path, to: 'up' | 'down'): ValueMap | undefined {
  const parent = at.slice(0, -1)
  const there = valueAt(root, parent)
  const entries = isMap(there) ? [...there] : []
  const from = entries.findIndex(([key]) => key === at.at(-1))
  const other = to === 'up' ? from - 1 : from + 1
  const [one, two] = [entries[from], entries[other]]
  if (!one || !two) return undefined
  entries[from] = two
  entries[other] = one
  return withValue(root, parent, new Map(entries))
}
