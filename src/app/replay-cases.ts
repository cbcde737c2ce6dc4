/**
 * Past cases lived again under a draft. It runs as the program, because whoever keeps policies may not read the cases; so nothing of
 * a case comes out but dates, duties, refusals and, where its reader may know of it, its number. Source: issue "The policy workbench" point 6.
 */
import { type Replayed, replay } from '../domain/case/replay/replay.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { Store } from '../store/store.ts'
import { worldOf } from './library.ts'

export interface ReplayReport {
  readonly policy: string
  readonly version: number
  /** Cases that were raised under this policy, or its parent, in any version. */
  readonly cases: number
  /** Those for which something would have been otherwise. */
  readonly differing: number
  /** How many differences of each kind, over all of them. */
  readonly counts: Readonly<Record<Replayed['differences'][number]['kind'], number>>
  /** Those that differ and may be named, the newest number last. */
  readonly replayed: readonly Replayed[]
  /** How many differ that may only be counted. */
  readonly unnamed: number
}

/** `named`: whether a case may be named to whoever asks. */
export async function replayCases(
  store: Store,
  partnership: string,
  draft: Policy,
  { at, named }: { readonly at: number; readonly named: (caseId: string) => boolean },
): Promise<ReplayReport & { readonly caseIds: readonly string[] }> {
  const found: (Replayed & { readonly caseId: string })[] = []
  await store.everyCase(partnership, async (entries, caseId) => {
    const pinned = entries.at(-1)?.policy
    if (!pinned || ![draft.id, draft.changes?.policy].includes(pinned.id)) return
    const was = await store.transaction({ program: true, partnership }, (tx) => worldOf(tx, pinned), { at })
    found.push({ caseId, ...replay(entries, was, { ...was, policy: draft, addenda: [] }) })
  })
  const differing = found.filter((one) => one.differences.length > 0)
  const listed = differing.filter((one) => named(one.caseId))
  return {
    policy: draft.id,
    version: draft.version,
    cases: found.length,
    differing: differing.length,
    counts: countsOf(found),
    replayed: listed
      .map(({ number, version, differences }) => ({ number, version, differences }))
      .toSorted((a, b) => a.number.localeCompare(b.number)),
    unnamed: differing.length - listed.length,
    caseIds: found.map((one) => one.caseId),
  }
}

function countsOf(found: readonly Replayed[]): ReplayReport['counts'] {
  const counts = { date: 0, duty: 0, notice: 0, late: 0, outcome: 0, refusal: 0, panel: 0 }
  for (const { kind } of found.flatMap((one) => one.differences)) counts[kind]++
  return counts
}
