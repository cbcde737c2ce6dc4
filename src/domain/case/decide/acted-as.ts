/** Whoever stands in for another, or holds more than one role, says in which they act. Source: language.md section 3 "One person, two roles"; entry.ts `as`. */

import { holders } from '../../people/holders.ts'
import type { Id } from '../../policy/policy.ts'
import { currentVisit } from '../case.ts'
import { holdersInCase, placeOf } from '../holders-in-case.ts'
import { stageOf } from '../stage-of.ts'
import { movesOfStage } from '../targets.ts'
import { type Deciding, type Draft, dutiesNow } from './deciding.ts'

export function actedAs(d: Deciding, draft: Draft): { readonly as?: Id } {
  const role = roleOf(d, draft)
  const at = role === undefined ? undefined : d.world.policy.roles[role]?.at
  if (role === undefined || at === undefined) return {}
  const agency = at === 'agency' ? d.part.agency : undefined
  const holder = holdersInCase(d.world, d.c, role, agency, d.actor.at).find((h) => h.person === d.actor.person)
  const standsIn = holder === undefined || holder.via !== 'role'
  return standsIn || rolesHeld(d, agency) > 1 ? { as: role } : {}
}

function roleOf(d: Deciding, draft: Draft): Id | undefined {
  const { what } = draft
  if ('move' in what && what.kind !== 'gate asked') {
    const stage = stageOf(d.world, currentVisit(d.c).stage)
    return stage && movesOfStage(d.world.policy, stage).find((m) => m.id === what.move)?.by?.role
  }
  const key = draft.answers?.[0]
  const i = key === undefined ? undefined : dutiesNow(d).find((x) => x.key === key)
  return i?.duty?.who.role ?? (i?.gate ? d.world.policy.facts[i.gate.fact]?.by?.role : undefined)
}

const rolesHeld = (d: Deciding, agency: string | undefined): number =>
  Object.values(d.world.policy.roles).filter(
    (r) =>
      (r.at === 'agency') === (agency !== undefined) &&
      !r.seats &&
      holders(placeOf(d.world, d.actor.at), r.id, agency).some((h) => h.person === d.actor.person && h.via === 'role'),
  ).length
