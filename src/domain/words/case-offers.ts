/** Moves as links: what the link says, what follows from it, and why it is not there yet. */
import { currentVisit } from '../case/case.ts'
import { factsIn } from '../case/condition.ts'
import type { Offer } from '../case/moves.ts'
import { stagePeople } from '../case/stage-people.ts'
import type { End, Id } from '../policy/policy.ts'
import { shortStage } from './case-stage.ts'
import { type Telling, youOrName } from './case-telling.ts'
import { citesWords } from './duty-clause.ts'
import { isLate } from './duty-due.ts'
import { instanceOrder, notDone } from './duty-order.ts'
import { moveOrder } from './phrase-move.ts'
import { stageOf, takeThisTo } from './phrase-stage.ts'
import { andList, capital, curly, quoted, small } from './phrase-text.ts'

export interface CaseTelling extends Telling {
  readonly offers: readonly Offer[]
}

/** "Take this to senior managers". No full stop. */
export function offerText(view: Telling, { move, lands }: Pick<Offer, 'move' | 'lands'>): string {
  const { policy } = view.world
  if (lands.to === 'end') return moveOrder(move, policy, { type: 'end', end: lands.end })
  if (lands.tier > 0) return tierText(view, lands.stage, lands.tier)
  if (move.is !== undefined && move.to.length === 1 && move.to[0]?.type !== 'any stage') return curly(move.is)
  if (lands.back) return `Send this back to ${shortStage(view.world, view.c, lands.stage)}`
  return takeThisTo(policy, lands.stage)
}

/** "Take this one tier higher, to Sheila Quarmby": link, heading and button say the same, and whom it goes to. */
function tierText(view: Telling, id: Id, tier: number): string {
  const stage = stageOf(view.world.policy, id)
  const people = stage ? stagePeople(view.world, view.c, stage, tier, view.at, []) : []
  const now = new Set(currentVisit(view.c).people.map((p) => p.person))
  const names = [...new Set(people.map((p) => p.person))].filter((p) => !now.has(p)).map((p) => youOrName(view, p))
  return names.length === 0 ? 'Take this one tier higher' : `Take this one tier higher, to ${andList(names)}`
}

/** What follows, or why it is allowed; with its clause. */
export function offerWhat(view: CaseTelling, offer: Offer): string {
  const clause = offer.move.cites.length > 0 ? ` (${offer.move.cites.join(', ')})` : ''
  return `${offer.move.says ? offer.move.says.replace(/\.$/, '') : consequence(view, offer)}${clause}`
}

function consequence(view: CaseTelling, { lands }: Offer): string {
  if (lands.to === 'end') return endConsequence(lands.end)
  const where = shortStage(view.world, view.c, lands.stage, lands.tier)
  if (lands.back) return `${capital(where)} is open again`
  const late = theirLate(view)
  if (late) return `The other side has not ${notDone(view, late)} in time, so ${where} may start`
  if (lands.passed.length > 0)
    return `${capital(where)} starts at once. ${capital(andList(lands.passed.map((s) => shortStage(view.world, view.c, s))))} ${lands.passed.length === 1 ? 'is' : 'are'} passed over`
  return `${capital(where)} starts at once`
}

function endConsequence(end: End): string {
  switch (end) {
    case 'agreed':
      return 'Both sides then confirm the same words'
    case 'decided':
      return 'Everyone in the case is told what was decided'
    case 'recorded':
      return 'You will be asked why. The disagreement stays on record'
    case 'withdrawn':
      return 'You will be asked why. The record is kept'
    case 'handed over':
      return 'This case ends, and the other procedure begins'
  }
}

/** The other side's late duty at this stage, replies first. */
export function theirLate(view: Telling) {
  const visit = currentVisit(view.c).n
  const across = (side: string) =>
    view.part.side === 'raising' ? side === 'responding' : view.part.side === 'responding' ? side === 'raising' : false
  const late = view.duties.filter(
    (i) =>
      i.force === 'must' &&
      isLate(i, view.at) &&
      across(i.side) &&
      (i.visit === visit || i.gate) &&
      !isPaper(i.duty?.act.verb),
  )
  return late.find((i) => i.duty?.act.verb === 'reply') ?? late[0]
}

/** Notices and papers hold nobody up. */
export const isPaper = (verb: string | undefined): boolean =>
  verb === 'tell' || verb === 'record' || verb === 'answer' || verb === 'keep'

/** The question that somebody else answers first. */
export function gateText(view: Telling, offer: Offer): string {
  const asks = factsIn(offer.move.if).flatMap((f) =>
    view.world.policy.facts[f]?.by ? [quoted(view.world.policy.facts[f]?.ask ?? '')] : [],
  )
  return `Ask ${andList(asks)}`
}

export const gateWhat = (view: Telling, offer: Offer): string =>
  `Somebody else answers this first. Then you may ${small(offerText(view, offer))}${offer.move.cites.length > 0 ? ` (${offer.move.cites.join(', ')})` : ''}`

/** "refer this to the Chair", then why not, then the clause. */
export function notYetWords(view: Telling, offer: Offer): { readonly text: string; readonly why: string } {
  const clause = citesWords(offer.refusal?.cites ?? [])
  // By name: what is to be done first says more than that something is.
  const first = (offer.refusal?.first ?? []).flatMap((key) => view.duties.filter((i) => i.key === key))
  const orders = [...new Set(first.map((i) => small(instanceOrder(view, i))))]
  const why = orders.length > 0 ? `First: ${andList(orders)}.` : (offer.refusal?.because ?? '')
  return {
    text: small(offerText(view, offer)),
    why: clause === '' ? why : `${why.replace(/\.$/, '')} (${clause.replace(/^C/, 'c')}).`,
  }
}

/** The move up that this reader may make now: the next rung before any other. */
export const mayGoUp = (view: CaseTelling): Offer | undefined =>
  view.offers.find((o) => o.state === 'may' && o.lands.to === 'stage' && !o.lands.back)
