import type { Shape } from './shape.ts'
import { nearest } from './suggest.ts'
import type { Entry, MapTree, Tree } from './tree.ts'

/**
 * The tree with misspelt keys read as the keys that were meant, and unknown ones left out. The file is refused all the same:
 * this only lets the rest be read, so that one slip is told once and hides nothing behind it.
 */
export function repairKeys(tree: MapTree, shape: Shape): MapTree {
  const entries = new Map<string, Entry>()
  for (const entry of tree.entries.values()) {
    const key = keyMeant(entry.key, tree, shape)
    const under =
      shape.is === 'map' ? shape.of : shape.is === 'object' && key !== undefined ? shape.keys[key] : undefined
    if (key !== undefined && under) entries.set(key, { ...entry, key, value: repairValue(entry.value, under) })
  }
  return { ...tree, entries }
}

function repairValue(tree: Tree, shape: Shape): Tree {
  return tree.kind === 'map' && (shape.is === 'object' || shape.is === 'map') ? repairKeys(tree, shape) : tree
}

function keyMeant(key: string, tree: MapTree, shape: Shape): string | undefined {
  if (shape.is !== 'object' || Object.hasOwn(shape.keys, key)) return key
  const guess = nearest(key, Object.keys(shape.keys))
  return guess === undefined || tree.entries.has(guess) ? undefined : guess
}
