import { type ChoicesOptions, choices } from './choices.ts'
import type { Html } from './html.ts'

/** `values` are the answers chosen before. */
export type CheckboxesOptions = ChoicesOptions & { readonly values?: readonly string[] | undefined }

/** GOV.UK checkboxes: any number of answers. */
export function checkboxes(options: CheckboxesOptions): Html {
  return choices('checkboxes', options, (value) => options.values?.includes(value) ?? false)
}
