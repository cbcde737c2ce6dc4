import { attributes, type Html, html } from '../html/html.ts'
import { summaryList } from '../html/summary-list.ts'
import type { SignedIn } from '../screen.ts'
import { entries } from './policy-form-known.ts'
import { type Listing, mark, wordsOf } from './policy-form-list.ts'
import { nameOf } from './policy-form-parts.ts'
import { partUrl } from './policy-form-urls.ts'

/** The stages in their order, each with its limit and the buttons that move it. */
export function stageList(ctx: SignedIn, { draft, root, found }: Listing): Html {
  const all = entries(root, 'stages')
  return summaryList(
    all.map(([id, value], i) => {
      const name = nameOf('stage', id, value)
      const inside = entries(value, 'duties').length
      const order = (way: 'up' | 'down') =>
        html`<form class="c-order" method="post" action="${partUrl(ctx.partnership, draft.id, { kind: 'stage', id })}">${ctx.hidden()}<input${attributes({ type: 'hidden', name: 'revision', value: draft.revision })}><button class="c-link-button govuk-link" name="do" value="${way}">Move ${way}<span class="govuk-visually-hidden"> ${name}</span></button></form>`
      const limit = wordsOf(value, 'within')
      return {
        key: html`${i + 1}. ${name}${mark(found, ['stages', id])}`,
        value: html`${limit === '' ? 'No limit' : limit}; ${inside === 0 ? 'nothing of its own' : inside === 1 ? '1 thing' : `${inside} things`} to be done<div>${i > 0 && order('up')}${i < all.length - 1 && order('down')}</div>`,
        actions: [{ text: 'Change', hidden: name, href: partUrl(ctx.partnership, draft.id, { kind: 'stage', id }) }],
      }
    }),
  )
}
