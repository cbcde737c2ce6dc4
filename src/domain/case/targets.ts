/** Where a move leads from where the case stands: the targets that exist now. Source: language.md section 3 "Moves". */
import type { AgencyId, At } from '../people/directory.ts'
import { hasTier } from '../people/holders.ts'
import type { End, Id, Move, Policy, Stage, Target } from '../policy/policy.ts'
import { type Case, currentVisit, stillIn } from './case.ts'
import { answersAt, holds } from './condition.ts'
import type { Answers } from './entry.ts'
import { placeOf } from './holders-in-case.ts'
import type { World } from './world.ts'

export type Lands =
  | {
      readonly to: 'stage'
      readonly stage: Id
      readonly tier: number
      readonly passed: readonly Id[]
      readonly back: boolean
    }
  | { readonly to: 'end'; readonly end: End }

/** The moves of a stage: its own, and the policy's that it neither refines nor removes. */
export function movesOfStage(policy: Policy, stage: Stage): readonly Move[] {
  const own = new Set(stage.moves.map((m) => m.id))
  return [...stage.moves, ...policy.moves.filter((m) => !own.has(m.id) && !stage.removes.includes(m.id))]
}

export function landsOf(world: World, c: Case, move: Move, at: At, given: Answers = {}): readonly Lands[] {
  const stage = world.policy.stages.find((s) => s.id === currentVisit(c).stage)
  if (!stage) return []
  return move.to.flatMap((target) => landing(world, c, stage, target, move, at, given))
}

function landing(
  world: World,
  c: Case,
  here: Stage,
  target: Target,
  move: Move,
  at: At,
  given: Answers,
): readonly Lands[] {
  const rungs = world.policy.tracks.find((t) => t.id === c.track)?.stages ?? []
  const answer = answersAt(c, at, given)
  const exists = (id: Id) => holds(world.policy.stages.find((s) => s.id === id)?.if, answer)
  const from = rungs.indexOf(here.id)
  const later = from < 0 ? [] : rungs.slice(from + 1).filter(exists)
  const passedTo = (id: Id): readonly Id[] => later.slice(0, Math.max(0, later.indexOf(id)))
  switch (target.type) {
    case 'next': {
      const next = later[0]
      return next ? [{ to: 'stage', stage: next, tier: 0, passed: [], back: false }] : []
    }
    case 'any stage':
      return later.map((stage) => ({ to: 'stage', stage, tier: 0, passed: passedTo(stage), back: false }))
    case 'same': {
      const tier = currentVisit(c).tier
      const higher =
        here.repeats &&
        stillIn(c).some((a) =>
          higherTier(world, here.between?.[a.side === 'raising' ? 0 : 1].role, a.agency, tier + 1, at),
        )
      return higher ? [{ to: 'stage', stage: here.id, tier: tier + 1, passed: [], back: false }] : []
    }
    case 'stage': {
      if (!exists(target.id) || target.id === here.id) return []
      const to = rungs.indexOf(target.id)
      // From a stage aside, back is any rung the case has stood on.
      const highest =
        from >= 0 ? from - 1 : Math.max(-1, ...c.visits.filter((v) => !v.passed).map((v) => rungs.indexOf(v.stage)))
      return [{ to: 'stage', stage: target.id, tier: 0, passed: passedTo(target.id), back: to >= 0 && to <= highest }]
    }
    case 'end':
      return endExists(world, c, here, target.end, move) ? [{ to: 'end', end: target.end }] : []
  }
}

function endExists(world: World, c: Case, here: Stage, end: End, move: Move): boolean {
  if (end === 'agreed') return c.agencies.some((a) => a.side === 'responding' && a.joinedAt !== undefined)
  if (end === 'decided' && move.by?.role === 'decider') return here.by !== undefined
  return world.policy.stages.length > 0
}

const higherTier = (world: World, role: Id | undefined, agency: AgencyId, tier: number, at: At): boolean =>
  role !== undefined && hasTier(placeOf(world, at), role, agency, tier)

export const sameLanding = (a: Lands, b: Lands): boolean => {
  if (a.to === 'end' || b.to === 'end') return a.to === 'end' && b.to === 'end' && a.end === b.end
  return a.stage === b.stage && a.tier === b.tier
}
