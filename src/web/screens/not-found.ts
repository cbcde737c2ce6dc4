import type { Shown } from '../answers.ts'
import { html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { titleBlock } from '../html/title-block.ts'
import * as urls from '../urls.ts'

/** 404. The same words whether there is nothing here or it is not for this reader: nothing in it depends on what was asked for. */
export const notFoundPage: Shown = {
  title: 'We cannot show you this page',
  body: html`${titleBlock({
    title: 'We cannot show you this page',
    lead: 'Either there is nothing at this address, or it is not for you to read. We never say which, to protect children and families.',
  })}<p class="govuk-body">If you typed the address, check it. If somebody sent you a link, ask them whether you have a part in that case.</p><p class="govuk-body">${link({ text: 'See what needs you', href: '/' })} or ${link({ text: 'get help', href: urls.help })}.</p>`,
}
