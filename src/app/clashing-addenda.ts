import { addendaTogether } from '../domain/policy/addenda-together.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { Tx } from '../store/tx.ts'
import { parseKept, policyOf } from './library.ts'

/** Why an addendum cannot be adopted beside those that are: one of them begins the same day and changes the same thing. Source: decision 14. */
export async function clashOf(tx: Tx, policy: Policy): Promise<string | undefined> {
  const { changes } = policy
  if (!changes?.from) return undefined
  const parent = await policyOf(tx, changes.policy, changes.version)
  if (!parent) return undefined
  const others: Policy[] = []
  for (const kept of await tx.policies.list())
    if (kept.adoption && kept.id !== policy.id) others.push(await parseKept(tx, kept))
  const clash = addendaTogether(parent, [...others, policy]).find((one) => one.addenda.includes(policy.id))
  return clash?.message.replaceAll('`', '')
}
