/**
 * A real PostgreSQL for tests: one for each test process, started at the first call, with a fresh copy of the migrated database for each call.
 * It runs without fsync; the crash test does not use it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { SUPERUSER, startEmbedded } from '../src/store/postgres/embedded.ts'
import { type Keys, readKeys } from '../src/store/seal/keys-folder.ts'
import { openStore, type Store, type StoreOptions } from '../src/store/store.ts'
import { addressIn, copyTemplate, MIGRATED } from './database-template.ts'

export interface TestStore {
  readonly store: Store
  readonly keys: Keys
  readonly keysDir: string
  /** Where checkpoints are written, and where a cluster's files lie (`<clusterDir>/postgres`). */
  readonly dataDir: string
  readonly clusterDir: string
  /** Signs in as the superuser: `DATABASE_URL` for a child process, too. */
  readonly url: string
  /** Runs a statement as the superuser, past every grant and row security: for planting defects. */
  admin<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** Runs a statement as one of the roles, outside the store. */
  as<Row extends pg.QueryResultRow>(role: string, text: string, values?: readonly unknown[]): Promise<readonly Row[]>
  close(): Promise<void>
}

/** A store on its own fresh database. Close it when done. */
export async function testStore(
  options: Partial<Omit<StoreOptions, 'dataDir' | 'keysDir' | 'databaseUrl'>> = {},
): Promise<TestStore> {
  cluster ??= startCluster()
  const { dir, keysDir, keys, urlOf } = await cluster
  const name = `test_${++copies}`
  await once(urlOf('postgres'), `create database ${name} template ${MIGRATED}`)
  const url = urlOf(name)
  const dataDir = mkdtempSync(join(dir, 'data-'))
  const store = await openStore({
    allowUnsafe: true,
    log: () => undefined,
    clock: Date.now,
    ...options,
    dataDir,
    keysDir,
    databaseUrl: url,
  })
  // Promises, so that two who ask at once share one connection: a second would never be closed.
  const clients = new Map<string, Promise<pg.Client>>()
  const run = async <Row extends pg.QueryResultRow>(role: string, text: string, values: readonly unknown[] = []) => {
    const address = new URL(url)
    if (role !== SUPERUSER) {
      address.username = role
      address.password = keys.passwordOf(role)
    }
    const client = clients.get(role) ?? connected(address.href)
    clients.set(role, client)
    return (await (await client).query<Row>(text, [...values])).rows
  }
  return {
    store,
    keys,
    keysDir,
    dataDir,
    clusterDir: dir,
    url,
    admin: (text, values) => run(SUPERUSER, text, values),
    as: run,
    async close() {
      await Promise.all([...clients.values()].map(async (client) => (await client).end()))
      await store.close()
    },
  }
}

interface Cluster {
  readonly dir: string
  readonly keysDir: string
  readonly keys: Keys
  urlOf(database: string): string
}

let cluster: Promise<Cluster> | undefined
let copies = 0

async function startCluster(): Promise<Cluster> {
  sweepAbandoned()
  const dir = mkdtempSync(join(tmpdir(), `concordat-test-${process.pid}-`))
  process.once('exit', () => discard(dir))
  await copyTemplate(dir)
  const keysDir = join(dir, 'keys')
  const keys = await readKeys(keysDir)
  if (!keys) throw new Error(`The template of the test database came without its keys into ${keysDir}.`)
  const password = keys.passwordOf(SUPERUSER)
  const embedded = await startEmbedded({
    dataDir: dir,
    superuser: SUPERUSER,
    password,
    unsafe: true,
    log: () => undefined,
  })
  return { dir, keysDir, keys, urlOf: addressIn(embedded.address(), password) }
}

async function once(url: string, text: string): Promise<void> {
  const client = await connected(url)
  await client.query(text)
  await client.end()
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Clusters of test processes that were killed before they could clear up. */
function sweepAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^concordat-test-(\d+)-/.exec(name)?.[1]
    if (pid && !alive(Number(pid))) discard(join(tmpdir(), name))
  }
}

function discard(dir: string): void {
  try {
    const pid = Number(readFileSync(join(dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    if (pid > 0) process.kill(pid, 'SIGQUIT')
  } catch {
    // It was gone already.
  }
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
