/**
 * The walk: every situation a case can get into under a policy, reached by driving the real `decide` and `evolve`, breadth first,
 * with one real history and its dates for each. Source: language.md section 5 "The walk".
 */
import type { BankHolidays } from '../calendar/calendar.ts'
import { londonInstant } from '../calendar/london.ts'
import type { Case } from '../case/case.ts'
import { decide as realDecide } from '../case/decide.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import type { Entry } from '../case/entry.ts'
import type { World } from '../case/world.ts'
import type { At } from '../people/directory.ts'
import type { Policy } from './policy.ts'
import type { Decide, Need } from './walk-act.ts'
import { type Cast, castOf } from './walk-cast.ts'
import { beginnings, walkDate } from './walk-facts.ts'
import { type KeyParts, keyOf, keyParts } from './walk-key.ts'
import { raiseInvented } from './walk-raise.ts'
import { type Steering, steeringOf } from './walk-steering.ts'
import { chanceSteps, type Deed, dutiesAt, stepsFrom } from './walk-steps.ts'

export interface State {
  readonly n: number
  readonly parts: KeyParts
  readonly c: Case
  /** The moment of the newest entry of its history. */
  readonly at: At
  readonly duties: readonly DutyInstance[]
  /** How it was first reached: the state before, what was done, and the entries that made. */
  readonly from?: State
  readonly deed: Deed
  readonly entries: readonly Entry[]
}

export interface Edge {
  readonly from: State
  readonly to: State
  readonly deed: Deed
  /** Who has to act for it; nobody for time. */
  readonly need: Need
}

export interface Walk {
  readonly policy: Policy
  readonly world: World
  readonly cast: Cast
  readonly steering: Steering
  readonly states: readonly State[]
  readonly edges: readonly Edge[]
  /** There were more states than the walk goes through. */
  readonly cut: boolean
}

export interface WalkOptions {
  readonly holidays: BankHolidays
  /** Only tests give another. */
  readonly decide?: Decide
  /** States after which the walk gives up. */
  readonly most?: number
}

export const mostStates = 5000

export function walk(policy: Policy, options: WalkOptions): Walk {
  const decide = options.decide ?? realDecide
  const most = options.most ?? mostStates
  const cast = castOf(policy, options.holidays)
  const { world } = cast
  const steering = steeringOf(policy)
  const states: State[] = []
  const byKey = new Map<string, State>()
  const edges: Edge[] = []
  const at = londonInstant(walkDate, '10:00').epochMilliseconds

  for (const beginning of beginnings(policy)) {
    const raised = raiseInvented(cast, at, beginning, decide)
    if (raised.ok) reach(raised.c, at, { kind: 'raise' }, raised.entries)
  }
  // What chance opens comes last, so that a history tells of danger only where nothing else leads there.
  let plain = 0
  let chance = 0
  while (chance < states.length && states.length <= most) {
    const from = states[plain] ?? states[chance]
    if (!from) break
    const take = plain < states.length ? stepsFrom : chanceSteps
    if (plain < states.length) plain++
    else chance++
    for (const step of take({ world, decide, c: from.c, at: from.at }, steering, from.duties)) {
      const to = reach(step.c, step.at, step.deed, step.entries, from)
      edges.push({ from, to, deed: step.deed, need: step.need })
    }
  }
  return { policy, world, cast, steering, states, edges, cut: states.length > most }

  function reach(c: Case, when: At, deed: Deed, entries: readonly Entry[], from?: State): State {
    const duties = dutiesAt({ world, c, at: when })
    const parts = keyParts(world, steering, c, when, duties)
    const key = keyOf(parts)
    const known = byKey.get(key)
    if (known) return known
    const state: State = { n: states.length, parts, c, at: when, duties, deed, entries, ...(from ? { from } : {}) }
    states.push(state)
    byKey.set(key, state)
    return state
  }
}
