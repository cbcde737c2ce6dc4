import type { CaseView } from '../../app/app.ts'
import { currentVisit } from '../../domain/case/case.ts'
import { type DutyInstance, isLive } from '../../domain/case/duty-instance.ts'
import type { AgencyId } from '../../domain/people/directory.ts'
import { whomAbout } from '../../domain/words/case-telling.ts'
import { byWords } from '../../domain/words/case-when.ts'
import { dueSentence, dueWords } from '../../domain/words/duty-due.ts'
import { instanceOrder } from '../../domain/words/duty-order.ts'
import { bySoonest, dutyWords } from '../../domain/words/duty-words.ts'
import { dutyWorking } from '../../domain/words/duty-working.ts'
import { sentence } from '../../domain/words/phrase-text.ts'
import type { ClockView } from '../html/clock.ts'
import { type Content, html } from '../html/html.ts'
import type { WorkingView } from '../html/working.ts'

/** The open duties of one agency where the case stands, the stage's own limit among them: the soonest as a card, the others as lines. */
export function clockOf(view: CaseView, agency: AgencyId): ClockView | undefined {
  const duties = clockDuties(view, agency)
  const [first, ...others] = duties
  if (!first) return undefined
  const due = dueWords(first, view.at)
  const words = dutyWords(view, first)
  const side = view.c.agencies.find((a) => a.agency === agency)?.side === 'raising' ? 'raising' : 'answering'
  return {
    side,
    what: words.order,
    by: due?.by ?? (first.status === 'waiting' ? words.when : 'No date yet'),
    date: due?.date,
    tag: due?.tag && { text: due.tag.text, colour: due.tag.is === 'late' ? 'red' : 'yellow' },
    why: whyOf(view, first),
    working: workingOf(view, first),
    others: others.map((i) => lineOf(view, i)),
  }
}

/** Soonest first; what only should be done after what must. */
export function clockDuties(view: CaseView, agency: AgencyId): readonly DutyInstance[] {
  const here = currentVisit(view.c).n
  return view.duties
    .filter((i) => isLive(i) && !view.c.closed && i.force !== 'may' && i.duty?.act.verb !== 'keep')
    .filter((i) => i.agency === agency || (i.side === 'both' && i.visit === here && !i.stage?.by))
    .filter((i) => i.due !== undefined)
    .toSorted(
      (a, b) =>
        Number(a.force === 'should') - Number(b.force === 'should') ||
        bySoonest(view.at)(a, b) ||
        Number(a.side === 'both') - Number(b.side === 'both'),
    )
}

/** Why this date, or what passing it means. */
function whyOf(view: CaseView, i: DutyInstance): Content | undefined {
  const used = i.due?.candidates.find((x) => x.used)
  const past = dueWords(i, view.at)?.past
  if (past !== undefined) return `${past}. A guide is not a limit: it does not count as late.`
  if (used?.kind === 'protective') {
    const why = view.c.protective.at(-1)?.words ?? ''
    const lead =
      (i.due?.candidates.length ?? 0) > 1 ? 'Sooner than the policy’s limit, to protect' : 'The date that protects'
    return `${lead} ${whomAbout(view.c)}${why === '' ? '.' : `: “${sentence(why)}”`}`
  }
  if (i.due?.atOnce) return `The time had passed already when this began, so it is due at once.`
  return undefined
}

function lineOf(view: CaseView, i: DutyInstance): Content {
  const order = instanceOrder(view, i)
  if (i.status === 'waiting') return `${order}: not started`
  if (!i.due) return `${order}: no date`
  const words = dueWords(i, view.at)
  const late = words?.tag?.is === 'late' ? html`. <strong>${words.tag.text}</strong>` : ''
  return html`${order}: ${i.due.guide ? 'as a guide, ' : ''}${
    i.due.at < view.at
      ? dueSentence(i, view.at)
          .replace(/^It was/, 'was')
          .replace(/^The guide was/, '')
          .replace(/\.$/, '')
          .trim()
      : `by ${byWords(i.due.at, view.at)}`
  }${late}`
}

/** "How is this date worked out?" */
export function workingOf(view: CaseView, i: DutyInstance): WorkingView | undefined {
  const words = dutyWorking(view, i)
  if (!words) return undefined
  return {
    caption: words.caption,
    rule: words.sooner ? html`${words.rule} <strong>The sooner one counts.</strong>` : words.rule,
    dates: words.dates,
    rows: words.rows,
    notes: words.notes,
  }
}
