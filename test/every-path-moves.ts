/** Properties of what may be done: offers are what `decide` accepts, danger opens a way, strangers do nothing. Source: domain.md section 5. */
import { type Case, currentVisit } from '../src/domain/case/case.ts'
import type { Command } from '../src/domain/case/command.ts'
import { answersAt, factsIn } from '../src/domain/case/condition.ts'
import type { Answers } from '../src/domain/case/entry.ts'
import { targetOf } from '../src/domain/case/moves.ts'
import { allInFavour } from '../src/domain/case/panel-votes.ts'
import { partOf } from '../src/domain/case/parts.ts'
import type { PersonId } from '../src/domain/people/directory.ts'
import type { End, Id, Move } from '../src/domain/policy/policy.ts'
import { type Engine, everybody, minute, type Property, present, type Situation } from './every-path.ts'
import { hopefulAnswer } from './every-path-answers.ts'
import { commands } from './every-path-commands.ts'

/** Nobody is offered what `decide` refuses, and nothing that it accepts is kept from anybody. */
export const movesAreWhatDecideAccepts: Property = (engine, s) => {
  const { world, c, at } = s
  const now = at + minute
  // Everybody else is refused everything: that is a property of its own.
  return present(s).flatMap((person) => {
    const offers = engine.moves(world, c, person, now)
    const offered = new Set(
      offers
        .filter((offer) => offer.state === 'may')
        .map((offer) => JSON.stringify([offer.move.id, targetOf(offer.lands)])),
    )
    const accepted = new Set(
      allMoves(s).flatMap((move) =>
        targets(s, move).flatMap((target) => {
          const command: Command = {
            kind: 'move',
            move: move.id,
            ...target,
            words: 'Because.',
            facts: answersOf(s, move, person, now, offers),
            votes: allInFavour(c),
          }
          return engine.decide(world, c, command, { person, at: now }).ok ? [JSON.stringify([move.id, target])] : []
        }),
      ),
    )
    return [
      ...[...offered]
        .filter((one) => !accepted.has(one))
        .map((one) => `${s.name}: ${person} is offered ${one}, which is refused`),
      ...[...accepted]
        .filter((one) => !offered.has(one))
        .map((one) => `${s.name}: ${person} is not offered ${one}, which is accepted`),
    ]
  })
}

/** Saying that the child is in immediate danger opens a way at once, below the last rung. */
export const dangerOpensItsPath: Property = (engine, s) => {
  const rungs = s.world.policy.tracks.find((track) => track.id === s.c.track)?.stages ?? []
  const here = rungs.indexOf(currentVisit(s.c).stage)
  if (s.c.end || here < 0 || here === rungs.length - 1) return []
  const person = everybody(s).find(
    (one) => s.cast.sideOf(one) === 'raising' && partOf(s.world, s.c, one, s.at)?.level === 'party',
  )
  if (!person) return [`${s.name}: nobody of the raising side is there to say it`]
  const now = s.at + minute
  const said = engine.decide(
    s.world,
    s.c,
    { kind: 'review risk', level: 'immediate', words: 'Now.' },
    { person, at: now },
  )
  if (!said.ok) return [`${s.name}: nobody may say that the child is in danger`]
  const c = said.value.reduce<Case>((so, entry) => engine.evolve(so, entry), s.c)
  const open = engine
    .moves(s.world, c, person, now)
    .filter(
      (offer) =>
        offer.state === 'may' && offer.lands.to === 'stage' && factsIn(offer.move.if).includes('immediate-harm'),
    )
  return open.length > 0 ? [] : [`${s.name}: danger opens nothing`]
}

/** Whoever has no part in a case does nothing in it. */
export const strangersDoNothing: Property = (engine, s) =>
  [...everybody(s), 'nobody-at-all']
    .filter((person) => partOf(s.world, s.c, person, s.at + minute) === undefined)
    .flatMap((person) =>
      commands(s).flatMap((command) => {
        const answer = engine.decide(s.world, s.c, command, { person, at: s.at + minute })
        return answer.ok ? [`${s.name}: ${person}, who has no part, may ${command.kind}`] : []
      }),
    )

const allMoves = ({ world }: Situation): readonly Move[] => {
  const all = [...world.policy.stages.flatMap((stage) => stage.moves), ...world.policy.moves]
  return all.filter((move, n) => all.findIndex((other) => other.id === move.id) === n)
}

type Aim = { readonly stage: Id } | { readonly end: End }

/** Wherever a move could conceivably lead: every stage for one that climbs, and what it names. */
const targets = ({ world }: Situation, move: Move): readonly Aim[] =>
  move.to.flatMap((target): readonly Aim[] => {
    if (target.type === 'end') return [{ end: target.end }]
    return target.type === 'stage' ? [{ stage: target.id }] : world.policy.stages.map((stage) => ({ stage: stage.id }))
  })

/** What the person would write on the form of a move: what it asks, and what it needs and is theirs to answer. */
function answersOf(
  s: Situation,
  move: Move,
  person: PersonId,
  at: number,
  offers: ReturnType<Engine['moves']>,
): Answers {
  const given = answersAt(s.c, at)
  const asked = new Set([
    ...move.asks,
    ...offers.filter((offer) => offer.move.id === move.id).flatMap((offer) => offer.asks.map((fact) => fact.id)),
  ])
  const needed = factsIn(move.if).filter((fact) => hopefulAnswer.isTheirs(s, fact, person, at))
  return Object.fromEntries(
    [...asked, ...needed]
      .filter((fact) => given(fact) === undefined)
      .map((fact) => [fact, hopefulAnswer.to(s.world.policy, move, fact)]),
  )
}
