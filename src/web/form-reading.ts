/** Why a field is not usable. `at`: the box to go to when the field has several. */
export interface FieldError {
  readonly field: string
  /** One sentence without a full stop: "Say what you disagree with". */
  readonly words: string
  readonly at?: string
}

/** A value, or why not. Without `words` nothing was typed. */
export type Reading<T> = { readonly value: T } | { readonly words?: string; readonly at?: string }
