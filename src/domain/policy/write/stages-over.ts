import { differences, laidOver } from './differences.ts'
import { isMap, mapOf, type Value, type ValueMap } from './value.ts'

const none: ValueMap = new Map()

/**
 * The stages of a policy as they are written: each over the parent's stage of that id where there is one, and a move that
 * refines one of the policy's only in what it changes. A new stage of a variation says which stage it follows.
 */
export function stagesOver(whole: ValueMap, parent: ValueMap | undefined): ValueMap {
  const stages = mapAt(whole, 'stages')
  const below = parent && mapAt(parent, 'stages')
  const written = new Map<string, Value>()
  let previous: string | undefined
  for (const [id, stage] of stages) {
    if (!isMap(stage)) continue
    const under = below?.get(id)
    const over = isMap(under) ? stageOver(stage, under, whole, parent) : stageOver(stage, none, whole, undefined)
    const after = below && under === undefined && previous !== undefined ? [['after', previous] as const] : []
    if (over.size > 0 || under === undefined) written.set(id, new Map([...over, ...after]))
    previous = id
  }
  for (const id of below?.keys() ?? []) if (!stages.has(id)) written.set(id, null)
  return written
}

function stageOver(stage: ValueMap, under: ValueMap, whole: ValueMap, parent: ValueMap | undefined): ValueMap {
  const own = differences(without(stage, 'moves'), without(under, 'moves'))
  const moves = movesOver(mapAt(stage, 'moves'), mapAt(under, 'moves'), whole, parent)
  return mapOf([...own, ['moves', moves]])
}

// A stage's move lies over the policy's move of its id, and over what the parent's stage changes of it.
function movesOver(moves: ValueMap, under: ValueMap, whole: ValueMap, parent: ValueMap | undefined): ValueMap {
  const written = new Map<string, Value>()
  for (const [id, move] of moves) {
    const before = under.get(id)
    if (!isMap(move)) {
      if (before !== null) written.set(id, null)
      continue
    }
    const policys = mapAt(mapAt(whole, 'moves'), id)
    const changed = isMap(before) && parent ? differences(before, mapAt(mapAt(parent, 'moves'), id)) : none
    const over = differences(move, laidOver(policys, changed))
    if (over.size > 0 || !isMap(before)) written.set(id, over)
  }
  return written
}

export function mapAt(value: ValueMap, key: string): ValueMap {
  const found = value.get(key)
  return isMap(found) ? found : none
}

function without(value: ValueMap, key: string): ValueMap {
  return new Map([...value].filter(([one]) => one !== key))
}
