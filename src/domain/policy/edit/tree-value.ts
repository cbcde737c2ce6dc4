import { readYaml } from '../read-yaml.ts'
import type { Tree } from '../tree.ts'
import type { Value, ValueMap } from '../write/value.ts'
import { type Path, valueAt } from './change.ts'

/** What a policy's text holds, uninterpreted; nothing where it is not YAML, or no map. */
export function textValue(text: string): ValueMap | undefined {
  const { tree } = readYaml(text, 'policy')
  return tree?.kind === 'map' ? (valueOf(tree) as ValueMap) : undefined
}

/** The value at a path of a text. */
export function treeValue(text: string, path: Path): Value | undefined {
  return valueAt(textValue(text), path)
}

function valueOf(tree: Tree): Value {
  switch (tree.kind) {
    case 'map':
      return new Map([...tree.entries.values()].map(({ key, value }) => [key, valueOf(value)]))
    case 'list':
      return tree.items.map(valueOf)
    case 'text':
      return tree.text
    case 'null':
      return null
  }
}
