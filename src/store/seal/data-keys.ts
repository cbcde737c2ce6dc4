import { randomBytes } from 'node:crypto'
import { SealBroken } from '../faults.ts'
import { derive, type Keys } from './keys-folder.ts'
import { type Place, seal, unseal } from './seal.ts'

/** One compartment: an agency's share of one case, or (case empty) a person's own or the house's. */
export interface Compartment {
  readonly partnership: string
  readonly caseId: string
  readonly owner: string
}

/** A data key as the database keeps it. */
export interface WrappedKey extends Compartment {
  readonly version: number
  readonly masterVersion: number
  readonly wrapped: Buffer
}

export interface DataKey {
  readonly version: number
  readonly key: Buffer
}

/** Makes a data key for a compartment and wraps it with the agency's own key, which comes from the newest master key. */
export function makeDataKey(keys: Keys, at: Compartment): { readonly made: DataKey; readonly row: WrappedKey } {
  const made = { version: 1, key: randomBytes(32) }
  const wrapped = seal(agencyKey(keys, keys.newest, at), placeOf(at, made.version), made.key)
  return { made, row: { ...at, version: made.version, masterVersion: keys.newest, wrapped } }
}

/** @throws SealBroken when the row was moved or changed, or its master key is not here. */
export function unwrapDataKey(keys: Keys, row: WrappedKey): DataKey {
  return {
    version: row.version,
    key: unseal(agencyKey(keys, row.masterVersion, row), placeOf(row, row.version), row.wrapped),
  }
}

/** Unwrapped keys of committed rows, oldest let go first. */
export class KeyCache {
  readonly #keys = new Map<string, DataKey>()
  readonly #most: number
  constructor(most = 20_000) {
    this.#most = most
  }
  get(at: Compartment, version: number): DataKey | undefined {
    return this.#keys.get(idOf(at, version))
  }
  put(at: Compartment, key: DataKey): void {
    if (this.#keys.size >= this.#most) {
      const oldest = this.#keys.keys().next()
      if (!oldest.done) this.#keys.delete(oldest.value)
    }
    this.#keys.set(idOf(at, key.version), key)
  }
}

export const idOf = (at: Compartment, version: number): string =>
  JSON.stringify([at.partnership, at.caseId, at.owner, version])

function agencyKey(keys: Keys, masterVersion: number, at: Compartment): Buffer {
  const master = keys.master.get(masterVersion)
  if (!master) throw new SealBroken(`The master key master-${masterVersion}.key is not in the keys folder.`)
  const id = `${masterVersion}|${JSON.stringify([at.partnership, at.owner])}`
  const memo = agencyKeys.get(keys) ?? new Map<string, Buffer>()
  agencyKeys.set(keys, memo)
  const known = memo.get(id) ?? derive(master, `compartment ${id}`)
  memo.set(id, known)
  return known
}

const agencyKeys = new WeakMap<Keys, Map<string, Buffer>>()

const placeOf = (at: Compartment, version: number): Place => ({
  table: 'case_key',
  partnership: at.partnership,
  caseId: at.caseId,
  row: at.owner,
  column: 'wrapped',
  owner: at.owner,
  keyVersion: version,
})
