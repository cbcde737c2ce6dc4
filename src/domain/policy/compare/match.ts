import { homeStage } from '../explain-stage.ts'
import type { Fact, Id, Move, Policy, Role, Stage } from '../policy.ts'
import { dutiesAlike, factsAlike, movesAlike, type Placed, rolesAlike, stagesAlike } from './alike.ts'
import { alignInOrder, type Pair, pairUp } from './pair-up.ts'
import { nothingRenamed, type Renaming, renamed } from './rename.ts'

/** What of two policies stands for the same thing. */
export interface Matched {
  /** The second policy in the names of the first; what only it has keeps its id, or has a new one where that is taken. */
  readonly b: Policy
  /** How its names were changed. */
  readonly to: Renaming
  readonly roles: readonly Pair<Role>[]
  readonly facts: readonly Pair<Fact>[]
  /** In the order of both ladders; then the stages aside. */
  readonly stages: readonly Pair<Stage>[]
  readonly duties: readonly Pair<Placed>[]
  /** Of the whole policy; those of paired stages are paired by whoever looks at the stages. */
  readonly moves: readonly Pair<Move>[]
}

/**
 * Two versions of one policy are paired by their ids, two policies by what their parts are. The second is given in the names
 * of the first; moves keep their ids, but for those of the whole policy that stand for one another. `only`: which duties may
 * be paired at all.
 */
export function match(a: Policy, b: Policy, only: (left: Placed, right: Placed) => boolean = () => true): Matched {
  const versions = a.id === b.id
  const byId =
    <T extends { readonly id: Id }>(alike: (left: T, right: T) => number) =>
    (left: T, right: T): number =>
      versions ? (left.id === right.id ? 100 : 0) : alike(left, right)
  const taken = new Set([...namesOf(a), ...namesOf(b)])

  const roles = pairUp(Object.values(a.roles), Object.values(b.roles), byId(rolesAlike(a, b)), 3)
  const facts = pairUp(Object.values(a.facts), Object.values(b.facts), byId(factsAlike), 3)
  const role = namer(roles, a, taken, b.id)
  const fact = namer(facts, a, taken, b.id)
  const named = renamed(b, { ...nothingRenamed, role, fact })

  const fit = byId(stagesAlike(a, named))
  const ladders = [onLadder(a), onLadder(named)] as const
  const standing = versions ? placed(pairUp(...ladders, fit, 1), ladders[1]) : alignInOrder(...ladders, fit)
  const stages = [...standing, ...pairUp(aside(a), aside(named), fit, 1)]
  const stage = namer(stages, a, taken, b.id)
  const staged = renamed(named, { ...nothingRenamed, stage })

  const alike = byId(dutiesAlike)
  const together = (left: Placed, right: Placed) => (only(left, right) ? alike(left, right) : 0)
  const duties = pairUp(placedDuties(a), placedDuties(staged), together, 6)
  const duty = namer(duties, a, taken, b.id)
  const moves = pairUp(a.moves, staged.moves, byId(movesAlike), 4)
  const move = namer(moves, a, taken, b.id)
  const to: Renaming = { ...nothingRenamed, role, fact, stage, duty, move }
  const all = renamed(b, to)
  const parts = {
    stages: new Map(all.stages.map((one) => [one.id, one])),
    duties: new Map(placedDuties(all).map((one) => [one.id, one])),
  }
  return {
    b: all,
    to,
    roles: roles.map((pair) => withB(pair, (one) => all.roles[role(one.id)])),
    facts: facts.map((pair) => withB(pair, (one) => all.facts[fact(one.id)])),
    stages: stages.map((pair) => withB(pair, (one) => parts.stages.get(stage(one.id)))),
    duties: duties.map((pair) => withB(pair, (one) => parts.duties.get(duty(one.id)))),
    moves: moves.map((pair) => withB(pair, (one) => all.moves.find(({ id }) => id === move(one.id)))),
  }
}

/** The rungs, in the order climbed. */
const onLadder = (policy: Policy): readonly Stage[] => policy.stages.filter((stage) => !stage.aside)
const aside = (policy: Policy): readonly Stage[] => policy.stages.filter((stage) => stage.aside)

/** Every duty where it is looked for: in its stage, in the one its clock begins with, or in the whole policy. */
function placedDuties(policy: Policy): readonly Placed[] {
  return [
    ...policy.stages.flatMap((stage) => stage.duties.map((duty): Placed => ({ id: duty.id, duty, home: stage.id }))),
    ...policy.duties.map((duty): Placed => {
      const home = homeStage(duty)
      return { id: duty.id, duty, ...(home === undefined ? {} : { home }) }
    }),
  ]
}

function namesOf(policy: Policy): readonly Id[] {
  return [
    ...Object.keys(policy.roles),
    ...Object.keys(policy.facts),
    ...policy.stages.map((stage) => stage.id),
    ...[policy, ...policy.stages].flatMap(({ duties, moves }) => [...duties, ...moves].map((one) => one.id)),
  ]
}

/** A pair has the name of the first; what only the second has keeps its own, unless something else of the first has it. */
function namer<T extends { readonly id: Id }>(
  pairs: readonly Pair<T>[],
  a: Policy,
  taken: Set<Id>,
  suffix: Id,
): (id: Id) => Id {
  const names = new Map<Id, Id>()
  const first = new Set(namesOf(a))
  for (const { a: one, b: other } of pairs) {
    if (!other) continue
    const name = one ? one.id : first.has(other.id) ? free(`${other.id}-${suffix}`, taken) : other.id
    names.set(other.id, name)
    taken.add(name)
  }
  return (id) => names.get(id) ?? id
}

function free(id: Id, taken: ReadonlySet<Id>): Id {
  if (!taken.has(id)) return id
  for (let n = 2; ; n++) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`
}

function withB<T>(pair: Pair<T>, find: (b: T) => T | undefined): Pair<T> {
  if (pair.b === undefined) return pair
  const b = find(pair.b) ?? pair.b
  return pair.a === undefined ? { b } : { a: pair.a, b }
}

// What only the second version has goes behind what it follows there.
function placed(pairs: readonly Pair<Stage>[], bs: readonly Stage[]): readonly Pair<Stage>[] {
  const order = pairs.filter(({ a }) => a !== undefined)
  for (const [i, b] of bs.entries()) {
    if (order.some((pair) => pair.b === b)) continue
    const before = order.findIndex((pair) => pair.b !== undefined && pair.b === bs[i - 1])
    order.splice(before + 1, 0, { b })
  }
  return order
}
