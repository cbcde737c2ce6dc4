/**
 * `moves`: what this person may do now. It rehearses `decide` for each, so that a button can never disagree with the answer.
 * Source: domain.md section 3; mockups README "moves".
 */
import type { At, PersonId } from '../people/directory.ts'
import type { Fact, Id, Move } from '../policy/policy.ts'
import { type Available, availableMoves, gateFacts, gateState, isWho, mayAnswer } from './available.ts'
import type { Case } from './case.ts'
import { answersAt, factsIn } from './condition.ts'
import { decide } from './decide.ts'
import { due } from './due.ts'
import type { DutyInstance } from './duty-instance.ts'
import type { Answer, Answers } from './entry.ts'
import { openedOut } from './forms.ts'
import { allInFavour } from './panel-votes.ts'
import type { Refusal } from './refusal.ts'
import type { Lands } from './targets.ts'
import type { World } from './world.ts'

export interface Offer {
  readonly move: Move
  readonly lands: Lands
  /** may: now · ask: somebody else is asked first, and this person may ask · not yet: refused for now, with its reason. */
  readonly state: 'may' | 'ask' | 'not yet'
  /** Facts that this person answers on the move's own form: what it asks, and gates that are theirs to answer. */
  readonly asks: readonly Fact[]
  readonly refusal?: Refusal
}

/** Moves of this person, possible ones first as the policy writes them; nearly possible ones with the refusal they would meet. */
export function moves(world: World, c: Case, person: PersonId, at: At): readonly Offer[] {
  const all = due(world, c, at)
  return availableMoves(world, c, at, all)
    .flatMap((a) => offer(world, c, a, person, at, all))
    .sort((x, y) => order(x) - order(y))
}

function offer(
  world: World,
  c: Case,
  a: Available,
  person: PersonId,
  at: At,
  all: readonly DutyInstance[],
): readonly Offer[] {
  if (!a.move.by) return []
  const side = isWho(world, c, a.move.by, person, at)
  const asks = formFacts(world, c, a.move, person, at)
  const answered = decide(
    world,
    c,
    {
      kind: 'move',
      move: a.move.id,
      ...targetOf(a.lands),
      words: rehearsed,
      facts: hopefulAnswers(c, a.move, asks, at),
      votes: allInFavour(c),
    },
    { person, at },
  )
  if (answered.ok) return [{ move: a.move, lands: a.lands, state: 'may', asks }]
  const { refusal } = answered
  const state = gateState(world, c, a, person, at, all)
  const mayAsk =
    state === 'ask' &&
    gateFacts(world.policy, a.move.if).some((f) => !mayAnswer(world, c, f, person, at)) &&
    decide(world, c, { kind: 'ask gate', move: a.move.id, words: '' }, { person, at }).ok
  if (mayAsk) return [{ move: a.move, lands: a.lands, state: 'ask', asks: [], refusal }]
  return side && shows(refusal) ? [{ move: a.move, lands: a.lands, state: 'not yet', asks, refusal }] : []
}

export const targetOf = (lands: Lands) => (lands.to === 'stage' ? { stage: lands.stage } : { end: lands.end })

/** A question that nobody in particular answers and that raising does not ask: whoever makes the move that needs it answers it there. */
export function isAskedByMove({ policy }: Pick<World, 'policy'>, id: Id): boolean {
  const fact = policy.facts[id]
  return (
    fact !== undefined &&
    fact.by === undefined &&
    !fact.derived &&
    id !== 'immediate-harm' &&
    !policy.raise.asks.includes(id)
  )
}

/** The facts of a move's form: what it asks, and unanswered questions of its `if` that are this person's to answer. */
function formFacts(world: World, c: Case, move: Move, person: PersonId, at: At): readonly Fact[] {
  const given = answersAt(c, at)
  const gates = factsIn(move.if).filter(
    (f) => (isAskedByMove(world, f) || mayAnswer(world, c, f, person, at)) && given(f) === undefined,
  )
  return [...new Set([...gates, ...openedOut(world.policy, move.asks)])].flatMap((id) => {
    const fact = world.policy.facts[id]
    return fact ? [fact] : []
  })
}

const rehearsed = 'rehearsed'

/** Answers that would let the move happen, for the rehearsal only. */
function hopefulAnswers(c: Case, move: Move, asks: readonly Fact[], at: At): Answers {
  const answers: Record<Id, Answer> = {}
  const given = answersAt(c, at)
  for (const fact of asks) if (given(fact.id) === undefined) answers[fact.id] = hopeful(fact, move)
  return answers
}

function hopeful(fact: Fact, move: Move): Answer {
  switch (fact.kind.type) {
    case 'yes-no':
      return true
    case 'one-of':
      return optionFor(move, fact.id) ?? Object.keys(fact.kind.options)[0] ?? ''
    case 'any-of':
      return Object.keys(fact.kind.options)
    case 'words':
    case 'form':
      return rehearsed
    case 'date':
      return '2100-01-01'
    case 'actions':
      return []
  }
}

function optionFor(move: Move, fact: Id): string | undefined {
  const look = (condition: Move['if']): string | undefined => {
    if (!condition) return undefined
    if (condition.op === 'is') return condition.fact === fact ? condition.answer : undefined
    if (condition.op === 'and' || condition.op === 'or') return condition.of.map(look).find((x) => x !== undefined)
    return undefined
  }
  return look(move.if)
}

const shows = (refusal: Refusal) =>
  refusal.code === 'blocked' || refusal.code === 'gate' || refusal.code === 'panel' || refusal.code === 'already done'
const order = (o: Offer) => (o.state === 'may' ? 0 : o.state === 'ask' ? 1 : 2)
