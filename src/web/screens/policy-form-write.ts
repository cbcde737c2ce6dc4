import { type Change, type Path, valueAt } from '../../domain/policy/edit/change.ts'
import { type Edited, editPolicy } from '../../domain/policy/edit/edit-policy.ts'
import { clausePattern, idPattern } from '../../domain/policy/shape.ts'
import { isMap, type Value, type ValueMap } from '../../domain/policy/write/value.ts'
import type { Form } from '../form.ts'
import type { Setting } from './policy-form-field.ts'
import { namedBy, type Part } from './policy-form-parts.ts'
import { shortName } from './policy-form-short-name.ts'

export type Written =
  | { readonly ok: true; readonly text: string; readonly id: string | undefined }
  /** What is wrong is on the form. */
  | { readonly ok: false }

/**
 * The text with a part as the form has it: one that was there changed, a new one added. What cannot be is put on the form.
 * With `sentOnly`, for programs, questions of which nothing was sent stay as they are; a browser sends no empty checkboxes.
 */
export function writePart(text: string, root: ValueMap, part: Part, form: Form, sentOnly: boolean): Written {
  const settings = part.fields.flatMap((field) => {
    const boxes = field.fill(part.value)
    const isRead = boxes !== undefined && (!sentOnly || Object.keys(boxes).some((name) => form.has(name)))
    if (!isRead) return []
    if (part.whole && field.needed !== undefined && form.typedList(field.name).every((one) => one === ''))
      form.fail(field.name, field.needed)
    return field.read(form, part.value)
  })
  const id = part.isNew ? newId(root, part, form) : part.id
  const after = part.isNew && part.kind === 'stage' ? form.typed('after') : ''
  if (!form.ok || (part.isNew && id === undefined)) return { ok: false }
  const changes =
    part.isNew && id !== undefined
      ? [
          {
            do: 'add',
            to: part.path.slice(0, -1),
            id,
            value: wholeOf(settings),
            ...(after === '' ? {} : { after }),
          } as const,
        ]
      : changesOf(part.path, settings)
  const edited = editAll(text, changes)
  if (edited.ok) return { ok: true, text: edited.text, id }
  form.fail(part.isNew ? 'short-name' : (part.fields[0]?.name ?? 'revision'), plain(edited.problem.message))
  return { ok: false }
}

/** Several changes, one upon the other; the first that cannot be made stops them all. */
export function editAll(text: string, changes: readonly Change[]): Edited {
  let now: Edited = { ok: true, text }
  for (const change of changes) if (now.ok) now = editPolicy(now.text, change)
  return now
}

const plain = (message: string): string => message.replaceAll('`', '')

/** The short name typed, or one made of what else was typed. */
function newId(root: ValueMap, part: Part, form: Form): string | undefined {
  const typed = form.typed('short-name')
  const isClause = part.kind === 'clause'
  const siblings = valueAt(root, part.path.slice(0, -1))
  const taken = isMap(siblings) ? [...siblings.keys()] : []
  if (typed === '') {
    if (!isClause) return shortName(wordsFor(part, form), [...taken, ...namesOf(root)])
    form.fail('short-name', 'Write the number or short name of the clause')
    return undefined
  }
  const pattern = isClause ? clausePattern : idPattern
  if (!pattern.test(typed)) form.fail('short-name', 'Use small letters, figures and hyphens, such as line-managers')
  if (taken.includes(typed)) form.fail('short-name', `There is a ${typed} already`)
  return typed
}

function wordsFor(part: Part, form: Form): string {
  const by = namedBy(part.kind)
  return by === 'act' ? `${form.typed('verb')} ${form.typed('what')}` : form.typed(by) || part.kind
}

/** Stages, questions and duties share their names: a new one takes none of them. */
function namesOf(root: ValueMap): readonly string[] {
  const keys = (value: Value | undefined): readonly string[] => (isMap(value) ? [...value.keys()] : [])
  const stages = valueAt(root, ['stages'])
  const inside = keys(stages).flatMap((stage) =>
    ['duties', 'moves'].flatMap((pocket) => keys(valueAt(stages, [stage, pocket]))),
  )
  return [...['stages', 'facts', 'duties', 'moves', 'roles'].flatMap((pocket) => keys(root.get(pocket))), ...inside]
}

/** A new part's whole value. */
function wholeOf(settings: readonly Setting[]): Value {
  return settings.reduce<Value>(
    (whole, { key, value }) => (value === undefined ? whole : put(whole, key, value)),
    new Map(),
  )
}

function put(whole: Value, [key, ...rest]: Path, value: Value): Value {
  if (key === undefined) return value
  const map = isMap(whole) ? whole : new Map<string, Value>()
  return new Map(map).set(key, put(map.get(key) ?? new Map(), rest, value))
}

/** One change for each map that has keys to be set. */
function changesOf(path: Path, settings: readonly Setting[]): readonly Change[] {
  const sets = new Map<string, { readonly at: Path; readonly values: Map<string, Value | undefined> }>()
  const whole: Change[] = []
  for (const { key, value } of settings) {
    const last = key.at(-1)
    if (last === undefined) {
      if (value !== undefined) whole.push({ do: 'write', at: path, value })
      continue
    }
    const at = [...path, ...key.slice(0, -1)]
    const set = sets.get(at.join(' ')) ?? { at, values: new Map() }
    set.values.set(last, value)
    sets.set(at.join(' '), set)
  }
  return [...whole, ...[...sets.values()].map((set) => ({ do: 'set', ...set }) as const)]
}
