import { currentVisit, type Proposal, sidePlace, stillIn } from '../../domain/case/case.ts'
import { type DutyInstance, isLive } from '../../domain/case/duty-instance.ts'
import { owersIn } from '../../domain/case/holders-in-case.ts'
import { agencyName } from '../../domain/case/world.ts'
import type { AgencyId } from '../../domain/people/directory.ts'
import { andList } from '../../domain/words/phrase-text.ts'
import type { MarkView } from '../html/mark.ts'
import type { Asked } from './form-asked.ts'

/** Words to be agreed, as they stand: whose wordings there are, and who has signed which. */
export interface OutcomeState {
  /** The duty to agree, of the reader's side where it has one. */
  readonly instance: DutyInstance
  readonly id: string
  readonly mine: boolean
  /** The newest wording of each agency still in, the raising one first. */
  readonly wordings: readonly Proposal[]
  readonly ours?: Proposal
  readonly theirs: readonly Proposal[]
}

/** The duty named in the address, else the first live one of the case whose act is to agree words. */
export function outcomeState({ view }: Asked, duty: string | undefined): OutcomeState | undefined {
  const all = view.duties.filter((i) => i.duty?.act.verb === 'agree' && (duty === undefined || i.id === duty))
  const isMine = (i: DutyInstance) => owersIn(view.world, view.c, i, view.at).some((h) => h.person === view.reader)
  const live = all.filter(isLive)
  const instance = live.find(isMine) ?? live[0] ?? all.findLast(isMine) ?? all.at(-1)
  if (!instance) return undefined
  const since = view.c.end?.seq ?? (instance.scope === 'stage' ? currentVisit(view.c).seq : 0)
  const proposals = view.c.proposals.filter((one) => one.of === instance.id && one.seq > since)
  const wordings = stillIn(view.c).flatMap(
    (row) => proposals.findLast((one) => sidePlace(one) === sidePlace(row)) ?? [],
  )
  const ours = wordings.find((one) => sidePlace(one) === sidePlace(view.part))
  return {
    instance,
    id: instance.id,
    mine: isLive(instance) && isMine(instance),
    wordings,
    ...(ours ? { ours } : {}),
    theirs: wordings.filter((one) => one !== ours),
  }
}

/** Whose mark stands beside an agency's words. */
export function markOf({ view }: Asked, agency: AgencyId): MarkView {
  const side = view.c.agencies.find((a) => a.agency === agency)?.side
  const initials = view.world.directory.agencies[agency]?.initials ?? '?'
  return { owner: side === 'raising' ? 'raising' : side === 'responding' ? 'answering' : 'other', initials }
}

/** "Not signed yet", or by whom. */
export function signedWords({ view }: Asked, proposal: Proposal): string {
  const names = proposal.confirmed.map((one) => agencyName(view.world, one.agency))
  const refused = proposal.refused.map((one) => agencyName(view.world, one.agency))
  if (refused.length > 0) return `${andList(refused)} did not agree to these words`
  return names.length === 0 ? 'Not signed yet' : `Signed by ${andList(names)}`
}

export const hasSigned = ({ view }: Asked, proposal: Proposal): boolean =>
  proposal.confirmed.some((one) => sidePlace(one) === sidePlace(view.part))
