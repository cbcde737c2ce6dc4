import type { Id } from '../policy.ts'
import { at, entriesAt, type MapTree, type Report, type TextTree, textsOf } from '../tree.ts'

/** Questions with the forms among them replaced by what the forms ask, in order, each once. */
export function openOut(asks: readonly Id[], root: MapTree): readonly Id[] {
  const forms = new Map(formsOf(root))
  const opened = new Set<Id>()
  const seen = new Set<Id>()
  const open = (id: Id): void => {
    const inside = forms.get(id)
    if (!inside) opened.add(id)
    else if (!seen.has(id)) {
      seen.add(id)
      for (const text of inside) open(text.text)
    }
  }
  for (const id of asks) open(id)
  return [...opened]
}

/** Reports forms that ask themselves, directly or through another form. */
export function findFormCircles(root: MapTree, report: Report): void {
  const forms = new Map(formsOf(root))
  const reaches = (from: Id, goal: Id, seen: Set<Id>): boolean => {
    if (seen.has(from)) return false
    seen.add(from)
    return (forms.get(from) ?? []).some((text) => text.text === goal || reaches(text.text, goal, seen))
  }
  for (const [id, asks] of forms) {
    for (const text of asks) {
      if (text.text === id || reaches(text.text, id, new Set())) {
        report('circle', text.spot, `The form \`${id}\` asks itself through \`${text.text}\`. Leave one of them out.`)
      }
    }
  }
}

function formsOf(root: MapTree): readonly (readonly [Id, readonly TextTree[]])[] {
  return entriesAt(root, 'facts').flatMap((entry) => {
    const asks = at(entry.value, 'asks')
    return asks ? [[entry.key, textsOf(asks)] as const] : []
  })
}
