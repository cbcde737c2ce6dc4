import { sha256 } from '../hash.ts'
import type { MapTree, Tree } from './tree.ts'

/**
 * SHA-256 of a merged policy in canonical form: keys sorted except where their order is meant, texts with single spaces.
 * Comments, quotes, layout and places do not count. This is what a case pins.
 */
export function hashTree(root: MapTree): string {
  return sha256(JSON.stringify(canonical(root, [])))
}

const ordered = ['stages', 'tracks']

function canonical(tree: Tree, path: readonly string[]): unknown {
  switch (tree.kind) {
    case 'null':
      return null
    case 'text':
      return tree.text.replace(/\s+/g, ' ').trim()
    case 'list':
      return tree.items.map((item) => canonical(item, [...path, '']))
    case 'map': {
      const pairs = [...tree.entries].map(([key, { value }]) => [key, canonical(value, [...path, key])] as const)
      const isOrdered = path.length === 1 && ordered.includes(path[0] ?? '')
      return { map: isOrdered ? pairs : pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) }
    }
  }
}
