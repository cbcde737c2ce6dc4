import type { TextRead } from '../../app/policy-life.ts'
import type { Path } from '../../domain/policy/edit/change.ts'
import { pathFinder } from '../../domain/policy/edit/path-at.ts'
import type { Field } from './policy-form-field.ts'
import type { Part } from './policy-form-parts.ts'

/** Something the check found, and the part of the text it is about. */
export interface FoundAt {
  readonly path: Path
  readonly message: string
  /** A mistake keeps the text from being read; the rest are what the check finds in a policy that reads. */
  readonly level: 'mistake' | 'error' | 'warning' | 'note'
}

/** Everything found in a text, each at its part. */
export function foundIn(text: string, read: TextRead): readonly FoundAt[] {
  const pathAt = pathFinder(text)
  const found = read.ok ? read.checked.findings : read.problems.map((one) => ({ ...one, level: 'mistake' as const }))
  return found.map(({ level, message, line, column }) => ({
    level,
    message: message.replaceAll('`', ''),
    // What is about the file as a whole stands at its first character.
    path: line === 1 && column === 1 ? [] : pathAt({ line, column }),
  }))
}

const startsWith = (path: Path, start: Path): boolean => start.every((key, i) => path[i] === key)

/** What is found in one part and the parts inside it. */
export const foundBelow = (found: readonly FoundAt[], path: Path): readonly FoundAt[] =>
  found.filter((one) => one.path.length > 0 && startsWith(one.path, path))

/** What is found in one part itself: what its form can mend, or what is about it as a whole. */
export function foundOf(found: readonly FoundAt[], part: Part): readonly FoundAt[] {
  return found.filter(({ path }) => {
    if (!startsWith(path, part.path)) return false
    const below = path.slice(part.path.length)
    if (part.kind === 'about') return path.length > 0 && fieldOf(part.fields, below) !== undefined
    return part.kind !== 'stage' || (below[0] !== 'duties' && below[0] !== 'moves')
  })
}

/** The field that answers for a place in its part. */
export const fieldOf = (fields: readonly Field[], below: Path): Field | undefined =>
  fields.find(({ keys }) => keys.some((key) => startsWith(below, key)))

/** What is wrong with one field, as one sentence or two. */
export function wrongWith(field: Field, part: Part, found: readonly FoundAt[]): string | undefined {
  const own = found.filter(
    ({ level, path }) =>
      (level === 'mistake' || level === 'error') && fieldOf(part.fields, path.slice(part.path.length)) === field,
  )
  return own.length === 0 ? undefined : [...new Set(own.map(({ message }) => message))].join(' ')
}
