import type { CaseView } from '../../app/app.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { dutiesFor } from './case-duties.ts'
import { movesFor } from './case-moves.ts'
import { nowFor } from './case-now.ts'
import { observerPage } from './case-observer.ts'
import { type Filter, recordFor } from './case-record.ts'
import { safetyFor } from './case-safety.ts'
import { sidesFor } from './case-sides.ts'
import { type KnownPolicies, titleFor } from './case-title.ts'
import { toldFor } from './case-told.ts'

export interface CasePage {
  readonly partnership: string
  readonly known: KnownPolicies
  readonly show: Filter
  /** The page stands in the frame of the other side: it speaks of "they". */
  readonly asThem?: boolean
}

/**
 * The case in the order of the questions people ask: what now? is the child safe? where are we, who is late? what can I do?
 * what else is coming? does everybody know? what happened? Mock-ups README page 02.
 */
export function casePage(view: CaseView, { partnership: p, known, show, asThem }: CasePage): Html {
  if (isObserver(view)) return observerPage(p, view, known)
  return html`${titleFor(p, view, known)}${nowFor(p, view)}${safetyFor(p, view)}${h2('Both sides, and where this stands', 'sides')}${sidesFor(view)}${h2(
    asThem ? 'What they may do now' : 'What you may do now',
    'moves',
  )}${movesFor(p, view)}${h2('What must happen', 'duties')}${dutiesFor(p, view)}${h2('Who has been told, and who has read it', 'told')}${toldFor(view)}${h2('The record', 'record')}${recordFor(p, view, show)}`
}

/** Whoever was only told of the case reads what they were told, and no more. */
export const isObserver = (view: Pick<CaseView, 'part'>): boolean =>
  view.part.level === 'observer' || view.part.level === 'board'

const h2 = (words: string, id: string): Html => heading(2, words, { classes: 'govuk-heading-m', id })
