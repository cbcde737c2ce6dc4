import { type Html, html } from './html.ts'

/** "Print", shown by `print.js`; where no script runs, what to do instead. */
export function printButton(): Html {
  return html`<button type="button" class="govuk-link c-link-button c-print" hidden>Print</button><span>To print it, use your browser’s own Print</span>`
}
