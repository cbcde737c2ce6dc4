import { spawn } from 'node:child_process'
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreRefuses } from '../faults.ts'
import { binaries } from './binaries.ts'
import { clearStale, isAlive, type Postmaster, runningPostmaster } from './postmaster.ts'
import { type RunAs, runAs } from './run-as.ts'
import { flags, settings } from './settings.ts'
import { withStartLock } from './start-lock.ts'

export interface EmbeddedOptions {
  /** The cluster lives in `<dataDir>/postgres`, its socket in `<dataDir>/run`, its log in `<dataDir>/postgres.log`. */
  readonly dataDir: string
  readonly superuser: string
  readonly password: string
  /** Durability off: for tests only. */
  readonly unsafe?: boolean
  readonly log: (sentence: string) => void
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
  return {
    address: () => at,
    ensure: async () => {
      at = await ensure()
      return at
    },
    stop: () => withStartLock(home.lock, () => stopOwn(home)),
  }
}

interface Home {
  readonly dataDir: string
  readonly cluster: string
  readonly socket: string | undefined
  readonly lock: string
  readonly owner: string
  readonly log: string
}

function homeOf(dir: string): Home {
  const dataDir = resolve(dir)
  const socket = join(dataDir, 'run')
  return {
    dataDir,
    cluster: join(dataDir, 'postgres'),
    // The kernel takes no socket path beyond 107 bytes.
    socket:
      process.platform !== 'win32' && Buffer.byteLength(join(socket, '.s.PGSQL.5432.lock')) < 100 ? socket : undefined,
    lock: join(dataDir, 'postgres.starting'),
    owner: join(dataDir, 'postgres.owner'),
    log: join(dataDir, 'postgres.log'),
  }
}

async function startOrJoin(home: Home, options: EmbeddedOptions): Promise<Postmaster> {
  const running = await runningPostmaster(home.cluster)
  if (running) {
    const owner = Number(await readFile(home.owner, 'utf8').catch(() => '0'))
    if (!owner || !isAlive(owner)) await writeFile(home.owner, String(process.pid))
    return waitUntilReady(home, running.pid, () => isAlive(running.pid))
  }
  const { postgres, initdb } = await binaries()
  const as = runAs(postgres, home.dataDir)
  if (!(await hasCluster(home.dataDir))) await initialise(home, options, initdb, as)
  if (home.socket) await ownFolder(home.socket, as)
  await writeFile(home.owner, String(process.pid))
  return launch(home, options, postgres, as)
}

async function initialise(home: Home, options: EmbeddedOptions, initdb: string, as: RunAs): Promise<void> {
  options.log('Making a new database (the first start only).')
  // Made aside and then renamed, so that a start cut short is not mistaken for a database.
  const half = `${home.cluster}.half`
  await rm(half, { recursive: true, force: true })
  await ownFolder(half, as)
  const password = join(home.dataDir, 'postgres.password')
  await writeFile(password, options.password, { mode: 0o600 })
  const ids = idsOf(as)
  if (ids) await chown(password, ids.uid, ids.gid)
  try {
    const args = [
      '-D',
      half,
      '-U',
      options.superuser,
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '-k',
      '--no-locale',
      '-E',
      'UTF8',
      '--no-instructions',
    ]
    const { code, output } = await run(initdb, options.unsafe ? [...args, '--no-sync'] : args, as)
    if (code !== 0)
      throw new StoreRefuses(
        `A new database could not be made in ${home.cluster}. ${output.trim().split('\n').at(-1) ?? ''}`,
      )
  } finally {
    await rm(password, { force: true })
  }
  await rename(half, home.cluster)
}

async function launch(home: Home, options: EmbeddedOptions, postgres: string, as: RunAs): Promise<Postmaster> {
  const since = Date.now()
  for (;;) {
    const port = home.socket ? 5432 : await freePort()
    await clearStale(home.cluster, home.socket, port)
    const where = home.socket
      ? { listen_addresses: '', unix_socket_directories: home.socket, unix_socket_permissions: '0700', port: '5432' }
      : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) }
    const log = await open(home.log, 'a', 0o600)
    const [command = postgres, ...args] = [
      ...as.prefix,
      postgres,
      '-D',
      home.cluster,
      ...settings(options.unsafe ?? false),
      ...flags(where),
    ]
    // Its own session: Ctrl-C reaches us and not it, and we stop it in order.
    const child = spawn(command, args, {
      ...idsToSpawn(as),
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    const gone = new Promise<string>((done) => {
      child.once('exit', (code) => done(`exit code ${code}`))
      child.once('error', (error) => done(error.message))
    })
    child.unref()
    await log.close()
    let reason: string | undefined
    gone.then((why) => {
      reason = why
    })
    try {
      return await waitUntilReady(home, child.pid ?? 0, () => reason === undefined)
    } catch (error) {
      if (reason === undefined) throw error
      // The last connections of a killed PostgreSQL may take a moment to leave.
      if (Date.now() - since > 20_000)
        throw new StoreRefuses(`The database did not start (${reason}). Its last words: ${await lastWords(home.log)}`)
      await sleep(200)
    }
  }
}

async function waitUntilReady(home: Home, pid: number, alive: () => boolean): Promise<Postmaster> {
  const since = Date.now()
  while (alive()) {
    const now = await runningPostmaster(home.cluster)
    if (now?.ready && now.pid === pid) return now
    if (Date.now() - since > 120_000)
      throw new StoreRefuses(`The database is still not ready after two minutes. See ${home.log}.`)
    await sleep(15)
  }
  throw new StoreRefuses(`The database stopped while starting. Its last words: ${await lastWords(home.log)}`)
}

async function stopOwn(home: Home): Promise<void> {
  const owner = Number(await readFile(home.owner, 'utf8').catch(() => '0'))
  const running = await runningPostmaster(home.cluster)
  if (!running || owner !== process.pid) return
  process.kill(running.pid, 'SIGINT')
  const since = Date.now()
  while (isAlive(running.pid) && (await runningPostmaster(home.cluster)) && Date.now() - since < 30_000) await sleep(15)
  await rm(home.owner, { force: true })
}

const idsToSpawn = (as: RunAs) => (as.uid === undefined ? {} : { uid: as.uid, gid: as.gid ?? as.uid })

/** The account that owns the files, also when it is reached through a prefix. */
function idsOf(as: RunAs): { readonly uid: number; readonly gid: number } | undefined {
  const uid = as.uid ?? Number(/--reuid=(\d+)/.exec(as.prefix.join(' '))?.[1] ?? Number.NaN)
  const gid = as.gid ?? Number(/--regid=(\d+)/.exec(as.prefix.join(' '))?.[1] ?? Number.NaN)
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid }
}

async function ownFolder(path: string, as: RunAs): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  const ids = idsOf(as)
  if (ids) await chown(path, ids.uid, ids.gid)
}

function run(
  program: string,
  args: readonly string[],
  as: RunAs,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const [command = program, ...rest] = [...as.prefix, program, ...args]
  return new Promise((done, fail) => {
    const child = spawn(command, rest, { ...idsToSpawn(as), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.once('error', fail)
    child.once('close', (code) => done({ code, output }))
  })
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
