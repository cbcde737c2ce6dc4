/** The one sentence at the top of a case: what is true, and what it means for this reader. Never the page's own words. */
import { currentVisit } from '../case/case.ts'
import { answersAt } from '../case/condition.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import { isLive } from '../case/duty-instance.ts'
import type { Offer } from '../case/moves.ts'
import { agencyName } from '../case/world.ts'
import { endedSentence } from './case-ended.ts'
import { type CaseTelling, mayGoUp, offerText, theirLate } from './case-offers.ts'
import { shortStage } from './case-stage.ts'
import { isHiddenVisit, nameOf, whomAbout } from './case-telling.ts'
import { byWords, momentInSentence, shortDayOf } from './case-when.ts'
import { dueSentence, isLate } from './duty-due.ts'
import { isReaders, owersOf } from './duty-names.ts'
import { instanceOrder, notDone } from './duty-order.ts'
import { bySoonest } from './duty-words.ts'
import { capital, small } from './phrase-text.ts'

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

export function caseSentence(view: CaseTelling): Sentence {
  const { c } = view
  if (c.end) return endedSentence(view)
  if (isImmediate(view)) return immediate(view)
  if (view.part.side === 'board' || view.part.level === 'panel') return deciding(view)
  return open(view)
}

/** Somebody has said that the danger is immediate, and nobody has said since that it is over. */
export const isImmediate = (view: Pick<CaseTelling, 'c' | 'at'>): boolean =>
  !view.c.end && answersAt(view.c, view.at)('immediate-harm') === true

function immediate(view: CaseTelling): Sentence {
  const up = view.offers.find((o) => o.state === 'may' && o.lands.to === 'stage' && !o.lands.back)
  return {
    says: `${capital(whomAbout(view.c))} may be harmed at once. Call 999 first, then your safeguarding lead.`,
    ...(up
      ? {
          frees: `You do not have to wait: you may ${small(offerText(view, up))} now.`,
          first: { is: 'move', offer: up, text: offerText(view, up) },
        }
      : {}),
  }
}

function open(view: CaseTelling): Sentence {
  const up = mayGoUp(view)
  const goUp = up ? moveDoing(view, up) : undefined
  const theirs = theirLate(view)
  const own = ownDuties(view)
  const late = own.filter((i) => isLate(i, view.at)).toSorted(attemptsFirst)[0]
  const next = own[0]
  if (theirs) {
    const reply =
      theirs.duty?.act.verb === 'reply' && view.part.side === 'raising'
        ? { second: { is: 'record a discussion', text: 'Record a discussion' } as const }
        : {}
    const second = late ? { second: dutyDoing(view, late) } : reply
    const first = goUp
      ? { first: goUp, frees: `You do not have to wait: you may ${small(goUp.text)} now.` }
      : next
        ? { first: dutyDoing(view, next) }
        : {}
    return { says: `${whoHasNot(view, theirs)} ${dueSentence(theirs, view.at)}`, ...first, ...second }
  }
  if (late)
    return {
      says: `${waitingForYou(view, late)} ${dueSentence(late, view.at)}`,
      ...(late.duty?.act.verb === 'reply' ? { frees: 'The other side does not have to wait for it.' } : {}),
      first: dutyDoing(view, late),
      ...(goUp ? { second: goUp } : {}),
    }
  const stage = stageSentence(view)
  if (stage.past && goUp)
    return {
      says: stage.says,
      frees: `You do not have to wait: you may ${small(goUp.text)} now.`,
      first: goUp,
      ...(next ? { second: dutyDoing(view, next) } : {}),
    }
  if (next)
    return {
      says: `${justRaised(view)}${nextWords(view, next)} ${stage.says}`.trim(),
      first: dutyDoing(view, next),
      ...(goUp ? { second: goUp } : {}),
    }
  const waits = firstOfOthers(view)
  const says = `${justRaised(view)}${waits ? `${waitsFor(view, waits)} ` : ''}${stage.says}`.trim()
  return { says: says === '' ? `This is at ${hereNow(view)}.` : says, ...(goUp ? { second: goUp } : {}) }
}

/** A reply or a talk holds the other side up; then what must be done; then the rest. */
function attemptsFirst(a: DutyInstance, b: DutyInstance): number {
  const rank = (i: DutyInstance) => (i.duty?.act.verb === 'reply' || i.gate ? 0 : i.force === 'must' ? 1 : 2)
  return rank(a) - rank(b)
}

/** Whoever decides: what is asked of them, by when. */
function deciding(view: CaseTelling): Sentence {
  const limit = view.duties.find((i) => i.stage?.by && isLive(i) && i.visit === currentVisit(view.c).n)
  const stage = view.world.policy.stages.find((s) => s.id === currentVisit(view.c).stage)
  const seats = stage?.by ? view.world.policy.roles[stage.by.role]?.seats : undefined
  const decide =
    view.offers.find((o) => o.state === 'may' && o.lands.to === 'end' && o.lands.end === 'decided') ??
    view.offers.find((o) => o.state === 'may')
  const when = limit?.due ? ` ${limit.due.guide ? 'as a guide, ' : ''}by ${byWords(limit.due.at, view.at)}` : ''
  if (seats && !view.c.panel)
    return {
      says: `A panel is to be chosen. It decides${when}.`,
      ...(view.part.level === 'decider' ? { first: { is: 'choose panel', text: 'Choose the panel' } as const } : {}),
    }
  if (seats)
    return {
      says: `The panel has been chosen. It decides${when}.`,
      ...(decide ? { first: moveDoing(view, decide) } : {}),
    }
  if (decide)
    return { says: `This has been brought to you. It is to be decided${when}.`, first: moveDoing(view, decide) }
  return {
    says: `This is at ${hereNow(view)}${when === '' ? '' : `, to be settled${when}`}. Nothing is asked of you now.`,
  }
}

const hereNow = (view: CaseTelling): string => {
  const visit = currentVisit(view.c)
  return isHiddenVisit(view, visit.n) ? 'its first stage' : shortStage(view.world, view.c, visit.stage, visit.tier)
}

/** Live duties this reader may do now, soonest first. Stage limits are said apart. */
function ownDuties(view: CaseTelling): readonly DutyInstance[] {
  return view.duties
    .filter(
      (i) =>
        isLive(i) &&
        i.status !== 'waiting' &&
        i.force !== 'may' &&
        (i.duty !== undefined || i.gate !== undefined) &&
        i.duty?.act.verb !== 'keep' &&
        isReaders(view, i),
    )
    .toSorted(bySoonest(view.at))
}

function firstOfOthers(view: CaseTelling): DutyInstance | undefined {
  const visit = currentVisit(view.c).n
  return view.duties
    .filter(
      (i) =>
        isLive(i) &&
        i.status !== 'waiting' &&
        i.force === 'must' &&
        i.duty !== undefined &&
        i.due !== undefined &&
        i.duty.act.verb !== 'keep' &&
        i.visit === visit &&
        !isReaders(view, i),
    )
    .toSorted(bySoonest(view.at))[0]
}

/** "Grace Adeyemi has not replied." One person by name, several by their agency. */
export function whoHasNot(view: CaseTelling, i: DutyInstance): string {
  const people = owersOf(view, i)
  const [only] = people
  const name =
    people.length === 1 && only && only !== view.reader
      ? nameOf(view, only)
      : i.agency
        ? agencyName(view.world, i.agency)
        : 'The other side'
  return `${name} has not ${notDone(view, i)}.`
}

function waitingForYou(view: CaseTelling, i: DutyInstance): string {
  if (i.duty?.act.verb === 'reply') {
    const other = view.c.agencies.find((a) => a.side === 'raising')
    return `${other ? agencyName(view.world, other.agency) : 'The other side'} is waiting for your reply.`
  }
  const people = owersOf(view, i)
  return people.length === 1
    ? `You have not ${notDone(view, i)}.`
    : `Nobody at ${i.agency ? agencyName(view.world, i.agency) : 'your office'} has ${notDone(view, i)} yet.`
}

function nextWords(view: CaseTelling, i: DutyInstance): string {
  const order = instanceOrder(view, i)
  if (!i.due) return `Yours to do: ${small(order)}.`
  const when = byWords(i.due.at, view.at)
  return i.due.guide ? `As a guide, ${small(order)} by ${when}.` : `${order} by ${when}.`
}

function waitsFor(view: CaseTelling, i: DutyInstance): string {
  const people = owersOf(view, i)
  const [only] = people
  const name =
    people.length === 1 && only ? nameOf(view, only) : i.agency ? agencyName(view.world, i.agency) : 'Somebody else'
  return `${name} has the next step: ${small(instanceOrder(view, i))}${i.due ? `${i.due.guide ? ', as a guide,' : ''} by ${byWords(i.due.at, view.at)}` : ''}.`
}

function justRaised(view: CaseTelling): string {
  if (view.part.side !== 'responding' || view.c.visits.length > 1) return ''
  const from = view.c.agencies.find((a) => a.side === 'raising')
  return `${from ? agencyName(view.world, from.agency) : 'The other side'} raised this with you ${momentInSentence(view.c.raisedAt, view.at)}. `
}

/** "Both sides try to settle this by 5pm on Thursday 9 April." A guide is never late. */
function stageSentence(view: CaseTelling): { readonly says: string; readonly past: boolean } {
  const visit = currentVisit(view.c)
  const limit = view.duties.find((i) => !i.duty && !i.gate && i.visit === visit.n)
  if (!limit?.due || isHiddenVisit(view, visit.n)) return { says: '', past: false }
  const stage = capital(shortStage(view.world, view.c, visit.stage, visit.tier))
  const when = byWords(limit.due.at, view.at)
  const past = limit.due.at < view.at
  const by = limit.stage?.by !== undefined
  if (limit.due.guide)
    return past
      ? { says: `${stage} is past its guide of ${shortDayOf(limit.due.at, view.at)}.`, past }
      : {
          says: `As a guide, ${by ? 'this is decided' : visit.inside ? 'you settle this or go on' : 'both sides settle this'} by ${when}.`,
          past,
        }
  if (past) return { says: `${stage} was to be ${by ? 'decided' : 'settled'} by ${when}.`, past }
  return {
    says: by
      ? `This is to be decided by ${when}.`
      : visit.inside
        ? `Settle this or go on by ${when}.`
        : `Both sides try to settle this by ${when}.`,
    past,
  }
}

const moveDoing = (view: CaseTelling, offer: Offer) => ({ is: 'move', offer, text: offerText(view, offer) }) as const

export function dutyDoing(view: CaseTelling, instance: DutyInstance): Doing {
  return { is: 'duty', instance, text: doingText(view, instance) }
}

/** Short enough for a button. */
export function doingText(view: CaseTelling, i: DutyInstance): string {
  switch (i.duty?.act.verb) {
    case undefined:
      return i.gate ? 'Answer the question' : instanceOrder(view, i)
    case 'answer':
      return 'Answer the question'
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
