/** A named form is a list of questions: wherever one is asked, its questions are. Source: language.md section 2 "fact". */
import type { Id, Policy } from '../policy/policy.ts'

export function openedOut(policy: Policy, asks: readonly Id[]): readonly Id[] {
  return [
    ...new Set(
      asks.flatMap((id) => {
        const kind = policy.facts[id]?.kind
        return kind?.type === 'form' ? openedOut(policy, kind.asks) : [id]
      }),
    ),
  ]
}
