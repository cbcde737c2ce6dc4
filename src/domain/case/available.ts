/**
 * Which moves exist where the case stands, who may make them, and what stands in their way.
 * `decide` refuses by this; `moves` offers by rehearsing `decide`. Source: language.md section 3 "Moves".
 */
import type { At, PersonId } from '../people/directory.ts'
import type { Condition, Id, Move, Policy, Who } from '../policy/policy.ts'
import { type Case, currentVisit } from './case.ts'
import { type AnswerAt, answersAt, factsIn, holds } from './condition.ts'
import type { DutyInstance } from './duty-instance.ts'
import type { Answers, Side } from './entry.ts'
import { actingFor } from './holders-in-case.ts'
import { occurrences } from './occurrences.ts'
import { type Lands, landsOf, movesOfStage } from './targets.ts'
import type { World } from './world.ts'

export interface Available {
  readonly move: Move
  readonly lands: Lands
}

/** Moves whose target exists and whose `when` has happened in this visit. `if`, people and blocks are asked after. */
export function availableMoves(
  world: World,
  c: Case,
  at: At,
  instances: readonly DutyInstance[],
  given: Answers = {},
): readonly Available[] {
  if (c.end) return []
  const stage = world.policy.stages.find((s) => s.id === currentVisit(c).stage)
  if (!stage) return []
  return movesOfStage(world.policy, stage)
    .filter((m) => whenOf(world, c, m, at, instances) !== undefined)
    .flatMap((move) => landsOf(world, c, move, at, given).map((lands) => ({ move, lands })))
}

/** The first moment in this visit at which the move came to exist; the entry of the visit where it has no `when`. */
export function whenOf(world: World, c: Case, move: Move, at: At, instances: readonly DutyInstance[]): At | undefined {
  const visit = currentVisit(c)
  if (move.when.length === 0) return visit.from
  const worked = new Map<Id, DutyInstance[]>()
  for (const i of instances) worked.set(i.id, [...(worked.get(i.id) ?? []), i])
  const times = move.when
    .flatMap((e) =>
      occurrences(e, {
        world,
        c,
        at,
        worked,
        span: { from: visit.from, to: visit.to, visit: visit.n },
        answer: answersAt(c, at),
      }),
    )
    .filter((o) => o.visit === visit.n || (o.visit === 0 && o.at >= visit.from))
    .map((o) => o.at)
  return times.length === 0 ? undefined : Math.min(...times)
}

/** Must and should duties that are `before` this move, its target, and not released. */
export function blocksOf(
  world: World,
  c: Case,
  a: Available,
  side: Side | undefined,
  instances: readonly DutyInstance[],
  at: At,
  given: Answers = {},
): readonly DutyInstance[] {
  if (isUrgent(world, c, a.move, at, given)) return []
  const visit = currentVisit(c).n
  return instances.filter((i) => {
    if (!i.duty || i.force === 'may') return false
    if (i.status !== 'waiting' && i.status !== 'open' && i.status !== 'late') return false
    if (i.scope === 'stage' && i.visit !== visit) return false
    if (
      !i.duty.before.some(
        (b) =>
          (b.type === 'move' && b.id === a.move.id) ||
          (b.type === 'stage' && a.lands.to === 'stage' && b.id === a.lands.stage) ||
          (b.type === 'end' && a.lands.to === 'end' && b.id === a.lands.end),
      )
    )
      return false
    // Nobody is held up by another's silence; a move that happens by itself is nobody's.
    const othersSilence = i.side !== side && i.status === 'late' && a.lands.to === 'stage'
    return !othersSilence
  })
}

/** A move that immediate harm alone opens is never blocked. Source: C-6; language.md "`urgent` is never blocked". */
export function isUrgent(world: World, c: Case, move: Move, at: At, given: Answers = {}): boolean {
  if (!factsIn(move.if).includes('immediate-harm') || world.policy.facts['immediate-harm'] === undefined) return false
  const answer = answersAt(c, at, given)
  return holds({ op: 'yes', fact: 'immediate-harm', place: { line: 0, column: 0 } }, answer) && holds(move.if, answer)
}

export type GateState = 'open' | 'shut' | 'ask' | 'asked' | 'silent'

/**
 * How a move's `if` stands for somebody: open; shut by an answer; still to be asked of another person; asked and waiting;
 * or silent: not answered in time, which opens the way to the next rung and no other.
 */
export function gateState(
  world: World,
  c: Case,
  a: Available,
  person: PersonId | undefined,
  at: At,
  instances: readonly DutyInstance[],
  given: Answers = {},
): GateState {
  if (holds(a.move.if, answersAt(c, at, given))) return 'open'
  const unanswered = gateFacts(world.policy, a.move.if).filter((f) => answersAt(c, at, given)(f) === undefined)
  const others = unanswered.filter((f) => person === undefined || !mayAnswer(world, c, f, person, at))
  if (unanswered.length === 0) return 'shut'
  if (!holds(a.move.if, hopeful(answersAt(c, at, given), world.policy, unanswered))) return 'shut'
  if (others.length === 0) return 'ask'
  const visit = currentVisit(c).n
  const asked = instances.filter(
    (i) => i.gate && i.gate.move === a.move.id && i.visit === visit && others.includes(i.gate.fact),
  )
  if (asked.length === 0) return 'ask'
  const up = a.move.to.some((t) => t.type === 'next')
  return up && asked.every((i) => i.status === 'late') ? 'silent' : 'asked'
}

/** Facts with a person of their own that an `if` needs. */
export const gateFacts = (policy: Policy, condition: Condition | undefined): readonly Id[] =>
  factsIn(condition).filter((f) => policy.facts[f]?.by !== undefined)

export const mayAnswer = (world: World, c: Case, fact: Id, person: PersonId, at: At): boolean => {
  const by = world.policy.facts[fact]?.by
  return by !== undefined && isWho(world, c, by, person, at)
}

/** Is this person the `who` of a move or a fact, here and now? */
export function isWho(world: World, c: Case, who: Who, person: PersonId, at: At): boolean {
  return agenciesFor(c, who).some((agency) =>
    actingFor(world, c, who.role, agency, at).some((h) => h.person === person),
  )
}

/** Does somebody of this side belong to those who make the move: its own side's people, or anyone where either may? */
export const isOfSide = (who: Who | undefined, side: Side): boolean => {
  switch (who?.side) {
    case undefined:
      return false
    case 'raising':
    case 'responding':
      return who.side === side
    case 'each':
    case 'any':
    case 'own':
      return side === 'raising' || side === 'responding'
    case 'none':
      return who.role === 'raiser' ? side === 'raising' : side === 'board' || side === 'outside'
  }
}

/** The agencies in which a `who` is looked for; nothing once means the Board or outside. */
export function agenciesFor(c: Case, who: Who): readonly (string | undefined)[] {
  const of = (side: 'raising' | 'responding') =>
    c.agencies
      .filter((a) => a.side === side && a.joinedAt !== undefined && a.settledAt === undefined)
      .map((a) => a.agency)
  switch (who.side) {
    case 'raising':
      return of('raising')
    case 'responding':
      return of('responding')
    case 'each':
    case 'any':
    case 'own':
      return [...of('raising'), ...of('responding')]
    case 'none':
      return [undefined]
  }
}

/** Answers as they would be if every gate said what its move needs: is the gate the only thing in the way? */
const hopeful =
  (answer: AnswerAt, policy: Policy, open: readonly Id[]): AnswerAt =>
  (fact) => {
    if (!open.includes(fact)) return answer(fact)
    const kind = policy.facts[fact]?.kind
    return kind?.type === 'one-of' || kind?.type === 'any-of' ? Object.keys(kind.options) : true
  }
