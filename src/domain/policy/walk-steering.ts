/**
 * What of a policy may steer where a case goes: the names of a state are made of this and of nothing else.
 * Source: language.md section 5, the table "in it | because".
 */
import { factsIn } from '../case/condition.ts'
import { movesOfStage } from '../case/targets.ts'
import type { Condition, Event, Id, Limit, Move, Policy, Stage } from './policy.ts'
import { atomsOf, dutiesOf, movesOf, namedBy, stageLate } from './static/of-policy.ts'

/** `urgency is red`, or `urgency` where any yes will do. */
export interface Atom {
  readonly fact: Id
  readonly answer?: Id
}

export interface Steering {
  /** Duties with `before`, and those that an event of a steering duty or of a move names. */
  readonly duties: ReadonlySet<Id>
  /** Stages whose own lateness something steering hears. */
  readonly lateStages: ReadonlySet<Id>
  /** What a move that happens by itself waits to be late: for these the order of deadlines is told apart. */
  readonly triggers: ReadonlySet<Id>
  /** Facts that only ever add ways, told apart from the rest: immediate harm, exclusions. */
  readonly chance: ReadonlySet<Id>
  /** From a stage on: conditions whose truth may still matter. */
  readonly atoms: ReadonlyMap<Id, readonly Atom[]>
  /** From a stage on: facts that a person has to answer before a move. */
  readonly gates: ReadonlyMap<Id, readonly Id[]>
}

export function steeringOf(policy: Policy): Steering {
  const { duties, lateStages } = steeringDuties(policy)
  const chance = chanceFacts(policy, duties)
  const reach = reachable(policy)
  const isGate = (fact: Id) => policy.facts[fact]?.by !== undefined
  const perStage = <T>(find: (stages: readonly Stage[]) => readonly T[]) =>
    new Map(policy.stages.map((stage) => [stage.id, find(reach.get(stage.id) ?? [])]))
  const atoms = perStage((stages) =>
    unique(
      stages
        .flatMap((stage) => conditionsFrom(policy, stage, duties, lateStages))
        .flatMap(atomsIn)
        .filter((atom) => !chance.has(atom.fact) && !isOfMoves(atom.fact)),
    ),
  )
  const gates = perStage((stages) => [
    ...new Set(
      stages
        .flatMap((stage) => movesOfStage(policy, stage))
        .flatMap((move) => factsIn(move.if))
        .filter(isGate),
    ),
  ])
  return { duties, lateStages, triggers: triggersOf(policy), chance, atoms, gates }

  /** A gate that nothing but moves asks about is told by its own state. */
  function isOfMoves(fact: Id): boolean {
    return isGate(fact) && !otherConditions(policy, duties).some((condition) => factsIn(condition).includes(fact))
  }
}

function steeringDuties(policy: Policy): { duties: Set<Id>; lateStages: Set<Id> } {
  const all = dutiesOf(policy).map(({ duty }) => duty)
  const found = new Set<Id>()
  const hears = (events: readonly Event[]) => {
    for (const event of events) {
      const name = namedBy(event)
      if (name !== undefined) found.add(name)
    }
  }
  for (const duty of all)
    if (duty.before.some((block) => block.type === 'stage' || block.type === 'end' || block.type === 'move'))
      found.add(duty.id)
  for (const { move } of movesOf(policy)) hears(move.when)
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const duty of all) {
      if (found.has(duty.id)) hears([...duty.when, ...eventsOf(duty.within)])
      else if (duty.before.some((block) => block.type === 'duty' && found.has(block.id))) found.add(duty.id)
    }
    for (const stage of policy.stages) if (found.has(stageLate(stage.id))) hears(eventsOf(stage.within))
  }
  const stages = policy.stages.filter((stage) => found.has(stageLate(stage.id)))
  return {
    duties: new Set(all.filter((duty) => found.has(duty.id)).map((duty) => duty.id)),
    lateStages: new Set(stages.map((stage) => stage.id)),
  }
}

/** Nothing but the passing of time moves a case here, so it matters what passes first. */
function triggersOf(policy: Policy): ReadonlySet<Id> {
  const heard = movesOf(policy).flatMap(({ move }) => (move.by ? [] : move.when))
  return new Set(
    heard.flatMap((event) =>
      event.on === 'late' || event.on === 'after' || event.on === 'stage late' ? (namedBy(event) ?? []) : [],
    ),
  )
}

const eventsOf = (limits: readonly Limit[]): readonly Event[] => limits.flatMap((limit) => (limit.of ? [limit.of] : []))

/** Facts that stand only in the `if` of moves, and nowhere under a `not`. */
function chanceFacts(policy: Policy, duties: ReadonlySet<Id>): ReadonlySet<Id> {
  const inMoves = movesOf(policy).flatMap(({ move }) => atomsOf(move.if))
  const elsewhere = new Set(otherConditions(policy, duties).flatMap((condition) => factsIn(condition)))
  const denied = new Set(inMoves.filter((atom) => atom.denied).map((atom) => atom.fact))
  return new Set(
    inMoves
      .map((atom) => atom.fact)
      .filter(
        (fact) =>
          !denied.has(fact) &&
          !elsewhere.has(fact) &&
          policy.facts[fact]?.by === undefined &&
          !policy.facts[fact]?.derived,
      ),
  )
}

function otherConditions(policy: Policy, duties: ReadonlySet<Id>): readonly Condition[] {
  const steering = dutiesOf(policy).filter(({ duty }) => duties.has(duty.id))
  const found = [
    ...policy.tracks.map((track) => track.if),
    ...policy.stages.map((stage) => stage.if),
    ...steering.flatMap(({ duty }) => [duty.if, ...duty.within.map((limit) => limit.if)]),
  ]
  return found.filter((condition) => condition !== undefined)
}

function conditionsFrom(
  policy: Policy,
  stage: Stage,
  duties: ReadonlySet<Id>,
  lateStages: ReadonlySet<Id>,
): readonly (Condition | undefined)[] {
  const own = [...policy.duties, ...stage.duties].filter((duty) => duties.has(duty.id))
  return [
    stage.if,
    ...movesOfStage(policy, stage).map((move) => move.if),
    ...own.flatMap((duty) => [duty.if, ...duty.within.map((limit) => limit.if)]),
    ...(lateStages.has(stage.id) ? stage.within.map((limit) => limit.if) : []),
  ]
}

/** The stages that may still come from each, itself among them: more than really can, never fewer. */
function reachable(policy: Policy): ReadonlyMap<Id, readonly Stage[]> {
  const byId = new Map(policy.stages.map((stage) => [stage.id, stage]))
  const leads = new Map(policy.stages.map((stage) => [stage.id, leadsTo(policy, stage)]))
  return new Map(
    policy.stages.map(({ id }) => {
      const found = new Set([id])
      for (const one of found) for (const next of leads.get(one) ?? []) found.add(next)
      return [id, [...found].flatMap((one) => byId.get(one) ?? [])]
    }),
  )
}

function leadsTo(policy: Policy, stage: Stage): ReadonlySet<Id> {
  const targets = movesOfStage(policy, stage).flatMap((move) => move.to)
  const later = targets.some(({ type }) => type === 'next' || type === 'any stage') ? laterThan(policy, stage.id) : []
  return new Set([...targets.flatMap((target) => (target.type === 'stage' ? [target.id] : [])), ...later])
}

const laterThan = (policy: Policy, stage: Id): readonly Id[] =>
  policy.tracks.flatMap((track) =>
    track.stages.includes(stage) ? track.stages.slice(track.stages.indexOf(stage) + 1) : [],
  )

export function atomsIn(condition: Condition | undefined): readonly Atom[] {
  if (!condition) return []
  switch (condition.op) {
    case 'yes':
      return [{ fact: condition.fact }]
    case 'is':
      return [{ fact: condition.fact, answer: condition.answer }]
    case 'not':
      return atomsIn(condition.of)
    case 'and':
    case 'or':
      return condition.of.flatMap(atomsIn)
  }
}

const unique = (atoms: readonly Atom[]): readonly Atom[] => {
  const seen = new Map(atoms.map((atom) => [`${atom.fact} ${atom.answer ?? ''}`, atom]))
  return [...seen.values()]
}

/** Whether a move climbs the ladder rung by rung: its gate opens when it is not answered in time. */
export const isUp = (move: Move): boolean => move.to.some((target) => target.type === 'next')
