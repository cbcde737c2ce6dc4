/** A place as it is set up: its directory, the policies it has adopted, the bank holidays it goes by. Safe to run twice. */
import type { Directory } from '../domain/people/directory.ts'
import { parsePolicy } from '../domain/policy/parse-policy.ts'
import type { Adopting } from '../store/policies.ts'
import type { Opened } from './open-app.ts'

export interface Place {
  readonly partnership: string
  readonly name: string
  readonly directory: Directory
  /** Policy files as text, in the order adopted: a parent before its variations. */
  readonly policies: readonly string[]
  /** Who signed them, in what post, and when they are to be looked at again. */
  readonly adoption?: Pick<Adopting, 'by' | 'signedAs' | 'onBehalfOf' | 'reviewOn'>
  readonly calendars: readonly { readonly id: string; readonly version: string; readonly body: unknown }[]
}

/** @throws Error with the first problem, when a policy cannot be read: then nothing is kept. */
export async function keepPlace({ store }: Opened, place: Place, at: number): Promise<void> {
  const before = new Map<string, string>()
  const read = place.policies.map((text) => {
    const parsed = parsePolicy(text, (id) => before.get(id))
    if (!parsed.ok) throw new Error(`A policy of ${place.name} cannot be read: ${parsed.problems[0]?.message ?? ''}`)
    before.set(parsed.policy.id, text)
    return { policy: parsed.policy, text }
  })
  await store.transaction(
    { program: true, partnership: place.partnership },
    async (tx) => {
      await tx.saveDirectory(place.directory, place.name)
      for (const calendar of place.calendars) await tx.calendars.save(calendar)
      for (const { policy, text } of read) {
        await tx.policies.save({ id: policy.id, version: policy.version, hash: policy.hash, text })
        await tx.policies.adopt(policy.id, policy.version, place.adoption)
      }
    },
    { at },
  )
}
