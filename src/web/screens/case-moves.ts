import type { CaseView } from '../../app/app.ts'
import type { Offer } from '../../domain/case/moves.ts'
import { sameLanding } from '../../domain/case/targets.ts'
import { gateText, gateWhat, notYetWords, offerText, offerWhat } from '../../domain/words/case-offers.ts'
import { details } from '../html/details.ts'
import { type Html, html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { moveList } from '../html/move-list.ts'
import { prose } from '../html/prose.ts'
import * as urls from '../urls.ts'
import { actsNow } from './case-acts.ts'
import { offerHref } from './case-links.ts'
import type { ActLink } from './case-may.ts'

/** Everything this reader may do: up first, then the acts, ends last and withdrawing at the very end; below, what is nearly possible. */
export function movesFor(p: string, view: CaseView): Html {
  const moves = movesNow(p, view)
  const notYet = view.offers.filter((o) => o.state === 'not yet').map((o) => notYetLine(p, view, o))
  if (moves.length === 0 && notYet.length === 0)
    return html`<p class="govuk-body">Nothing is asked of you now. You can read the record below.</p>`
  const aside = moves.filter((one) => one.aside)
  const first = moves.filter((one) => !one.aside)
  if (aside.length < 3 || first.length < 4) return moveList({ moves, notYet })
  return html`${moveList({ moves: first, notYet })}${details({
    summary: `More you may do, for the record and for who takes part (${aside.length})`,
    body: moveList({ moves: aside }),
    classes: 'c-wide',
  })}`
}

export function movesNow(p: string, view: CaseView): readonly ActLink[] {
  const offers = oneEach(view.offers.filter((o) => o.state === 'may'))
  const links = (of: readonly Offer[]) =>
    of.map((o) => ({ text: offerText(view, o), href: offerHref(p, view.caseId, o), what: offerWhat(view, o) }))
  const up = offers.filter((o) => o.lands.to === 'stage')
  const ends = offers.filter((o) => o.lands.to === 'end' && !isLast(o))
  const last = offers.filter(isLast)
  const asks = view.offers
    .filter((o) => o.state === 'ask')
    .map((o) => ({ text: gateText(view, o), href: urls.gate(p, view.caseId, o.move.id), what: gateWhat(view, o) }))
  const decides = ends.filter((o) => o.lands.to === 'end' && o.lands.end === 'decided')
  const agrees = ends.filter((o) => !decides.includes(o))
  return once([...links(decides), ...links(up), ...asks, ...actsNow(p, view), ...links(agrees), ...links(last)])
}

const isLast = (o: Offer): boolean =>
  o.lands.to === 'end' && (o.lands.end === 'withdrawn' || o.lands.end === 'recorded' || o.lands.end === 'handed over')

/** One link for each place a move leads to: the same rung by two moves is one. */
const oneEach = (offers: readonly Offer[]): readonly Offer[] =>
  offers.filter(
    (o, n) =>
      offers.findIndex((x) => sameLanding(x.lands, o.lands) && (o.lands.to === 'stage' || x.move.id === o.move.id)) ===
      n,
  )

const once = (links: readonly ActLink[]): readonly ActLink[] =>
  links.filter((x, n) => links.findIndex((y) => y.text === x.text) === n)

function notYetLine(p: string, view: CaseView, o: Offer): Html {
  const words = notYetWords(view, o)
  return html`${link({ text: words.text, href: offerHref(p, view.caseId, o) })}. ${prose(words.why)}`
}
