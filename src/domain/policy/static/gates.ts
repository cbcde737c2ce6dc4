import type { Condition, Id, Policy, Who } from '../policy.ts'
import type { StaticError } from '../static-errors.ts'
import { atomsOf, movesOf } from './of-policy.ts'

/** Moves that need a yes from the other side: whose silence would hold the mover up. */
export function gates(policy: Policy): readonly StaticError[] {
  return movesOf(policy).flatMap(({ move }) => {
    const mover = move.by && sideOf(move.by)
    if (!mover) return []
    return [...needed(move.if)].flatMap((fact): readonly StaticError[] => {
      const by = policy.facts[fact]?.by
      const side = by && sideOf(by)
      if (!side || side === mover) return []
      const place = atomsOf(move.if).find((atom) => atom.fact === fact)?.place ?? move.place
      const message = `\`${fact}\` is answered by the ${side} side, which could hold \`${move.id}\` up by not answering.`
      return [
        {
          rule: 'gate-of-other-side',
          place,
          message: `${message} Have it answered on the ${mover} side, or leave it out.`,
        },
      ]
    })
  })
}

function sideOf(who: Who): 'raising' | 'responding' | undefined {
  if (who.role === 'raiser') return 'raising'
  return who.side === 'raising' || who.side === 'responding' ? who.side : undefined
}

/** The facts without whose answer the condition cannot hold. */
function needed(condition: Condition | undefined): ReadonlySet<Id> {
  if (!condition) return new Set()
  switch (condition.op) {
    case 'yes':
    case 'is':
      return new Set([condition.fact])
    case 'not':
      return condition.of.op === 'not' ? needed(condition.of.of) : new Set()
    case 'and':
      return new Set(condition.of.flatMap((part) => [...needed(part)]))
    case 'or': {
      const [first, ...others] = condition.of.map(needed)
      return new Set([...(first ?? [])].filter((fact) => others.every((other) => other.has(fact))))
    }
  }
}
