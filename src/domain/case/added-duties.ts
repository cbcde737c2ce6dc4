import type { Duty, Id, Policy } from '../policy/policy.ts'
import type { AddedDuty } from './entry.ts'
import { mappedStage } from './mapped-stage.ts'

/** Duties of a policy that another version of it does not have at that place, or that arise otherwise there. `stages` maps its stage ids to those of `policy`, where they differ. */
export function addedDuties(was: Policy, policy: Policy, stages: Readonly<Record<Id, Id>>): readonly AddedDuty[] {
  const arises = ({ who, act, when, if: on }: Duty): string => bare([who, act, when, on ?? null])
  const known = new Set([
    ...was.duties.map((d) => `· ${d.id} ${arises(d)}`),
    ...was.stages.flatMap((s) => s.duties.map((d) => `${mappedStage(stages, s.id)} ${d.id} ${arises(d)}`)),
  ])
  return [
    ...policy.duties.filter((d) => !known.has(`· ${d.id} ${arises(d)}`)).map((d): AddedDuty => ({ duty: d.id })),
    ...policy.stages.flatMap((s) =>
      s.duties
        .filter((d) => !known.has(`${s.id} ${d.id} ${arises(d)}`))
        .map((d): AddedDuty => ({ duty: d.id, stage: s.id })),
    ),
  ]
}

/** What it says, wherever in the file it stands. */
const bare = (value: unknown): string =>
  JSON.stringify(value, (key, inner) => (key === 'place' || key === 'text' ? undefined : inner))
