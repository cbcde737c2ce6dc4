/** What moving a case to another version of its policy would change, as whoever may do it sees it: nothing here is written. */
import { decide } from '../domain/case/decide.ts'
import type { DutyInstance } from '../domain/case/duty-instance.ts'
import type { Refusal } from '../domain/case/refusal.ts'
import { shownDuties } from '../domain/case/shown.ts'
import { unplacedStages, versionChange, type WouldChange } from '../domain/case/version-change.ts'
import type { At } from '../domain/people/directory.ts'
import type { Id, Policy } from '../domain/policy/policy.ts'
import type { Tx } from '../store/tx.ts'
import type { Asking, CaseView } from './app.ts'
import { mayGoOnUnder, otherWorldOf } from './library.ts'
import type { OpenCase } from './run.ts'

export interface VersionAsked {
  /** Absent: which versions there are. */
  readonly to?: number
  /** Old stage id to new, where the ids differ. */
  readonly stages: Readonly<Record<Id, Id>>
}

export interface VersionView {
  readonly view: CaseView
  /** Adopted versions that the case could go on under, newest first. */
  readonly versions: readonly { readonly version: number; readonly starts: At }[]
  /** Why this viewer cannot, or nobody. */
  readonly refusal?: Refusal
  readonly chosen?: ChosenVersion
}

export interface ChosenVersion {
  readonly policy: Policy
  /** Stages of the case that it does not have by that id. */
  readonly unplaced: ReturnType<typeof unplacedStages>
  readonly would?: Omit<WouldChange, 'c'>
  /** Why the case cannot go on under it with this mapping. */
  readonly refusal?: Refusal
}

export async function versionView(
  tx: Tx,
  asking: Asking,
  { found, view }: { readonly found: OpenCase; readonly view: CaseView },
  asked: VersionAsked,
  at: At,
): Promise<VersionView> {
  const { world, c, entries } = found
  const versions = (await tx.policies.list())
    .filter((one) => one.id === c.policy.id && one.version !== c.policy.version && mayGoOnUnder(one, c, at))
    .map(({ version, adoption }) => ({ version, starts: adoption?.starts ?? at }))
    .toReversed()
  const refused = (refusal: Refusal): VersionView => ({ view, versions, refusal })
  const actor = { person: asking.viewer.person, at }
  const to = asked.to ?? versions[0]?.version
  const other = to === undefined ? undefined : await otherWorldOf(tx, c, entries, to)
  const target = other?.policy ?? { ...world.policy, version: 0, hash: '' }
  const answer = decide(
    other ? { ...world, other } : world,
    c,
    {
      kind: 'change version',
      to: { id: target.id, version: target.version, hash: target.hash },
      stages: asked.stages,
      words: 'rehearsed',
    },
    actor,
  )
  if (!answer.ok && ['not yours', 'no part', 'both sides', 'ended', 'closed'].includes(answer.refusal.code))
    return refused(answer.refusal)
  if (asked.to === undefined || !other) return { view, versions }
  const shown = (duties: readonly DutyInstance[]) => shownDuties(c, view.part, duties)
  const change = versionChange(world, c, other, asked.stages, at, shown)
  return {
    view,
    versions,
    chosen: {
      policy: other.policy,
      unplaced: unplacedStages(world, c, other, at).filter((one) =>
        view.c.visits.some((visit) => visit.stage === one.stage),
      ),
      ...(change.ok ? { would: { differences: change.value.differences, moves: change.value.moves } } : {}),
      ...(change.ok ? {} : { refusal: change.refusal }),
    },
  }
}
