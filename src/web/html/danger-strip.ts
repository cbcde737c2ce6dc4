import { type Html, raw } from './html.ts'

/**
 * Under the menu of every page, signed in or not. Fixed words: it must be there when nothing else is.
 * The address it names must answer without a database and without signing in.
 */
export const dangerStrip: Html = raw(
  '<div class="c-danger" role="region" aria-label="If a child is in danger"><div class="govuk-width-container c-danger__text"><strong class="c-danger__ask">Is a child in immediate danger?</strong> <a class="govuk-link" href="tel:999">Call 999</a>, then <a class="govuk-link" href="/danger">see what to do now</a></div></div>',
)
