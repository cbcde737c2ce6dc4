/** The one sentence at the top of a case: what is true, and what it means for this reader. Never the page's own words. */
import { currentVisit } from '../case/case.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import { isLive } from '../case/duty-instance.ts'
import { agencyName } from '../case/world.ts'
import { type Doing, dutyDoing, moveDoing, type Sentence } from './case-doing.ts'
import { endedSentence } from './case-ended.ts'
import { type CaseTelling, isPaper, mayGoUp, offerText, theirLate } from './case-offers.ts'
import { isImmediate } from './case-risk.ts'
import { shortStage } from './case-stage.ts'
import { isHiddenVisit, nameOf, namesOf, whomAbout } from './case-telling.ts'
import { byWords, momentInSentence, shortDayOf } from './case-when.ts'
import { dueSentence, isLate } from './duty-due.ts'
import { isReaders, owersOf } from './duty-names.ts'
import { instanceOrder, notDone } from './duty-order.ts'
import { bySoonest } from './duty-words.ts'
import { andList, capital, small } from './phrase-text.ts'

export function caseSentence(view: CaseTelling): Sentence {
  const { c } = view
  if (c.end) return endedSentence(view)
  const decides = view.part.side === 'board' || view.part.level === 'panel'
  if (isImmediate(view)) return decides ? decidingAtOnce(view) : immediate(view)
  if (decides) return deciding(view)
  return open(view)
}

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

/** Whoever decides keeps what is theirs to do: it is never more urgent than now. */
function decidingAtOnce(view: CaseTelling): Sentence {
  const usual = deciding(view)
  return { ...usual, says: `${capital(whomAbout(view.c))} may be harmed at once. ${usual.says}` }
}

function open(view: CaseTelling): Sentence {
  const up = mayGoUp(view)
  const goUp = up ? moveDoing(view, up) : undefined
  const settled = theySaySettled(view)
  if (settled) return { ...settled, ...(goUp ? { second: goUp } : {}) }
  const theirs = theirLate(view)
  const own = ownDuties(view)
  const late = own.filter((i) => isLate(i, view.at)).toSorted(attemptsFirst)[0]
  // Papers without a date never lead while anything else can be said.
  const answered = theirReply(view)
  const next = own.find((i) => i.due !== undefined || !i.duty || !isPaper(i.duty.act.verb))
  const paper = next ? undefined : own[0]
  if (theirs) {
    const together = own.find((i) => i.duty?.act.verb === theirs.duty?.act.verb && isTalk(i) && isLate(i, view.at))
    if (together) return bothLate(view, together, theirs, goUp)
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
  if (answered)
    return {
      says: `${answered} ${stage.says}`.trim(),
      first: { is: 'record a discussion', text: 'Record a discussion' },
      ...(goUp ? { second: goUp } : {}),
    }
  const waits = firstOfOthers(view)
  const says = `${justRaised(view)}${waits ? `${waitsFor(view, waits)} ` : ''}${stage.says}`.trim()
  if (says === '' && paper)
    return { says: nextWords(view, paper), first: dutyDoing(view, paper), ...(goUp ? { second: goUp } : {}) }
  const second = goUp ?? (paper ? dutyDoing(view, paper) : undefined)
  return { says: says === '' ? `This is at ${hereNow(view)}.` : says, ...(second ? { second } : {}) }
}

/** The other side says that it is settled, and this side has not: it waits for one word of this reader's. */
function theySaySettled(view: CaseTelling): Sentence | undefined {
  const { c } = view
  const visit = currentVisit(c).n
  const said = c.signatures.filter((s) => s.visit === visit && s.end === 'agreed')
  const others = said.filter((s) => s.agency !== view.part.agency).map((s) => agencyName(view.world, s.agency))
  const offer = view.offers.find((o) => o.state === 'may' && o.lands.to === 'end' && o.lands.end === 'agreed')
  if (!offer || others.length === 0 || said.some((s) => s.agency === view.part.agency)) return undefined
  return {
    says: `${andList([...new Set(others)])} ${others.length === 1 ? 'says' : 'say'} that it is settled.`,
    frees: 'It ends when you say so too.',
    first: moveDoing(view, offer),
  }
}

/** "Grace Adeyemi replied today at 10am.": to whoever raised this, at the stage where it stands. */
function theirReply(view: CaseTelling): string | undefined {
  if (view.part.side !== 'raising') return undefined
  const { from } = currentVisit(view.c)
  const reply = view.entries.findLast(
    (e) => e.what.kind === 'replied' && e.side === 'responding' && e.happened >= from && e.by !== 'concordat',
  )
  return reply && `${nameOf(view, reply.by)} replied ${momentInSentence(reply.happened, view.at)}.`
}

const isTalk = (i: DutyInstance): boolean => i.duty?.act.verb === 'discuss' || i.duty?.act.verb === 'meet'

/** A talk that neither side has had is nobody's silence. */
function bothLate(view: CaseTelling, own: DutyInstance, theirs: DutyInstance, goUp: Doing | undefined): Sentence {
  const [only, ...more] = owersOf(view, theirs)
  const who =
    only && more.length === 0
      ? nameOf(view, only)
      : theirs.agency
        ? agencyName(view.world, theirs.agency)
        : 'the other side'
  const says = `You and ${who} have not ${notDone(view, own)} yet. ${dueSentence(own, view.at)}`
  const talk = dutyDoing(view, own)
  return goUp
    ? { says, frees: `You do not have to wait: you may ${small(goUp.text)} now.`, first: goUp, second: talk }
    : { says, first: talk }
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
        !isPaper(i.duty.act.verb) &&
        i.visit === visit &&
        !isReaders(view, i),
    )
    .toSorted(bySoonest(view.at))[0]
}

/** "Grace Adeyemi has not replied." One person by name, several by their agency. */
function whoHasNot(view: CaseTelling, i: DutyInstance): string {
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
  if (isLate(i, view.at)) return `${whoHasNot(view, i)} ${dueSentence(i, view.at)}`
  const people = owersOf(view, i)
  const [only] = people
  const name =
    people.length === 1 && only ? nameOf(view, only) : i.agency ? agencyName(view.world, i.agency) : 'Somebody else'
  return `${name} has the next step: ${small(instanceOrder(view, i))}${i.due ? `${i.due.guide ? ', as a guide,' : ''} by ${byWords(i.due.at, view.at)}` : ''}.`
}

function justRaised(view: CaseTelling): string {
  if (view.c.visits.length > 1) return ''
  if (view.part.side === 'raising') return justSent(view)
  if (view.part.side !== 'responding') return ''
  const from = view.c.agencies.find((a) => a.side === 'raising')
  return `${from ? agencyName(view.world, from.agency) : 'The other side'} raised this with you ${momentInSentence(view.c.raisedAt, view.at)}. `
}

/** What one sees on sending: that it went, and to whom. */
function justSent(view: CaseTelling): string {
  const { c, at, reader } = view
  if (at - c.raisedAt > 3_600_000 || !c.raisers.some((r) => r.person === reader)) return ''
  const people = (c.visits[0]?.people ?? []).filter((p) => p.side === 'responding').map((p) => p.person)
  const [only] = people
  if (only === undefined || c.visits[0]?.inside) return ''
  return `Sent. ${namesOf(view, people)} ${new Set(people).size === 1 ? 'has' : 'have'} been told. `
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
