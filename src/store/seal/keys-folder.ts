import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { chmod, mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreRefuses } from '../faults.ts'

/** The keys of one installation. They never enter the database or its backups. */
export interface Keys {
  /** Master keys by version: the newest wraps, the others still open what they wrapped. */
  readonly master: ReadonlyMap<number, Buffer>
  readonly newest: number
  /** For keyed hashes of what must be found again. */
  readonly lookup: Buffer
  /** Ed25519, signs checkpoints. */
  readonly signing: KeyObject
  readonly verifying: KeyObject
  /** First 16 hex digits of the SHA-256 of the public key: which key signed. */
  readonly signer: string
  /** Derives a password for a database role, the same at each start. */
  passwordOf(role: string): string
}

/**
 * Reads the keys folder: `master-N.key` (32 bytes in hex), `signing.key` (PEM). `undefined` when it holds no master key.
 * @throws StoreRefuses when a key is readable by anybody on the machine, or is not a key.
 */
export async function readKeys(folder: string): Promise<Keys | undefined> {
  const names = await readdir(folder).catch(() => [])
  const master = new Map<number, Buffer>()
  for (const name of names) {
    const version = /^master-(\d+)\.key$/.exec(name)?.[1]
    if (version) master.set(Number(version), await readMaster(join(folder, name)))
  }
  const first = master.get(1)
  if (master.size === 0) return undefined
  if (!first)
    throw new StoreRefuses(
      `The keys folder ${folder} has lost its first key, master-1.key. Put it back from your copy.`,
    )
  const pem = await readSecret(join(folder, 'signing.key')).catch((cause: unknown) => {
    throw new StoreRefuses(`The keys folder ${folder} has no readable signing.key. Put it back from your copy.`, {
      cause,
    })
  })
  const signing = createPrivateKey(pem)
  const verifying = createPublicKey(signing)
  const signer = fingerprint(verifying.export({ type: 'spki', format: 'der' })).toString('hex')
  return {
    master,
    newest: Math.max(...master.keys()),
    lookup: derive(first, 'lookup'),
    signing,
    verifying,
    signer,
    passwordOf: (role) => derive(first, `database password|${role}`).toString('hex'),
  }
}

/** Makes the keys of a new installation: files that only this account can read. The master key comes last: without it there is no installation yet. */
export async function createKeys(folder: string): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  await writeSecret(join(folder, 'signing.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'w')
  await writeFile(join(folder, 'signing.pub'), publicKey.export({ type: 'spki', format: 'pem' }).toString())
  await writeSecret(join(folder, 'master-1.key'), `${randomBytes(32).toString('hex')}\n`, 'wx')
  const keys = await readKeys(folder)
  if (!keys) throw new StoreRefuses(`The keys folder ${folder} could not be written.`)
  return keys
}

/** What the database keeps of a master key, to know it again. */
export const fingerprintOf = (master: Buffer): Buffer =>
  createHmac('sha256', master).update('concordat key check v1').digest().subarray(0, 16)

/** A key for one purpose, from a master key. */
export const derive = (master: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, 'concordat v1', purpose, 32))

const fingerprint = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest().subarray(0, 8)

async function readMaster(path: string): Promise<Buffer> {
  const key = Buffer.from((await readSecret(path)).trim(), 'hex')
  if (key.length !== 32) throw new StoreRefuses(`${path} is not a key: it should hold 64 hexadecimal digits.`)
  return key
}

async function readSecret(path: string): Promise<string> {
  if (process.platform !== 'win32' && (await stat(path)).mode & 0o007)
    throw new StoreRefuses(`Everybody on this machine can read ${path}. Close it with: chmod 600 ${path}`)
  return readFile(path, 'utf8')
}

async function writeSecret(path: string, text: string, how: 'w' | 'wx'): Promise<void> {
  const file = await open(path, how, 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
