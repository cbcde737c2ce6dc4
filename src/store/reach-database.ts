import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { StoreRefuses } from './faults.ts'
import { type Reach, withAdmin } from './pools.ts'
import { type Embedded, hasCluster, SUPERUSER, startEmbedded } from './postgres/embedded.ts'
import { withStartLock } from './postgres/start-lock.ts'
import { reachOf } from './reach.ts'
import { verdictOn } from './retry.ts'
import { createKeys, type Keys, readKeys } from './seal/keys-folder.ts'
import { checkKeyring } from './start-up.ts'

/** Keys that fit, and a way to the database. */
export interface Reached {
  readonly keys: Keys
  readonly reach: Reach
  readonly embedded?: Embedded
}

export async function reachEmbedded(
  options: { readonly allowUnsafe?: boolean },
  dataDir: string,
  keysDir: string,
  log: (sentence: string) => void,
): Promise<Reached> {
  const existing = await readKeys(keysDir)
  if (!existing && (await hasCluster(dataDir)))
    throw new StoreRefuses(
      `There is a database in ${dataDir} and no key in ${keysDir}. Without its keys nothing in it can be read: put them back from your copy.`,
    )
  const keys = existing ?? (await makeKeys(keysDir, log))
  const password = keys.passwordOf(SUPERUSER)
  const embedded = await startEmbedded({
    dataDir,
    superuser: SUPERUSER,
    password,
    unsafe: options.allowUnsafe ?? false,
    log,
  })
  try {
    return { keys, reach: await firstReach(embedded, password), embedded }
  } catch (error) {
    await embedded.stop()
    if (error instanceof pg.DatabaseError && error.code === '28P01')
      throw new StoreRefuses(
        `The keys in ${keysDir} are not those of the database in ${dataDir}. Put the right ones back from your copy.`,
        { cause: error },
      )
    throw error
  }
}

/** What was running a moment ago may be dying: then it is started again. */
async function firstReach(embedded: Embedded, password: string): Promise<Reach> {
  for (let tries = 1; ; tries++) {
    const { host, port } = embedded.address()
    const reach: Reach = { host, port, database: 'concordat', user: SUPERUSER, password, ssl: undefined }
    try {
      await withAdmin({ ...reach, database: 'postgres' }, createDatabase)
      return reach
    } catch (error) {
      if (verdictOn(error) !== 'connection' || tries >= 10) throw error
      await sleep(100)
      await embedded.ensure()
    }
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select from pg_database where datname = 'concordat'`)
  if (rows.length === 0) await client.query('create database concordat')
}

export async function reachServer(
  databaseUrl: string,
  keysDir: string,
  log: (sentence: string) => void,
): Promise<Reached> {
  const reach = reachOf(databaseUrl)
  const existing = await readKeys(keysDir)
  if (!existing) await withAdmin(reach, (client) => checkKeyring(client, undefined))
  return { reach, keys: existing ?? (await makeKeys(keysDir, log)) }
}

/** Under a lock: two processes that both start for the first time get the same keys. */
async function makeKeys(keysDir: string, log: (sentence: string) => void): Promise<Keys> {
  await mkdir(dirname(keysDir), { recursive: true })
  return withStartLock(`${keysDir}.making`, async () => {
    const theirs = await readKeys(keysDir)
    if (theirs) return theirs
    const keys = await createKeys(keysDir)
    log(
      `NEW KEYS were made in ${keysDir}. Everything people write is sealed with them. Copy that folder somewhere safe and apart from the database now: ` +
        'if it is lost, every record is lost.',
    )
    return keys
  })
}
