import { html } from './html.ts'

/** The neutral page behind "Hide this screen": says nothing about this service, and leads back when it is safe. */
export function hiddenPage(): string {
  return `<!doctype html>\n${html`<html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>Notes</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="stylesheet" href="/assets/concordat.css"></head><body class="govuk-template__body"><div class="govuk-width-container"><main class="govuk-main-wrapper"><h1 class="govuk-heading-m">Notes</h1><p class="govuk-body">Nothing here yet.</p><p class="govuk-body"><a class="govuk-link" href="/">Continue</a></p></main></div></body></html>`}\n`
}
