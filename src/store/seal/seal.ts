import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { SealBroken } from '../faults.ts'

/** Where a sealed value stands. It opens there and nowhere else. */
export interface Place {
  readonly table: string
  readonly partnership: string
  readonly caseId: string
  /** The rest of the row's key. */
  readonly row: string
  readonly column: string
  /** Whose compartment: an agency, a person's own, or the house. */
  readonly owner: string
  readonly keyVersion: number
}

/** AES-256-GCM. Gives format byte 1, 12 bytes of nonce, 16 of tag, then the ciphertext. */
export function seal(key: Buffer, place: Place, plain: Buffer | string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(bound(place))
  const body = Buffer.concat([
    typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain),
    cipher.final(),
  ])
  return Buffer.concat([FORMAT, nonce, cipher.getAuthTag(), body])
}

/** @throws SealBroken when the value is not the one that was sealed at this place. */
export function unseal(key: Buffer, place: Place, sealed: Buffer): Buffer {
  if (sealed[0] !== 1 || sealed.length < 29) throw broken(place)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13), { authTagLength: 16 })
  decipher.setAAD(bound(place))
  decipher.setAuthTag(sealed.subarray(13, 29))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
  } catch {
    throw broken(place)
  }
}

/** A keyed hash by which a sealed value is found again; another scope gives another hash. */
export const lookupHash = (key: Buffer, scope: string, value: string): Buffer =>
  createHmac('sha256', key).update(`concordat lookup v1\0${scope}\0${value}`).digest()

const FORMAT = Buffer.from([1])

/** A JSON array keeps the parts apart whatever they hold. */
const bound = (p: Place): Buffer =>
  Buffer.from(
    JSON.stringify(['concordat seal v1', p.table, p.partnership, p.caseId, p.row, p.column, p.owner, p.keyVersion]),
  )

const broken = (p: Place): SealBroken =>
  new SealBroken(
    `A sealed value does not open where it stands: ${p.table}.${p.column} of ${p.caseId || p.owner} ${p.row}.`,
  )
