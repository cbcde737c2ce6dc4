import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreRefuses } from '../faults.ts'
import { idsToSpawn, ownFolder } from './account.ts'
import { binaries } from './binaries.ts'
import { type Home, homeOf } from './home.ts'
import { type InitialiseOptions, initialise } from './initialise.ts'
import { clearMisleading, isAlive, type Postmaster, runningPostmaster } from './postmaster.ts'
import { type RunAs, runAs } from './run-as.ts'
import { flags, settings } from './settings.ts'
import { withStartLock } from './start-lock.ts'

export interface EmbeddedOptions extends InitialiseOptions {
  /** The cluster lives in `<dataDir>/postgres`, its socket in `<dataDir>/run`, its log in `<dataDir>/postgres.log`. `unsafe` is for tests. */
  readonly dataDir: string
}

export interface Embedded {
  /** Where it listens. May differ after `ensure`, when the port had to change. */
  address(): Postmaster
  /** Starts it again if it died. */
  ensure(): Promise<Postmaster>
  /** Stops it, unless another living process started it. */
  stop(): Promise<void>
}

export const SUPERUSER = 'concordat_super'

/** Has a cluster been made here before? */
export const hasCluster = (dataDir: string): Promise<boolean> =>
  stat(join(dataDir, 'postgres', 'PG_VERSION')).then(
    () => true,
    () => false,
  )

/** Starts the built-in PostgreSQL, or joins the one that already runs on this folder. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const home = homeOf(options.dataDir)
  await mkdir(home.dataDir, { recursive: true })
  const ensure = () => withStartLock(home.lock, () => startOrJoin(home, options))
  let at = await ensure()
  // A process that ends without stopping it does not leave it behind. One that is killed does, and the next start takes it over.
  const letGo = () => {
    if (readOwner(home) === process.pid && isAlive(at.pid)) process.kill(at.pid, 'SIGINT')
  }
  process.once('exit', letGo)
  return {
    address: () => at,
    ensure: async () => {
      at = await ensure()
      return at
    },
    stop: () => {
      process.removeListener('exit', letGo)
      return withStartLock(home.lock, () => stopOwn(home))
    },
  }
}

function readOwner(home: Home): number {
  try {
    return Number(readFileSync(home.owner, 'utf8'))
  } catch {
    return 0
  }
}

async function startOrJoin(home: Home, options: EmbeddedOptions): Promise<Postmaster> {
  return (await joinRunning(home)) ?? (await start(home, options))
}

/** The one that runs already, if it lives to be ready: one that was killed a moment ago may still be listed. */
async function joinRunning(home: Home): Promise<Postmaster | undefined> {
  const running = await runningPostmaster(home.cluster)
  if (!running) return undefined
  const owner = readOwner(home)
  if (!owner || !isAlive(owner)) await writeFile(home.owner, String(process.pid))
  return untilReady(home, running.pid, () => isAlive(running.pid))
}

async function start(home: Home, options: EmbeddedOptions): Promise<Postmaster> {
  const { postgres, initdb } = await binaries()
  const as = runAs(postgres, home.dataDir)
  if (!(await hasCluster(home.dataDir))) await initialise(home, options, initdb, as)
  if (home.socket) await ownFolder(home.socket, as)
  for (const since = performance.now(); ; ) {
    await writeFile(home.owner, String(process.pid))
    const launched = await launch(home, options, postgres, as)
    if ('port' in launched) return launched
    // The last connections of a killed PostgreSQL may take a moment to leave.
    if (performance.now() - since > 20_000)
      throw new StoreRefuses(
        `The database did not start (${launched.failed}). Its last words: ${await lastWords(home.log)}`,
      )
    await sleep(200)
    // Somebody who was killed while starting it may have left one that is on its way.
    const theirs = await joinRunning(home)
    if (theirs) return theirs
  }
}

async function launch(
  home: Home,
  options: EmbeddedOptions,
  postgres: string,
  as: RunAs,
): Promise<Postmaster | { readonly failed: string }> {
  const port = home.socket ? 5432 : await freePort()
  await clearMisleading(home.cluster, home.socket, port)
  const where = home.socket
    ? { listen_addresses: '', unix_socket_directories: home.socket, unix_socket_permissions: '0700', port: '5432' }
    : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) }
  const log = await open(home.log, 'a', 0o600)
  const settled = [...settings(options.unsafe ?? false), ...flags(where)]
  const [command = postgres, ...args] = [...as.prefix, postgres, '-D', home.cluster, ...settled]
  // Its own session: Ctrl-C reaches us and not it, and we stop it in order.
  const child = spawn(command, args, { ...idsToSpawn(as), cwd: '/', detached: true, stdio: ['ignore', log.fd, log.fd] })
  let failed: string | undefined
  child.once('exit', (code) => {
    failed = `exit code ${code}`
  })
  child.once('error', (error) => {
    failed = error.message
  })
  child.unref()
  await log.close()
  const ready = await untilReady(home, child.pid ?? 0, () => failed === undefined)
  return ready ?? { failed: failed ?? 'it ended' }
}

/** Waits until this one takes connections; `undefined` when it ends before. */
async function untilReady(home: Home, pid: number, alive: () => boolean): Promise<Postmaster | undefined> {
  const since = performance.now()
  while (alive()) {
    const now = await runningPostmaster(home.cluster)
    if (now?.ready && now.pid === pid) return now
    if (performance.now() - since > 120_000)
      throw new StoreRefuses(`The database is still not ready after two minutes. See ${home.log}.`)
    await sleep(15)
  }
  return undefined
}

async function stopOwn(home: Home): Promise<void> {
  const owner = readOwner(home)
  const running = await runningPostmaster(home.cluster)
  if (!running || owner !== process.pid) return
  process.kill(running.pid, 'SIGINT')
  const since = performance.now()
  while (isAlive(running.pid) && (await runningPostmaster(home.cluster)) && performance.now() - since < 30_000)
    await sleep(15)
  await rm(home.owner, { force: true })
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const lastWords = async (log: string): Promise<string> =>
  (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-3).join(' ')
