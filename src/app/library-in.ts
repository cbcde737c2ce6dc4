import type { Library } from '../domain/policy/layers.ts'
import type { CheckInput } from './check-apart.ts'

/** A parent by id and version; without a version, the one in force. */
export const libraryIn =
  (texts: CheckInput['library']): Library =>
  (id, version) =>
    texts.find((one) => one.id === id && (version === undefined ? one.now : one.version === version))?.text
