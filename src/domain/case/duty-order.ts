/** The order in which duties and stage limits are worked out: what an event names comes before what it starts. Circles are refused by the parser. */
import type { Event, Id, Policy } from '../policy/policy.ts'

/** Ids of duties and stages; each after every duty or stage whose doing, lateness or deadline starts it. */
export function workOrder(policy: Policy): readonly Id[] {
  const known = orders.get(policy)
  if (known) return known
  const needs = new Map<Id, readonly Id[]>()
  for (const stage of policy.stages) {
    needs.set(
      stage.id,
      stage.within.flatMap((l) => (l.of ? names(l.of) : [])),
    )
    for (const duty of stage.duties)
      needs.set(duty.id, [...duty.when.flatMap(names), ...duty.within.flatMap((l) => (l.of ? names(l.of) : []))])
  }
  for (const duty of policy.duties)
    needs.set(duty.id, [...duty.when.flatMap(names), ...duty.within.flatMap((l) => (l.of ? names(l.of) : []))])
  const order: Id[] = []
  const seen = new Set<Id>()
  const visit = (id: Id) => {
    if (seen.has(id)) return
    seen.add(id)
    for (const before of needs.get(id) ?? []) visit(before)
    order.push(id)
  }
  for (const id of needs.keys()) visit(id)
  orders.set(policy, order)
  return order
}

const orders = new WeakMap<Policy, readonly Id[]>()

/** Duties and stages whose own working an event needs. */
function names(event: Event): readonly Id[] {
  switch (event.on) {
    case 'done':
    case 'late':
    case 'after':
      return [event.duty]
    case 'stage late':
      return [event.stage]
    case 'due':
      return [event.of]
    case 'raised':
    case 'joined':
    case 'entered':
    case 'left':
    case 'any entered':
    case 'any left':
    case 'end':
    case 'ended':
    case 'decision changed':
    case 'action late':
    case 'every':
    case 'date':
      return []
  }
}
