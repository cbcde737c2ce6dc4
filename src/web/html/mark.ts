import { classes, type Html, html } from './html.ts'

/** Whose something is. The side that raised is always a blue square, the side that was asked a teal disc. */
export type Owner = 'raising' | 'answering' | 'board' | 'other'

/** Two letters, which must differ within one case; "C" with `other` is Concordat itself. */
export type MarkView = { readonly owner: Owner; readonly initials: string }

/** The owner's mark: 30 px, 24 `small`, 44 `large`. It says nothing to those who listen: the name must stand beside it. */
export function mark({ owner, initials }: MarkView, size?: 'small' | 'large'): Html {
  return html`<span class="${classes('c-mark', `c-mark--${owner}`, size && `c-mark--${size}`)}" aria-hidden="true">${initials}</span>`
}
