/** What a button of a case's sentence does, and the words on it. */
import type { DutyInstance } from '../case/duty-instance.ts'
import type { Offer } from '../case/moves.ts'
import { type CaseTelling, offerText } from './case-offers.ts'
import { instanceOrder } from './duty-order.ts'
import { ownPage } from './duty-ours.ts'

export interface Sentence {
  readonly says: string
  /** The part that frees the reader. */
  readonly frees?: string
  readonly first?: Doing
  readonly second?: Doing
}

/** What a button of the sentence does. */
export type Doing =
  | { readonly is: 'move'; readonly offer: Offer; readonly text: string }
  | { readonly is: 'duty'; readonly instance: DutyInstance; readonly text: string }
  | { readonly is: 'record a discussion' | 'choose panel'; readonly text: string }

export const moveDoing = (view: CaseTelling, offer: Offer) =>
  ({ is: 'move', offer, text: offerText(view, offer) }) as const

export function dutyDoing(view: CaseTelling, instance: DutyInstance): Doing {
  return { is: 'duty', instance, text: doingText(view, instance) }
}

/** Short enough for a button. */
function doingText(view: CaseTelling, i: DutyInstance): string {
  switch (i.duty?.act.verb) {
    case undefined:
      return i.gate ? 'Answer the question' : instanceOrder(view, i)
    case 'answer':
      return ownPage(i.duty.act) ? instanceOrder(view, i) : 'Answer the question'
    case 'discuss':
      return 'Record a discussion'
    case 'meet':
      return 'Record a meeting'
    case 'agree':
      return view.c.proposals.some((p) => p.of === i.id && p.agency !== i.agency)
        ? 'Confirm the words, or not'
        : 'Write what was agreed'
    case 'tell':
    case 'write':
    case 'record':
    case 'refer':
    case 'reply':
    case 'consult':
    case 'do':
    case 'keep':
      return instanceOrder(view, i)
  }
}
