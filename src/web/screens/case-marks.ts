import type { CaseView } from '../../app/app.ts'
import type { AgencyId } from '../../domain/people/directory.ts'
import type { MarkView, Owner } from '../html/mark.ts'

/** The mark of an agency in a case: the side that raised is a square, the side that was asked a disc. Concordat is "C". */
export function markOf(view: Pick<CaseView, 'c' | 'world'>, agency: AgencyId | 'concordat'): MarkView {
  if (agency === 'concordat') return { owner: 'other', initials: 'C' }
  return { owner: ownerOf(view, agency), initials: view.world.directory.agencies[agency]?.initials ?? '?' }
}

function ownerOf(view: Pick<CaseView, 'c' | 'world'>, agency: AgencyId): Owner {
  const side = view.c.agencies.find((a) => a.agency === agency)?.side
  if (side !== undefined) return side === 'raising' ? 'raising' : 'answering'
  return view.world.directory.agencies[agency]?.kind === 'board' ? 'board' : 'other'
}
