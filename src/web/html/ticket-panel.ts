import { type Content, classes, type Html, html } from './html.ts'

/** Red only for a finding that blocks. */
export type TicketColour = 'grey' | 'blue' | 'red' | 'yellow' | 'green' | 'purple' | 'orange'

export type Ticket = { readonly body: Content; readonly colour?: TicketColour | undefined }

/** MoJ ticket panel: one soft box with a coloured edge for each thing. */
export function ticketPanel(...tickets: readonly Ticket[]): Html {
  return html`<article class="moj-ticket-panel">${tickets.map(
    ({ body, colour }) =>
      html`<section class="${classes('moj-ticket-panel__content', colour && `moj-ticket-panel__content--${colour}`)}">${body}</section>`,
  )}</article>`
}
