/** What every property of domain.md section 5 is asked of: each state of each policy, with its whole record, and an engine that a test may spoil. */
import { shippedBankHolidays } from '../calendars/shipped.ts'
import type { Case } from '../src/domain/case/case.ts'
import { decide } from '../src/domain/case/decide.ts'
import { due } from '../src/domain/case/due.ts'
import type { Entry } from '../src/domain/case/entry.ts'
import { evolve } from '../src/domain/case/evolve.ts'
import { moves } from '../src/domain/case/moves.ts'
import { partOf } from '../src/domain/case/parts.ts'
import { sees } from '../src/domain/case/sees.ts'
import type { World } from '../src/domain/case/world.ts'
import type { At, PersonId } from '../src/domain/people/directory.ts'
import type { Policy } from '../src/domain/policy/policy.ts'
import { type State, type Walk, walk } from '../src/domain/policy/walk.ts'
import type { Cast } from '../src/domain/policy/walk-cast.ts'

/** The functions whose agreement is checked. A planted defect replaces one of them. */
export interface Engine {
  readonly decide: typeof decide
  readonly evolve: typeof evolve
  readonly due: typeof due
  readonly moves: typeof moves
  readonly sees: typeof sees
}

export const engine: Engine = { decide, evolve, due, moves, sees }

/** A case somewhere on its way, with everything that happened. */
export interface Situation {
  readonly name: string
  readonly world: World
  readonly cast: Cast
  readonly c: Case
  readonly at: At
  readonly entries: readonly Entry[]
}

/** A question to one situation. The answer is what breaks it, a sentence each. */
export type Property = (engine: Engine, s: Situation) => readonly string[]

export const minute = 60_000

export const everybody = (s: Situation): readonly PersonId[] => [...new Set(s.cast.people.map(({ person }) => person))]

/** Those who have a part in the case. */
export const present = (s: Situation): readonly PersonId[] =>
  everybody(s).filter((person) => partOf(s.world, s.c, person, s.at + minute) !== undefined)

export const holidays = shippedBankHolidays('england-and-wales')

export function situationsOf(policy: Policy, most = Number.POSITIVE_INFINITY): readonly Situation[] {
  const walked = walk(policy, { holidays })
  return walked.states.slice(0, most).map((state) => situationOf(walked, state))
}

export function entriesOf(state: State): readonly Entry[] {
  const chain: State[] = []
  for (let one: State | undefined = state; one; one = one.from) chain.unshift(one)
  return chain.flatMap((one) => one.entries)
}

function situationOf(walked: Walk, state: State): Situation {
  const { world, cast, policy } = walked
  return {
    name: `${policy.id} ${[...state.parts.values()].join(' ')}`,
    world,
    cast,
    c: state.c,
    at: state.at,
    entries: entriesOf(state),
  }
}
