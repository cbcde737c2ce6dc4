import { createHash } from 'node:crypto'
import { canonical } from './canonical.ts'

/** Everything of an entry's row that the chain commits to. The content only through its ciphertext: a guessed name proves nothing. */
export interface ChainedHead {
  readonly partnership: string
  readonly caseId: string
  readonly seq: number
  readonly kind: string
  /** ISO instants, UTC, milliseconds. */
  readonly happened: string
  readonly told: string
  readonly recorded: string
  readonly by: string
  readonly as: string | null
  readonly agency: string
  readonly side: string
  readonly owner: string
  readonly audience: string
  readonly audienceAgency: string | null
  readonly audiencePeople: readonly string[]
  readonly inConfidence: boolean
  readonly policyId: string
  readonly policyVersion: number
  readonly policyHash: string
  readonly answers: readonly string[]
  readonly corrects: number | null
  readonly keyVersion: number
}

/** SHA-256 over a version tag, the canonical head, the SHA-256 of the ciphertext and the hash of the entry before (32 zeros before the first). */
export function entryHash(head: ChainedHead, sealed: Buffer, prev: Buffer): Buffer {
  const content = createHash('sha256').update(sealed).digest('hex')
  return createHash('sha256')
    .update('concordat entry v1\n')
    .update(canonical({ ...head, content, prev: prev.toString('hex') }))
    .digest()
}

export const NOTHING_BEFORE: Buffer = Buffer.alloc(32)
