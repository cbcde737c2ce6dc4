import type { Id, Policy } from '../src/domain/policy/policy.ts'

/** Every place of a policy that cites a clause: clause → places such as `stages.talk.duties.talked`, `roles.panel`, `raise`, `gaps`. */
export function citedAt(policy: Policy): ReadonlyMap<Id, readonly string[]> {
  const places = [
    { place: 'raise', cites: policy.raise.cites },
    ...named('roles', Object.entries(policy.roles)),
    ...named('facts', Object.entries(policy.facts)),
    ...named('duties', byId(policy.duties)),
    ...named('moves', byId(policy.moves)),
    ...named('stages', byId(policy.stages)),
    ...policy.stages.flatMap((stage) => [
      ...named(`stages.${stage.id}.duties`, byId(stage.duties)),
      ...named(`stages.${stage.id}.moves`, byId(stage.moves)),
    ]),
    ...policy.gaps.map((gap) => ({ place: 'gaps', cites: gap.cites })),
  ]
  const found = new Map<Id, readonly string[]>()
  for (const { place, cites } of places)
    for (const clause of cites) found.set(clause, [...(found.get(clause) ?? []), place])
  return found
}

interface Citing {
  readonly cites: readonly Id[]
}

function byId<T extends Citing & { readonly id: Id }>(list: readonly T[]): readonly (readonly [Id, T])[] {
  return list.map((one) => [one.id, one])
}

function named(pocket: string, entries: readonly (readonly [Id, Citing])[]) {
  return entries.map(([id, { cites }]) => ({ place: `${pocket}.${id}`, cites }))
}
