import type { CaseView } from '../../app/app.ts'
import { isLive } from '../../domain/case/duty-instance.ts'
import { sourceWords } from '../../domain/words/duty-clause.ts'
import { isReaders } from '../../domain/words/duty-names.ts'
import { instanceOrder } from '../../domain/words/duty-order.ts'
import { ownPage } from '../../domain/words/duty-ours.ts'
import { dutyHref } from './case-links.ts'

/** Something that may be done, and what follows from it. */
export interface ActLink {
  readonly text: string
  readonly href: string
  readonly what?: string
  /** Keeps the record or its people, and moves nothing: stands behind what settles the case. */
  readonly aside?: boolean
}

/** The Board may let go what must be done; whoever owes it, what only should be. */
export const waivable = (view: CaseView): readonly string[] =>
  view.duties
    .filter(
      (i) =>
        isLive(i) &&
        i.duty &&
        i.force !== 'may' &&
        (view.part.side === 'board' || (i.force === 'should' && isReaders(view, i))),
    )
    .slice(0, 3)
    .map((i) => i.key)

/** Duties that the policy says this reader may do. */
export function mayDuties(p: string, view: CaseView): readonly ActLink[] {
  if (view.c.closed) return []
  return view.duties
    .filter(
      (i) =>
        i.force === 'may' &&
        isLive(i) &&
        i.status !== 'waiting' &&
        i.duty &&
        isReaders(view, i) &&
        ownPage(i.duty.act) === undefined,
    )
    .flatMap((i) => {
      const href = dutyHref(p, view, i)
      const clause = sourceWords(i)
      return href === undefined
        ? []
        : [
            {
              text: instanceOrder(view, i),
              href,
              what: [i.duty?.says?.replace(/\.$/, ''), clause].filter((x) => x !== undefined && x !== '').join('. '),
            },
          ]
    })
}
