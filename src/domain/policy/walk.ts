/**
 * The walk: every situation a case can get into under a policy, reached by driving the real `decide` and `evolve`, breadth first,
 * with one real history and its dates for each. Source: language.md section 5 "The walk".
 */
import type { BankHolidays } from '../calendar/calendar.ts'
import { londonInstant } from '../calendar/london.ts'
import type { Available } from '../case/available.ts'
import { type Case, currentVisit } from '../case/case.ts'
import { decide as realDecide } from '../case/decide.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import type { Entry } from '../case/entry.ts'
import { refuse } from '../case/refusal.ts'
import type { World } from '../case/world.ts'
import type { At } from '../people/directory.ts'
import type { Policy } from './policy.ts'
import { dutiesOf } from './static/of-policy.ts'
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
  /** What the walk may take altogether, in duties looked at; about a hundred a millisecond. */
  readonly mostWork?: number
}

export const mostStates = 5000
export const mostWork = 1_000_000

export function walk(policy: Policy, options: WalkOptions): Walk {
  const { decide, isSpent, spend } = counting(policy, options)
  const most = options.most ?? mostStates
  const cast = castOf(policy, options.holidays)
  const { world } = cast
  const steering = steeringOf(policy)
  const states: State[] = []
  const byKey = new Map<string, State>()
  const edges: Edge[] = []
  const ended = new Map<string, Set<string>>()

  for (const at of raisingTimes(steering))
    for (const beginning of beginnings(policy)) {
      const raised = raiseInvented(cast, at, beginning, decide)
      if (raised.ok) reach(raised.c, at, { kind: 'raise' }, raised.entries)
    }
  // What chance opens comes last, so that a history tells of danger only where nothing else leads there.
  let plain = 0
  let chance = 0
  while (chance < states.length && states.length <= most && !isSpent()) {
    const from = states[plain] ?? states[chance]
    if (!from) break
    const take = plain < states.length ? stepsFrom : chanceSteps
    if (plain < states.length) plain++
    else chance++
    const known = endings(from)
    const isKnown = (a: Available) => known.has(endingOf(a))
    for (const step of take({ world, decide, c: from.c, at: from.at, isKnown }, steering, from.duties)) {
      const to = reach(step.c, step.at, step.deed, step.entries, from)
      edges.push({ from, to, deed: step.deed, need: step.need })
      if (step.deed.kind === 'move') known.add(endingOf(step.deed.a))
      if (states.length > most) break
    }
  }
  return { policy, world, cast, steering, states, edges, cut: states.length > most || isSpent() }

  /** The moves of a track's stage that have ended a case, whatever else was so. */
  function endings({ c }: State): Set<string> {
    const { stage, tier } = currentVisit(c)
    const where = `${c.track} ${stage} ${tier > 0}`
    const known = ended.get(where) ?? new Set()
    ended.set(where, known)
    return known
  }

  function reach(c: Case, when: At, deed: Deed, entries: readonly Entry[], from?: State): State {
    spend(c)
    const all = () => dutiesAt({ world, c, at: when })
    const parts = keyParts(world, steering, c, when, all)
    const key = keyOf(parts)
    const known = byKey.get(key)
    if (known) return known
    const state: State = {
      n: states.length,
      parts,
      c,
      at: when,
      duties: all(),
      deed,
      entries,
      ...(from ? { from } : {}),
    }
    states.push(state)
    byKey.set(key, state)
    return state
  }
}

const endingOf = ({ move, lands }: Available): string => `${move.id} ${lands.to === 'end' ? lands.end : ''}`

/**
 * The engine with a count of what it was asked: each answer looks at every duty of every stay. When all is spent it answers nothing more.
 * Counted and not timed, so that the same policy always has the same answer.
 */
function counting(policy: Policy, options: WalkOptions): Counting {
  const real = options.decide ?? realDecide
  const size = policy.stages.length + dutiesOf(policy).length
  let left = options.mostWork ?? mostWork
  const decide: Decide = (world, c, command, actor) => {
    if (left <= 0) return refuse('missing', 'The walk ends here', 'There is more to walk than a walk may take.')
    spend(c)
    return real(world, c, command, actor)
  }
  const spend = (c: Case | undefined) => {
    left -= size * (c?.visits.length ?? 1)
  }
  return { decide, spend, isSpent: () => left <= 0 }
}

interface Counting {
  readonly decide: Decide
  readonly spend: (c: Case) => void
  readonly isSpent: () => boolean
}

/** When a case is raised. Where the order of deadlines matters also on days after which they fall otherwise: plain ones, and before and in a weekend. */
function raisingTimes(steering: Steering): readonly At[] {
  const others = [
    ['2027-01-11', '10:00'],
    ['2027-01-14', '16:00'],
    ['2027-01-15', '16:00'],
    ['2027-01-16', '12:00'],
  ] as const
  const days = [[walkDate, '10:00'] as const, ...(steering.triggers.size > 0 ? others : [])]
  return days.map(([date, time]) => londonInstant(date, time).epochMilliseconds)
}
