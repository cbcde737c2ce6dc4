/** When a duty is due, in words: a guide is never late, a deadline always names its day and time. */
import { lateness } from '../calendar/lateness.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import type { At } from '../people/directory.ts'
import { byWords, dayOf, daysTo, instant, timeOf } from './case-when.ts'

export interface DueWords {
  /** "Due by 5pm on", "Was due by 5pm on", "As a guide, by 5pm on". */
  readonly by: string
  /** "Thursday 9 April 2026". */
  readonly date: string
  /** "Late by 1 working day", "Due tomorrow", "Due today". */
  readonly tag?: { readonly text: string; readonly is: 'late' | 'soon' }
  /** Past a guide, which is not late: "Past the guide by 2 working days". */
  readonly past?: string
}

export function dueWords(i: DutyInstance, now: At): DueWords | undefined {
  if (!i.due) return undefined
  const { at, guide } = i.due
  const over = at < now
  const time = timeOf(at)
  const opening = guide ? `As a guide, by ${time} on` : over ? `Was due by ${time} on` : `Due by ${time} on`
  const base = { by: opening, date: dayOf(at) }
  if (over) {
    const words = latenessWords(i, now)
    return guide
      ? { ...base, past: words.replace(/^Late (since|by)/, 'Past the guide $1') }
      : { ...base, tag: { text: words, is: 'late' } }
  }
  const days = daysTo(at, now)
  if (guide || days > 1) return base
  return { ...base, tag: { text: days === 0 ? 'Due today' : 'Due tomorrow', is: 'soon' } }
}

/** "Late by 1 working day", in the measure its limit counts in. */
export function latenessWords(i: DutyInstance, now: At): string {
  const used = i.due?.candidates.find((x) => x.used)
  const words = used ? lateness(used.deadline, instant(now), used.deadline.calendar)?.words : undefined
  return words ?? 'Late'
}

/** Is it late: past its deadline, undone, and more than a guide? */
export const isLate = (i: DutyInstance, now: At): boolean =>
  i.due !== undefined && !i.due.guide && i.due.at < now && (i.status === 'late' || i.status === 'open')

/** "It was due by 5pm on Tuesday 7 April." "It is due by 5pm today." "As a guide, by 5pm on Friday 10 April." */
export function dueSentence(i: DutyInstance, now: At): string {
  if (!i.due) return 'The policy gives it no date.'
  const when = byWords(i.due.at, now)
  if (i.due.guide) return i.due.at < now ? `The guide was ${when}.` : `As a guide, by ${when}.`
  return i.due.at < now ? `It was due by ${when}.` : `It is due by ${when}.`
}
