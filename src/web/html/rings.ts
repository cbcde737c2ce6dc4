import { type Html, raw } from './html.ts'

/** Two equal rings, the shared part filled: two sides, common ground. Also the sign for "both sides". Coloured by its text. */
export const rings: Html = raw(
  '<svg class="c-rings" viewBox="0 0 40 26" width="40" height="26" aria-hidden="true" focusable="false"><circle cx="13.5" cy="13" r="11" fill="none" stroke="currentColor" stroke-width="3"/><circle cx="26.5" cy="13" r="11" fill="none" stroke="currentColor" stroke-width="3"/><path d="M20 4.1a11 11 0 0 1 0 17.8 11 11 0 0 1 0-17.8z" fill="currentColor"/></svg>',
)

/** A closed lock: not everybody can read this. */
export const lock: Html = raw(
  '<svg class="c-lock" viewBox="0 0 16 18" width="16" height="18" aria-hidden="true" focusable="false"><path d="M4 8V5a4 4 0 0 1 8 0v3" fill="none" stroke="currentColor" stroke-width="2"/><path d="M1 8h14v10H1z" fill="currentColor"/></svg>',
)
