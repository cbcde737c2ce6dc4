/**
 * How the invented people of a walk or a rehearsal act: one duty done, one move made, always by asking the real `decide`.
 * Nothing here says what is allowed.
 */
import { agenciesFor, gateFacts, mayAnswer } from '../case/available.ts'
import type { Case } from '../case/case.ts'
import type { Command } from '../case/command.ts'
import { answersAt, factsIn } from '../case/condition.ts'
import { addressees } from '../case/decide/addressees.ts'
import type { decide as realDecide } from '../case/decide.ts'
import { type DutyInstance, isLive } from '../case/duty-instance.ts'
import type { Answers, Entry } from '../case/entry.ts'
import { evolve } from '../case/evolve.ts'
import { holdersInCase, owersIn } from '../case/holders-in-case.ts'
import { isAskedByMove } from '../case/moves.ts'
import { candidatesFor, seatsOf } from '../case/panel-rule.ts'
import { allInFavour } from '../case/panel-votes.ts'
import type { Lands } from '../case/targets.ts'
import type { World } from '../case/world.ts'
import type { At, PersonId } from '../people/directory.ts'
import type { Move, Who } from './policy.ts'
import { given, said, yesFor, yesTo } from './walk-answers.ts'

export type Decide = typeof realDecide

/** Somebody of each of these groups has to act; any one of a group will do. */
export type Need = readonly (readonly PersonId[])[]

export interface Acted {
  readonly c: Case
  readonly entries: readonly Entry[]
  readonly need: Need
}

/** A case being acted on: commands follow each other, and the first refusal ends it with nothing. */
export interface Scene {
  readonly world: World
  readonly decide: Decide
  readonly c: Case
  readonly at: At
}

/** Carries out commands in turn, each by the first of its group whom `decide` accepts. Nothing when one of them is refused by all. */
export function play(scene: Scene, turns: readonly Turn[]): Acted | undefined {
  let { c } = scene
  const entries: Entry[] = []
  const need: PersonId[][] = []
  for (const turn of turns) {
    const command = typeof turn.command === 'function' ? turn.command(c) : turn.command
    if (!command) return undefined
    const accepted = answerOf({ ...scene, c }, command, turn.by)
    if (!accepted) return undefined
    for (const entry of accepted.entries) {
      entries.push(entry)
      c = evolve(c, entry)
    }
    need.push(accepted.by)
  }
  return { c, entries, need }
}

export interface Turn {
  readonly command: Command | ((c: Case) => Command | undefined)
  readonly by: readonly PersonId[]
}

function answerOf(
  scene: Scene,
  command: Command,
  by: readonly PersonId[],
): { entries: readonly Entry[]; by: PersonId[] } | undefined {
  for (const [n, person] of by.entries()) {
    const answer = scene.decide(scene.world, scene.c, command, { person, at: scene.at })
    if (answer.ok) return { entries: answer.value, by: by.slice(n) }
  }
  return undefined
}

/** What doing a duty takes: an act, an answer, or words that both sides sign. Nothing for what is only kept. */
export function doing(scene: Scene, i: DutyInstance, all: readonly DutyInstance[]): readonly Turn[] {
  const { world, c, at } = scene
  const by = owersIn(world, c, i, at).map((holder) => holder.person)
  const { duty } = i
  if (i.gate)
    return [
      {
        command: { kind: 'answer', fact: i.gate.fact, answer: yesTo(world.policy.facts[i.gate.fact]), words: said },
        by,
      },
    ]
  if (!duty || duty.act.verb === 'keep') return []
  const facts = given(world, duty.asks)
  if (duty.act.verb === 'answer')
    return Object.entries(given(world, [duty.act.fact, ...duty.asks])).map(
      ([fact, answer]): Turn => ({ command: { kind: 'answer', fact, answer, words: said }, by }),
    )
  if (duty.act.verb === 'agree') return signing(scene, i, all, facts)
  const to =
    'to' in duty.act
      ? duty.act.to.flatMap((who) => addressees({ world, c, actor: { person: by[0] ?? '', at } }, who, i))
      : []
  const reached = to.length > 0 ? { to } : 'to' in duty.act ? { to, toWords: 'Somebody outside the case' } : {}
  return [{ command: { kind: 'act', verb: duty.act.verb, keys: [i.key], act: { words: said, facts, ...reached } }, by }]
}

/** The same words, signed by everyone who owes their signature. */
function signing(scene: Scene, i: DutyInstance, all: readonly DutyInstance[], facts: Answers): readonly Turn[] {
  const { world, at } = scene
  const owed = all.filter((other) => other.id === i.id && isLive(other) && other.visit === i.visit)
  const by = (one: DutyInstance) => owersIn(world, scene.c, one, at).map((holder) => holder.person)
  return [
    { command: { kind: 'propose', of: i.id, lines: [said], outstanding: [] }, by: by(i) },
    ...owed.map(
      (one): Turn => ({
        command: (c) => {
          const proposal = c.proposals.at(-1)
          return proposal ? { kind: 'confirm', proposal: proposal.seq, facts } : undefined
        },
        by: by(one),
      }),
    ),
  ]
}

/** What making a move takes: a panel first where one decides, every agency where each must say so. */
export function making(scene: Scene, move: Move, lands: Lands, answers: Answers = {}): readonly Turn[] {
  const { world, c, at } = scene
  const { by } = move
  if (!by) return []
  const facts = { ...given(world, move.asks), ...ownAnswers(scene, move), ...answers }
  const command = (now: Case): Command => ({
    kind: 'move',
    move: move.id,
    ...(lands.to === 'stage' ? { stage: lands.stage } : { end: lands.end }),
    words: said,
    facts,
    votes: allInFavour(now),
  })
  // An agency that stands on both sides says yes for each.
  const groups =
    by.side === 'each' ? agenciesFor(c, by).map((agency) => holdersOf(scene, by, agency)) : [holdersFor(scene, by)]
  const seats = lands.to === 'end' && lands.end === 'decided' ? seatsOf(world, c) : undefined
  if (!seats) return groups.map((people) => ({ command, by: people }))
  const members = candidatesFor(world, c, at)
    .filter((one) => one.may)
    .map(({ person, agency }) => ({ person, agency }))
  const composers = holdersInCase(world, c, seats.seats.composedBy ?? seats.composedBy, undefined, at).map(
    (holder) => holder.person,
  )
  const compose: Turn = { command: { kind: 'compose panel', members, leftOut: said }, by: composers }
  const decides: Turn = {
    command,
    by: by.role === 'decider' ? members.map((member) => member.person) : (groups[0] ?? []),
  }
  return c.panel ? [decides] : [compose, decides]
}

/** Everybody who is this `who` in the case now. */
export const holdersFor = (scene: Pick<Scene, 'world' | 'c' | 'at'>, who: Who): readonly PersonId[] => [
  ...new Set(agenciesFor(scene.c, who).flatMap((agency) => holdersOf(scene, who, agency))),
]

const holdersOf = (
  { world, c, at }: Pick<Scene, 'world' | 'c' | 'at'>,
  who: Who,
  agency: string | undefined,
): readonly PersonId[] => holdersInCase(world, c, who.role, agency, at).map((holder) => holder.person)

/** Answers that a move's `if` needs and that whoever makes it may give on its own form. */
function ownAnswers(scene: Scene, move: Move): Answers {
  const { world, c, at } = scene
  const answer = answersAt(c, at)
  const mover = move.by ? holdersFor(scene, move.by)[0] : undefined
  const own = gateFacts(world.policy, move.if).filter(
    (fact) => answer(fact) === undefined && mover !== undefined && mayAnswer(world, c, fact, mover, at),
  )
  const free = factsIn(move.if).filter((fact) => answer(fact) === undefined && isAskedByMove(world, fact))
  return Object.fromEntries([...own, ...free].map((fact) => [fact, yesFor(move, world.policy.facts[fact])]))
}
