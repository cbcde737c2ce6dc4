/** A duty as a line of a list: the near word, the date, the order, who, the clause and how it stands. Mock-ups README, "duty list". */
import { sidePlace } from '../case/case.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import { isLive } from '../case/duty-instance.ts'
import type { Event } from '../policy/policy.ts'
import { nameOf, type Telling } from './case-telling.ts'
import { nearOf, shortDayOf, timeOf } from './case-when.ts'
import { sourceWords } from './duty-clause.ts'
import { isLate, latenessWords } from './duty-due.ts'
import { isReaders, whoOwes } from './duty-names.ts'
import { instanceOrder } from './duty-order.ts'
import { eventPhrase } from './phrase-event.ts'
import { limitPhrase } from './phrase-limit.ts'
import { capital } from './phrase-text.ts'

export interface DutyWords {
  readonly when: string
  readonly date?: string
  readonly order: string
  readonly who: string
  readonly clause: string
  readonly state: DutyState
  readonly isMine: boolean
}

export interface DutyState {
  readonly text: string
  readonly is: 'late' | 'mine' | 'sign' | 'open' | 'guide' | 'waiting' | 'done' | 'off'
}

export function dutyWords(view: Telling, i: DutyInstance): DutyWords {
  const isMine = isLive(i) && view.c.closed === undefined && !hasConfirmed(view, i) && isReaders(view, i)
  const near = nearWordsOf(view, i)
  return {
    when: near.when,
    ...(near.date === undefined ? {} : { date: near.date }),
    order: instanceOrder(view, i),
    who: i.done && i.duty ? doneBy(view, i) : whoOwes(view, i),
    clause: sourceWords(i),
    state: stateOf(view, i, isMine),
    isMine,
  }
}

function nearWordsOf(view: Telling, i: DutyInstance): { readonly when: string; readonly date?: string } {
  const now = view.at
  if (i.status === 'waiting') return { when: startWords(view, i), ...limitOf(view, i) }
  if (i.done && i.due) {
    const same = shortDayOf(i.done.at, now) === shortDayOf(i.due.at, now)
    const by = timeOf(i.due.at)
    if (i.due.guide)
      return {
        when: shortDayOf(i.done.at, now),
        date: `As a guide, by ${by}${same ? '' : ` on ${shortDayOf(i.due.at, now)}`}`,
      }
    return {
      when: shortDayOf(i.done.at, now),
      date: same ? `Was due by ${by}` : `Was due ${shortDayOf(i.due.at, now)}, by ${by}`,
    }
  }
  if (!i.due) {
    if (i.done) return { when: shortDayOf(i.done.at, now), date: 'No date was set' }
    const limits = i.duty?.within ?? i.stage?.within ?? []
    return limits.length > 0
      ? { when: 'No date yet', date: capital(limitPhrase(limits, view.world.policy)) }
      : { when: 'No date', date: 'The policy gives none' }
  }
  const { at, guide } = i.due
  const time = timeOf(at)
  const over = at < now
  if (guide)
    return {
      when: over ? shortDayOf(at, now) : nearOf(at, now),
      date: over ? `As a guide, by ${time}` : `As a guide, ${shortDayOf(at, now)}, by ${time}`,
    }
  if (over) return { when: shortDayOf(at, now), date: `Was due by ${time}` }
  return { when: nearOf(at, now), date: `${shortDayOf(at, now)}, by ${time}` }
}

/** "When stage 2 starts". */
function startWords(view: Telling, i: DutyInstance): string {
  const event: Event | undefined = i.duty?.within.find((l) => l.of)?.of
  if (!event) return 'Later'
  const phrase = eventPhrase(event, view.world.policy)
  return capital(`when ${phrase}`)
}

function limitOf(view: Telling, i: DutyInstance): { readonly date?: string } {
  const limits = (i.duty?.within ?? []).map(({ of: _, ...limit }) => limit)
  const words = limitPhrase(limits, view.world.policy)
  return words === '' ? {} : { date: words.replace(/^on /, '') }
}

function stateOf(view: Telling, i: DutyInstance, isMine: boolean): DutyState {
  switch (i.status) {
    case 'done':
      return i.lateAt === undefined || i.due?.guide
        ? { text: i.due && !i.due.guide ? 'Done in time' : 'Done', is: 'done' }
        : { text: 'Done late', is: 'done' }
    case 'waived':
      return { text: 'Not needed', is: 'off' }
    case 'overtaken':
    case 'not needed':
      return { text: 'No longer needed', is: 'off' }
    case 'waiting':
      return { text: 'Not started', is: 'waiting' }
    case 'open':
    case 'late':
      return live(view, i, isMine)
  }
}

function live(view: Telling, i: DutyInstance, isMine: boolean): DutyState {
  if (view.c.closed) return { text: 'Left undone', is: 'off' }
  if (hasConfirmed(view, i)) return { text: 'Confirmed, waiting for the others', is: 'done' }
  if (isLate(i, view.at)) return { text: latenessWords(i, view.at), is: 'late' }
  if (i.due?.guide && i.due.at < view.at) return { text: 'Past the guide', is: 'guide' }
  if (isMine)
    return i.duty?.act.verb === 'agree'
      ? { text: 'To sign', is: 'sign' }
      : { text: i.force === 'may' ? 'You may' : 'Yours to do', is: 'mine' }
  return { text: 'Open', is: 'open' }
}

function doneBy(view: Telling, i: DutyInstance): string {
  if (!i.done) return ''
  const who = i.done.by === view.reader ? 'you' : nameOf(view, i.done.by)
  return `Done by ${who} on ${shortDayOf(i.done.at, view.at)} at ${timeOf(i.done.at)}`
}

/** Late, then by date, then without a date, then not started, then done. */
export function bySoonest(now: number): (a: DutyInstance, b: DutyInstance) => number {
  const rank = (i: DutyInstance) =>
    isLate(i, now) ? 0 : i.status === 'open' || i.status === 'late' ? (i.due ? 1 : 2) : i.status === 'waiting' ? 3 : 4
  return (a, b) =>
    rank(a) - rank(b) ||
    (a.due?.at ?? Number.MAX_SAFE_INTEGER) - (b.due?.at ?? Number.MAX_SAFE_INTEGER) ||
    // A stage's own limit comes after what has to be done by the same moment.
    Number(a.duty === undefined && a.gate === undefined) - Number(b.duty === undefined && b.gate === undefined)
}

/** This side has signed; the duty is done when all have. */
function hasConfirmed(view: Telling, i: DutyInstance): boolean {
  if (i.duty?.act.verb !== 'agree') return false
  const proposal = view.c.proposals.findLast((p) => p.of === i.id)
  return proposal?.confirmed.some((x) => sidePlace(x) === sidePlace(i)) ?? false
}
