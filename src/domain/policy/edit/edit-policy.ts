import { readYaml } from '../read-yaml.ts'
import type { Value, ValueMap } from '../write/value.ts'
import { applied } from './applied.ts'
import type { Change, EditProblem } from './change.ts'
import { saysSame, staysEmpty, valueAt } from './change.ts'
import { addAt, laidOut, moveAt, removeAt, writeAt } from './splice.ts'
import { textValue } from './tree-value.ts'

export type Edited =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: EditProblem }

/**
 * The text of a policy file with one change in it and everything else as it was written, comments included. What the new text
 * means is compared with what was meant: a file written in a way that this cannot change is refused, never changed wrongly.
 * The file need not be a sound policy; it must be YAML.
 */
export function editPolicy(text: string, given: Change): Edited {
  const change = given.do === 'set' ? { ...given, values: writtenFirst(given.values) } : given
  const root = textValue(text)
  if (!root) return { ok: false, problem: readYaml(text, 'policy').problems[0] ?? cannot }
  const meant = applied(root, change)
  if (!meant) return { ok: false, problem: notThere(change) }
  const edited = spliced(text, root, change)
  const now = textValue(edited)
  return now && saysSame(now, meant) ? { ok: true, text: edited } : { ok: false, problem: cannot }
}

/** What is written comes before what goes: so no part is empty in between, and lost its place. */
function writtenFirst(values: ReadonlyMap<string, Value | undefined>): ReadonlyMap<string, Value | undefined> {
  const all = [...values]
  return new Map([...all.filter(([, one]) => one !== undefined), ...all.filter(([, one]) => one === undefined)])
}

function spliced(text: string, root: ValueMap, change: Change): string {
  switch (change.do) {
    case 'set': {
      let now = text
      for (const [key, value] of change.values) {
        const path = [...change.at, key]
        if (saysSame(valueAt(root, path), value)) continue
        now = value === undefined ? removeAt(now, path) : writeAt(now, path, value)
      }
      return staysEmpty(change.at) && valueAt(textValue(now), change.at) === undefined
        ? writeAt(now, change.at, new Map())
        : now
    }
    case 'write':
      return saysSame(valueAt(root, change.at), change.value) ? text : writeAt(text, change.at, change.value)
    case 'add':
      return laidOut(addAt(text, change.to, change.id, change.value, change.after), change.to)
    case 'remove':
      return removeAt(text, change.at)
    case 'move':
      return moveAt(text, change.at, change.to)
  }
}

const cannot: EditProblem = {
  line: 1,
  column: 1,
  message: 'This part is written in a way that the form cannot change. Change it in the text.',
}

function notThere(change: Change): EditProblem {
  const message =
    change.do === 'add'
      ? `There is a \`${change.id}\` already. Choose another short name.`
      : change.do === 'move'
        ? 'It stands at the end of the order already.'
        : 'It is not there any more. Look at the draft as it stands now.'
  return { line: 1, column: 1, message }
}
