import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Entry } from '../domain/case/entry.ts'
import type { At } from '../domain/people/directory.ts'
import type { Checkpoint } from './chain/checkpoint.ts'
import { checkpointKeeper, readCheckpoints } from './chain/checkpoint-file.ts'
import { type Verified, verify } from './chain/verify.ts'
import { migrate } from './migrate.ts'
import { openPools, type Pools, type Reach, withAdmin } from './pools.ts'
import type { Principal } from './principal.ts'
import { reachEmbedded, reachServer } from './reach-database.ts'
import { type Difference, everyCase, type Project, rebuild } from './rebuild.ts'
import { KeyCache } from './seal/data-keys.ts'
import type { Keys } from './seal/keys-folder.ts'
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
  readonly clock: () => At
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
  /** Reads every case of a partnership in turn: what is made of them may name no case that its reader may not know. */
  everyCase(
    partnership: string,
    visit: (entries: readonly Entry[], caseId: string) => Promise<void> | void,
  ): Promise<void>
  /** The partnerships kept here. */
  partnerships(which?: 'real' | 'all'): Promise<readonly string[]>
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
  await mkdir(dataDir, { recursive: true })
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
  const keepCheckpoints = checkpointKeeper(checkpointFile)
  const shell: Shell = {
    keepOutside: (checkpoints) => {
      keepCheckpoints(checkpoints).catch((error: Error) =>
        log(`A checkpoint could not be kept in ${checkpointFile}: ${error.message}`),
      )
    },
    pools,
    keys,
    cache: new KeyCache(),
    directories: new Map(),
    policies: new Map(),
    named: options.namedStatements ?? true,
    clock: options.clock,
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
    everyCase: (partnership, visit) => everyCase(shell, partnership, visit),
    rebuild: (partnership, project, how = {}) => rebuild(shell, partnership, project, how.write ?? false),
    transaction: (principal, work, how) => inTransaction(shell, principal, (db) => work(txOf(db)), how),
    async partnerships(which = 'real') {
      const { rows } = await pools
        .of('concordat_work')
        .query<{ readonly id: string }>(
          "select id from partnership where $1 = 'all' or rehearsal_of is null order by id",
          [which],
        )
      return rows.map((row) => row.id)
    },
    async ready() {
      const asked = () => pools.of('concordat_app').query('select 1')
      const again = async () => {
        await shell.revive()
        return asked()
      }
      return asked()
        .catch(again)
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
