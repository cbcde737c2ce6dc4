import { type Path, valueAt } from '../../domain/policy/edit/change.ts'
import type { Content } from '../html/html.ts'
import { type Field, linesIn, setting } from './policy-form-field.ts'

export interface About {
  readonly key: Path | string
  readonly label: string
  readonly hint?: Content
  readonly more?: boolean
  /** What is said when it is empty in a part that says everything itself. */
  readonly needed?: string
}

export const small = 'govuk-label--s'

/** Whether anybody could have typed more into one box. */
const most = 20_000

interface Kind {
  readonly draw: Field['draw']
  /** As it stands in the boxes, from the lines of the file, and back. */
  readonly shown?: (lines: readonly string[]) => readonly string[]
  readonly lines: (typed: readonly string[]) => readonly string[]
}

/** A field of one key whose value is a text or a list of texts. */
export function field(about: About, kind: Kind): Field {
  const path = typeof about.key === 'string' ? [about.key] : about.key
  const name = nameOf(about)
  return {
    name,
    keys: [path],
    ...(about.more ? { more: true } : {}),
    ...(about.needed === undefined ? {} : { needed: about.needed }),
    draw: kind.draw,
    fill(part) {
      const lines = linesIn(valueAt(part, path))
      return lines && { [name]: kind.shown ? kind.shown(lines) : lines }
    },
    read(form, part) {
      const typed = form.typedList(name)
      if (typed.some((one) => one.length > most)) form.fail(name, 'Write it shorter')
      const lines = kind.lines(typed)
      return setting(path, valueAt(part, path), lines)
    },
  }
}

export const nameOf = ({ key }: About): string =>
  typeof key === 'string' ? key : key.length === 0 ? 'words' : key.join('-')

export const filled = (lines: readonly string[]): readonly string[] =>
  lines.map((one) => one.trim()).filter((one) => one !== '')
