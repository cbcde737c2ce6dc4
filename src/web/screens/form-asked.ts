import type { CaseView } from '../../app/app.ts'
import type { SignedIn } from '../screen.ts'
import { caseUrl } from '../urls.ts'

/** A page of a case as somebody asks for it: the request, the case as they may see it, the partnership's id. */
export interface Asked {
  readonly ctx: SignedIn
  readonly view: CaseView
  readonly p: string
}

/** "Case 2026-014, Leila R". */
export const captionOf = (view: CaseView): string =>
  [`Case ${view.c.number}`, view.c.subject.name].filter((part) => part !== '').join(', ')

export const backToCase = ({ view, p }: Asked) => ({ text: `Case ${view.c.number}`, href: caseUrl(p, view.caseId) })
