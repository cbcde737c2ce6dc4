import type { Id, Place, Policy } from '../policy.ts'
import type { StaticError } from '../static-errors.ts'
import { dutiesOf, namedBy, stageLate } from './of-policy.ts'

interface Edge {
  readonly to: Id
  readonly place: Place
}

/** Duties that wait for one another, by what they are `before` or by the events that start them. */
export function circles(policy: Policy): readonly StaticError[] {
  return [
    ...circlesIn(
      blocking(policy),
      (names) => `${names} each wait for the other to be done first: \`before\` goes in a circle.`,
    ),
    ...circlesIn(hearing(policy), (names) => `${names} each start from the other: their events go in a circle.`),
  ]
}

function blocking(policy: Policy): ReadonlyMap<Id, readonly Edge[]> {
  return new Map(
    dutiesOf(policy).map(({ duty }) => [
      duty.id,
      duty.before.flatMap((blocks) => (blocks.type === 'duty' ? [{ to: blocks.id, place: blocks.place }] : [])),
    ]),
  )
}

// A stage's limit takes part: it may count from a duty, and a duty from its deadline.
function hearing(policy: Policy): ReadonlyMap<Id, readonly Edge[]> {
  const edges = new Map<Id, readonly Edge[]>()
  const events = (all: readonly { readonly of?: Parameters<typeof namedBy>[0] }[]) =>
    all.flatMap(({ of }) => (of ? [of] : []))
  const edgesTo = (heard: readonly Parameters<typeof namedBy>[0][]) =>
    heard.flatMap((event) => {
      const to = namedBy(event)
      return to === undefined ? [] : [{ to, place: event.place }]
    })
  for (const { duty } of dutiesOf(policy)) edges.set(duty.id, edgesTo([...duty.when, ...events(duty.within)]))
  for (const stage of policy.stages) edges.set(stageLate(stage.id), edgesTo(events(stage.within)))
  return edges
}

function circlesIn(all: ReadonlyMap<Id, readonly Edge[]>, say: (names: string) => string): readonly StaticError[] {
  const edges = withoutLooseEnds(all)
  const told = new Set<Id>()
  const errors: StaticError[] = []
  for (const [id, out] of edges) {
    for (const edge of out) {
      const way = told.has(id) ? undefined : wayBack(edges, edge.to, id)
      if (!way) continue
      for (const one of way) told.add(one)
      const more = way.length > 5 ? [`${way.length - 4} more`] : []
      const shown = way.length > 5 ? way.slice(0, 4) : way
      const names = [...shown.map((one) => `\`${one}\``), ...more].join(' and ')
      const itself = `\`${id}\` waits for itself. Name another duty here, or leave this out.`
      errors.push({
        rule: 'circle',
        place: edge.place,
        message: way.length === 1 ? itself : `${say(names)} Leave one out.`,
      })
    }
  }
  return errors
}

/** Only what may lie on a circle: whatever leads nowhere is taken away until nothing does. */
function withoutLooseEnds(all: ReadonlyMap<Id, readonly Edge[]>): ReadonlyMap<Id, readonly Edge[]> {
  const left = new Map([...all].map(([id, out]) => [id, out.filter(({ to }) => all.has(to)).length]))
  const from = Map.groupBy(
    [...all].flatMap(([id, out]) => out.map(({ to }) => ({ id, to }))),
    ({ to }) => to,
  )
  const loose = [...left].filter(([, count]) => count === 0).map(([id]) => id)
  for (let id = loose.pop(); id !== undefined; id = loose.pop()) {
    left.delete(id)
    for (const { id: before } of from.get(id) ?? []) {
      const count = (left.get(before) ?? 0) - 1
      left.set(before, count)
      if (count === 0) loose.push(before)
    }
  }
  const kept = [...all].filter(([id]) => left.has(id))
  return new Map(kept.map(([id, out]) => [id, out.filter(({ to }) => left.has(to))]))
}

/** The nodes of a shortest way, both ends included. */
function wayBack(edges: ReadonlyMap<Id, readonly Edge[]>, from: Id, goal: Id): readonly Id[] | undefined {
  const cameFrom = new Map<Id, Id | undefined>([[from, undefined]])
  // A map visits what is added while it is walked, so it is its own queue.
  for (const [id] of cameFrom) {
    if (id === goal) {
      const way: Id[] = []
      for (let one: Id | undefined = id; one !== undefined; one = cameFrom.get(one)) way.push(one)
      return way.reverse()
    }
    for (const { to } of edges.get(id) ?? []) if (!cameFrom.has(to)) cameFrom.set(to, id)
  }
  return undefined
}
