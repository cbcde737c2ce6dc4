import { appendFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { At } from '../domain/people/directory.ts'
import type { Checkpoint } from './chain/checkpoint.ts'
import { readCheckpoints, type Verified, verify } from './chain/verify.ts'
import { StoreRefuses } from './faults.ts'
import { migrate } from './migrate.ts'
import { openPools, type Pools, type Reach, withAdmin } from './pools.ts'
import { type Embedded, hasCluster, SUPERUSER, startEmbedded } from './postgres/embedded.ts'
import type { Principal } from './principal.ts'
import { reachOf } from './reach.ts'
import { caseIdsAfter, type Difference, type Project, rebuildCase } from './rebuild.ts'
import { KeyCache } from './seal/data-keys.ts'
import { createKeys, type Keys, readKeys } from './seal/keys-folder.ts'
import { checkKeyring, refuseUnsafe, rememberKeys } from './start-up.ts'
import { inTransaction, type Shell, type TransactionOptions } from './transaction.ts'
import { type Tx, txOf } from './tx.ts'

export interface StoreOptions {
  /** The built-in database lives here, and the keys unless `keysDir` says elsewhere. */
  readonly dataDir: string
  /** Default: CONCORDAT_KEYS, or `<dataDir>/keys`. */
  readonly keysDir?: string
  /** A PostgreSQL server instead of the built-in one. */
  readonly databaseUrl?: string
  /** Lets the database run without durability. For tests. */
  readonly allowUnsafe?: boolean
  /** The program's clock, by which grants and sessions end. */
  readonly clock?: () => At
  /** Keep statements' plans on the server; set to false behind pgbouncer in transaction mode. */
  readonly namedStatements?: boolean
  /** Most connections for people's requests. */
  readonly connections?: number
  readonly log?: (sentence: string) => void
}

export interface Store {
  /**
   * The only way to the database: begins, tells row security who asks, runs `work`, commits. `work` may run more than once.
   * @throws VersionConflict, UnknownOutcome, SealBroken
   */
  transaction<T>(principal: Principal, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Walks every case: sequence, hashes, seals, signed checkpoints, those kept in `checkpointFile` and any given. */
  verify(outside?: readonly Checkpoint[]): Promise<Verified>
  /** Compares every stored projection of a partnership with what the entries make; with `write`, puts right what differs. */
  rebuild(partnership: string, project: Project, how?: { readonly write?: boolean }): Promise<readonly Difference[]>
  /** The partnerships kept here. */
  partnerships(): Promise<readonly string[]>
  /** Is the database there? */
  ready(): Promise<boolean>
  /** Every checkpoint signed, a line each, outside the database: keep copies of it elsewhere. */
  readonly checkpointFile: string
  close(): Promise<void>
}

/** @throws StoreRefuses with the reason in a sentence, when it is not safe to start. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const log = options.log ?? ((sentence: string) => console.error(sentence))
  const dataDir = resolve(options.dataDir)
  const keysDir = resolve(options.keysDir ?? process.env.CONCORDAT_KEYS ?? join(dataDir, 'keys'))
  const { keys, reach, embedded } = options.databaseUrl
    ? await reachServer(options.databaseUrl, keysDir, log)
    : await reachEmbedded(options, dataDir, keysDir, log)
  const sizes = {
    concordat_app: options.connections ?? 10,
    concordat_engine: 4,
    concordat_work: 2,
    concordat_auditor: 2,
  }
  const pools = openPools(reach, keys, sizes, log)
  try {
    await prepare(reach, pools, keys, options.allowUnsafe ?? false)
  } catch (error) {
    await pools.end()
    await embedded?.stop()
    throw error
  }
  const checkpointFile = join(dataDir, 'checkpoints.jsonl')
  const shell: Shell = {
    keepOutside: (checkpoints) => {
      appendFile(checkpointFile, checkpoints.map((checkpoint) => `${JSON.stringify(checkpoint)}\n`).join('')).catch(
        (error: Error) => log(`A checkpoint could not be kept in ${checkpointFile}: ${error.message}`),
      )
    },
    pools,
    keys,
    cache: new KeyCache(),
    directories: new Map(),
    named: options.namedStatements ?? true,
    clock: options.clock ?? Date.now,
    async revive() {
      if (!embedded) return
      const { host, port } = await embedded.ensure()
      pools.moveTo(host, port)
    },
  }
  return {
    checkpointFile,
    async verify(outside = []) {
      const client = await pools.of('concordat_auditor').connect()
      try {
        return await verify(client, keys, [...(await readCheckpoints(checkpointFile)), ...outside])
      } finally {
        client.release()
      }
    },
    rebuild: (partnership, project, how = {}) => rebuild(shell, partnership, project, how.write ?? false),
    transaction: (principal, work, how) => inTransaction(shell, principal, (db) => work(txOf(db)), how),
    async partnerships() {
      const { rows } = await pools
        .of('concordat_work')
        .query<{ readonly id: string }>('select id from partnership order by id')
      return rows.map((row) => row.id)
    },
    async ready() {
      return pools
        .of('concordat_app')
        .query('select 1')
        .then(
          () => true,
          () => false,
        )
    },
    async close() {
      await pools.end()
      await embedded?.stop()
    },
  }
}

async function rebuild(
  shell: Shell,
  partnership: string,
  project: Project,
  write: boolean,
): Promise<readonly Difference[]> {
  const program: Principal = { program: true, partnership }
  const differences: Difference[] = []
  for (let after = ''; ; ) {
    const caseIds = await inTransaction(shell, program, (db) => caseIdsAfter(db, after, 200))
    // A transaction for each case: the walk may take long, and nobody waits for it.
    for (const caseId of caseIds)
      differences.push(...(await inTransaction(shell, program, (db) => rebuildCase(db, caseId, project, write))))
    const last = caseIds.at(-1)
    if (last === undefined) return differences
    after = last
  }
}

interface Reached {
  readonly keys: Keys
  readonly reach: Reach
  readonly embedded?: Embedded
}

async function reachEmbedded(
  options: StoreOptions,
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
  const { host, port } = embedded.address()
  const reach: Reach = { host, port, database: 'concordat', user: SUPERUSER, password, ssl: undefined }
  try {
    await withAdmin({ ...reach, database: 'postgres' }, createDatabase)
  } catch (error) {
    await embedded.stop()
    if (error instanceof pg.DatabaseError && error.code === '28P01')
      throw new StoreRefuses(
        `The keys in ${keysDir} are not those of the database in ${dataDir}. Put the right ones back from your copy.`,
        { cause: error },
      )
    throw error
  }
  return { keys, reach, embedded }
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select from pg_database where datname = 'concordat'`)
  if (rows.length === 0) await client.query('create database concordat')
}

async function reachServer(databaseUrl: string, keysDir: string, log: (sentence: string) => void): Promise<Reached> {
  const reach = reachOf(databaseUrl)
  const existing = await readKeys(keysDir)
  if (!existing) await withAdmin(reach, (client) => checkKeyring(client, undefined))
  return { reach, keys: existing ?? (await makeKeys(keysDir, log)) }
}

async function makeKeys(keysDir: string, log: (sentence: string) => void): Promise<Keys> {
  const keys = await createKeys(keysDir)
  log(
    `NEW KEYS were made in ${keysDir}. Everything people write is sealed with them. Copy that folder somewhere safe and apart from the database now: ` +
      'if it is lost, every record is lost.',
  )
  return keys
}

async function prepare(reach: Reach, pools: Pools, keys: Keys, allowUnsafe: boolean): Promise<void> {
  await withAdmin(reach, async (client) => {
    const state = await checkKeyring(client, keys)
    await migrate(client, keys)
    if (state === 'empty') await rememberKeys(client, keys)
  })
  if (allowUnsafe) return
  for (const role of ['concordat_app', 'concordat_engine'] as const) {
    const client = await pools.of(role).connect()
    try {
      await refuseUnsafe(client)
    } finally {
      client.release()
    }
  }
}
