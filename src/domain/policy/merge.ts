import type { Entry, Layer, MapTree, Report, Spot } from './tree.ts'

/** What a merge took away, by id, so that whatever still names it can be told where it went. */
export type Removed = Map<string, Spot>

/**
 * Lays one policy's tree over another's: maps merge by key, an empty value removes, anything else replaces, lists replace whole.
 * `must`, `should` and `may` are one slot, as are the kinds of a fact. Source: language.md section 3, "Merge".
 */
export function merge(base: MapTree, over: MapTree, removed: Removed, report: Report): MapTree {
  return mergeMaps(base, over, [], removed, report)
}

/** Maps whose keys are ids, which phrases elsewhere may name. */
const pockets: readonly string[] = ['roles', 'facts', 'stages', 'duties', 'moves', 'one-of', 'any-of']

/** Keys of which one thing has exactly one: writing another of them replaces it. */
const slots = [
  ['must', 'should', 'may'],
  ['one-of', 'any-of', 'kind', 'asks'],
] as const

function mergeMaps(base: MapTree, over: MapTree, path: readonly string[], removed: Removed, report: Report): MapTree {
  const entries = new Map(base.entries)
  clearSlots(entries, over, path)
  for (const entry of over.entries.values()) {
    const below = entries.get(entry.key)
    if (entry.value.kind === 'null' && !isStageMove(path)) {
      if (below && pockets.includes(path.at(-1) ?? '')) removed.set(entry.key, entry.spot)
      if (below) entries.delete(entry.key)
      else report('removes-nothing', entry.spot, `\`${entry.key}\` is empty: write its value, or leave the line out.`)
    } else if (below?.value.kind === 'map' && entry.value.kind === 'map') {
      const value = mergeMaps(below.value, entry.value, [...path, entry.key], removed, report)
      entries.set(entry.key, { ...entry, value, layers: both(below.layers, entry.layers) })
    } else if (entry.value.kind === 'map') {
      // Laid over nothing, so that an empty value deep inside a new map is told as removing nothing.
      const nothing: MapTree = { ...entry.value, entries: new Map() }
      const value = mergeMaps(nothing, entry.value, [...path, entry.key], removed, report)
      entries.set(entry.key, { ...entry, value, layers: both(below?.layers, entry.layers) })
    } else {
      entries.set(entry.key, { ...entry, layers: both(below?.layers, entry.layers) })
    }
  }
  const merged: MapTree = { ...over, entries }
  return path.length === 1 && path[0] === 'stages' ? placeNewStages(base, over, merged, report) : merged
}

// `up: null` in a stage takes the policy's move away there, and an empty key of it the inherited key:
// the reader, who lays it over the policy's move, must still see what was written.
function isStageMove(path: readonly string[]): boolean {
  return path.length >= 3 && path[0] === 'stages' && path[2] === 'moves'
}

function clearSlots(entries: Map<string, Entry>, over: MapTree, path: readonly string[]): void {
  const pocket = path.at(-2)
  const slot = pocket === 'duties' ? slots[0] : pocket === 'facts' && path.length === 2 ? slots[1] : []
  if (!slot.some((key) => over.entries.has(key))) return
  for (const key of slot) if (!over.entries.has(key)) entries.delete(key)
}

function both(left: ReadonlySet<Layer> | undefined, right: ReadonlySet<Layer>): ReadonlySet<Layer> {
  return left ? new Set([...left, ...right]) : right
}

function placeNewStages(base: MapTree, over: MapTree, merged: MapTree, report: Report): MapTree {
  for (const entry of over.entries.values()) {
    const after = entry.value.kind === 'map' ? entry.value.entries.get('after') : undefined
    if (!after || (base.entries.size > 0 && !base.entries.has(entry.key))) continue
    report(
      'after-not-here',
      after.spot,
      '`after` places a new stage in a variation. Here the order written is the order.',
    )
  }
  if (base.entries.size === 0) return merged
  const order = [...base.entries.keys()].filter((key) => merged.entries.has(key))
  for (const entry of over.entries.values()) {
    if (entry.value.kind !== 'map' || base.entries.has(entry.key)) continue
    const after = entry.value.entries.get('after')?.value
    const index = after?.kind === 'text' ? order.indexOf(after.text) : order.length - 1
    if (after?.kind === 'text' && index < 0) {
      report('unknown-stage', after.spot, `There is no stage \`${after.text}\` to put this one after.`)
    }
    order.splice(index < 0 ? order.length : index + 1, 0, entry.key)
  }
  const entries = order.flatMap((key) => merged.entries.get(key) ?? [])
  return { ...merged, entries: new Map(entries.map((entry) => [entry.key, entry])) }
}
