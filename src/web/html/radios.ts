import { type ChoicesOptions, choices } from './choices.ts'
import type { Html } from './html.ts'

/** `value` is the answer chosen before; leave it out to preselect nothing. */
export type RadiosOptions = ChoicesOptions & { readonly value?: string | undefined }

/** GOV.UK radios: one answer of several. */
export function radios(options: RadiosOptions): Html {
  return choices('radios', options, (value) => value === options.value)
}
