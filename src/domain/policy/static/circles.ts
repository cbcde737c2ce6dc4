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

function circlesIn(edges: ReadonlyMap<Id, readonly Edge[]>, say: (names: string) => string): readonly StaticError[] {
  const told = new Set<Id>()
  const errors: StaticError[] = []
  for (const [id, out] of edges) {
    for (const edge of out) {
      const way = wayBack(edges, edge.to, id)
      if (!way || told.has(id)) continue
      for (const one of way) told.add(one)
      const names = way.length === 1 ? `\`${id}\`` : way.map((one) => `\`${one}\``).join(' and ')
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

/** The nodes of a shortest way, both ends included. */
function wayBack(edges: ReadonlyMap<Id, readonly Edge[]>, from: Id, goal: Id): readonly Id[] | undefined {
  const queue: (readonly Id[])[] = [[from]]
  const seen = new Set([from])
  for (let way = queue.shift(); way; way = queue.shift()) {
    const last = way.at(-1) ?? from
    if (last === goal) return way
    for (const { to } of edges.get(last) ?? []) {
      if (seen.has(to)) continue
      seen.add(to)
      queue.push([...way, to])
    }
  }
  return undefined
}
