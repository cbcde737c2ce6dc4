import type { CaseView } from '../../app/app.ts'
import { type DutyInstance, isLive } from '../../domain/case/duty-instance.ts'
import { agreedWhen, shortDayOf } from '../../domain/words/case-when.ts'
import { canStillStart, laterDuties } from '../../domain/words/duty-later.ts'
import { bySoonest, type DutyWords, dutyWords } from '../../domain/words/duty-words.ts'
import { details } from '../html/details.ts'
import { type DutyRow, dutyList } from '../html/duty-list.ts'
import { type Html, html } from '../html/html.ts'
import { working } from '../html/working.ts'
import { clockDuties, workingOf } from './case-clock.ts'
import { actionUrl, dutyHref } from './case-links.ts'
import { doneRow, forItsStage, repeated } from './case-repeated.ts'

/** What must happen: late and open first; what was done, and what comes later, each in its own fold. */
export function dutiesFor(p: string, view: CaseView): Html {
  const agreed = outstandingRows(p, view)
  const { open, done } = sorted(view)
  const later = laterDuties(view)
  const doneOnce = repeated(view, done)
  const cards = new Set(view.c.agencies.flatMap((a) => clockDuties(view, a.agency)[0]?.key ?? []))
  return html`${
    open.length + agreed.length === 0
      ? html`<p class="govuk-body">Nothing is waiting to be done.</p>`
      : dutyList([...open.map((i) => forItsStage(view, i, open, rowOf(p, view, i, !cards.has(i.key)))), ...agreed])
  }${
    later.length > 0 &&
    details({
      summary: `What comes later (${later.length})`,
      classes: 'c-wide',
      body: dutyList(
        later.map((l) => ({
          when: l.when,
          ...(l.date === '' ? {} : { date: l.date }),
          duty: l.order,
          about: [l.who, l.clause].filter((x) => x !== '').join('. '),
          state: { text: 'Not started', isQuiet: true },
        })),
      ),
    })
  }${doneOnce.length > 0 && details({ summary: `What has been done (${doneOnce.length})`, classes: 'c-wide', body: dutyList(doneOnce.map((same) => doneRow(view, same, (i) => rowOf(p, view, i)))) })}`
}

/** What was agreed and is still to be done, by date. */
function outstandingRows(p: string, view: CaseView): readonly DutyRow[] {
  const seen = new Set(view.entries.map((e) => e.seq))
  const mayDo = view.part.level === 'party' || view.part.level === 'decider'
  return view.c.outstanding
    .filter((o) => !o.done && seen.has(o.seq))
    .toSorted((a, b) => a.action.by.localeCompare(b.action.by))
    .map((o) => ({
      ...agreedWhen(o.action.by, view.at),
      duty: o.action.what,
      ...(mayDo ? { href: actionUrl(p, view, o) } : {}),
      about: `${o.action.who}. Agreed on ${shortDayOf(o.at, view.at)}`,
    }))
}

/** What this reader is shown, in the order of the page. Without a date one line is enough: one act does it for every stage. */
export function sorted(view: CaseView): {
  readonly open: readonly DutyInstance[]
  readonly done: readonly DutyInstance[]
} {
  const shown = view.duties.filter((i) => i.force !== 'may' && i.duty?.act.verb !== 'keep')
  const live = shown.filter((i) => isLive(i) && canStillStart(view, i)).toSorted(bySoonest(view.at))
  const open = live.filter(
    (i, n) =>
      i.due !== undefined || live.findIndex((x) => x.id === i.id && x.agency === i.agency && x.due === undefined) === n,
  )
  const done = shown
    .filter((i) => i.status === 'done' && (i.duty !== undefined || i.gate !== undefined))
    .toSorted((a, b) => (b.done?.at ?? 0) - (a.done?.at ?? 0))
  return { open, done }
}

/** `worked`: with its working, unless a clock of the page has it already. */
export function rowOf(p: string, view: CaseView, i: DutyInstance, worked = true): DutyRow {
  const words = dutyWords(view, i)
  const href = words.isMine ? dutyHref(p, view, i) : undefined
  const days = worked && isLive(i) ? workingOf(view, i) : undefined
  return {
    when: words.when,
    ...(words.date === undefined ? {} : { date: words.date }),
    duty: words.order,
    ...(href === undefined ? {} : { href }),
    about: [words.who, words.clause].filter((x) => x !== '').join('. '),
    ...(days
      ? {
          detail: details({
            summary: html`How is this date worked out?<span class="govuk-visually-hidden"> ${words.order}</span>`,
            body: working(days),
            classes: 'c-clock__details',
          }),
        }
      : {}),
    state: stateView(words),
  }
}

/** Only what the date does not already say: colour for lateness and for what is the reader's. */
export function stateView({ state }: DutyWords): DutyRow['state'] {
  switch (state.is) {
    case 'late':
      return { text: state.text, colour: 'red' }
    case 'mine':
    case 'sign':
      return { text: state.text, colour: 'blue' }
    case 'waiting':
    case 'off':
      return { text: state.text, isQuiet: true }
    case 'open':
    case 'guide':
    case 'done':
      return { text: state.text }
  }
}
