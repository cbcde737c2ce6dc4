import { type KeyObject, sign, verify } from 'node:crypto'
import { canonical } from './canonical.ts'

/** A signed statement: at this moment, this case had this many entries, the last with this hash. All older ones follow from it. */
export interface Checkpoint {
  readonly partnership: string
  readonly caseId: string
  readonly seq: number
  /** Hex. */
  readonly hash: string
  /** ISO instant. */
  readonly at: string
  /** Which key signed. */
  readonly signer: string
  /** Ed25519, base64. */
  readonly signature: string
}

export function signCheckpoint(key: KeyObject, said: Omit<Checkpoint, 'signature'>): Checkpoint {
  return { ...said, signature: sign(null, bytesOf(said), key).toString('base64') }
}

export function isGenuine(key: KeyObject, checkpoint: Checkpoint): boolean {
  return verify(null, bytesOf(checkpoint), key, Buffer.from(checkpoint.signature, 'base64'))
}

function bytesOf({ partnership, caseId, seq, hash, at, signer }: Omit<Checkpoint, 'signature'>): Buffer {
  return Buffer.from(`concordat checkpoint v1\n${canonical({ partnership, caseId, seq, hash, at, signer })}`)
}
