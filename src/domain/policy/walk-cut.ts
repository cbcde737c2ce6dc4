/** A policy that is more than the walk goes through: what multiplies its situations most. */
import type { Finding } from './finding.ts'
import { found } from './findings/found.ts'
import type { Place, Policy } from './policy.ts'
import { dutiesOf, movesOf } from './static/of-policy.ts'
import type { State, Walk } from './walk.ts'

/** Nothing else is told of such a policy: what was not walked is not known. */
export function tooManyStates(walk: Walk): readonly Finding[] {
  const { states, policy } = walk
  const [worst] = [...partsWithout(states)].toSorted((a, b) => a[1] - b[1])
  const id = worst?.[0].replace(/^(gate|move|stage|order|stage stage) /, '') ?? ''
  const factor = worst ? Math.round((states.length / worst[1]) * 10) / 10 : 1
  const place = placeOf(policy, id)
  const size = `${policy.stages.length} stages and ${dutiesOf(policy).length} duties`
  const message =
    place && factor > 1
      ? `A case can be in more than ${states.length - 1} situations, too many to walk, so nothing is known of whether it can get stuck. \`${id}\` multiplies them most, by ${factor}: take its \`before\` or \`if\` away, or split the policy.`
      : `With ${size} this is too large to walk, so nothing is known of whether a case can get stuck: ${states.length} situations were looked at. Split the policy.`
  return [found('warning', 'too-many-states', place ?? policy.stages[0]?.place, message)]
}

function placeOf(policy: Policy, id: string): Place | undefined {
  return (
    dutiesOf(policy).find(({ duty }) => duty.id === id)?.duty.place ??
    policy.facts[id]?.place ??
    movesOf(policy).find(({ move }) => move.id === id)?.move.place ??
    policy.stages.find((stage) => stage.id === id)?.place
  )
}

/**
 * For each part of the states' names, how many states there would be without it. A state is known by the sum of its parts' numbers,
 * so that taking one away is a subtraction: five thousand states with hundreds of parts each are counted at once.
 */
function partsWithout(states: readonly State[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  const numberOf = (part: string, value: string): number => {
    const key = `${part}=${value}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    const made = scrambled(numbers.size + 1)
    numbers.set(key, made)
    return made
  }
  const coded = states.map((state) => [...state.parts].map(([part, value]) => [part, numberOf(part, value)] as const))
  const sums = coded.map((parts) => parts.reduce((sum, [, number]) => sum + number, 0))
  const names = new Set(coded.flatMap((parts) => parts.map(([part]) => part)).filter((part) => part !== ''))
  const left = new Map<string, number>()
  for (const name of names) {
    const without = coded.map((parts, n) => (sums[n] ?? 0) - (parts.find(([part]) => part === name)?.[1] ?? 0))
    left.set(name, new Set(without).size)
  }
  return left
}

/** A number so spread out that sums of different sets differ: forty bits of a multiplicative hash, always the same for the same n. */
function scrambled(n: number): number {
  const high = Math.imul(n, 0x9e3779b1) >>> 0
  const low = Math.imul(n ^ (n >>> 7), 0x85ebca6b) >>> 24
  return high * 256 + low
}
