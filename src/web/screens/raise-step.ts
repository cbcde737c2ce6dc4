import type { Form } from '../form.ts'
import type { Content, Html } from '../html/html.ts'
import type { FormField } from './form-field.ts'

/** One page of raising a concern, with its question or a few that belong together. Without fields it only tells something, and is not counted. */
export interface Step {
  /** Its place in the address. */
  readonly id: string
  /** The question; the heading of the page. */
  readonly title: string
  readonly fields: readonly FormField[]
  readonly lead?: Content | undefined
  readonly before?: Html | undefined
  readonly after?: Html | undefined
  readonly button?: string | undefined
  /** What one field alone cannot see. */
  readonly check?: ((form: Form) => void) | undefined
  /** Questions that share the page; `fields` are theirs, and each stands on the page of answers by itself. */
  readonly parts?: readonly Step[] | undefined
  /** How it stands on the page of answers; nothing for steps that stand elsewhere there. */
  readonly summary?: Summary | undefined
}

export interface Summary {
  readonly group: 'concern' | 'dates'
  readonly key: string
  readonly value: Content
}
