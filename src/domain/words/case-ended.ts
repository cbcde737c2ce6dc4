/** The sentence of a case that has ended: how, when, and what is still asked. */
import { sidePlace } from '../case/case.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import { isLive } from '../case/duty-instance.ts'
import { agencyName } from '../case/world.ts'
import type { End } from '../policy/policy.ts'
import { dutyDoing, type Sentence } from './case-doing.ts'
import type { CaseTelling } from './case-offers.ts'
import { nameOf, youOrName } from './case-telling.ts'
import { byWords, dayOf, onDate } from './case-when.ts'
import { dueSentence, isLate } from './duty-due.ts'
import { isReaders, owersOf } from './duty-names.ts'
import { instanceOrder } from './duty-order.ts'
import { bySoonest } from './duty-words.ts'
import { andList, capital, small } from './phrase-text.ts'

export function endedSentence(view: CaseTelling): Sentence {
  const { c } = view
  if (!c.end) return { says: '' }
  const how = `${endWords(c.end.end)} on ${dayOf(c.end.at)}.`
  if (c.closed) return { says: `This case is closed. ${how}` }
  const signing = signatures(view)
  if (signing)
    return { says: `${how} ${signing.says}`, ...(signing.own ? { first: dutyDoing(view, signing.own) } : {}) }
  const own = view.duties
    .filter(
      (i) =>
        isLive(i) &&
        i.status !== 'waiting' &&
        i.force !== 'may' &&
        i.duty &&
        i.duty.act.verb !== 'keep' &&
        isReaders(view, i),
    )
    .toSorted(bySoonest(view.at))
  const [next] = own
  if (next) return { says: `${how} ${stillYours(view, next, own.length)}`, first: dutyDoing(view, next) }
  return { says: `${how} ${outstanding(view)}`.trim() }
}

/** How an end reads in a sentence. */
export function endWords(end: End): string {
  switch (end) {
    case 'agreed':
      return 'It was settled by agreement'
    case 'decided':
      return 'It was decided'
    case 'recorded':
      return 'The disagreement was put on record and goes no further. That was'
    case 'withdrawn':
      return 'The concern was withdrawn'
    case 'handed over':
      return 'It was handed over to another procedure'
  }
}

function stillYours(view: CaseTelling, next: DutyInstance, count: number): string {
  const order = small(instanceOrder(view, next))
  const rest = count > 1 ? ` ${count - 1} more ${count === 2 ? 'thing is' : 'things are'} yours.` : ''
  const date = isLate(next, view.at)
    ? `. ${dueSentence(next, view.at)}`
    : next.due
      ? ` by ${byWords(next.due.at, view.at)}.`
      : '.'
  return `Still to do, by you: ${order}${date}${rest}`
}

/** Both sides confirm the same words: whose turn is it? */
function signatures(view: CaseTelling): { readonly says: string; readonly own?: DutyInstance } | undefined {
  const duties = view.duties.filter((i) => i.duty?.act.verb === 'agree' && isLive(i))
  if (duties.length === 0) return undefined
  const proposal = view.c.proposals.findLast((p) => duties.some((i) => i.id === p.of))
  const own = duties.find((i) => isReaders(view, i))
  const signed = new Set(proposal?.confirmed.map(sidePlace))
  const by = duties[0]?.due ? ` by ${byWords(duties[0].due.at, view.at)}` : ''
  if (!proposal)
    return own
      ? { says: `Write what was agreed, so that both sides confirm the same words${by}.`, own }
      : { says: `The sides are to confirm the same words${by}.` }
  const open = duties.filter((i) => i.agency !== undefined && !signed.has(sidePlace(i)))
  const mineOpen = own && own.agency !== undefined && !signed.has(sidePlace(own))
  const wrote = new Set(view.c.proposals.filter((p) => p.of === proposal.of).map(sidePlace))
  if (mineOpen && signed.size === 0 && own.agency !== undefined && wrote.has(sidePlace(own)))
    return wrote.size > 1
      ? {
          says: `Each side has written down what was agreed, and the words are not the same yet. Confirm theirs, or propose one text for both${by}.`,
          own,
        }
      : {
          says: `${capital(youOrName(view, proposal.by))} ${proposal.by === view.reader ? 'have' : 'has'} written it down. Sign these words, and the other side is asked to sign the same${by}.`,
          own,
        }
  if (mineOpen)
    return {
      says: `${signed.has(sidePlace(proposal)) ? `${agencyName(view.world, proposal.agency)} has written and confirmed it` : `${nameOf(view, proposal.by)} has written it down`}. Confirm those words or say what differs${by}.`,
      own,
    }
  const waits = andList(open.map((i) => (i.agency ? agencyName(view.world, i.agency) : ''))) || 'the others'
  return { says: `${own ? 'You have confirmed the words. ' : ''}It waits for ${waits} to confirm${by}.` }
}

function outstanding(view: CaseTelling): string {
  const open = view.c.outstanding.filter((o) => !o.done).toSorted((a, b) => a.action.by.localeCompare(b.action.by))
  const [first] = open
  if (first)
    return `${open.length === 1 ? 'One thing agreed is' : `${open.length} things agreed are`} still to be done: ${small(first.action.what)}, by ${first.action.who}, ${onDate(first.action.by, view.at)}.`
  const left = view.duties
    .filter((i) => isLive(i) && i.force === 'must' && i.duty && i.duty.act.verb !== 'keep')
    .toSorted(bySoonest(view.at))
  const [next] = left
  if (!next) return ''
  const who = owersOf(view, next).map((p) => nameOf(view, p))
  return `Still to do, by ${who.length === 0 || who.length > 2 ? (next.agency ? agencyName(view.world, next.agency) : 'somebody else') : andList(who)}: ${small(instanceOrder(view, next))}.`
}
