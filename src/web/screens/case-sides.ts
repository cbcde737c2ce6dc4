import type { CaseView } from '../../app/app.ts'
import { agencyName } from '../../domain/case/world.ts'
import type { Html } from '../html/html.ts'
import { type Side, twoSides } from '../html/two-sides.ts'
import { markOf } from './case-marks.ts'
import { rungsFor } from './case-rungs.ts'

/** Both sides, the ladder between them and the clocks on the present rung. */
export function sidesFor(view: CaseView): Html {
  const side = (agency: string): Side => ({
    mark: markOf(view, agency),
    name: agencyName(view.world, agency),
    isYou: view.part.agency === agency && view.part.side !== 'board',
  })
  const raising = view.c.agencies.find((a) => a.side === 'raising')
  const answering = view.c.agencies.filter((a) => a.side === 'responding')
  return twoSides({
    raising: side(raising?.agency ?? ''),
    answering: answering.map((a) => ({
      ...side(a.agency),
      ...(roleOf(view, a) === undefined ? {} : { role: roleOf(view, a) }),
    })),
    rungs: rungsFor(view),
  })
}

/** What is not the usual of an agency that was asked. */
function roleOf(view: CaseView, a: CaseView['c']['agencies'][number]): string | undefined {
  if (a.settledAt !== undefined) return 'Settled with, and out of the case'
  if (a.joinedAt === undefined && view.part.side === 'raising') return 'The side to be asked. It has not been told yet'
  return undefined
}
