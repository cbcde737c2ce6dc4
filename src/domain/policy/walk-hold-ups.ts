/**
 * Where a case can be held up: nowhere to go but giving up, the other side's silence, an answer that never changes, one person who never acts.
 * Source: language.md section 5, "Questions asked of the graph".
 */
import type { PersonId } from '../people/directory.ts'
import { whoPhrase } from '../words/phrase-who.ts'
import type { Finding } from './finding.ts'
import { code, found } from './findings/found.ts'
import type { Id } from './policy.ts'
import type { Edge, State, Walk } from './walk.ts'
import { blockersOf, whyHere } from './walk-blockers.ts'
import { canReach, doableBy, hasArrived, isHope, isLive, isPlain, stageIdOf, stageOfState } from './walk-graph.ts'
import { storyOf } from './walk-story.ts'

export function holdUpFindings(walk: Walk): readonly Finding[] {
  const stuck = stuckStates(walk)
  const silent = silentStates(walk, stuck.all)
  return [...stuck.findings, ...silent.findings, ...noFurther(walk, silent.waits), ...oneRole(walk)]
}

const settles = (state: State): boolean =>
  state.c.end !== undefined && ['agreed', 'decided', 'handed over'].includes(state.c.end.end)

/** Live states from which only giving up leads on. */
function stuckStates(walk: Walk): { readonly findings: readonly Finding[]; readonly all: ReadonlySet<State> } {
  const fine = canReach(walk, settles, (edge) => isHope(edge))
  const stuck = walk.states.filter((state) => isLive(state) && !fine.has(state))
  const findings = firstOfEachStage(stuck).map((state) => {
    const id = stageIdOf(state)
    const message = `A case can get stuck in \`${id}\`: it can be given up, and nothing else. ${whyHere(walk, state)}Give somebody a move from here to another stage, to \`agreed\` or to \`decided\`.`
    const story = [...storyOf(walk, state), nothingLeft(state)]
    return { ...found('error', 'stuck', stageOfState(walk, state)?.place, message), story }
  })
  return { findings, all: new Set(stuck) }
}

const nothingLeft = (state: State): string =>
  state.duties.some((i) => i.due && (i.status === 'open' || i.status === 'waiting'))
    ? 'Whatever is done now, it can only be given up.'
    : 'Nothing is due and nobody may act, but for giving up.'

/** Live states that the raising side, the Board and time cannot bring to the last rung, before somebody who decides, or to a decision. */
function silentStates(
  walk: Walk,
  stuck: ReadonlySet<State>,
): { readonly findings: readonly Finding[]; readonly waits: readonly State[] } {
  const acts = withoutTheOtherSide(walk)
  const alone = canReach(
    walk,
    (state) => hasArrived(walk, state),
    (edge) => isPlain(edge) && doableBy(edge, acts),
  )
  const hoping = canReach(
    walk,
    (state) => hasArrived(walk, state),
    (edge) => isHope(edge) && doableBy(edge, acts),
  )
  const held = walk.states.filter((state) => isLive(state) && !alone.has(state) && !stuck.has(state))
  const silenced = rootsOf(
    walk,
    walk.states.filter((state) => isLive(state) && !hoping.has(state)),
    acts,
  ).filter((state) => !stuck.has(state))
  const findings = firstOfEach(silenced, (state) => blockersOf(walk, state)[0]?.id ?? stageIdOf(state)).map((state) => {
    const [blocker] = blockersOf(walk, state)
    const id = stageIdOf(state)
    const who = blocker ? whoPhrase(blocker.who, walk.policy) : 'the side that was asked'
    const what = blocker ? `\`${blocker.id}\` stands before the way on and` : 'Nobody else can take it on, so it'
    const message = `The other side's silence holds a case up in \`${id}\`. ${what} waits for ${who}. Give it a \`within\`, or let the raising side go on without it.`
    const story = [
      ...storyOf(walk, state),
      `From now on ${who} does nothing.`,
      'However much time passes, the side that raised it cannot go on.',
    ]
    return { ...found('error', 'silence-holds-up', blocker?.place ?? stageOfState(walk, state)?.place, message), story }
  })
  return { findings, waits: held.filter((state) => hoping.has(state)) }
}

/** Of states that are held up, those that do not lead on to another stage where they are: what is wrong is wrong there. */
function rootsOf(walk: Walk, held: readonly State[], acts: (person: PersonId) => boolean): readonly State[] {
  const all = new Set(held)
  const leadOn = new Set(
    walk.edges
      .filter(
        (edge) =>
          all.has(edge.from) &&
          all.has(edge.to) &&
          isPlain(edge) &&
          doableBy(edge, acts) &&
          stageIdOf(edge.from) !== stageIdOf(edge.to),
      )
      .map((edge) => stageIdOf(edge.from)),
  )
  const roots = held.filter((state) => !leadOn.has(stageIdOf(state)))
  return roots.length > 0 ? roots : held
}

/** Where a case stays unless an answer changes. */
function noFurther(walk: Walk, waits: readonly State[]): readonly Finding[] {
  return firstOfEachStage(waits).map((state) => {
    const message = `In \`${stageIdOf(state)}\` a case may go no further unless an answer changes.`
    const story = [...storyOf(walk, state), 'As long as that answer stands, the case goes no further.']
    return { ...found('note', 'goes-no-further', stageOfState(walk, state)?.place, message), story }
  })
}

/** Who alone can hold it up by never acting. */
function oneRole(walk: Walk): readonly Finding[] {
  const acts = withoutTheOtherSide(walk)
  const goal = (state: State) => hasArrived(walk, state)
  const allowed = (edge: Edge) => isPlain(edge) && doableBy(edge, acts)
  const all = canReach(walk, goal, allowed)
  const needed = new Set(walk.edges.flatMap((edge) => edge.need.flatMap((group) => (group.length === 1 ? group : []))))
  const roles = walk.cast.people.filter(
    ({ person, role, side }) =>
      (side === 'raising' || side === 'board') && needed.has(person) && walk.policy.roles[role],
  )
  return roles.flatMap(({ person, role, side }) => {
    const without = canReach(
      walk,
      goal,
      (edge) => allowed(edge) && doableBy(edge, (one) => acts(one) && one !== person),
    )
    const waits = firstOfEachStage(
      walk.states.filter((state) => isLive(state) && all.has(state) && !without.has(state)),
    )
    const [first] = waits
    if (!first) return []
    const who = whoPhrase(
      { side: side === 'raising' ? 'raising' : 'none', role, place: { line: 0, column: 0 } },
      walk.policy,
    )
    const message = `If ${who} never acts, the case waits in ${code(waits.map(stageIdOf))}.`
    return [
      {
        ...found('note', 'waits-for-one', walk.policy.roles[role]?.place, message),
        story: [...storyOf(walk, first), `From now on ${who} does nothing, and the case waits.`],
      },
    ]
  })
}

function withoutTheOtherSide(walk: Walk): (person: PersonId) => boolean {
  return (person) =>
    person === 'concordat' || walk.cast.sideOf(person) === 'raising' || walk.cast.sideOf(person) === 'board'
}

const firstOfEachStage = (states: readonly State[]): readonly State[] => firstOfEach(states, stageIdOf)

function firstOfEach(states: readonly State[], by: (state: State) => Id): readonly State[] {
  const first = new Map<Id, State>()
  for (const state of states) if (!first.has(by(state))) first.set(by(state), state)
  return [...first.values()]
}
