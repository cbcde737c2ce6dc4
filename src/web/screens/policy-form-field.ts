import type { Path } from '../../domain/policy/edit/change.ts'
import { isMap, someOf, type Value } from '../../domain/policy/write/value.ts'
import type { Form } from '../form.ts'
import type { Content, Html } from '../html/html.ts'
import { html } from '../html/html.ts'

/** What stands in the boxes of a form: several values under one name for checkboxes. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** One key of a part as it is to be: keys from the part down, and `undefined` where it is to be left out. */
export interface Setting {
  readonly key: Path
  readonly value: Value | undefined
}

/** What a field is drawn from: what stands in its boxes, and the sentence of what is wrong with each. */
export interface Box {
  one(name: string): string
  all(name: string): readonly string[]
  /** Of the box with this name. */
  error(name: string): Content | undefined
}

/** One question of a form about one part of a policy's text, be it one key or a few that are answered together. */
export interface Field {
  /** Of its first box: an error leads there. */
  readonly name: string
  /** Keys below the part that it writes: findings about them are told here. */
  readonly keys: readonly Path[]
  /** Where what the check finds is told, if not at the first box. */
  readonly tells?: string
  /** What is said when it is empty in a part that says everything itself. */
  readonly needed?: string
  /** Folded away among "More", unless something stands there. */
  readonly more?: boolean
  draw(box: Box): Html
  /** The boxes filled from the file; `undefined` where it is written in a way that no box can show. */
  fill(part: Value | undefined): Typed | undefined
  /** What to write, given what stands there now. Errors are put on the form. */
  read(form: Form, part: Value | undefined): readonly Setting[]
}

/** Words alike but for their spaces: a box shows a folded text on one line. */
export const alike = (left: string, right: string): boolean => flat(left) === flat(right)

const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** A text, or a list of texts, as lines; `undefined` for anything else. Written empty is empty. */
export function linesIn(value: Value | undefined): readonly string[] | undefined {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return [value]
  if (isMap(value)) return undefined
  const texts = value.filter((one) => typeof one === 'string')
  return texts.length === value.length ? texts : undefined
}

/** One key's new value: nothing to do where it says that already, and what was written empty on purpose stays. */
export function setting(key: Path, before: Value | undefined, lines: readonly string[]): readonly Setting[] {
  const were = linesIn(before)
  if (were && were.length === lines.length && were.every((one, i) => alike(one, lines[i] ?? ''))) return []
  return [{ key, value: lines.length === 0 ? undefined : someOf(lines) }]
}

export const cannotShow: Html = html`<p class="govuk-body govuk-!-margin-bottom-0">It is written in a way that this form cannot show. Change it in the text.</p>`
