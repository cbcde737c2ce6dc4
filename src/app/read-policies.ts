/** The policies a partnership has adopted, as they read. Public inside the partnership: no case content. */

import { inForce, type KeptPolicy } from '../store/policies.ts'
import type { PolicyReview } from '../store/policy-reviews.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/tx.ts'
import type { AdoptedPolicy, Policies } from './app.ts'
import type { Clock } from './clock.ts'
import { parseKept, policyOf, worldOf } from './library.ts'
import { reviewOf } from './review-of.ts'

export function makePolicies(store: Store, clock: Clock): Policies {
  const asked = <T>(partnership: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    store.transaction({ nobody: true, partnership }, work, { at: clock.now() })
  return {
    list: (partnership, agency) =>
      asked(partnership, async (tx) => {
        const found: AdoptedPolicy[] = []
        const kept = await tx.policies.list()
        const reviews = await tx.policyReviews.list()
        for (const id of new Set(kept.map((one) => one.id))) {
          const now = inForce(
            kept.filter((one) => one.id === id),
            tx.at,
          )
          if (now && (agency === undefined || (now.adoption?.agency ?? agency) === agency))
            found.push(await adopted(tx, now, reviews))
        }
        return found.filter((p) => p.policy.changes?.from === undefined)
      }),
    versions: (partnership) =>
      asked(partnership, async (tx) => {
        const found: AdoptedPolicy[] = []
        const reviews = await tx.policyReviews.list()
        for (const kept of await tx.policies.list()) found.push(await adopted(tx, kept, reviews))
        return found
      }),
    get: (partnership, id, version) =>
      asked(partnership, async (tx) => {
        const kept = await tx.policies.get(id, version)
        return kept ? adopted(tx, kept, await tx.policyReviews.list()) : undefined
      }),
    world: (partnership, id) =>
      asked(partnership, async (tx) => {
        const policy = await policyOf(tx, id)
        return policy ? worldOf(tx, policy) : undefined
      }),
  }
}

async function adopted(tx: Tx, kept: KeptPolicy, reviews: readonly PolicyReview[]): Promise<AdoptedPolicy> {
  const { text, adoption } = kept
  const policy = await parseKept(tx, kept)
  if (adoption === undefined) return { policy, text }
  const { reviewOn } = reviewOf(adoption, reviews)
  return { policy, text, adoption, ...(reviewOn === undefined ? {} : { reviewOn }) }
}
