/** A request no page of ours sends: a field nobody asked for, no submission key. 400, nothing done; a program's mistake. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
  readonly statusCode = 400
  readonly errors: readonly { readonly field: string; readonly words: string }[]
  constructor(errors: Unusable['errors']) {
    super('The request cannot be used')
    this.errors = errors
  }
}
